#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/locale.h"
#include "base/source.h"
#include "base/units.h"
#include "design/design.h"
#include "design/structure_tree.h"
#include "figures/drawing.h"

namespace handout::design {

/// Styled blocks in reading order, ready to be set. Blocks name their style by index into a table, so that fitting
/// settles the table again (settle_styles) and leaves the blocks as they are.
struct StyleId {
  std::uint32_t value = 0;
  auto operator<=>(const StyleId&) const = default;
};
struct StyleSource {
  StyleProperties properties;
  StyleId
      parent;  ///< text properties pass inward from here; always an earlier entry (entry 0: `handout`, its own parent)
};

struct Edges {
  Length top, bottom, start, end;
};

/// A style with every value known for one setting of the fitting ladder.
struct Style {
  // text
  std::string family = "body";  ///< a family of fonts.xml (already through the brand)
  Length size, leading;         ///< leading: baseline to baseline, before the fonts' own factors
  Length tracking;
  bool bold = false, italic = false, underline = false;
  std::optional<Color> ink = Color{};  ///< unset: ink="none", the words take their room and print nothing
  Align align = Align::start;
  bool hyphenate = false;
  int widows = 2, orphans = 2;
  // block
  Length space_before, space_after, indent, first_indent;
  bool keep_with_next = false, keep_together = false;
  BreakBefore break_before = BreakBefore::no;
  Span span = Span::column;
  Beside beside = Beside::none;
  Arrange arrange = Arrange::down;
  // box
  std::optional<Color> fill;
  Edges padding, rule;
  std::optional<Color> rule_ink;  ///< unset: rule-ink="none", no rule is drawn
  RulePattern rule_pattern = RulePattern::solid;
  Length corner, min_height;
  std::optional<Measure> width;  ///< absolute or share only
  std::optional<Length> max_height;
  Bleed bleed = Bleed::no;
  BoxShape shape = BoxShape::box;
  std::string backdrop;
  // marks
  std::string icon;
  MarkerKind marker = MarkerKind::none;
  Length marker_size;
  Color marker_ink;
  std::optional<Color> marker_fill;
  int dots_across = 20;
  // figures, tables, lines to write on
  Labels labels = Labels::words;
  CaptionSide caption_side = CaptionSide::top;
  Length row_rule, row_height, line_gap;
  std::optional<Color> stripe;
  bool repeat_head = true;
};
using StyleTable = std::vector<Style>;

/// A setting of the one ladder of docs/formats.md, Resolution order 6: 0 is all upper ends, 15 all lower ends; in
/// between three steps each of spacing, max-height, leading, tracking, sizes.
struct FitSetting {
  int step = 0;
  /// So much of the spacing and of the figures' height that has been given is taken back, by a page that has room left.
  int taken_back = 0;
  static constexpr int steps_a_stage = 3;
  static constexpr int last_step = 5 * steps_a_stage;
  static constexpr int first_step_of_sizes = 4 * steps_a_stage + 1;  ///< the last stage's
  static constexpr int all_taken_back = 16;                          ///< taken_back: as if nothing had been given
};

/// What a link opens: an address, or an element of this document.
using LinkTarget = std::variant<std::string, StructureId>;

/// Part of a paragraph's text with one style and one place in the structure tree. Spans follow one another without gap.
struct StyledSpan {
  std::uint32_t begin = 0, end = 0;  ///< bytes of StyledParagraph::text
  StyleId style;
  Tag tag;  ///< the paragraph's own element, or an inline one (Link, Span with a Lang)
  Locale locale;
  /// <nobr>: spans of one number are never split, nor parted. 0: none.
  std::uint32_t no_break = 0;
  std::string field;  ///< the field these glyphs are the value of; empty: fixed text
  std::optional<content::FieldKind> field_kind;
  /// page.number, page.count, help.page: text is a stand-in, put in place by pages/ when the page is known.
  bool page_field = false;
  std::optional<LinkTarget> link;  ///< with `tag` a Link element
  int rise_thousandths_em = 0;     ///< positive: up (superscript)
  bool is_reference = false;       ///< a source's number, or the comma between two: no part of a number beside it
  /// A line to write on: the span's text is U+FFFC, drawn as a rule of this width in this ink (an artifact).
  std::optional<Measure> blank_width;
  bool blank_runs_on = false;                ///< where it ends its line it goes on to the end of the measure
  std::optional<Color> blank_ink = Color{};  ///< unset: no rule is drawn
};

/// One paragraph to be set. `text` is exactly the source's text, white space collapsed, U+2028 for <br/>, U+FFFC for a
/// blank.
struct StyledParagraph {
  std::string text;
  std::vector<StyledSpan> spans;
  StyleId style;
  Tag tag;  ///< the element lines belong to
  Locale locale;
  SourceRange where;
  std::string unit;  ///< translation unit, for messages
};

struct FlowBlock;
using FlowBlocks = std::vector<FlowBlock>;

/// Children below one another.
struct Stack {
  FlowBlocks children;
};

/// Children side by side, tops on one line. Lines wrap: a child goes to the next line when the least widths no longer
/// fit.
struct RowCell;
struct Row {
  std::vector<RowCell> cells;
  Length gap;
  /// The first child of every cell's stack is made as tall as the tallest (zone headers, stage titles, facing titles).
  bool level_first_children = false;
  /// Boxes of the cells are drawn as tall as the tallest (zones).
  bool equal_heights = false;
  /// No more than this many on a line; 0: as many as fit. Lines are then shared evenly (timeline: five become 3 + 2).
  int most_across = 0;
  /// Sections side by side (`beside="next"`): cells fill the region's columns, its column-gap between them; where the
  /// region has one column they stand below one another.
  bool beside_chain = false;
  /// rule-end of a cell's style is drawn only between cells of one line, in the middle of the gap.
  bool rules_between = false;
};

struct TableCell {
  FlowBlocks blocks;  ///< empty: a space to write in
  StyleId style;
  StructureId element;
  int column = 0, span = 1;
};
struct TableRow {
  std::vector<TableCell> cells;
  StyleId style;
  StructureId element;
};
struct Table {
  std::vector<TableRow> head;  ///< 0 or 1 rows; repeated on every page it continues on (then an artifact)
  FlowBlocks continued;        ///< 0 or 1 paragraphs: stands above the repeated head, an artifact
  std::vector<TableRow> rows;
  int columns = 1;
  /// fill-in: every column but the first has its content's least width or an equal share; all cell borders drawn
  bool grid = false;
  StyleId head_style;
};

/// A drawing with its labels as paragraphs, in the Figure's element. Scaled to the measure, or to max-height.
struct PictureLabel {
  std::size_t item = 0;  ///< index into Drawing::items
  StyledParagraph words;
};
struct Picture {
  figures::DrawingPtr drawing;
  std::vector<PictureLabel> labels;
  /// Instead, where these do not fit: numbers on discs, explained in `key`.
  std::vector<PictureLabel> numbers;
  std::optional<StructureId> key;
  Tag tag;                       ///< Figure, or artifact for decoration
  std::optional<Length> height;  ///< stated by furniture; else by width and max-height
  std::optional<Measure> width;  ///< stated; else the measure
  bool mirror = false;           ///< in right-to-left
};

/// `of` discs: `low` counted, up to `high` uncertain, the rest outlined. One Figure with alt.
struct Dots {
  int low = 0, high = 0, of = 100;
  Tag tag;
};
struct NoteLines {
  int lines = 1;
};
/// A line across.
struct RuleLine {};

/// What stands before a block's first line, in its indent: drawn (an artifact), or words in a Lbl.
struct BlockMarker {
  MarkerKind kind = MarkerKind::none;     ///< disc and box are drawn
  std::optional<StyledParagraph> number;  ///< with kind number or number_with_point; tagged Lbl
  figures::DrawingPtr icon;               ///< drawn instead
};

/// What a block is, where layout needs to know.
enum class BlockRole : std::uint8_t { ordinary, title, section_title, handout_title };
inline bool is_title(BlockRole role) {
  return role != BlockRole::ordinary;
}

/// A block: its box (fill, rules, padding), its marker, and what it holds.
struct FlowBlock {
  StyleId style;
  BlockRole role = BlockRole::ordinary;
  std::variant<StyledParagraph, Stack, Row, Table, Picture, Dots, NoteLines, RuleLine> content;
  std::optional<BlockMarker> marker;
  StructureId element;  ///< the element of the block as a whole (List, Figure...), for anchors; 0 where none
  bool has_element = false;
  /// It is a picture's key of this name, and stands only where that picture's labels had to become numbers.
  std::optional<StructureId> key;
  SourceRange where;
};
struct RowCell {
  FlowBlock block;
  FurnitureWidth width;  ///< share_rest with `shares`
  int shares = 1;
  Length least;  ///< the row wraps before the cell gets narrower, or too narrow for what is in it
  Align align = Align::start;
};

/// Furniture of a page, styled. Text that repeats shares `element`: its first printing is content, the rest artifacts.
struct StyledFurniture;
struct FurnitureWords {
  StyledParagraph words;     ///< tags inside are those of the first printing
  bool content_once = true;  ///< false: always an artifact (texts with page.number)
};
struct FurnitureRow {
  std::vector<StyledFurniture> items;
  Length gap;
};
struct FurnitureStack {
  std::vector<StyledFurniture> items;
};
/// Where a thread's text goes.
struct ThreadSlot {
  std::size_t thread = 0;
};
struct StyledFurniture {
  std::variant<FurnitureWords, FurnitureRow, FurnitureStack, ThreadSlot, Picture, NoteLines, RuleLine> item;
  StyleId style;
  Align align = Align::start;
  FurnitureWidth width;
};
struct StyledBox {
  BoxKind kind = BoxKind::region;
  Dock at = Dock::none;
  std::optional<Measure> width, height;
  Length gap, column_gap;
  int columns = 1;
  bool balance = false;
  StyleId style;
  std::vector<StyledFurniture> furniture;
  std::string name;
};
struct StyledPage {
  Margins margins;
  StyleId style;      ///< `page`: a fill to the paper's edges
  SourceRange where;  ///< of its <page>, which may have several names
  std::vector<StyledBox> boxes;
};

/// Text that flows through all boxes with the same `what`.
struct Thread {
  std::string what;  ///< for messages: "rest", "help"
  bool is_rest = false;
  FlowBlocks blocks;
  std::size_t appended = 0;  ///< so many blocks at the end stand on pages that `fit` does not count
};

/// A whole document, styled: threads of text, furniture, structure, and the styles they name.
struct Manuscript {
  std::vector<StyleSource> styles;
  Fit fit;
  std::map<std::string, Color, std::less<>> swatches;
  std::map<std::string, std::string, std::less<>> families;  ///< body -> sans
  std::map<std::string, figures::DrawingPtr, std::less<>> backdrops;
  bool black_only = false;

  Locale locale;
  localization::NumberForm number_form;
  Size page_size;
  Duplex duplex = Duplex::no;
  std::map<std::string, StyledPage, std::less<>> pages;  ///< cover, first, all, back, "2"
  std::vector<Thread> threads;
  /// The press's draft line, under the band of every page; absent where every unit is reviewed.
  std::optional<StyledFurniture> draft_line;

  StructureTree structure;
  std::optional<StructureId> help_section;  ///< for help.page
  std::string title;                        ///< for the PDF's title
  std::string edition;                      ///< "miss-disc-herniation en 1.0 7f3a"
};

/// Every style's values at one setting. Sizes: `fit` sets size, leading and tracking of `handout`, em follows;
/// `spacing` multiplies each space-before and -after without a range; ranges give in their own stage.
StyleTable settle_styles(const Manuscript&, FitSetting);

}  // namespace handout::design
