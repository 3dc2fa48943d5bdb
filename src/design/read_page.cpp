#include "design/read_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "design/read_elements.h"
#include "design/read_values.h"

namespace handout::design {
namespace {

using namespace literals;

constexpr Choice<Dock> dock_choices[] = {
    {"start", Dock::start}, {"end", Dock::end}, {"top", Dock::top}, {"bottom", Dock::bottom}};

std::optional<Length> read_margin(const XmlElement& page, std::string_view name, Diagnostics& diagnostics) {
  const auto value = value_of(page, name);
  return value ? read_length(*value, diagnostics) : std::nullopt;
}

Margins read_margins(const XmlElement& page, Diagnostics& diagnostics) {
  const Length all = read_margin(page, "margin", diagnostics).value_or(15_mm);
  Margins margins;
  margins.top = read_margin(page, "margin-top", diagnostics).value_or(all);
  margins.bottom = read_margin(page, "margin-bottom", diagnostics).value_or(all);
  margins.start = read_margin(page, "margin-start", diagnostics).value_or(all);
  margins.end = read_margin(page, "margin-end", diagnostics).value_or(all);
  margins.inside = read_margin(page, "margin-inside", diagnostics);
  margins.outside = read_margin(page, "margin-outside", diagnostics);
  // One of the two stated: the other is the plain margin, or they would swap with start and end from page to page.
  if (margins.inside && !margins.outside) margins.outside = all;
  if (margins.outside && !margins.inside) margins.inside = all;
  for (const std::string_view name : {"margin-start", "margin-end"}) {
    const auto value = value_of(page, name);
    if (!value || !margins.inside) continue;
    bad_value(*value, "stands beside margin-inside or margin-outside",
              "keep one pair: start and end, or inside and outside", diagnostics);
  }
  return margins;
}

std::vector<std::string> read_on(const XmlElement& page, Diagnostics& diagnostics) {
  const auto value = need_attribute(page, "on", diagnostics);
  if (!value) return {};
  std::vector<std::string> names;
  for (const ListWord& word : list_words(*value)) {
    const std::string& text = word.text;
    const bool number = !text.empty() && text.size() <= 2 && text[0] != '0' &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!number && text != "cover" && text != "first" && text != "all" && text != "back") {
      bad_word(*value, word, "is no page", "write cover, first, all, back or the number of a page", diagnostics);
    } else if (std::find(names.begin(), names.end(), text) != names.end()) {
      diagnostics.error("design.set-twice", fmt::format("page {} stands twice in on", text), word.where, "remove one");
    } else {
      names.push_back(text);
    }
  }
  if (list_words(*value).empty())
    bad_value(*value, "names no page", "write first, all or the number of a page", diagnostics);
  return names;
}

/// Calls `found` for each <place> below, in order.
template <typename Found>
void each_place(const XmlElement& box, const Found& found) {
  for (const XmlElement* child : box.elements()) {
    if (child->name == "place") found(*child);
    each_place(*child, found);
  }
}

void check_places(const XmlElement& box, BoxKind kind, const std::vector<std::string>& pages,
                  Diagnostics& diagnostics) {
  int count = 0;
  each_place(box, [&](const XmlElement& place) {
    if (kind == BoxKind::header || kind == BoxKind::footer) {
      diagnostics.error("design.place-not-here", fmt::format("<place> cannot stand in <{}>", box.name), place.where,
                        "put it in a <region> or <band>: a header and a footer have no place in the reading order");
    } else if (++count > 1) {
      diagnostics.error("design.repeated", fmt::format("<{}> has a second <place>", box.name), place.where,
                        "list the pieces in one, or add a region");
    }
    const auto what = value_of(place, "what");
    if (!what || what->text() != "rest") return;
    for (const std::string& page : pages) {
      if (page != "cover" && page != "back") continue;
      diagnostics.error("design.place-not-here", fmt::format("rest cannot be placed on page {}", page),
                        value_range(*what), "the text runs on first, all and numbered pages");
    }
  });
}

void refuse_dimension(const XmlElement& region, std::string_view name, const std::string& why,
                      Diagnostics& diagnostics) {
  const auto value = value_of(region, name);
  if (!value) return;
  diagnostics.error("design.wrong-dimension", fmt::format("{}=\"{}\" in <region> {}", name, value->text(), why),
                    value->attribute.where, fmt::format("remove {}", name));
}

void check_dimensions(const XmlElement& region, Dock at, Diagnostics& diagnostics) {
  switch (at) {
    case Dock::start:
    case Dock::end:
      refuse_dimension(region, "height", "at the side says nothing: it is as tall as the page", diagnostics);
      if (value_of(region, "at")) need_attribute(region, "width", diagnostics);
      break;
    case Dock::top:
    case Dock::bottom:
      refuse_dimension(region, "width", "at the top or bottom says nothing: it is as wide as the page", diagnostics);
      break;
    case Dock::none:
      refuse_dimension(region, "width", "without at says nothing: it takes what is left", diagnostics);
      refuse_dimension(region, "height", "without at says nothing: it takes what is left", diagnostics);
      break;
  }
}

void read_region(const XmlElement& element, PageBox& box, Diagnostics& diagnostics) {
  check_attributes(element, {"name", "at", "width", "height", "gap", "columns", "column-gap", "balance"}, diagnostics);
  if (const auto name = value_of(element, "name")) box.name = read_name(*name, diagnostics).value_or("main");
  bool knows_dock = true;
  if (const auto at = value_of(element, "at")) {
    const std::optional<Dock> dock = read_choice(*at, dock_choices, diagnostics);
    knows_dock = dock.has_value();
    box.at = dock.value_or(Dock::start);
  }
  if (const auto width = value_of(element, "width"))
    box.width = read_measure(*width, LengthForm::with_share, diagnostics);
  box.gap = 6_mm;
  box.column_gap = 6_mm;
  if (const auto gap = value_of(element, "gap")) box.gap = read_length(*gap, diagnostics).value_or(6_mm);
  if (const auto columns = value_of(element, "columns")) box.columns = read_count(*columns, diagnostics).value_or(1);
  if (const auto gap = value_of(element, "column-gap")) box.column_gap = read_length(*gap, diagnostics).value_or(6_mm);
  if (const auto even = value_of(element, "balance")) box.balance = read_yes_no(*even, diagnostics).value_or(false);
  if (knows_dock) check_dimensions(element, box.at, diagnostics);
}

PageBox read_page_box(const XmlElement& element, const std::vector<std::string>& pages, Diagnostics& diagnostics) {
  PageBox box;
  box.where = element.where;
  if (element.name == "band") box.kind = BoxKind::band;
  if (element.name == "header") box.kind = BoxKind::header;
  if (element.name == "footer") box.kind = BoxKind::footer;
  if (box.kind == BoxKind::region) {
    read_region(element, box, diagnostics);
  } else {
    check_attributes(element, {"height"}, diagnostics);
  }
  if (const auto height = value_of(element, "height")) {
    box.height = read_measure(*height, LengthForm::with_share, diagnostics);
  }
  check_places(element, box.kind, pages, diagnostics);
  box.furniture = read_furniture(element, diagnostics);
  return box;
}

/// Regions dock one after the other; the last takes what is left.
void check_region_order(const std::vector<PageBox>& boxes, Diagnostics& diagnostics) {
  std::vector<const PageBox*> regions;
  for (const PageBox& box : boxes) {
    if (box.kind == BoxKind::region) regions.push_back(&box);
  }
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const bool last = i + 1 == regions.size();
    const bool docked = regions[i]->at != Dock::none;
    if (!last && !docked) {
      diagnostics.error("design.region-order", "<region> without at is not the last of its page", regions[i]->where,
                        "add at=\"start\", end, top or bottom, or move it to the end");
    }
    if (last && docked) {
      diagnostics.error("design.region-order", "the last <region> of a page has an at", regions[i]->where,
                        "remove at: the last region takes what is left; or add one after it");
    }
  }
}

}  // namespace

std::vector<PageTemplate> read_page(const XmlElement& element, Diagnostics& diagnostics) {
  check_attributes(element,
                   {"on", "margin", "margin-top", "margin-bottom", "margin-start", "margin-end", "margin-inside",
                    "margin-outside", "text-width"},
                   diagnostics);
  const std::vector<std::string> names = read_on(element, diagnostics);
  PageTemplate page;
  page.where = element.where;
  page.margins = read_margins(element, diagnostics);
  if (const auto width = value_of(element, "text-width")) page.text_width = read_length(*width, diagnostics);
  const std::vector<const XmlElement*> children = read_children(element,
                                                                {{"band", 0, Occurs::optional},
                                                                 {"header", 1, Occurs::optional},
                                                                 {"footer", 2, Occurs::optional},
                                                                 {"region", 3, Occurs::some}},
                                                                diagnostics);
  for (const XmlElement* child : children)
    page.boxes.push_back(read_page_box(*child, names, diagnostics));
  check_region_order(page.boxes, diagnostics);
  std::vector<PageTemplate> pages;
  for (const std::string& name : names) {
    pages.push_back(page);
    pages.back().on = name;
  }
  return pages;
}

}  // namespace handout::design
