#include "design/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "design/check_codes.h"
#include "design/check_contrast.h"
#include "design/check_names.h"
#include "design/check_pages.h"
#include "design/design_sheet.h"
#include "design/font_rows.h"
#include "design/used_pages.h"

namespace handout::design {
namespace {

using namespace literals;

/// Words that are not in the page's language keep their own: it is read out, and runs, as what it is.
void keep_language(content::Words& words, const Locale& written, const Locale& page) {
  if (!words.lang && !reads_as(written, page)) words.lang = written;
}

/// Every entry that holds, merged by key, in collection order.
class Flattener {
 public:
  Flattener(const DesignSheet& sheet, const Locale& locale, PaperSize paper)
      : sheet_(sheet), locale_(locale), paper_size_(paper) {
    const auto body = sheet.brand.brand.families.find("body");
    if (body != sheet.brand.brand.families.end()) body_row_ = font_row(*sheet.fonts, body->second, locale);
  }

  void collect() {
    for (const LayoutFile& file : sheet_.layouts) {
      if (file.min_size) drop_min_sizes();
      add(file.entries);
    }
    for (const LayoutFile& file : sheet_.layouts) {
      for (const ConditionalEntries& conditional : file.whens) {
        if (holds(conditional.when)) add(conditional.entries);
      }
    }
  }

  const PaperEntry& paper() const { return paper_; }
  const FitEntry& fit() const { return fit_; }

  void write(Design& design) {
    for (auto& [key, rule] : rules_)
      design.rules.push_back(std::move(rule));
    order_rules(design.rules);
    design.pages = std::move(pages_);
    design.texts = std::move(texts_);
    design.icons = std::move(icons_);
  }

 private:
  using Key = std::tuple<std::string, std::string, std::string, std::string>;

  bool holds(const Condition& when) const {
    const auto any = [](const auto& list, const auto& is) {
      return list.empty() || std::any_of(list.begin(), list.end(), is);
    };
    return any(when.languages, [this](const Locale& range) { return covers(range, locale_); }) &&
           any(when.scripts, [this](const std::string& script) { return is_script_of(locale_, script, body_row_); }) &&
           any(when.papers, [this](PaperSize paper) { return paper == paper_size_; }) &&
           any(when.brands, [this](const std::string& brand) { return brand == sheet_.brand.brand.id; });
  }

  /// A root with min-size speaks for the whole text again, so that what earlier layouts allowed no longer holds.
  void drop_min_sizes() {
    for (auto& [key, rule] : rules_) {
      rule.properties.min_size.reset();
      rule.places.erase("min-size");
    }
  }

  void add(const Entries& entries) {
    add_paper(entries.paper);
    add_fit(entries.fit);
    for (const PageTemplate& page : entries.pages)
      pages_.insert_or_assign(page.on, page);
    for (const IconEntry& icon : entries.icons)
      icons_.insert_or_assign(icon.name, icon.drawing);
    for (const TextEntry& text : entries.texts)
      keep_language(texts_.insert_or_assign(text.name, text.words).first->second, text.locale, locale_);
    for (const StyleEntry& style : entries.styles)
      add_style(style);
  }

  void add_paper(const PaperEntry& entry) {
    if (entry.sizes) paper_.sizes = entry.sizes;
    if (entry.orientation) paper_.orientation = entry.orientation;
    if (entry.duplex) paper_.duplex = entry.duplex;
  }

  void add_fit(const FitEntry& entry) {
    if (entry.pages) fit_.pages = entry.pages;
    if (entry.spacing) fit_.spacing = entry.spacing;
    if (entry.leading) fit_.leading = entry.leading;
    if (entry.tracking) fit_.tracking = entry.tracking;
    if (!entry.size) return;
    fit_.size = entry.size;
    fit_.size_where = entry.size_where;
  }

  void add_style(const StyleEntry& style) {
    for (const ElementName& element : style.elements) {
      if (style.in.empty()) add_rule(style, element, std::nullopt);
      for (const ElementName& in : style.in)
        add_rule(style, element, in);
    }
  }

  void add_rule(const StyleEntry& style, const ElementName& element, const std::optional<ElementName>& in) {
    const ElementName parent = in.value_or(ElementName{});
    StyleRule& rule = rules_[Key{element.name, element.kind, parent.name, parent.kind}];
    rule.element = element;
    rule.in = in;
    rule.properties = merged(std::move(rule.properties), style.properties);
    rule.where = style.where;
    for (const auto& [property, where] : style.places)
      rule.places.insert_or_assign(property, where);
  }

  const DesignSheet& sheet_;
  const Locale& locale_;
  PaperSize paper_size_;
  const FontRow* body_row_ = nullptr;  ///< that sets the language's own script in the brand's body
  PaperEntry paper_;
  FitEntry fit_;
  std::map<std::string, PageTemplate, std::less<>> pages_;
  std::map<std::string, figures::DrawingPtr, std::less<>> icons_;
  std::map<std::string, content::Words, std::less<>> texts_;
  std::map<Key, StyleRule> rules_;
};

void settle_paper(Design& design, const PaperEntry& entry, const LayoutFile& leaf, Diagnostics& diagnostics) {
  design.duplex = entry.duplex.value_or(Duplex::no);
  design.page_size = paper_dimensions(design.paper);
  if (entry.orientation == Orientation::landscape) std::swap(design.page_size.width, design.page_size.height);
  const std::vector<PaperSize> sizes = entry.sizes.value_or(std::vector<PaperSize>{});
  if (std::find(sizes.begin(), sizes.end(), design.paper) != sizes.end()) return;
  std::vector<std::string_view> names;
  for (const PaperSize size : sizes)
    names.push_back(paper_name(size));
  diagnostics.error("design.bad-value",
                    fmt::format("layout \"{}\" is not made for paper {}", design.layout, paper_name(design.paper)),
                    leaf.where, fmt::format("it prints on: {}", fmt::join(names, ", ")));
}

/// Text no wider than the page states, whatever the paper: what is over goes to the margin away from the binding.
void settle_text_widths(Design& design) {
  for (auto& [on, page] : design.pages) {
    if (!page.text_width) continue;
    Margins& margins = page.margins;
    Length& outer = margins.outside ? *margins.outside : margins.end;
    const Length used = margins.inside.value_or(margins.start) + outer + *page.text_width;
    outer += std::max(design.page_size.width - used, Length{});
  }
}

void settle_fit(Design& design, const FitEntry& entry, const SourceRange& root) {
  Fit& fit = design.fit;
  if (entry.pages && *entry.pages > 0) fit.pages = *entry.pages;
  fit.spacing = entry.spacing.value_or(fit.spacing);
  fit.leading = entry.leading.value_or(fit.leading);
  fit.tracking = entry.tracking.value_or(fit.tracking);
  const SizeRange size = entry.size.value_or(SizeRange{12_pt, 12_pt});
  fit.size_lower = size.lower;
  fit.size_upper = size.upper;
  fit.size_where = entry.size_where.file ? entry.size_where : root;
}

/// Root attributes: the last layout that states one wins.
void settle_root(Design& design, const DesignSheet& sheet) {
  using namespace literals;
  design.min_size = 11.5_pt;
  for (const LayoutFile& file : sheet.layouts) {
    if (file.black_only) design.black_only = *file.black_only;
    if (file.min_size) design.min_size = *file.min_size;
    if (file.omit) design.omit = {file.omit->begin(), file.omit->end()};
    if (file.append) design.append = *file.append;
  }
}

/// The brand's own icons instead of the layout's; the number form of the locale at hand, from the choice that fits it
/// most closely.
void settle_brand(Design& design, const BrandSheet& sheet) {
  design.brand = sheet.brand;
  for (const auto& [name, icon] : sheet.icons)
    design.icons.insert_or_assign(name, icon.drawing);
  const NumberChoice* nearest = nullptr;
  for (const NumberChoice& choice : sheet.number_choices) {
    if (!covers(choice.locale, design.locale)) continue;
    if (nearest == nullptr || nearest->locale.tag.size() < choice.locale.tag.size()) nearest = &choice;
  }
  if (nearest == nullptr) return;
  design.brand.number_form.latin_digits = nearest->latin_digits.value_or(false);
  design.brand.number_form.local_calendar_too = nearest->local_calendar_too.value_or(false);
}

void keep_languages_of_brand(Design& design) {
  const Locale& written = design.brand.locale;
  for (auto& [name, paragraphs] : design.brand.notices) {
    for (NoticeParagraph& paragraph : paragraphs)
      keep_language(paragraph.words, written, design.locale);
  }
  for (auto& [name, image] : design.brand.images)
    keep_language(image.alt, written, design.locale);
  // A number or an address is of no language; a value for this language is in it.
  for (auto& [name, field] : design.brand.fields) {
    if (!field.lang && field.kind == content::FieldKind::text) keep_language(field.value, written, design.locale);
  }
}

}  // namespace

std::optional<Design> resolve(const DesignSheet& sheet, const Locale& locale, PaperSize paper,
                              Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  Design design;
  design.layout = sheet.leaf().id;
  design.locale = locale;
  design.paper = paper;
  design.fonts = sheet.fonts;
  settle_root(design, sheet);

  Flattener flattener(sheet, locale, paper);
  flattener.collect();
  flattener.write(design);
  settle_paper(design, flattener.paper(), sheet.leaf(), diagnostics);
  settle_text_widths(design);
  settle_fit(design, flattener.fit(), sheet.leaf().where);
  settle_brand(design, sheet.brand);
  keep_languages_of_brand(design);

  const SheetPlaces places{sheet.leaf().where, sheet.leaf().append_where};
  check_pages(design, places, diagnostics);
  check_names(design, places, diagnostics);
  check_contrast(design, diagnostics);
  check_codes(design, diagnostics);
  if (diagnostics.error_count() > errors) return std::nullopt;
  return design;
}

}  // namespace handout::design
