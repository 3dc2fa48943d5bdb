#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "design/design.h"
#include "design/load_design.h"

namespace handout::design {

/// The entries of layouts and brands as read, before anything is merged. Each keeps its place for messages.
struct StyleEntry {
  std::vector<ElementName> elements;  ///< a list is one entry for each word
  std::vector<ElementName> in;        ///< empty: anywhere
  StyleProperties properties;
  SourceRange where;
  std::map<std::string, SourceRange, std::less<>> places;  ///< of each property's attribute
};
struct TextEntry {
  std::string name;
  content::Words words;
  Locale locale;  ///< that its file is written in
};
struct IconEntry {
  std::string name;
  figures::DrawingPtr drawing;  ///< null where no pictures are loaded
  SourceRange where;
};
enum class Orientation : std::uint8_t { portrait, landscape };
/// Merged attribute by attribute.
struct PaperEntry {
  std::optional<std::vector<PaperSize>> sizes;
  std::optional<Orientation> orientation;
  std::optional<Duplex> duplex;
};
struct SizeRange {
  Length lower, upper;
};
/// Merged attribute by attribute.
struct FitEntry {
  std::optional<int> pages;  ///< 0: any
  std::optional<FactorRange> spacing, leading, tracking;
  std::optional<SizeRange> size;
  SourceRange size_where;
};
struct Entries {
  PaperEntry paper;
  FitEntry fit;
  std::vector<PageTemplate> pages;  ///< one for each word of `on`
  std::vector<IconEntry> icons;
  std::vector<TextEntry> texts;
  std::vector<StyleEntry> styles;
};
/// All that are stated must hold; any word of a list will do.
struct Condition {
  std::vector<Locale> languages;
  std::vector<std::string> scripts;
  std::vector<PaperSize> papers;
  std::vector<std::string> brands;
};
struct ConditionalEntries {
  Condition when;
  Entries entries;
};

/// One layout file.
struct LayoutFile {
  std::string path, id;
  Locale locale;
  std::string extends;  ///< empty: none
  SourceRange extends_where;
  std::optional<bool> black_only;
  std::optional<Length> min_size;
  std::optional<std::vector<std::string>> omit, append;
  Entries entries;
  std::vector<ConditionalEntries> whens;
  SourceRange where;  ///< the root's start tag
  SourceRange append_where;
};

/// <locale lang digits calendar>
struct NumberChoice {
  Locale locale;
  std::optional<bool> latin_digits, local_calendar_too;
};
/// One brand, its parents merged in.
struct BrandSheet {
  Brand brand;
  std::vector<NumberChoice> number_choices;
  std::map<std::string, IconEntry, std::less<>> icons;
  std::map<std::string, SourceRange, std::less<>> family_places;
  bool is_default = false;
  SourceRange where;
};

struct DesignSheet {
  std::vector<LayoutFile> layouts;  ///< in collection order: the press's defaults, the root of the chain ... the leaf
  BrandSheet brand;
  std::shared_ptr<const FontsList> fonts;

  const LayoutFile& leaf() const { return layouts.back(); }
};

}  // namespace handout::design
