#include "design/read_pieces.h"

#include <fmt/format.h>

#include <algorithm>

namespace handout::design {
namespace {

bool has(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

const std::vector<std::string_view>& role_names() {
  static const std::vector<std::string_view> names{"condition", "options",     "procedure", "benefits",
                                                   "risks",     "preparation", "medicines", "day-of-surgery",
                                                   "recovery",  "help",        "questions"};
  return names;
}

bool is_role(std::string_view name) {
  return has(role_names(), name);
}

const std::vector<std::string_view>& piece_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> pieces{"title", "subtitle", "summary"};
    pieces.insert(pieces.end(), role_names().begin(), role_names().end());
    pieces.insert(pieces.end(), {"glossary", "sources", "rest"});
    return pieces;
  }();
  return names;
}

const std::vector<std::string_view>& omission_names() {
  static const std::vector<std::string_view> names{
      "options", "risks", "preparation", "medicines", "day-of-surgery", "questions", "glossary", "sources", "detail"};
  return names;
}

std::vector<std::string> read_words_of(const Value& value, const std::vector<std::string_view>& names,
                                       Diagnostics& diagnostics) {
  std::vector<std::string> words;
  for (const ListWord& word : list_words(value)) {
    if (has(names, word.text)) {
      words.push_back(word.text);
    } else {
      const std::string nearest = nearest_name(word.text, names);
      bad_word(value, word, "is not one of its values",
               nearest.empty() ? choice_hint(names) : fmt::format("did you mean {}?", nearest), diagnostics);
    }
  }
  return words;
}

std::optional<std::string> read_address(const Value& value, const FieldPlace& place, Diagnostics& diagnostics) {
  const std::string& text = value.text();
  static constexpr std::string_view starts[] = {"https://", "http://", "mailto:", "tel:", "{"};
  const bool known_start = std::any_of(std::begin(starts), std::end(starts), [&text](std::string_view start) {
    return text.starts_with(start) && text.size() > start.size();
  });
  if (!known_start || text.find(' ') != std::string::npos) {
    bad_value(value, "is not an address", "write https://..., mailto:..., tel:... or {clinic.website}/...",
              diagnostics);
    return std::nullopt;
  }
  for (const std::string& field : fields_of_address(text))
    check_field(field, place, value_range(value), diagnostics);
  return text;
}

std::vector<std::string> read_needs(const Value& value, Diagnostics& diagnostics) {
  std::vector<std::string> fields;
  const FieldPlace place{FieldPlace::Kind::furniture, {}};
  for (const ListWord& word : list_words(value)) {
    check_field(word.text, place, word.where, diagnostics);
    fields.push_back(word.text);
  }
  return fields;
}

}  // namespace handout::design
