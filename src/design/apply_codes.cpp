#include <utility>

#include "design/apply_blocks.h"
#include "design/codes.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

using namespace literals;

constexpr Length gap_beside_code = 4_mm;
/// A caption of 10 pt then has two or three words on a line.
constexpr Length least_words = 28_mm;

/// The address as a link of its own: what the code opens can also be typed, or tapped.
FlowBlock apply_address(Applying& applying, const std::string& address, const Surroundings& qr) {
  content::Link link;
  link.href = address;
  link.words.push_back({content::Text{printed_address(address)}, {}});
  content::Words words;
  words.inlines.push_back({std::move(link), {}});
  Surroundings plain = qr;
  plain.style = applying.plain_inside(qr.style);
  const StructureId element = add_element(applying, qr, StructureType::paragraph);
  return paragraph_block(styled_paragraph(applying, words, plain, element));
}

}  // namespace

FlowBlocks apply_block(Applying& applying, const content::QrCode& qr, const Surroundings& around) {
  const std::string address =
      localization::fill_address(qr.href, applying.copy.fields, qr.href_where, applying.diagnostics);
  CodePicture code = apply_code(applying, {address, qr.href_where, "content"}, around);
  Surroundings holder = around;
  holder.name = {"qr", ""};
  holder.style = code.style;

  FlowBlock picture = block_of(applying.plain_inside(code.style), code.figure);
  picture.content = std::move(code.picture);
  FlowBlocks words;
  if (qr.caption) {
    words.push_back(
        apply_words(applying, *qr.caption, read_in(holder, code.figure), {"caption", ""}, StructureType::caption));
  }
  words.push_back(apply_address(applying, address, holder));

  // Where the words do not fit beside the code, they stand below it.
  Row row;
  row.gap = gap_beside_code;
  RowCell picture_cell;
  picture_cell.block = std::move(picture);
  picture_cell.width = code.width;
  RowCell words_cell;
  words_cell.least = least_words;
  words_cell.block = stack_block(applying.plain_inside(code.style), std::move(words));
  row.cells.push_back(std::move(picture_cell));
  row.cells.push_back(std::move(words_cell));
  FlowBlock block = block_of(code.style, code.figure);
  block.content = std::move(row);
  return {std::move(block)};
}

}  // namespace handout::design
