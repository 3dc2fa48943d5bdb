#include "design/apply_furniture.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

#include "design/apply_blocks.h"
#include "design/codes.h"
#include "design/link_targets.h"
#include "design/markers.h"
#include "design/named_texts.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

using namespace literals;

/// Between an icon and its words.
constexpr Length icon_gap = 2_mm;

/// Where in the pages the furniture at hand stands.
struct Standing {
  StructureId slot;  ///< read there, at its first printing
  Artifact repeated = Artifact::layout;
  bool runs = false;  ///< in a band that comes on every page: pictures and fields alone are not read
};

bool mentions(const content::InlineList& inlines, std::string_view field) {
  return std::any_of(inlines.begin(), inlines.end(), [&](const content::Inline& part) {
    if (const auto* ref = std::get_if<content::FieldRef>(&part.item)) return ref->name == field;
    return std::visit(
        [&](const auto& item) {
          if constexpr (requires { item.words; }) return mentions(item.words, field);
          return false;
        },
        part.item);
  });
}

/// Whether a page's template prints once, or again and again after another.
enum class Prints : std::uint8_t { once, again };
/// Whether words are read out at their first printing.
enum class Reading : std::uint8_t { once, never };

class FurnitureMaker {
 public:
  FurnitureMaker(Applying& applying, const FurnitureSource& source) : applying_(applying), source_(source) {}

  StyledPage page(const PageTemplate& page, Prints prints) {
    StyledPage styled;
    styled.margins = page.margins;
    styled.where = page.where;
    Surroundings handout;
    handout.name = {"handout", ""};
    handout.locale = applying_.design.locale;
    styled.style = applying_.style_of({"page", page.on}, handout);
    for (const PageBox& box : page.boxes) {
      Surroundings around = around_box(applying_, page, box);
      StyledBox made;
      made.kind = box.kind;
      made.at = box.at;
      made.width = box.width;
      made.height = box.height;
      made.gap = box.gap;
      made.column_gap = box.column_gap;
      made.columns = box.columns;
      made.balance = box.balance;
      made.style = around.style;
      made.name = box.name;
      standing_.slot = slot_for(source_.slots, page, box, source_.pieces);
      standing_.repeated = box.kind == BoxKind::footer   ? Artifact::footer
                           : box.kind == BoxKind::region ? Artifact::layout
                                                         : Artifact::header;
      standing_.runs = prints == Prints::again && box.kind == BoxKind::band;
      around.element = standing_.slot;
      made.furniture = list(box.furniture, around);
      styled.boxes.push_back(std::move(made));
    }
    return styled;
  }

 private:
  std::vector<StyledFurniture> list(const FurnitureList& furniture, const Surroundings& around) {
    std::vector<StyledFurniture> made;
    for (const Furniture& item : furniture) {
      if (!has_needs(item)) continue;
      Surroundings here = around;
      here.where = item.where;
      std::optional<StyledFurniture> styled = std::visit([&](const auto& kind) { return make(kind, here); }, item.item);
      if (!styled) continue;
      styled->align = item.align;
      if (item.width.kind != FurnitureWidth::Kind::share_rest) styled->width = item.width;
      made.push_back(std::move(*styled));
    }
    return made;
  }

  bool has_needs(const Furniture& item) const {
    return std::all_of(item.needs.begin(), item.needs.end(), [&](const std::string& field) {
      const auto value = applying_.copy.fields.values.find(field);
      return value != applying_.copy.fields.values.end() && !value->second.text.empty();
    });
  }

  /// The one element of what is printed under this key; made in the slot of its first place.
  StructureId element_for(const std::string& key, StructureType type) {
    const auto known = elements_.find(key);
    if (known != elements_.end()) return known->second;
    const StructureId element = applying_.structure.add(standing_.slot, type);
    elements_.emplace(key, element);
    return element;
  }

  std::optional<StyledFurniture> make(const FurnitureText& text, const Surroundings& around) {
    const Surroundings holder = inside(applying_, around, {"p", text.kind});
    const bool fields_alone = text.text.empty();
    const content::Words words = fields_alone ? text.fields : named_text(applying_, text.text);
    // Where nothing says when to get help there is no page to send readers to.
    if (mentions(words.inlines, "help.page") && !applying_.printed.contains(role_key("help"))) return std::nullopt;
    const std::string key = fields_alone ? "fields:" + content::plain_text(words) : "text:" + text.text;
    // A page's number is another on every page, and a running field repeats what was read before.
    const bool is_read = !mentions(words.inlines, "page.number") && !(fields_alone && standing_.runs);
    return beside_icon(printed_words(words, holder, {key, is_read ? Reading::once : Reading::never}), holder);
  }

  /// What is printed under one key is read once.
  struct ReadAs {
    std::string key;
    Reading reading = Reading::once;
  };
  StyledFurniture printed_words(const content::Words& words, const Surroundings& holder, const ReadAs& as) {
    FurnitureWords made;
    made.content_once = as.reading == Reading::once;
    Tag tag = standing_.repeated;
    if (made.content_once) {
      const StructureId element = element_for(as.key, StructureType::paragraph);
      if (words.lang && *words.lang != holder.locale) applying_.structure[element].lang = *words.lang;
      tag = element;
    }
    made.words = styled_paragraph(applying_, words, holder, tag);
    StyledFurniture styled;
    styled.style = holder.style;
    styled.item = std::move(made);
    return styled;
  }

  std::optional<StyledFurniture> make(const FurnitureNotice& notice, const Surroundings& around) {
    const auto paragraphs = applying_.design.brand.notices.find(notice.name);
    if (paragraphs == applying_.design.brand.notices.end()) return std::nullopt;  // refused when the design is resolved
    const Surroundings holder = inside(applying_, around, {"notice", ""});
    std::vector<StyledFurniture> lines;
    int number = 0;
    for (const NoticeParagraph& each : paragraphs->second) {
      const Surroundings line = inside(applying_, holder, {"p", ""});
      const std::string key = "notice:" + notice.name + ":" + std::to_string(++number);
      lines.push_back(beside_icon(printed_words(each.words, line, {key}), line));
    }
    // One line alone stands level with its icon; several stand below one another beside it.
    if (lines.size() == 1 && icon_marker(applying_, holder.style)) return beside_icon(std::move(lines.front()), holder);
    StyledFurniture stack;
    stack.style = holder.style;
    stack.item = FurnitureStack{std::move(lines)};
    return beside_icon(std::move(stack), holder);
  }

  std::optional<StyledFurniture> make(const FurnitureImage& image, const Surroundings& around) {
    const auto found = applying_.design.brand.images.find(image.name);
    if (found == applying_.design.brand.images.end()) return std::nullopt;
    const BrandImage& brand_image = found->second;
    Picture picture;
    picture.drawing = variant(brand_image, image.variant);
    if (!picture.drawing) return std::nullopt;
    picture.height = image.height;
    picture.tag = Artifact::layout;
    if (!brand_image.alt.empty() && !standing_.runs) {
      const StructureId figure = element_for("image:" + image.name, StructureType::figure);
      StructureNode& node = applying_.structure[figure];
      node.alt = content::plain_text(brand_image.alt);
      const Locale language = brand_image.alt.lang.value_or(around.locale);
      if (language != around.locale) node.lang = language;
      picture.tag = figure;
    }
    StyledFurniture made;
    made.style = applying_.style_of({"image", ""}, around);
    made.width.kind = FurnitureWidth::Kind::fit;
    made.item = std::move(picture);
    return made;
  }

  figures::DrawingPtr variant(const BrandImage& image, FurnitureImage::Variant asked) const {
    if (applying_.design.black_only && image.mono) return image.mono;
    if (asked == FurnitureImage::Variant::mono && image.mono) return image.mono;
    if (asked == FurnitureImage::Variant::reversed && image.reversed) return image.reversed;
    return image.normal;
  }

  std::optional<StyledFurniture> make(const FurnitureQr& qr, const Surroundings& around) {
    const std::string address =
        localization::fill_address(qr.href, applying_.copy.fields, qr.where, applying_.diagnostics);
    CodePicture code = apply_code(applying_, {address, qr.where, "design"}, around);
    // The same code is one element: this figure stays empty, and is pruned, where there was one before.
    const auto known = elements_.emplace("code:" + address, code.figure);
    code.picture.tag = known.first->second;
    StyledFurniture made;
    made.style = code.style;
    made.width = code.width;
    made.item = std::move(code.picture);
    return made;
  }

  std::optional<StyledFurniture> make(const FurnitureNotes& notes, const Surroundings& around) {
    StyledFurniture made;
    made.style = applying_.style_of({"notes", ""}, around);
    made.item = NoteLines{notes.lines};
    return made;
  }

  std::optional<StyledFurniture> make(const FurnitureRule&, const Surroundings& around) {
    StyledFurniture made;
    made.style = applying_.style_of({"rule", ""}, around);
    made.item = RuleLine{};
    return made;
  }

  std::optional<StyledFurniture> make(const FurnitureLine& line, const Surroundings& around) {
    const Surroundings holder = inside(applying_, around, {"line", ""});
    FurnitureRow row;
    row.gap = line.gap;
    row.items = list(line.items, holder);
    if (row.items.empty()) return std::nullopt;
    StyledFurniture made;
    made.style = holder.style;
    made.item = std::move(row);
    return made;
  }

  std::optional<StyledFurniture> make(const FurnitureBox& box, const Surroundings& around) {
    const Surroundings holder = inside(applying_, around, {"box", box.kind});
    FurnitureStack stack;
    stack.items = list(box.items, holder);
    if (stack.items.empty()) return std::nullopt;
    StyledFurniture made;
    made.style = holder.style;
    made.item = std::move(stack);
    return made;
  }

  std::optional<StyledFurniture> make(const FurniturePlace& place, const Surroundings& around) {
    StyledFurniture made;
    made.style = applying_.plain_inside(around.style);
    made.item = ThreadSlot{thread_of(source_.threads, place.what)};
    return made;
  }

  /// The icon of the holder's style beside `inner`, in the box that both share; without one, `inner` as it is.
  StyledFurniture beside_icon(StyledFurniture inner, const Surroundings& holder) {
    const std::optional<BlockMarker> marker = icon_marker(applying_, holder.style);
    if (!marker) return inner;
    if (inner.style == holder.style) inner.style = applying_.plain_inside(holder.style);
    StyledFurniture icon;
    icon.style = applying_.plain_inside(holder.style);
    icon.width.kind = FurnitureWidth::Kind::fit;
    Picture picture;
    picture.drawing = marker->icon;
    picture.tag = Artifact::layout;
    const std::optional<Measure>& size = applying_.styles[holder.style].properties.marker_size;
    const bool is_absolute = size && size->unit == Measure::Unit::absolute;
    const Length em = applying_.styles.largest_size(holder.style);
    picture.height = is_absolute ? Length{size->units} : em * Factor{size ? size->units : Factor::one};
    icon.item = std::move(picture);
    FurnitureRow row;
    row.gap = icon_gap;
    row.items.push_back(std::move(icon));
    row.items.push_back(std::move(inner));
    StyledFurniture made;
    made.style = holder.style;
    made.item = std::move(row);
    return made;
  }

  Applying& applying_;
  const FurnitureSource& source_;
  Standing standing_;
  std::map<std::string, StructureId> elements_;
};

}  // namespace

std::map<std::string, StyledPage, std::less<>> apply_pages(Applying& applying, const FurnitureSource& source) {
  const Design& design = applying.design;
  const bool has_first = design.pages.contains("first") || design.pages.contains("1");
  FurnitureMaker maker(applying, source);
  std::map<std::string, StyledPage, std::less<>> pages;
  for (const PageTemplate* page : pages_in_order(design)) {
    pages.emplace(page->on, maker.page(*page, page->on == "all" && has_first ? Prints::again : Prints::once));
  }
  return pages;
}

StyledFurniture apply_draft_line(Applying& applying, const ReadingSlots& slots) {
  Surroundings handout;
  handout.name = {"handout", ""};
  handout.locale = applying.design.locale;
  handout.element = slots.before_text;
  const Surroundings holder = inside(applying, handout, {"draft", ""});
  const content::Words words = named_text(applying, "draft");
  const StructureId element = add_element(applying, holder, StructureType::paragraph, words);
  StyledFurniture line;
  line.style = holder.style;
  FurnitureWords made;
  made.words = styled_paragraph(applying, words, holder, element);
  line.item = std::move(made);
  return line;
}

FlowBlocks apply_appended(Applying& applying, const ReadingSlots& slots, StyleId box) {
  FlowBlocks blocks;
  Surroundings handout;
  handout.name = {"handout", ""};
  handout.style = box;
  handout.locale = applying.design.locale;
  handout.element = slots.after_text;
  for (const std::string& name : applying.design.append) {
    const auto notice = applying.design.brand.notices.find(name);
    if (notice == applying.design.brand.notices.end()) continue;
    const Surroundings holder = inside(applying, handout, {"notice", ""});
    FlowBlocks paragraphs;
    for (const NoticeParagraph& each : notice->second) {
      paragraphs.push_back(apply_words(applying, each.words, holder, {"p", ""}, StructureType::paragraph));
    }
    if (!paragraphs.empty()) blocks.push_back(stack_block(holder.style, std::move(paragraphs)));
  }
  if (!blocks.empty()) {
    blocks.front().style =
        applying.styles.changed(blocks.front().style, [](StyleProperties& p) { p.break_before = BreakBefore::page; });
  }
  return blocks;
}

}  // namespace handout::design
