#include "design/nesting.h"

#include <initializer_list>
#include <unordered_map>

namespace handout::design {
namespace {

using Names = std::vector<ElementName>;

Names joined(std::initializer_list<Names> lists) {
  Names all;
  for (const Names& list : lists)
    all.insert(all.end(), list.begin(), list.end());
  return all;
}

Names named(std::initializer_list<const char*> names) {
  Names all;
  for (const char* name : names) {
    const std::string_view text = name;
    const std::size_t dot = text.find('.');
    all.push_back({std::string(text.substr(0, dot)),
                   dot == std::string_view::npos ? std::string() : std::string(text.substr(dot + 1))});
  }
  return all;
}

std::unordered_map<std::string_view, Nesting> make_nestings() {
  const Names words = named({"strong", "sup", "sub", "nobr", "field", "ref", "temperature", "term", "link"});
  const Names small = named({"p", "list.bullet", "list.number", "list.check", "figure", "notes", "qr"});
  const Names title = named({"title"});
  const Names body = joined({small, named({"steps", "facts", "timeline", "table.data", "table.fill-in", "risk-table",
                                           "callout.note", "callout.tip", "callout.warning", "zones"})});
  const std::vector<Nesting> all = {
      {"title", true, words},
      {"subtitle", true, words},
      {"summary", false, joined({title, small})},
      {"section", false, joined({title, body, named({"subsection"})})},
      {"subsection", false, joined({title, body})},
      {"p", true, words},
      {"list", false, named({"item"})},
      {"item", true, joined({words, small})},
      {"steps", false, named({"step"})},
      {"step", true, joined({title, words, small})},
      {"facts", false, named({"fact"})},
      {"fact", true, joined({title, words})},
      {"timeline", false, named({"stage.surgery", "stage.later"})},
      {"stage", true, joined({title, words, small})},
      {"table", false, named({"caption", "head", "row"})},
      {"head", false, named({"cell.header"})},
      {"row", false, named({"cell", "cell.header"})},
      {"cell", true, joined({words, small})},
      {"risk-table", false, named({"caption", "head", "risk"})},
      {"risk", true, words},
      {"figure", false, named({"caption", "label", "key"})},
      {"label", true, {}},
      {"key", true, {}},
      {"caption", true, words},
      {"callout", false, joined({title, small})},
      {"zones", false, named({"zone.emergency", "zone.call", "zone.expected"})},
      {"zone", false, joined({title, small})},
      {"qr", false, named({"caption"})},
      {"glossary", false, joined({title, named({"entry"})})},
      {"entry", true, words},
      {"sources", false, joined({title, named({"source"})})},
      {"source", true, words},
      {"strong", true, named({"term", "link", "field"})},
      {"term", true, named({"strong"})},
      {"link", true, named({"strong", "field"})},
      {"nobr", true, named({"strong", "field", "temperature"})},
      {"field", true, {}},
      {"ref", true, {}},
      {"sup", true, {}},
      {"sub", true, {}},
      {"temperature", true, {}},
  };
  std::unordered_map<std::string_view, Nesting> by_element;
  for (const Nesting& nesting : all)
    by_element.emplace(nesting.element, nesting);
  return by_element;
}

}  // namespace

const Nesting* nesting_of(std::string_view element) {
  static const std::unordered_map<std::string_view, Nesting> nestings = make_nestings();
  const auto found = nestings.find(element);
  return found == nestings.end() ? nullptr : &found->second;
}

}  // namespace handout::design
