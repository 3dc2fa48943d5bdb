#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/xml.h"

namespace handout::content {

/// content/shared/*.xml, parsed and checked for shape. `use block="NAME.ID"` takes the element with that id in place.
class SharedBlocks {
 public:
  /// Reads every file of `folder` ("content/shared"). A file with errors is reported and left out.
  static SharedBlocks load(const Files&, const std::string& folder, Diagnostics&);
  /// The element to put in place, or null. `name` is NAME.ID.
  const XmlElement* find(std::string_view name) const;
  std::vector<std::string_view> names() const;

 private:
  std::map<std::string, std::shared_ptr<const XmlElement>, std::less<>> roots_;  ///< by NAME
  std::map<std::string, const XmlElement*, std::less<>> blocks_;                 ///< by NAME.ID
};

}  // namespace handout::content
