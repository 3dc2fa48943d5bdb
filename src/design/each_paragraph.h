#pragma once

#include <variant>

#include "design/manuscript.h"

namespace handout::design {

/// Calls `change(StyledParagraph&)` for every paragraph of a manuscript: text, markers, labels and furniture.
/// Numbers that may stand in for labels are left out: they are no words.
template <typename Change>
class EachParagraph {
 public:
  explicit EachParagraph(Change& change) : change_(change) {}

  void in(FlowBlocks& blocks) {
    for (FlowBlock& block : blocks)
      in(block);
  }
  void in(FlowBlock& block) {
    if (block.marker && block.marker->number) change_(*block.marker->number);
    std::visit([this](auto& content) { this->in_content(content); }, block.content);
  }
  void in(StyledFurniture& furniture) {
    std::visit([this](auto& item) { this->in_content(item); }, furniture.item);
  }

 private:
  void in_content(StyledParagraph& paragraph) { change_(paragraph); }
  void in_content(Stack& stack) { in(stack.children); }
  void in_content(Row& row) {
    for (RowCell& cell : row.cells)
      in(cell.block);
  }
  void in_content(Table& table) {
    for (TableRow& row : table.head)
      in_row(row);
    for (TableRow& row : table.rows)
      in_row(row);
  }
  void in_row(TableRow& row) {
    for (TableCell& cell : row.cells)
      in(cell.blocks);
  }
  void in_content(Picture& picture) {
    for (PictureLabel& label : picture.labels)
      change_(label.words);
  }
  void in_content(FurnitureWords& words) { change_(words.words); }
  void in_content(FurnitureRow& row) {
    for (StyledFurniture& item : row.items)
      in(item);
  }
  void in_content(FurnitureStack& stack) {
    for (StyledFurniture& item : stack.items)
      in(item);
  }
  void in_content(Dots&) {}
  void in_content(NoteLines&) {}
  void in_content(RuleLine&) {}
  void in_content(ThreadSlot&) {}

  Change& change_;
};

template <typename Change>
void for_each_paragraph(Manuscript& manuscript, Change change) {
  EachParagraph<Change> each(change);
  for (Thread& thread : manuscript.threads)
    each.in(thread.blocks);
  for (auto& [on, page] : manuscript.pages) {
    for (StyledBox& box : page.boxes) {
      for (StyledFurniture& furniture : box.furniture)
        each.in(furniture);
    }
  }
  if (manuscript.draft_line) each.in(*manuscript.draft_line);
}

}  // namespace handout::design
