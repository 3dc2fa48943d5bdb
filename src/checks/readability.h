#pragma once

#include <cstddef>
#include <string_view>

#include "base/diagnostic.h"
#include "content/document.h"

namespace handout::checks {

/// What readability formulas count.
struct TextCounts {
  std::size_t sentences = 0, words = 0, syllables = 0;
};
/// A sentence ends at . ! ? before white space or at the text's end, so "38.5" and "e.g." inside a word do not end one.
/// A field ({clinic.phone}) and a number count as one word of one syllable.
TextCounts count_text(std::string_view english);
/// Vowel groups, less a silent final e; at least one.
std::size_t count_syllables(std::string_view english_word);

/// US school grade in tenths, 0 at least: 0.39 words per sentence + 11.8 syllables per word - 15.59.
/// Source: Kincaid, Fishburne, Rogers & Chissom 1975. Integers, so that it is the same on every machine.
int flesch_kincaid_tenths(const TextCounts&);

/// Warns with `checks.readability` where English text is harder than grade 6, the level asked of patient handouts, and
/// points at the hardest passage. Other languages have formulas of their own, which are not compared with grades.
void report_readability(const content::Document&, Diagnostics&);

}  // namespace handout::checks
