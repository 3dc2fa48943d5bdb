#include "base/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace handout {
namespace {

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

/// Parts of small letters and digits, joined by single hyphens.
bool is_hyphenated(std::string_view text) {
  if (text.empty() || text.front() == '-' || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '-' || is_small(c) || (c >= '0' && c <= '9'); });
}

}  // namespace

bool is_name(std::string_view text) {
  return is_hyphenated(text) && is_small(text.front());
}

bool is_id(std::string_view text) {
  std::size_t dot = text.find('.');
  if (!is_name(text.substr(0, dot))) return false;
  while (dot != std::string_view::npos) {
    text.remove_prefix(dot + 1);
    dot = text.find('.');
    if (!is_hyphenated(text.substr(0, dot))) return false;
  }
  return true;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

std::string name_hint(std::string_view name, std::string_view right, std::string otherwise) {
  if (name == right || in_small_letters(name) != right) return otherwise;
  return fmt::format("names are in small letters: {}", right);
}

}  // namespace handout
