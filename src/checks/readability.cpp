#include "checks/readability.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "checks/reading_text.h"

namespace handout::checks {
namespace {

constexpr int highest_grade_tenths = 60;
/// Shorter passages are too short for the formula: one long word makes them look hard.
constexpr std::size_t least_words = 15;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool ends_sentence(std::string_view word) {
  const std::size_t last = word.find_last_not_of("\"')]”’");
  return last != std::string_view::npos && std::string_view(".!?").find(word[last]) != std::string_view::npos;
}

std::string tenths(int value) {
  return fmt::format("{}.{}", value / 10, value % 10);
}

}  // namespace

std::size_t count_syllables(std::string_view english_word) {
  std::string letters;
  for (const char c : english_word) {
    if (is_letter(c)) letters += lower(c);
  }
  std::size_t groups = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (is_vowel(letters[i]) && (i == 0 || !is_vowel(letters[i - 1]))) ++groups;
  }
  // A final e is silent ("surgery site"), but not in "table"; a final -ed is, but for "needed" and "waited".
  const auto before_end = [&](std::size_t back) { return letters[letters.size() - back]; };
  if (letters.size() > 2 && before_end(1) == 'e' && !is_vowel(before_end(2)) &&
      !(before_end(2) == 'l' && !is_vowel(before_end(3)))) {
    --groups;
  } else if (letters.size() > 3 && letters.ends_with("ed") && !is_vowel(before_end(3)) && before_end(3) != 't' &&
             before_end(3) != 'd') {
    --groups;
  }
  return std::max<std::size_t>(groups, 1);
}

TextCounts count_text(std::string_view english) {
  TextCounts counts;
  bool open = false;
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = english.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(english.find_first_of(" \t\r\n", begin), english.size());
    const std::string_view word = english.substr(begin, at - begin);
    const bool says_something = std::any_of(word.begin(), word.end(), [](char c) {
      return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
    });
    if (!says_something) continue;
    ++counts.words;
    counts.syllables += word.front() == '{' ? 1 : count_syllables(word);
    open = !ends_sentence(word);
    if (!open) ++counts.sentences;
  }
  if (open) ++counts.sentences;
  return counts;
}

int flesch_kincaid_tenths(const TextCounts& counts) {
  if (counts.sentences == 0 || counts.words == 0) return 0;
  const auto words = static_cast<std::int64_t>(counts.words);
  const auto thousandths = 390 * words / static_cast<std::int64_t>(counts.sentences) +
                           11800 * static_cast<std::int64_t>(counts.syllables) / words - 15590;
  return static_cast<int>(std::max<std::int64_t>(0, (thousandths + 50) / 100));
}

void report_readability(const content::Document& document, Diagnostics& diagnostics) {
  if (document.locale.language != "en") return;
  TextCounts whole;
  SourceRange hardest{document.file, 0, 0};
  int hardest_grade = 0;
  for (const Passage& passage : reading_text(document)) {
    const TextCounts counts = count_text(passage.text);
    whole.sentences += counts.sentences;
    whole.words += counts.words;
    whole.syllables += counts.syllables;
    const int grade = flesch_kincaid_tenths(counts);
    if (counts.words >= least_words && grade > hardest_grade) {
      hardest = passage.where;
      hardest_grade = grade;
    }
  }
  const int grade = flesch_kincaid_tenths(whole);
  if (grade <= highest_grade_tenths) return;
  diagnostics.warning("checks.readability",
                      fmt::format("the text reads at US grade {}; a handout should be at {} or lower", tenths(grade),
                                  highest_grade_tenths / 10),
                      hardest,
                      hardest_grade == 0 ? "use shorter sentences and plainer words"
                                         : fmt::format("start here, at grade {}: shorter sentences, plainer words",
                                                       tenths(hardest_grade)));
}

}  // namespace handout::checks
