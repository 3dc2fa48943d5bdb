#include "pages/print_pages.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "localization/messages.h"
#include "pages/box_shapes.h"
#include "pages/mirror.h"
#include "pages/picture_labels.h"
#include "pages/print_figures.h"
#include "pages/print_words.h"

namespace handout::pages {

namespace {

using design::Artifact;
using design::StructureId;
using design::Tag;

/// The element that a piece is content of.
struct TagOf {
  std::optional<StructureId> operator()(const LinePiece& piece) const { return of(piece.paragraph->tag); }
  std::optional<StructureId> operator()(const FieldPiece& piece) const { return of(piece.paragraph->tag); }
  std::optional<StructureId> operator()(const DrawingPiece& piece) const {
    return piece.picture ? of(piece.picture->tag) : std::nullopt;
  }
  std::optional<StructureId> operator()(const DotsPiece& piece) const { return of(piece.dots->tag); }
  template <typename Other>
  std::optional<StructureId> operator()(const Other&) const {
    return std::nullopt;
  }
  static std::optional<StructureId> of(const Tag& tag) {
    const auto* element = std::get_if<StructureId>(&tag);
    return element ? std::optional(*element) : std::nullopt;
  }
};

bool lies_in(const design::StructureTree& tree, StructureId element, StructureId ancestor) {
  std::uint32_t at = element.value;
  while (at != ancestor.value && at != 0)
    at = tree.nodes.at(at).parent;
  return at == ancestor.value;
}

/// Number of the text page on which a section starts.
std::optional<int> page_of(const DocumentLayout& layout, const design::StructureTree& tree, StructureId section) {
  for (const PageLayout& page : layout.pages) {
    for (const Piece& piece : page.pieces) {
      const std::optional<StructureId> element = std::visit(TagOf{}, piece);
      if (element && lies_in(tree, *element, section)) return page.number;
    }
  }
  return std::nullopt;
}

class Printer {
 public:
  Printer(Composer& composer, const DocumentLayout& layout, Diagnostics& diagnostics)
      : composer_(composer),
        diagnostics_(diagnostics),
        layout_(layout),
        manuscript_(composer.manuscript),
        mirror_(manuscript_.locale.direction, manuscript_.page_size.width),
        anchors_(manuscript_.structure.nodes.size()) {
    numbers_["page.count"] = layout.text_pages;
    if (manuscript_.help_section) {
      if (const auto page = page_of(layout, manuscript_.structure, *manuscript_.help_section)) {
        numbers_["help.page"] = *page;
      }
    }
  }

  PagedDocument print() {
    PagedDocument document;
    for (const PageLayout& page : layout_.pages)
      print_page(page, document);
    for (const std::optional<Anchor>& anchor : anchors_) {
      if (anchor) document.anchors.push_back(*anchor);
    }
    document.structure = manuscript_.structure;
    document.locale = manuscript_.locale;
    document.title = manuscript_.title;
    document.edition = manuscript_.edition;
    document.duplex = manuscript_.duplex;
    return document;
  }

 private:
  /// In the digits of the words around it.
  std::string page_field(const std::string& field, const Locale& locale) const {
    const auto number = numbers_.find(field);
    if (number == numbers_.end()) return "";
    return localization::format_number(number->second, locale, manuscript_.number_form);
  }

  void print_page(const PageLayout& layout, PagedDocument& document) {
    Page& page = document.pages.emplace_back();
    page.size = manuscript_.page_size;
    if (layout.number > 0) {
      page.label = std::to_string(layout.number);
      numbers_["page.number"] = layout.number;
    }
    composer_.side = layout.side;
    page_ = &page;
    page_index_ = document.pages.size() - 1;
    for (const Piece& piece : layout.pieces)
      std::visit(*this, piece);
    std::move(afterwards_.begin(), afterwards_.end(), std::back_inserter(page.items));
    afterwards_.clear();
    printed_.insert(printed_here_.begin(), printed_here_.end());
    printed_here_.clear();
  }

  /// What is content stays so; furniture is content on the first page that it stands on.
  std::optional<Artifact> artifact_of(const Printing& printing, const Tag& tag) {
    if (printing.kind == Printing::Kind::artifact) return printing.artifact;
    const auto* element = std::get_if<StructureId>(&tag);
    if (!element) return std::get<Artifact>(tag);
    if (printing.kind == Printing::Kind::content_once) {
      if (printed_.contains(*element)) return printing.artifact;
      printed_here_.insert(*element);
    }
    return std::nullopt;
  }

  /// Notes where an element, and whatever it is part of, first stands.
  void note(const Tag& tag, Point top) {
    const auto* element = std::get_if<StructureId>(&tag);
    if (!element) return;
    std::uint32_t at = element->value;
    while (!anchors_.at(at)) {
      anchors_[at] = Anchor{StructureId{at}, page_index_, top};
      if (at == 0) break;
      at = manuscript_.structure.nodes.at(at).parent;
    }
  }

  void add(std::vector<PageItem> items) { std::move(items.begin(), items.end(), std::back_inserter(page_->items)); }

  void print_line(const LinePiece& piece) {
    const std::optional<Artifact> artifact = artifact_of(piece.printing, piece.paragraph->tag);
    PrintedLine printed = print_words(piece, artifact, mirror_);
    tell_if_overfull(piece);
    for (const auto& [tag, top] : printed.first_tops)
      note(tag, top);
    for (PlacedRun& run : printed.runs)
      page_->items.emplace_back(std::move(run));
    std::move(printed.links.begin(), printed.links.end(), std::back_inserter(page_->links));
    // Lines to write on come last on the page, so that a paragraph's words stay in one sequence.
    std::move(printed.blanks.begin(), printed.blanks.end(), std::back_inserter(afterwards_));
  }

  /// Once, though furniture is printed again on every page.
  void tell_if_overfull(const LinePiece& piece) {
    if (!piece.line->room) return;
    const SourceRange& where = piece.paragraph->where;
    if (told_.emplace(where.file.get(), where.begin, piece.line->text_begin).second)
      text::report_overfull(*piece.line, *piece.paragraph, diagnostics_);
  }

  Tag tag_or(const std::optional<Artifact>& artifact, const Tag& tag) const { return artifact ? Tag(*artifact) : tag; }

 public:
  void operator()(const LinePiece& piece) { print_line(piece); }

  void operator()(const FieldPiece& piece) {
    const design::StyledParagraph& words = composer_.text.shaped().keep(
        with_page_fields(*piece.paragraph,
                         [this](const std::string& field, const Locale& locale) { return page_field(field, locale); }));
    Point at = piece.at;
    for (const text::Line& line : composer_.text.lines(words, piece.shape)) {
      LinePiece one;
      one.paragraph = &words;
      one.line = &line;
      one.at = at;
      one.width = piece.shape.width;
      one.printing = piece.printing;
      print_line(one);
      at.y += line.height;
    }
  }

  void operator()(const BoxPiece& piece) { add(draw_box(piece, manuscript_, mirror_)); }

  void operator()(const RulePiece& piece) {
    PlacedPath path;
    path.path = figures::rectangle(mirror_.rect(piece.rect));
    path.fill = piece.ink;
    path.tag = Artifact::layout;
    page_->items.emplace_back(std::move(path));
  }

  void operator()(const PathPiece& piece) {
    PlacedPath path;
    path.path = mirror_.path(piece.path);
    path.fill = piece.fill;
    if (piece.stroke) {
      PlacedStroke stroke;
      stroke.color = *piece.stroke;
      stroke.width = piece.stroke_width;
      path.stroke = stroke;
    }
    path.tag = Artifact::layout;
    page_->items.emplace_back(std::move(path));
  }

  void operator()(const DrawingPiece& piece) {
    const Tag own = piece.picture ? piece.picture->tag : Tag(Artifact::layout);
    const std::optional<Artifact> artifact = artifact_of(piece.printing, own);
    add(print_drawing(piece, tag_or(artifact, own), manuscript_, mirror_));
    if (!artifact) add_figure(own, mirror_.rect(piece.panel));
    if (!piece.picture) return;
    add(label_discs(piece, composer_, mirror_, tag_or(artifact, own)));
    for (LinePiece& line : label_lines(piece, composer_, mirror_)) {
      if (artifact) line.printing = Printing{Printing::Kind::artifact, *artifact};
      print_label(line);
    }
  }

  void operator()(const DotsPiece& piece) {
    const std::optional<Artifact> artifact = artifact_of(piece.printing, piece.dots->tag);
    add(print_dots(piece, tag_or(artifact, piece.dots->tag), mirror_));
    if (!artifact) add_figure(piece.dots->tag, mirror_.rect(piece.rect));
  }

 private:
  /// Labels keep their physical place: they are laid out as they stand on the page.
  void print_label(const LinePiece& line) {
    const Mirror as_it_is(Direction::left_to_right, manuscript_.page_size.width);
    PrintedLine printed = print_words(line, artifact_of(line.printing, line.paragraph->tag), as_it_is);
    tell_if_overfull(line);
    for (const auto& [tag, top] : printed.first_tops)
      note(tag, top);
    for (PlacedRun& run : printed.runs)
      page_->items.emplace_back(std::move(run));
  }

  void add_figure(const Tag& tag, const Rect& box) {
    const auto* element = std::get_if<StructureId>(&tag);
    if (!element) return;
    note(tag, Point{box.x, box.y});
    page_->figures.push_back(FigureArea{*element, box});
  }

  Composer& composer_;
  Diagnostics& diagnostics_;
  const DocumentLayout& layout_;
  const design::Manuscript& manuscript_;
  Mirror mirror_;
  std::vector<std::optional<Anchor>> anchors_;
  std::map<std::string, int> numbers_;
  std::set<StructureId> printed_, printed_here_;
  Page* page_ = nullptr;
  std::size_t page_index_ = 0;
  std::vector<PageItem> afterwards_;
  std::set<std::tuple<const SourceFile*, std::uint32_t, std::uint32_t>> told_;  ///< lines that are too wide
};

}  // namespace

PagedDocument print_pages(Composer& composer, const DocumentLayout& layout, Diagnostics& diagnostics) {
  return Printer(composer, layout, diagnostics).print();
}

}  // namespace handout::pages
