#include "content/vocabulary.h"

#include <algorithm>
#include <array>

#include "base/diagnostic.h"

namespace handout::content {
namespace {

constexpr std::string_view inline_names = "strong|nobr|sup|sub|term|link|field|ref|br|blank|temperature";
/// What stands in a link: no other. A term leads to the glossary, so it is one too.
constexpr std::string_view unlinked_names = "strong|nobr|sup|sub|field|ref|br|blank|temperature";
constexpr std::string_view small_names = "p|list|figure|notes|qr|use";
constexpr std::string_view block_names =
    "p|list|figure|notes|qr|use|steps|facts|timeline|table|risk-table|callout|zones";

// How a row is written.
//   Children, in order: a name, names joined by |, or a group (@inline @unlinked @small @block); then ? for at most
//   one, + for one or more, * for any number. Attributes: name=kind, the name with ! where it is required; the kind is
//   one of value_kind_named, or the values joined by |. @phrase is lang and translate; @words is these and
//   translator-note;
//   @unit is @words and id.
const std::vector<Vocabulary::Row>& handout_rows() {
  static const std::vector<Vocabulary::Row> rows = {
      {"handout", Body::nothing, "title subtitle? summary section|use+ glossary? sources?",
       "id!=name lang!=language version!=text published!=date review-by!=date withdraw-on=date"},
      {"shared", Body::nothing, "@block|subsection|section+", "id!=name lang!=language"},
      {"title", Body::words, "@inline*", "@unit"},
      {"subtitle", Body::words, "@inline*", "@unit"},
      {"summary", Body::nothing, "title? @small+", "id=id"},
      {"section", Body::nothing, "title @block|subsection+",
       "id=id role=condition|options|procedure|benefits|risks|preparation|medicines|day-of-surgery|recovery|help|"
       "questions"},
      {"subsection", Body::nothing, "title @block+", "id=id detail=yes-no"},
      {"glossary", Body::nothing, "", ""},
      {"sources", Body::nothing, "source+", ""},
      {"source", Body::words, "@inline*", "id!=id href=url checked!=date @words"},
      // Blocks
      {"p", Body::words, "@inline*", "@unit detail=yes-no"},
      {"list", Body::nothing, "item+", "id=id kind=bullet|number|check detail=yes-no"},
      {"item", Body::words_or_blocks, "@inline|@small*", "@unit detail=yes-no"},
      {"steps", Body::nothing, "step+", "id=id"},
      {"step", Body::words_or_blocks, "title? @inline|@small*", "@unit"},
      {"facts", Body::nothing, "fact+", "id=id"},
      {"fact", Body::words, "title @inline*", "@unit of=10|100|1000 counts=one-or-two-counts"},
      {"timeline", Body::nothing, "stage+", "id=id"},
      {"stage", Body::words_or_blocks, "title @inline|@small*", "@unit kind=surgery|later"},
      {"table", Body::nothing, "caption? head? row+", "id=id kind=data|fill-in blank-rows=count detail=yes-no"},
      {"head", Body::nothing, "cell+", ""},
      {"row", Body::nothing, "cell+", ""},
      {"cell", Body::words_or_blocks, "@inline|@small*", "@unit header=yes-no span=number"},
      {"caption", Body::words, "@inline*", "@unit"},
      {"risk-table", Body::nothing, "caption? head risk+", "id=id of!=10|100|1000"},
      {"risk", Body::words, "@inline*", "@unit counts!=counts"},
      {"figure", Body::nothing, "caption?", "id=id src!=file alt!=alt mirror=yes-no detail=yes-no @words"},
      {"callout", Body::nothing, "title? @small+", "id=id kind!=note|tip|warning detail=yes-no"},
      {"zones", Body::nothing, "zone+", "id=id"},
      {"zone", Body::nothing, "title @small+", "id=id kind!=emergency|call|expected"},
      {"notes", Body::nothing, "", "id=id lines!=lines"},
      {"qr", Body::nothing, "caption?", "id=id href!=address"},
      {"use", Body::nothing, "", "block!=block"},
      // Inline
      {"strong", Body::words, "@inline*", "@phrase"},
      {"nobr", Body::words, "@inline*", "@phrase"},
      {"sup", Body::words, "@inline*", "@phrase"},
      {"sub", Body::words, "@inline*", "@phrase"},
      {"term", Body::words, "@unlinked*", "define=name @phrase"},
      {"link", Body::words, "@unlinked*", "href=address to=id @phrase"},
      {"field", Body::nothing, "", "name!=field"},
      {"ref", Body::nothing, "", "source!=id"},
      {"br", Body::nothing, "", ""},
      {"blank", Body::nothing, "", "size=short|long"},
      {"temperature", Body::nothing, "", "celsius!=decimal"},
  };
  return rows;
}

const std::vector<Vocabulary::Row>& glossary_rows() {
  static const std::vector<Vocabulary::Row> rows = {
      {"glossary", Body::nothing, "entry+", "lang!=language"},
      {"entry", Body::nothing, "term definition translation*", "id!=name"},
      {"term", Body::words, "", ""},
      {"definition", Body::words, "", "@words"},
      {"translation", Body::words, "", "lang!=language also=any avoid=any"},
  };
  return rows;
}

const std::vector<Vocabulary::Row>& sign_offs_rows() {
  static const std::vector<Vocabulary::Row> rows = {
      {"sign-offs", Body::nothing, "sign-off*", ""},
      {"sign-off", Body::nothing, "", "locale!=language of!=digest by!=text role!=clinical|language on!=date"},
  };
  return rows;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<std::string_view> names_of(std::string_view written) {
  std::vector<std::string_view> names;
  for (const std::string_view name : split(written, '|')) {
    const std::string_view group = name == "@inline"     ? inline_names
                                   : name == "@unlinked" ? unlinked_names
                                   : name == "@small"    ? small_names
                                   : name == "@block"    ? block_names
                                                         : name;
    for (const std::string_view member : split(group, '|'))
      names.push_back(member);
  }
  return names;
}

ChildRule read_child_rule(std::string_view written) {
  constexpr std::size_t any_number = static_cast<std::size_t>(-1);
  const char sign = written.back();
  if (sign == '?') return {names_of(written.substr(0, written.size() - 1)), 0, 1};
  if (sign == '+') return {names_of(written.substr(0, written.size() - 1)), 1, any_number};
  if (sign == '*') return {names_of(written.substr(0, written.size() - 1)), 0, any_number};
  return {names_of(written), 1, 1};
}

AttributeRule read_attribute_rule(std::string_view written) {
  const std::size_t equals = written.find('=');
  std::string_view name = written.substr(0, equals);
  const bool required = name.ends_with('!');
  if (required) name.remove_suffix(1);
  const std::string_view kind = written.substr(equals + 1);
  ValueRule value = kind.find('|') == std::string_view::npos ? ValueRule{value_kind_named(kind), {}}
                                                             : ValueRule{ValueKind::choice, split(kind, '|')};
  return {name, std::move(value), required};
}

std::vector<AttributeRule> read_attribute_rules(std::string_view written) {
  std::vector<AttributeRule> attributes;
  for (const std::string_view one : split(written, ' ')) {
    const std::string_view group = one == "@phrase"  ? "lang=language translate=yes-no"
                                   : one == "@words" ? "@phrase translator-note=any"
                                   : one == "@unit"  ? "id=id @words"
                                                     : std::string_view{};
    if (group.empty()) {
      attributes.push_back(read_attribute_rule(one));
    } else {
      const std::vector<AttributeRule> members = read_attribute_rules(group);
      attributes.insert(attributes.end(), members.begin(), members.end());
    }
  }
  return attributes;
}

bool is_in(std::string_view name, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    if (list.substr(0, end) == name) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

/// Words of HTML and everyday ones for what the press calls otherwise.
constexpr std::array<std::pair<std::string_view, std::string_view>, 28> other_words = {{
    {"em", "strong"},       {"i", "strong"},     {"b", "strong"},       {"bold", "strong"},  {"italic", "strong"},
    {"u", "strong"},        {"ul", "list"},      {"ol", "list"},        {"li", "item"},      {"h1", "title"},
    {"h2", "title"},        {"h3", "title"},     {"heading", "title"},  {"header", "title"}, {"a", "link"},
    {"img", "figure"},      {"image", "figure"}, {"picture", "figure"}, {"tr", "row"},       {"td", "cell"},
    {"th", "cell"},         {"thead", "head"},   {"para", "p"},         {"paragraph", "p"},  {"note", "callout"},
    {"warning", "callout"}, {"tip", "callout"},  {"bullet", "item"},
}};

}  // namespace

bool ChildRule::has(std::string_view name) const {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool ElementRule::allows(std::string_view child) const {
  return std::any_of(children.begin(), children.end(), [child](const ChildRule& rule) { return rule.has(child); });
}

const AttributeRule* ElementRule::attribute(std::string_view attribute_name) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const AttributeRule& rule) { return rule.name == attribute_name; });
  return found == attributes.end() ? nullptr : &*found;
}

std::vector<std::string_view> ElementRule::child_names() const {
  std::vector<std::string_view> names;
  for (const ChildRule& rule : children)
    names.insert(names.end(), rule.names.begin(), rule.names.end());
  return names;
}

Vocabulary::Vocabulary(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    ElementRule rule{row.name, row.body, {}, {}};
    for (const std::string_view child : split(row.children, ' '))
      rule.children.push_back(read_child_rule(child));
    rule.attributes = read_attribute_rules(row.attributes);
    rules_.emplace(row.name, std::move(rule));
  }
}

const ElementRule* Vocabulary::find(std::string_view element) const {
  const auto found = rules_.find(element);
  return found == rules_.end() ? nullptr : &found->second;
}

std::string Vocabulary::meant_by(std::string_view name, const ElementRule& parent) const {
  for (const auto& [other, ours] : other_words) {
    if (name == other && parent.allows(ours)) return std::string(ours);
  }
  if (find(name) != nullptr) return {};  // an element of ours in the wrong place is not misspelt
  return nearest_name(name, parent.child_names());
}

const Vocabulary& handout_vocabulary() {
  static const Vocabulary vocabulary(handout_rows());
  return vocabulary;
}
const Vocabulary& glossary_vocabulary() {
  static const Vocabulary vocabulary(glossary_rows());
  return vocabulary;
}
const Vocabulary& sign_offs_vocabulary() {
  static const Vocabulary vocabulary(sign_offs_rows());
  return vocabulary;
}

bool is_inline(std::string_view element) {
  return is_in(element, inline_names);
}
bool is_small_block(std::string_view element) {
  return is_in(element, small_names);
}

}  // namespace handout::content
