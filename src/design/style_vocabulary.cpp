#include "design/style_vocabulary.h"

#include <algorithm>

namespace handout::design {
namespace {

constexpr std::uint32_t words = about::text | about::paragraph;
constexpr std::uint32_t space = about::space_before | about::space_after;
/// What is drawn around anything.
constexpr std::uint32_t frame = about::fill | about::padding | about::rules | about::corner;
/// A box that also grows, runs out of its place or takes a shape.
constexpr std::uint32_t box = frame | about::min_height | about::shape;
constexpr std::uint32_t block = words | space | about::flow | box;
constexpr std::uint32_t marked = about::icon | about::mark_look;
/// The ground of a picture.
constexpr std::uint32_t panel = about::fill | about::padding | about::corner;
/// What a table draws of its rows.
constexpr std::uint32_t row = words | about::fill | about::rows | about::rule_ink;

std::vector<StyledElement> make_elements() {
  return {
      {"handout", words, {}},
      {"page", words | about::fill | about::backdrop, {"cover", "first", "all", "back", "*"}},
      {"title", block | about::width | about::run_in | marked, {}},
      {"subtitle", block | about::width | marked, {}},
      {"summary", block | about::width | about::arrange, {}},
      {"section",
       block,
       {"condition", "options", "procedure", "benefits", "risks", "preparation", "medicines", "day-of-surgery",
        "recovery", "help", "questions"}},
      {"subsection", block, {}},
      {"p", block | about::width | marked, {"*"}},
      {"list", block | about::width | about::marker | about::mark_look, {"bullet", "number", "check"}},
      {"item", block, {}},
      {"steps", block | about::marker | about::mark_look | about::arrange | about::row_rule, {}},
      {"step", block, {}},
      {"facts", block | about::arrange, {}},
      {"fact", block | about::width, {}},
      {"dots", space | about::mark_look | about::dots | about::rule, {}},
      {"timeline", block | about::arrange, {}},
      {"stage", block, {"surgery", "later"}},
      {"table", block | about::width | about::table | about::rows, {"data", "fill-in"}},
      {"head", row | about::rule | about::rule_bottom, {}},
      {"row", row, {}},
      {"cell", words | about::fill | about::padding, {"header"}},
      {"risk-table", block | about::width | about::table | about::rows, {}},
      {"risk", row, {}},
      {"figure",
       words | space | about::flow | panel | about::rules | about::width | about::max_height | about::labels,
       {}},
      {"label", about::text, {}},
      {"key", block | about::marker | about::mark_look, {}},
      {"caption", block, {}},
      {"callout", block | marked, {"note", "tip", "warning"}},
      {"zones", block | about::arrange, {}},
      {"zone", block | marked, {"emergency", "call", "expected"}},
      {"notes", space | about::flow | about::rule_ink | about::width | about::line_gap, {}},
      {"qr", block | about::width, {}},
      {"glossary", block, {}},
      {"entry", block, {}},
      {"sources", block, {}},
      {"source", block, {}},
      {"strong", about::text, {}},
      {"term", about::text, {}},
      {"link", about::text, {}},
      {"field", about::text, {}},
      {"ref", about::text, {}},
      {"sup", about::text, {}},
      {"sub", about::text, {}},
      {"nobr", about::text, {}},
      {"temperature", about::text, {}},
      {"blank", about::text | about::rule_ink | about::width, {"short", "long"}},
      {"band",
       words | about::space_after | frame | about::min_height | about::max_height | about::width | about::backdrop,
       {}},
      {"header", words | about::space_after | frame | about::backdrop, {}},
      {"footer", words | about::space_before | frame | about::backdrop, {}},
      {"region", words | frame | about::backdrop, {"*"}},
      {"box", words | space | box | about::width | about::backdrop, {"*"}},
      {"line", words | space | box | about::width, {}},
      {"image", space | panel | about::width | about::max_height, {}},
      {"rule", space | about::rule | about::width, {}},
      {"notice", block | about::width | marked, {}},
      {"draft", words | frame | about::min_height, {}},
  };
}

}  // namespace

const std::vector<StyledElement>& styled_elements() {
  static const std::vector<StyledElement> elements = make_elements();
  return elements;
}

const StyledElement* find_styled_element(std::string_view name) {
  for (const StyledElement& element : styled_elements()) {
    if (element.name == name) return &element;
  }
  return nullptr;
}

bool has_kind(const StyledElement& element, std::string_view kind) {
  return std::any_of(element.kinds.begin(), element.kinds.end(),
                     [kind](std::string_view known) { return known == kind || known == "*"; });
}

}  // namespace handout::design
