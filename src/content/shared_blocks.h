#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/locale.h"
#include "base/xml.h"

namespace handout::content {

/// content/shared/*.xml, parsed and checked. `use block="NAME.ID"` takes the element with that id in place.
class SharedBlocks {
 public:
  /// Reads every file of `folder` ("content/shared"). A file with errors is reported and left out.
  static SharedBlocks load(const Files&, const std::string& folder, Diagnostics&);
  /// The element to put in place, or null. `name` is NAME.ID.
  const XmlElement* find(std::string_view name) const;
  /// A copy of it as it stands in a handout: NAME. before its ids, and before what its links point to inside its own
  /// file. Null where find() gives null.
  std::unique_ptr<XmlElement> copy(std::string_view name) const;
  std::vector<std::string_view> names() const;
  /// Whether any block of any file, used or not, has this id (NAME.ID…).
  bool has_id(std::string_view id) const;
  /// The language of the file that the block stands in; nothing where there is no such file.
  std::optional<Locale> locale(std::string_view name) const;
  /// The path of a block's file when it is left out because of its own mistakes, else empty.
  std::string broken_file(std::string_view name) const;

 private:
  void add_file(const SourceFilePtr&, const std::string& name, Diagnostics&);

  std::map<std::string, std::shared_ptr<const XmlElement>, std::less<>> roots_;  ///< by NAME
  std::map<std::string, const XmlElement*, std::less<>> blocks_;                 ///< by NAME.ID
  std::map<std::string, std::string, std::less<>> broken_;                       ///< paths by NAME
  std::set<std::string, std::less<>> ids_;
};

}  // namespace handout::content
