#include "pages/print_words.h"

#include <algorithm>
#include <string>

namespace handout::pages {

namespace {

using design::StructureId;
using design::Tag;

/// All that a link says, in this line and the others.
std::string words_of(const design::StyledParagraph& paragraph, const Tag& tag) {
  std::string words;
  for (const design::StyledSpan& span : paragraph.spans) {
    if (span.tag == tag) words += paragraph.text.substr(span.begin, span.end - span.begin);
  }
  return words;
}

void add_link(const design::StyledParagraph& paragraph, const PlacedRun& placed, const Rect& line,
              std::vector<LinkArea>& links) {
  const auto* element = std::get_if<StructureId>(&placed.run.tag);
  if (!placed.run.link || !element) return;
  const Rect box{placed.origin.x, line.y, placed.run.width, line.height};
  for (LinkArea& known : links) {
    if (known.element != *element) continue;
    const Length right = std::max(known.box.right(), box.right());
    known.box.x = std::min(known.box.x, box.x);
    known.box.width = right - known.box.x;
    return;
  }
  links.push_back(LinkArea{box, *element, *placed.run.link, words_of(paragraph, placed.run.tag)});
}

}  // namespace

PrintedLine print_words(const LinePiece& piece, const std::optional<design::Artifact>& artifact, const Mirror& mirror) {
  PrintedLine printed;
  const text::Line& line = *piece.line;
  const Rect box = mirror.rect(Rect{piece.at.x, piece.at.y, piece.width, line.height});
  std::vector<const text::GlyphRun*> runs;
  for (const text::GlyphRun& run : line.runs)
    runs.push_back(&run);
  std::stable_sort(runs.begin(), runs.end(), [](const text::GlyphRun* a, const text::GlyphRun* b) {
    return a->logical_order < b->logical_order;
  });
  for (const text::GlyphRun* run : runs) {
    PlacedRun placed;
    placed.run = *run;
    placed.origin = Point{box.x + run->x, box.y + line.baseline};
    if (piece.ink) placed.run.color = *piece.ink;
    if (artifact) {
      placed.run.tag = *artifact;
      placed.run.link.reset();
    } else {
      printed.first_tops.emplace_back(run->tag, Point{box.x, box.y});
      add_link(*piece.paragraph, placed, box, printed.links);
    }
    printed.runs.push_back(std::move(placed));
  }
  if (!artifact) printed.first_tops.emplace_back(piece.paragraph->tag, Point{box.x, box.y});
  for (const text::BlankRule& blank : line.blanks) {
    PlacedPath path;
    path.path = figures::rectangle(Rect{box.x + blank.x, box.y + line.baseline, blank.width, blank.thickness});
    path.fill = blank.color;
    path.tag = design::Artifact::layout;
    printed.blanks.emplace_back(std::move(path));
  }
  return printed;
}

}  // namespace handout::pages
