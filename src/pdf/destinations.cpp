#include "pdf/destinations.h"

#include <fmt/format.h>

#include <algorithm>

#include "pdf/numbers.h"

namespace handout::pdf {
namespace {

using design::StructureId;
using design::StructureType;

// A heading that is jumped to stands a little below the window's edge.
constexpr Length space_above = Length{8 * Length::per_point};

/// Addresses in a PDF are ASCII (ISO 32000-1, 12.6.4.7): other bytes are percent-encoded (RFC 3986, 2.1).
std::string ascii_address(std::string_view address) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string ascii;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7f) {
      ascii += c;
    } else {
      ascii += '%';
      ascii += digits[byte >> 4];
      ascii += digits[byte & 15];
    }
  }
  return ascii;
}

std::string rectangle_entry(const Rect& box, Length page_height) {
  std::string entry = "/Rect[";
  for (const std::int64_t edge : {hundredths(box.x), hundredths(page_height) - hundredths(box.bottom()),
                                  hundredths(box.right()), hundredths(page_height) - hundredths(box.y)}) {
    append_decimal(entry, edge, 2);
    entry += ' ';
  }
  entry.back() = ']';
  return entry;
}

int level_of(StructureType type) {
  switch (type) {
    case StructureType::h2:
      return 2;
    case StructureType::h3:
      return 3;
    default:
      return 1;
  }
}

struct OutlineItem {
  StructureId element;
  int level = 1;
  Object object;
  std::vector<std::size_t> children;  ///< indices of items
  std::size_t parent = 0;             ///< 0: the root
};

/// Item 0 is the root; each heading stands below the last one of a higher level.
std::vector<OutlineItem> outline_items(const StructureElements& elements) {
  std::vector<OutlineItem> items{{{}, 0, {}, {}, 0}};
  const auto& nodes = elements.document().structure.nodes;
  std::vector<std::size_t> open{0};
  // Nodes stand in the order they were added, not in reading order: the tree has that.
  std::vector<std::uint32_t> to_visit{0};
  while (!to_visit.empty()) {
    const std::uint32_t id = to_visit.back();
    to_visit.pop_back();
    const design::StructureNode& node = nodes[id];
    to_visit.insert(to_visit.end(), node.children.rbegin(), node.children.rend());
    if (node.outline_title.empty() || !elements.is_kept({id})) continue;
    const int level = level_of(node.type);
    while (items[open.back()].level >= level)
      open.pop_back();
    items[open.back()].children.push_back(items.size());
    items.push_back({{id}, level, {}, {}, open.back()});
    open.push_back(items.size() - 1);
  }
  return items;
}

std::int32_t descendant_count(const std::vector<OutlineItem>& items, std::size_t item) {
  std::int32_t count = 0;
  for (const std::size_t child : items[item].children)
    count += 1 + descendant_count(items, child);
  return count;
}

}  // namespace

ElementPlaces::ElementPlaces(const StructureElements& elements, const std::vector<Object>& pages,
                             const Profile& profile)
    : elements_(elements), pages_(pages), profile_(profile) {
  for (const pages::Anchor& anchor : elements.document().anchors)
    anchors_.try_emplace(anchor.element, &anchor);
}

/// The element's own anchor, or the first one below it.
const pages::Anchor* ElementPlaces::find(StructureId id) const {
  if (const auto own = anchors_.find(id); own != anchors_.end()) return own->second;
  for (const std::uint32_t child : elements_.document().structure[id].children)
    if (const pages::Anchor* below = find({child})) return below;
  return nullptr;
}

std::string ElementPlaces::entry(StructureId id) const {
  const pages::Anchor* anchor = find(id);
  const std::size_t page = anchor == nullptr ? 0 : anchor->page;
  const Length top = anchor == nullptr ? Length() : std::max(Length(), anchor->top.y - space_above);
  std::string place = "/XYZ null ";
  append_decimal(place, hundredths(elements_.document().pages[page].size.height) - hundredths(top), 2);
  place += " null]";
  const std::string on_page = fmt::format("[{} 0 R{}", pages_[page].number, place);
  if (profile_.destinations == Destinations::pages) return "/Dest" + on_page;
  return fmt::format("/A<</S/GoTo/D{}/SD[{} 0 R{}>>", on_page, elements_.object(id).number, place);
}

std::vector<LinkAnnotation> write_links(HaruDocument& haru, const pages::PagedDocument& document,
                                        const std::vector<Object>& pages, const ElementPlaces& places) {
  std::vector<LinkAnnotation> links;
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    Array annotations;
    for (const pages::LinkArea& area : document.pages[page].links) {
      const Object annotation = haru.add_dictionary("Annot");
      haru.set(annotation, "Subtype", {Name{"Link"}});
      haru.set(annotation, "Border", {Array{{0}, {0}, {0}}});
      haru.set(annotation, "F", {4});  // prints, as PDF/A asks (ISO 19005-2, 6.3.2)
      haru.set(annotation, "Contents", {Text{area.contents}});
      haru.set(annotation, "StructParent", {static_cast<std::int32_t>(pages.size() + links.size())});
      haru.set_raw(annotation, rectangle_entry(area.box, document.pages[page].size.height));
      if (const auto* address = std::get_if<std::string>(&area.target)) {
        haru.set(annotation, "A", {Entries{{"S", {Name{"URI"}}}, {"URI", {Ascii{ascii_address(*address)}}}}});
      } else {
        haru.set_raw(annotation, places.entry(std::get<StructureId>(area.target)));
      }
      links.push_back({area.element, page, annotation});
      annotations.push_back({annotation});
    }
    if (!annotations.empty()) haru.set(pages[page], "Annots", {std::move(annotations)});
  }
  return links;
}

void write_outline(HaruDocument& haru, const StructureElements& elements, const ElementPlaces& places) {
  std::vector<OutlineItem> items = outline_items(elements);
  if (items.size() == 1) return;
  for (OutlineItem& item : items)
    item.object = haru.add_dictionary();
  haru.set(items[0].object, "Type", {Name{"Outlines"}});
  for (std::size_t i = 0; i < items.size(); ++i) {
    const OutlineItem& item = items[i];
    if (i > 0) {
      haru.set(item.object, "Title", {Text{elements.document().structure[item.element].outline_title}});
      haru.set(item.object, "Parent", {items[item.parent].object});
      haru.set_raw(item.object, places.entry(item.element));
    }
    if (item.children.empty()) continue;
    haru.set(item.object, "First", {items[item.children.front()].object});
    haru.set(item.object, "Last", {items[item.children.back()].object});
    haru.set(item.object, "Count", {descendant_count(items, i)});  // positive: shown open
    for (std::size_t child = 1; child < item.children.size(); ++child) {
      const Object before = items[item.children[child - 1]].object, after = items[item.children[child]].object;
      haru.set(before, "Next", {after});
      haru.set(after, "Prev", {before});
    }
  }
  haru.set(haru.catalog(), "Outlines", {items[0].object});
}

}  // namespace handout::pdf
