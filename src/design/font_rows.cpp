#include "design/font_rows.h"

#include <algorithm>

namespace handout::design {
namespace {

bool lists(const FontRow& row, std::string_view script) {
  return std::find(row.scripts.begin(), row.scripts.end(), script) != row.scripts.end();
}

const FontRow* best_row(const FontFamily& family, std::string_view script, const Locale& locale) {
  const FontRow* best = nullptr;
  std::size_t best_fit = 0;
  for (const FontRow& row : family.rows) {
    if (!lists(row, script)) continue;
    const std::optional<std::size_t> fit = language_fit(row, locale);
    if (!fit || (best != nullptr && *fit <= best_fit)) continue;
    best = &row;
    best_fit = *fit;
  }
  return best;
}

}  // namespace

std::optional<std::size_t> language_fit(const FontRow& row, const Locale& locale) {
  if (row.languages.empty()) return 0;
  std::optional<std::size_t> best;
  for (const Locale& range : row.languages) {
    if (covers(range, locale)) best = std::max(best.value_or(0), range.tag.size());
  }
  return best;
}

const FontRow* font_row(const FontsList& fonts, std::string_view family, const Locale& locale) {
  // Fallbacks were checked for cycles when the list was read.
  for (const FontFamily* at = fonts.find(family); at != nullptr;
       at = at->fallback.empty() ? nullptr : fonts.find(at->fallback)) {
    for (const std::string_view script : {std::string_view(locale.script), any_script}) {
      if (const FontRow* row = best_row(*at, script, locale)) return row;
    }
  }
  return nullptr;
}

bool is_script_of(const Locale& locale, const std::string& script, const FontRow* row) {
  if (script == locale.script) return true;
  return script == "Aran" && locale.script == "Arab" && row != nullptr && lists(*row, script);
}

}  // namespace handout::design
