#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/locale.h"
#include "base/units.h"
#include "content/words.h"
#include "figures/drawing.h"
#include "localization/messages.h"

namespace handout::design {

/// A length as a layout states it: absolute, in em of the text's size, or a share of what is there.
struct Measure {
  enum class Unit : std::uint8_t { absolute, em, share };
  Unit unit = Unit::absolute;
  std::int64_t units = 0;  ///< absolute: 1/65536 pt; em: 1/65536 em; share: 1/65536 of the whole
  constexpr bool operator==(const Measure&) const = default;
};
/// A value that may give when a page is full. `upper == lower` where no range was stated.
struct MeasureRange {
  Measure lower, upper;
  bool is_range = false;
  constexpr bool operator==(const MeasureRange&) const = default;
};
struct FactorRange {
  Factor lower, upper;
};

enum class Align : std::uint8_t { start, center, end, justify, inside, outside };
enum class BreakBefore : std::uint8_t { no, column, page };
enum class Span : std::uint8_t { column, all };
enum class Beside : std::uint8_t { none, next };
enum class Arrange : std::uint8_t { down, across };
enum class RulePattern : std::uint8_t { solid, hatch };
enum class Bleed : std::uint8_t { no, box, page };
enum class BoxShape : std::uint8_t { box, chevron };
enum class MarkerKind : std::uint8_t { none, disc, box, number, number_with_point };
enum class Labels : std::uint8_t { words, numbers };
enum class CaptionSide : std::uint8_t { top, bottom };

/// What <style> may say, every property optional: unset means inherited (text) or none (the rest). docs/formats.md,
/// Styles.
struct StyleProperties {
  // text, passed inward
  std::optional<std::string> family;
  std::optional<MeasureRange> size;
  std::optional<Length> min_size;
  std::optional<Factor> leading;
  std::optional<bool> bold, italic, underline;
  std::optional<std::string> ink;  ///< swatch
  std::optional<Measure> tracking;
  std::optional<Align> align;
  std::optional<bool> hyphenate;
  std::optional<int> widows, orphans;
  // block
  std::optional<MeasureRange> space_before, space_after;
  std::optional<Measure> indent, first_indent;
  std::optional<bool> keep_with_next, keep_together, run_in;
  std::optional<BreakBefore> break_before;
  std::optional<Span> span;
  std::optional<Beside> beside;
  std::optional<Arrange> arrange;
  // box
  std::optional<std::string> fill;
  std::optional<Measure> padding, padding_top, padding_bottom, padding_start, padding_end;
  std::optional<Measure> rule, rule_top, rule_bottom, rule_start, rule_end;
  std::optional<std::string> rule_ink;
  std::optional<RulePattern> rule_pattern;
  std::optional<Measure> corner, width, min_height;
  std::optional<MeasureRange> max_height;
  std::optional<Bleed> bleed;
  std::optional<BoxShape> shape;
  std::optional<std::string> backdrop;
  // marks
  std::optional<std::string> icon;
  std::optional<MarkerKind> marker;
  std::optional<Measure> marker_size;
  std::optional<std::string> marker_ink, marker_fill;
  std::optional<int> dots_across;
  // figures, tables, lines to write on
  std::optional<Labels> labels;
  std::optional<CaptionSide> caption_side;
  std::optional<Measure> row_rule, row_height, line_gap;
  std::optional<std::string> stripe;
  std::optional<bool> repeat_head;

  bool operator==(const StyleProperties&) const = default;
};

/// `over`'s set properties win; but a side's own attribute beats the one for all sides wherever it stands.
StyleProperties merged(StyleProperties under, const StyleProperties& over);

/// An element as styles see it: `section.risks`, `title`.
struct ElementName {
  std::string name, kind;
};

/// Furniture and boxes of a page, as resolved. Directions are logical.
struct FurnitureWidth {
  enum class Kind : std::uint8_t { share_rest, fit, measure };
  Kind kind = Kind::share_rest;
  Measure measure;
};
struct Furniture;
using FurnitureList = std::vector<Furniture>;
struct FurnitureText {
  std::string text;  ///< a named text; empty: `fields` stands inside
  content::Words fields;
  std::string kind;
};
struct FurnitureImage {
  enum class Variant : std::uint8_t { normal, reversed, mono };
  std::string name;
  Variant variant = Variant::normal;
  std::optional<Length> height;
};
struct FurnitureNotice {
  std::string name;
};
struct FurnitureQr {
  std::string href;
  SourceRange where;  ///< of the address
};
struct FurnitureNotes {
  int lines = 1;
};
struct FurnitureRule {};
struct FurnitureLine {
  FurnitureList items;
  Length gap;
};
struct FurnitureBox {
  FurnitureList items;
  std::string kind;
};
struct FurniturePlace {
  std::vector<std::string> what;  ///< pieces in reading order, or "rest"
};
struct Furniture {
  std::variant<FurnitureText, FurnitureImage, FurnitureNotice, FurnitureQr, FurnitureNotes, FurnitureRule,
               FurnitureLine, FurnitureBox, FurniturePlace>
      item;
  Align align = Align::start;
  FurnitureWidth width;
  std::vector<std::string> needs;
  SourceRange where;
};

enum class BoxKind : std::uint8_t { band, header, footer, region };
enum class Dock : std::uint8_t { none, start, end, top, bottom };
struct PageBox {
  BoxKind kind = BoxKind::region;
  std::string name = "main";
  Dock at = Dock::none;
  std::optional<Measure> width, height;
  Length gap, column_gap;
  int columns = 1;
  bool balance = false;
  FurnitureList furniture;
  SourceRange where;
};
struct Margins {
  Length top, bottom;
  Length start, end;  ///< used where inside/outside are not stated
  std::optional<Length> inside, outside;
};
struct PageTemplate {
  std::string on;  ///< cover, first, all, back or a number
  Margins margins;
  std::optional<Length> text_width;  ///< the most; resolve has given what is over to the outside (or end) margin
  std::vector<PageBox> boxes;        ///< band?, header?, footer?, region+
  SourceRange where;
};

enum class Duplex : std::uint8_t { no, long_edge, short_edge };
enum class PaperSize : std::uint8_t { a3, a4, a5, letter, legal, phone };
Size paper_dimensions(PaperSize);  ///< portrait
std::string_view paper_name(PaperSize);
std::optional<PaperSize> paper_from_name(std::string_view);

struct Fit {
  std::optional<int> pages;  ///< unset: any, no fitting, upper ends
  FactorRange spacing{Factor{}, Factor{}};
  FactorRange leading{Factor::thousandths(1400), Factor::thousandths(1400)};
  FactorRange tracking{Factor{0}, Factor{0}};  ///< em
  Length size_lower, size_upper;
  SourceRange size_where;  ///< for messages; the layout's root where no <fit> states a size
};

/// A row of fonts.xml.
struct FontRow {
  std::vector<std::string> scripts;                ///< ISO 15924, or "any"
  std::vector<Locale> languages;                   ///< empty: every language
  std::string regular, bold, italic, bold_italic;  ///< file names; empty: none
  unsigned index = 0;
  Factor size, leading;
  bool latin_digits = false;  ///< European digits, and what stands within their numbers, are the Latin row's
  SourceRange where;
};
/// Of a row, for every script.
constexpr std::string_view any_script = "any";
/// How closely a row fits a language: 0 for a row of every language, more the longer its tag; nullopt: not at all.
std::optional<std::size_t> language_fit(const FontRow&, const Locale&);

struct FontFamily {
  std::string name, fallback;
  std::vector<FontRow> rows;
};
struct FontsList {
  std::vector<FontFamily> families;
  const FontFamily* find(std::string_view name) const;
};

struct BrandImage {
  std::string name;
  content::Words alt;                          ///< empty: decoration
  figures::DrawingPtr normal, reversed, mono;  ///< the last two may be null
  SourceRange where;
};
struct BrandField {
  content::FieldKind kind = content::FieldKind::text;
  content::Words value;  ///< a single Text
  std::optional<Locale> lang;
};
struct NoticeParagraph {
  content::Words words;
};
struct Brand {
  std::string id;
  std::vector<std::string> chain;  ///< the brand and those it extends, itself first
  SourceRange where;               ///< its root
  Locale locale;                   ///< of its words
  std::string name;
  std::optional<PaperSize> default_paper;
  std::vector<std::string> default_layouts;
  std::vector<Locale> languages;  ///< offered, default first
  localization::TemperatureScale temperature = localization::TemperatureScale::celsius;
  localization::NumberForm number_form;                ///< of the locale at hand
  std::map<std::string, Color, std::less<>> swatches;  ///< the press's four included
  std::map<std::string, BrandImage, std::less<>> images;
  std::map<std::string, std::string, std::less<>> families;  ///< body -> sans
  std::multimap<std::string, BrandField, std::less<>> fields;
  std::map<std::string, std::vector<NoticeParagraph>, std::less<>> notices;
};

struct StyleRule {
  ElementName element;
  std::optional<ElementName> in;
  StyleProperties properties;
  SourceRange where;
  std::map<std::string, SourceRange, std::less<>> places;  ///< of each property's attribute, for messages
};

/// Whether a rule is for this element where it stands. An unset kind in a rule stands for every kind.
bool applies(const StyleRule&, const ElementName& element, const ElementName& parent);

/// One flat sheet: what `resolve` makes of a layout chain, a brand, a locale and a paper. Nothing remembers which file
/// it came from but the source ranges.
struct Design {
  std::string layout;
  Locale locale;
  PaperSize paper = PaperSize::a4;
  Size page_size;
  Duplex duplex = Duplex::no;
  Fit fit;
  Length min_size;
  bool black_only = false;
  std::set<std::string, std::less<>> omit;
  std::vector<std::string> append;
  std::map<std::string, PageTemplate, std::less<>> pages;  ///< by `on`
  std::map<std::string, content::Words, std::less<>> texts;
  std::map<std::string, figures::DrawingPtr, std::less<>> icons;
  std::vector<StyleRule> rules;  ///< one a key; by element name, then in the order of look-up (order_rules)
  Brand brand;
  std::shared_ptr<const FontsList> fonts;

  /// docs/formats.md, Resolution order 4: E, E.kind, then both with in="P", then both with in="P.kind". Not passed
  /// inward.
  StyleProperties look_up(const ElementName& element, const ElementName& parent) const;
  /// Visits the rules that look_up merges, weakest first.
  template <typename Visit>
  void each_matching_rule(const ElementName& element, const ElementName& parent, const Visit& visit) const {
    for (const StyleRule& rule : rules_for(element.name)) {
      if (applies(rule, element, parent)) visit(rule);
    }
  }

  /// The rules for elements of this name, whatever they stand in, weakest first.
  std::span<const StyleRule> rules_for(std::string_view element) const;
};

/// Puts rules into the order that Design::rules must have.
void order_rules(std::vector<StyleRule>& rules);

}  // namespace handout::design
