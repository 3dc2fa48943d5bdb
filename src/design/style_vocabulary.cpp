#include "design/style_vocabulary.h"

#include <algorithm>

namespace handout::design {
namespace {

constexpr std::uint32_t words = about::text | about::paragraph;
constexpr std::uint32_t block = words | about::space | about::flow | about::box;
constexpr std::uint32_t marked = about::icon | about::mark_look;
constexpr std::uint32_t page_box = words | about::space | about::box | about::width | about::backdrop;

std::vector<StyledElement> make_elements() {
  return {
      {"handout", words, {}},
      {"page", words | about::fill | about::backdrop, {"cover", "first", "all", "back", "*"}},
      {"title", block | about::width | about::run_in | marked, {}},
      {"subtitle", block | about::width | marked, {}},
      {"summary", block | about::width | about::arrange | marked, {}},
      {"section",
       block,
       {"condition", "options", "procedure", "benefits", "risks", "preparation", "medicines", "day-of-surgery",
        "recovery", "help", "questions"}},
      {"subsection", block, {}},
      {"p", block | about::width | marked, {"*"}},
      {"list", block | about::width | about::marker | about::mark_look, {"bullet", "number", "check"}},
      {"item", block, {}},
      {"steps", block | about::marker | about::mark_look | about::arrange | about::rows, {}},
      {"step", block, {}},
      {"facts", block | about::arrange, {}},
      {"fact", block | about::width, {}},
      {"dots", about::space | about::mark_look | about::dots | about::rule, {}},
      {"timeline", block | about::arrange, {}},
      {"stage", block, {"surgery", "later"}},
      {"table", block | about::width | about::table | about::rows, {"data", "fill-in"}},
      {"head", words | about::box | about::rows, {}},
      {"row", words | about::box | about::rows, {}},
      {"cell", words | about::box | about::width, {"header"}},
      {"risk-table", block | about::width | about::table | about::rows, {}},
      {"risk", words | about::box | about::rows, {}},
      {"figure", block | about::width | about::max_height | about::labels, {}},
      {"label", about::text, {}},
      {"key", block | about::marker | about::mark_look, {}},
      {"caption", block, {}},
      {"callout", block | marked, {"note", "tip", "warning"}},
      {"zones", block | about::arrange, {}},
      {"zone", block | marked, {"emergency", "call", "expected"}},
      {"notes", about::space | about::flow | about::rule | about::width | about::line_gap, {}},
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
      {"blank", about::text | about::rule | about::width, {"short", "long"}},
      {"band", page_box, {}},
      {"header", page_box, {}},
      {"footer", page_box, {}},
      {"region", page_box, {"*"}},
      {"box", page_box, {"*"}},
      {"line", words | about::space | about::box | about::width, {}},
      {"image", about::space | about::box | about::width | about::max_height, {}},
      {"rule", about::space | about::rule | about::width, {}},
      {"notice", block | about::width | marked, {}},
      {"draft", block | marked, {}},
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
