#include "design/read_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/names.h"
#include "base/xml.h"
#include "design/read_elements.h"
#include "design/read_entries.h"
#include "design/read_pieces.h"
#include "design/read_values.h"

namespace handout::design {
namespace {

void check_id(const XmlElement& root, const std::string& id, Diagnostics& diagnostics) {
  const std::optional<std::string> stated = need_id(root, "id", diagnostics);
  if (!stated || *stated == id) return;
  diagnostics.error("design.wrong-id", fmt::format("id=\"{}\" in <layout> is not the file's name", *stated),
                    value_range(*value_of(root, "id")), fmt::format("write id=\"{}\", or rename the file", id));
}

void read_root(const XmlElement& root, LayoutFile& layout, Diagnostics& diagnostics) {
  check_attributes(root, {"id", "lang", "extends", "languages", "black-only", "min-size", "omit", "append"},
                   diagnostics);
  if (const auto lang = need_attribute(root, "lang", diagnostics)) {
    layout.locale = read_language(*lang, diagnostics).value_or(Locale{});
  }
  if (const auto extends = value_of(root, "extends")) {
    layout.extends = read_name(*extends, diagnostics).value_or("");
    layout.extends_where = value_range(*extends);
  }
  if (const auto languages = value_of(root, "languages")) {
    static constexpr Choice<int> choices[] = {{"1", 1}, {"2", 2}};
    if (read_choice(*languages, choices, diagnostics).value_or(1) != 1)
      report_unsupported(*languages, "remove languages: a print is in one language", diagnostics);
  }
  if (const auto black = value_of(root, "black-only")) layout.black_only = read_yes_no(*black, diagnostics);
  if (const auto size = value_of(root, "min-size")) layout.min_size = read_points(*size, diagnostics);
  if (const auto omit = value_of(root, "omit")) layout.omit = read_words_of(*omit, omission_names(), diagnostics);
  if (const auto append = value_of(root, "append")) {
    layout.append = read_names(*append, diagnostics);
    layout.append_where = value_range(*append);
  }
}

Condition read_condition(const XmlElement& when, Diagnostics& diagnostics) {
  check_attributes(when, {"lang", "script", "paper", "brand"}, diagnostics);
  Condition condition;
  if (const auto lang = value_of(when, "lang")) condition.languages = read_languages(*lang, diagnostics);
  if (const auto script = value_of(when, "script")) condition.scripts = read_scripts(*script, diagnostics);
  if (const auto paper = value_of(when, "paper")) condition.papers = read_papers(*paper, diagnostics);
  if (const auto brand = value_of(when, "brand")) condition.brands = read_names(*brand, diagnostics);
  if (when.attributes.empty()) {
    diagnostics.error("design.missing-attribute", "<when> has no condition", when.where,
                      "add lang, script, paper or brand");
  }
  for (const XmlAttribute& attribute : when.attributes) {
    const Value value{when, attribute};
    if (list_words(value).empty()) bad_value(value, "names nothing", "name what must hold, or remove it", diagnostics);
  }
  return condition;
}

/// The conditions as units name them: `script-thai`, `lang-de-ru`.
std::string condition_name(const XmlElement& when) {
  std::string name;
  for (const std::string_view attribute : {"lang", "script", "paper", "brand"}) {
    const auto value = value_of(when, attribute);
    if (!value) continue;
    if (!name.empty()) name += '.';
    name += attribute;
    for (const ListWord& word : list_words(*value))
      name += '-' + word.text;
  }
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

}  // namespace

std::optional<LayoutFile> read_layout(const SourceFilePtr& file, const std::string& id, const DesignContext& context,
                                      Diagnostics& diagnostics) {
  const std::unique_ptr<XmlElement> root = parse_xml(file, "design", diagnostics);
  if (!root) return std::nullopt;
  if (root->name != "layout") {
    diagnostics.error("design.unknown-element", fmt::format("<{}> is not the root of a layout", root->name),
                      root->where,
                      name_hint(root->name, "layout", "a layout starts with <layout id=\"...\" lang=\"...\">"));
    return std::nullopt;
  }
  LayoutFile layout;
  layout.path = file->path;
  layout.id = id;
  layout.where = root->where;
  check_id(*root, id, diagnostics);
  read_root(*root, layout, diagnostics);

  const std::vector<const XmlElement*> children = read_children(*root, layout_rules(), diagnostics);
  const EntriesPlace plain{id, {}, file->path, layout.locale};
  layout.entries = read_entries(children, plain, context, diagnostics);
  check_set_twice(children, diagnostics);
  for (const XmlElement* child : children) {
    if (child->name != "when") continue;
    ConditionalEntries conditional;
    conditional.when = read_condition(*child, diagnostics);
    const EntriesPlace place{id, condition_name(*child), file->path, layout.locale};
    conditional.entries = read_entries(read_children(*child, when_rules(), diagnostics), place, context, diagnostics);
    layout.whens.push_back(std::move(conditional));
  }
  return layout;
}

}  // namespace handout::design
