#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "design/design_sheet.h"

namespace handout::design {

/// One brand.xml, as written: what it does not state is unset, for its parent to give.
struct BrandFile {
  std::string path, id;
  Locale locale;
  std::string extends;  ///< empty: none
  SourceRange extends_where, where;
  bool is_default = false;
  std::string name;
  std::optional<PaperSize> default_paper;
  std::optional<std::vector<std::string>> default_layouts;
  std::optional<std::vector<Locale>> languages;  ///< the default first
  std::optional<localization::TemperatureScale> temperature;
  std::vector<NumberChoice> number_choices;
  std::vector<BrandImage> images;
  std::map<std::string, Color, std::less<>> swatches;
  std::map<std::string, std::string, std::less<>> families;
  std::map<std::string, SourceRange, std::less<>> family_places;
  std::vector<IconEntry> icons;
  std::multimap<std::string, BrandField, std::less<>> fields;
  std::map<std::string, std::vector<NoticeParagraph>, std::less<>> notices;
};

/// Reads one brand file: every mistake that it shows by itself. `id` is what the folder's name says.
/// What cannot be read is left unset, so that the rest, and what it extends, can still be checked: who asks counts the
/// errors. nullopt where the file is no brand at all.
std::optional<BrandFile> read_brand(const SourceFilePtr&, const std::string& id, const DesignContext&, Diagnostics&);

}  // namespace handout::design
