#include "pages/furniture.h"

#include <algorithm>

#include "pages/blocks.h"
#include "pages/natural_widths.h"
#include "pages/pictures.h"
#include "pages/rows.h"

namespace handout::pages {

namespace {

using design::Align;
using design::StyledFurniture;

/// Furniture is read once, at most: its words and pictures are what their tags say on their first printing only.
class FurniturePrinting {
 public:
  FurniturePrinting(Composer& composer, const design::FurnitureWords& words) : FurniturePrinting(composer) {
    if (!words.content_once) composer_.printing.kind = Printing::Kind::artifact;
  }
  explicit FurniturePrinting(Composer& composer) : composer_(composer), saved_(composer.printing) {
    composer_.printing.kind = Printing::Kind::content_once;
  }
  ~FurniturePrinting() { composer_.printing = saved_; }
  FurniturePrinting(const FurniturePrinting&) = delete;
  FurniturePrinting& operator=(const FurniturePrinting&) = delete;

 private:
  Composer& composer_;
  Printing saved_;
};

Strips lay_out_item(Composer&, const StyledFurniture&, const Room&);

/// Pictures of a stated height (logos) and words beside them stand with their middles on one line; all else with tops.
bool has_middles_level(const design::FurnitureRow& row) {
  bool has_picture = false;
  for (const StyledFurniture& item : row.items) {
    const auto* picture = std::get_if<design::Picture>(&item.item);
    if (picture && picture->height) {
      has_picture = true;
    } else if (!std::holds_alternative<design::FurnitureWords>(item.item)) {
      return false;
    }
  }
  return has_picture;
}

/// How the cells of a row stand to one another.
enum class Level : std::uint8_t { tops, middles, baselines };

/// From a cell's top down to the baseline of its first line.
Length first_baseline(Composer& composer, const Stacked& cell) {
  for (const Piece& piece : cell.pieces) {
    if (const auto* line = std::get_if<LinePiece>(&piece)) return line->at.y + line->line->baseline;
    if (const auto* field = std::get_if<FieldPiece>(&piece)) {
      const auto& lines = composer.text.lines(composer.text.shaped().measurable(*field->paragraph), field->shape);
      if (!lines.empty()) return field->at.y + lines.front().baseline;
    }
  }
  return Length{};
}

/// Words in two scripts have lines of two heights: they stand on one baseline all the same.
Level level_of(const design::FurnitureRow& row, const std::vector<PlacedCell>& line, const Room& room) {
  if (room.centres_all || has_middles_level(row)) return Level::middles;
  const bool words = std::all_of(line.begin(), line.end(), [&](const PlacedCell& cell) {
    return std::holds_alternative<design::FurnitureWords>(row.items[cell.index].item);
  });
  return words ? Level::baselines : Level::tops;
}

Strip put_together(Composer& composer, const std::vector<Strips>& cells, Level level) {
  std::vector<Stacked> stacked;
  Length tallest, lowest;
  for (const Strips& cell : cells) {
    stacked.push_back(stack_up(list_of(cell)));
    tallest = std::max(tallest, stacked.back().height);
    lowest = std::max(lowest, first_baseline(composer, stacked.back()));
  }
  Strip line;
  for (Stacked& cell : stacked) {
    Point by;
    if (level == Level::middles) by.y = (tallest - cell.height) / 2;
    if (level == Level::baselines) by.y = lowest - first_baseline(composer, cell);
    line.height = std::max(line.height, by.y + cell.height);
    line.lines += cell.lines;
    for (Piece& piece : cell.pieces) {
      move_by(piece, by);
      line.pieces.push_back(std::move(piece));
    }
  }
  return line;
}

Room room_of_cell(const design::FurnitureRow& row, const Room& room, const PlacedCell& cell) {
  const StyledFurniture& item = row.items[cell.index];
  Room own;
  own.x = room.x + cell.x;
  own.width = cell.width;
  own.width_is_settled = item.width.kind != design::FurnitureWidth::Kind::share_rest;
  return own;
}

Strips lay_out_furniture_row(Composer& composer, const design::FurnitureRow& row, const Room& room) {
  std::vector<CellWish> wishes;
  for (const StyledFurniture& item : row.items) {
    CellWish wish{item.width, 1, natural_widths(composer, item)};
    // A picture that states its size is as wide as it is, and leaves the rest to the others.
    const auto* picture = std::get_if<design::Picture>(&item.item);
    if (picture && wish.natural.least == wish.natural.most) wish.width.kind = design::FurnitureWidth::Kind::fit;
    wishes.push_back(wish);
  }
  Strips strips;
  for (const CellLine& line : arrange_cells(wishes, CellSpacing{room.width, row.gap, 0})) {
    std::vector<Strips> cells;
    // Slots side by side take the same height.
    const Length slot_room = composer.slot_room;
    Length left = slot_room;
    for (const PlacedCell& cell : line) {
      composer.slot_room = slot_room;
      cells.push_back(lay_out_item(composer, row.items[cell.index], room_of_cell(row, room, cell)));
      left = std::min(left, composer.slot_room);
    }
    composer.slot_room = left;
    strips.push_back(put_together(composer, cells, level_of(row, line, room)));
  }
  return strips;
}

struct ItemSetter {
  Composer& composer;
  const StyledFurniture& item;
  const design::Style& style;
  const Room& room;

  Strips operator()(const design::FurnitureWords& words) const {
    const FurniturePrinting printing(composer, words);
    return lay_out_paragraph(composer, words.words, room, ParagraphLook{room.align, text::Rag::running});
  }
  Strips operator()(const design::FurnitureRow& row) const { return lay_out_furniture_row(composer, row, room); }
  Strips operator()(const design::FurnitureStack& stack) const {
    return lay_out_furniture(composer, stack.items, room);
  }
  Strips operator()(const design::ThreadSlot& slot) const {
    return composer.set_slot ? composer.set_slot(slot.thread, room) : Strips{};
  }
  Strips operator()(const design::Picture& picture) const {
    const FurniturePrinting printing(composer);
    return lay_out_picture(composer, picture, style, room);
  }
  Strips operator()(const design::NoteLines& notes) const { return lay_out_notes(composer, notes, style, room); }
  Strips operator()(const design::RuleLine&) const { return lay_out_rule(composer, style, room); }
};

bool has_box(const StyledFurniture& item) {
  return std::holds_alternative<design::FurnitureWords>(item.item) ||
         std::holds_alternative<design::FurnitureRow>(item.item) ||
         std::holds_alternative<design::FurnitureStack>(item.item);
}

Align on_this_side(Align align, Side side) {
  if (align == Align::inside) return side == Side::front ? Align::start : Align::end;
  if (align == Align::outside) return side == Side::front ? Align::end : Align::start;
  return align;
}

/// The item's own width, where it stands alone and not in a row, which settles it.
Room narrowed(Composer& composer, const StyledFurniture& item, const Room& room) {
  Room own = room;
  const Align align = on_this_side(item.align, composer.side);
  if (item.align != Align::start) own.align = align;
  if (room.width_is_settled) return own;
  if (item.width.kind == design::FurnitureWidth::Kind::measure) own.width = width_in(item.width.measure, room.width);
  if (item.width.kind == design::FurnitureWidth::Kind::fit) own.width = natural_widths(composer, item).most;
  own.width = std::min(own.width, room.width);
  if (align == Align::end) own.x += room.width - own.width;
  if (align == Align::center) own.x += (room.width - own.width) / 2;
  return own;
}

Strips lay_out_item(Composer& composer, const StyledFurniture& item, const Room& room) {
  const design::Style& style = composer.style(item.style);
  const Room own = narrowed(composer, item, room);
  if (const auto* slot = std::get_if<design::ThreadSlot>(&item.item))
    return ItemSetter{composer, item, style, own}(*slot);
  BoxContent content;
  content.has_box = has_box(item);
  content.centred_in_height = style.min_height > Length{};
  content.lay_out = [&](Room inside) {
    inside.centres_all = content.centred_in_height || own.centres_all;
    return std::visit(ItemSetter{composer, item, style, inside}, item.item);
  };
  return lay_out_box(composer, style, own, content);
}

bool slot_inside(const StyledFurniture& item, std::size_t thread) {
  if (const auto* slot = std::get_if<design::ThreadSlot>(&item.item)) return slot->thread == thread;
  if (const auto* row = std::get_if<design::FurnitureRow>(&item.item)) return has_slot_for(row->items, thread);
  if (const auto* stack = std::get_if<design::FurnitureStack>(&item.item)) return has_slot_for(stack->items, thread);
  return false;
}

bool holds_any_slot(const StyledFurniture& item) {
  if (std::holds_alternative<design::ThreadSlot>(item.item)) return true;
  if (const auto* row = std::get_if<design::FurnitureRow>(&item.item))
    return std::any_of(row->items.begin(), row->items.end(), holds_any_slot);
  const auto* stack = std::get_if<design::FurnitureStack>(&item.item);
  return stack && std::any_of(stack->items.begin(), stack->items.end(), holds_any_slot);
}

}  // namespace

Strips lay_out_furniture(Composer& composer, const std::vector<const StyledFurniture*>& items, const Room& room) {
  Strips strips;
  for (const StyledFurniture* item : items) {
    Strips part = lay_out_item(composer, *item, room);
    std::move(part.begin(), part.end(), std::back_inserter(strips));
  }
  return strips;
}

Strips lay_out_furniture(Composer& composer, const std::vector<StyledFurniture>& items, const Room& room) {
  std::vector<const StyledFurniture*> list;
  for (const StyledFurniture& item : items)
    list.push_back(&item);
  Room own;
  own.centres_all = room.centres_all;
  own.x = room.x;
  own.width = room.width;
  return lay_out_furniture(composer, list, own);
}

FurnitureParts parts_of(const std::vector<StyledFurniture>& items) {
  FurnitureParts parts;
  for (const StyledFurniture& item : items) {
    const auto* slot = std::get_if<design::ThreadSlot>(&item.item);
    if (slot && !parts.slot) {
      parts.slot = slot;
    } else {
      (parts.slot ? parts.below : parts.above).push_back(&item);
    }
  }
  return parts;
}

bool has_slot_inside(const FurnitureParts& parts) {
  const auto holds_slot = [](const StyledFurniture* item) { return holds_any_slot(*item); };
  return std::any_of(parts.above.begin(), parts.above.end(), holds_slot) ||
         std::any_of(parts.below.begin(), parts.below.end(), holds_slot);
}

bool has_slot_for(const std::vector<StyledFurniture>& items, std::size_t thread) {
  return std::any_of(items.begin(), items.end(),
                     [thread](const StyledFurniture& item) { return slot_inside(item, thread); });
}

}  // namespace handout::pages
