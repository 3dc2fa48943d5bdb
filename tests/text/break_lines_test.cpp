#include "text/break_lines.h"

#include <doctest/doctest.h>

#include <limits>
#include <optional>
#include <random>

#include "text/measure.h"
#include "text/text_support.h"

using namespace handout;
using namespace handout::tests;
using text::BreakKind;
using text::LineFit;

TEST_CASE("an address fills its line as far as it may: its end alone on the next is no lone word") {
  const auto address = paragraph("northgate.example/spinal-injection/en");
  for (const std::int64_t width : {150, 160, 180}) {
    CHECK(lines_of(set_text(address, points(width)).lines) ==
          std::vector<std::string>{"northgate.example", "/spinal-injection/en"});
  }
}

namespace {

using Segments = std::vector<text::Segment>;

/// The sum of the lines' demerits; nullopt where a line does not fit or runs over a forced break.
std::optional<std::int64_t> total(const Segments& segments, const std::vector<std::size_t>& ends,
                                  const text::Measure& measure) {
  std::int64_t sum = 0;
  std::size_t first = 0;
  for (const std::size_t last : ends) {
    for (std::size_t i = first; i < last; ++i) {
      if (segments[i].kind == BreakKind::forced) return std::nullopt;
    }
    const auto demerits = text::line_demerits(segments, {first, last}, measure);
    if (!demerits) return std::nullopt;
    sum += *demerits;
    first = last + 1;
  }
  return sum;
}

/// Every way to break up to a dozen segments into lines.
std::int64_t least_of_all(const Segments& segments, const text::Measure& measure) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  const std::size_t inner = segments.size() - 1;
  for (std::size_t choice = 0; choice < std::size_t{1} << inner; ++choice) {
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < inner; ++i) {
      if ((choice >> i & 1U) != 0) ends.push_back(i);
    }
    ends.push_back(inner);
    if (const auto demerits = total(segments, ends, measure)) least = std::min(least, *demerits);
  }
  return least;
}

Segments random_segments(std::mt19937& random) {
  const auto pick = [&](int from, int to) {
    return from + static_cast<int>(random() % static_cast<unsigned>(to - from + 1));
  };
  Segments segments(static_cast<std::size_t>(pick(1, 11)));
  for (text::Segment& segment : segments) {
    segment.content = points(pick(3, 60));
    const int kind = pick(0, 9);
    if (kind == 0) {
      segment.kind = BreakKind::added_hyphen;
      segment.hyphen = points(4);
    } else if (kind == 1) {
      segment.kind = BreakKind::after_hyphen;
    } else {
      segment.space = points(3);
      if (kind == 2) segment.kind = BreakKind::forced;
      if (kind == 3) segment.inner_gaps = points(3);
    }
    segment.mass = text::mass_of_word * (kind == 3 ? 2 : 1);
    segment.after_short_word = pick(0, 4) == 0;
    segment.after_punctuation = pick(0, 4) == 0;
    segment.after_lone_letter = pick(0, 6) == 0;
    segment.cut = static_cast<text::Cut>(pick(0, 2));
  }
  segments.back().kind = BreakKind::paragraph_end;
  return segments;
}

Segments words(std::initializer_list<int> widths) {
  Segments segments;
  for (const int width : widths) {
    segments.emplace_back();
    segments.back().content = points(width);
    segments.back().space = points(3);
  }
  segments.back().kind = BreakKind::paragraph_end;
  return segments;
}

using Ends = std::vector<std::size_t>;

}  // namespace

TEST_CASE("no other way to break a paragraph has fewer demerits") {
  std::mt19937 random(20261122);
  for (int round = 0; round < 600; ++round) {
    const Segments segments = random_segments(random);
    for (const LineFit fit : {LineFit::ragged, LineFit::balanced, LineFit::justified}) {
      for (const int indent : {0, 12, -12}) {
        const text::Measure measure{points(70 + round % 40), points(indent), fit, points(7)};
        const Ends ends = text::break_lines(segments, measure);
        CAPTURE(round);
        const auto demerits = total(segments, ends, measure);
        REQUIRE(demerits.has_value());
        CHECK(*demerits == least_of_all(segments, measure));
      }
    }
  }
}

TEST_CASE("no segments, no lines") {
  CHECK(text::break_lines({}, {points(100), {}, LineFit::ragged}).empty());
}

TEST_CASE("ragged lines share their white, and take no line more than they need") {
  // Greedy would fill the first line and leave the second short.
  CHECK(text::break_lines(words({30, 30, 30, 60, 40, 40}), {points(100), {}, LineFit::ragged}) == Ends{1, 3, 5});
  CHECK(text::break_lines(words({30, 30, 20, 75, 40, 40}), {points(100), {}, LineFit::ragged}) == Ends{2, 3, 5});
}

TEST_CASE("the last line holds two words where it can") {
  CHECK(text::break_lines(words({30, 30, 30, 20}), {points(100), {}, LineFit::ragged}) == Ends{1, 3});
  // "500 mg" are two words already.
  Segments number = words({30, 30, 30, 20});
  number.back().mass = 2 * text::mass_of_word;
  CHECK(text::break_lines(number, {points(100), {}, LineFit::ragged}) == Ends{2, 3});
  // It cannot where the word before does not fit beside it.
  CHECK(text::break_lines(words({30, 90, 20}), {points(100), {}, LineFit::ragged}) == Ends{0, 1, 2});
}

TEST_CASE("balanced lines are even, and break after a phrase") {
  CHECK(text::break_lines(words({20, 20, 20, 20, 20, 20}), {points(120), {}, LineFit::balanced}) == Ends{2, 5});
  Segments title = words({20, 20, 20, 20, 20, 20});
  title[2].after_short_word = true;
  title[3].after_punctuation = true;
  CHECK(text::break_lines(title, {points(120), {}, LineFit::balanced}) == Ends{3, 5});
}

TEST_CASE("a word wider than the measure has a line of its own") {
  CHECK(text::break_lines(words({30, 150, 30, 30}), {points(100), {}, LineFit::ragged}) == Ends{0, 1, 3});
  CHECK(text::break_lines(words({150}), {points(100), {}, LineFit::justified}) == Ends{0});
}

TEST_CASE("a line does not hold a short word alone") {
  // "In the-same-day": in a narrow column "In" would stand alone, or the last word. The last word it is.
  const auto fact = paragraph("In sameday ward", "en");
  CHECK(lines_of(set_text(fact, points(72), styles(), text::Rag::balanced).lines) ==
        std::vector<std::string>{"In sameday", "ward"});
}

TEST_CASE("the syllables of one word are no two words: it does not stand alone on the last line") {
  design::StyleTable table = styles();
  table[0].hyphenate = true;
  // As wide as all but the last word
  const Length width = set_text(paragraph("Hier steht, was Sie am Tag", "de"), points(500)).lines.at(0).width;
  CHECK(lines_of(set_text(paragraph("Hier steht, was Sie am Tag mitbringen.", "de"), width, table).lines) ==
        std::vector<std::string>{"Hier steht, was Sie am", "Tag mitbringen."});
}

TEST_CASE("three characters of Japanese or Chinese are a last line, Korean syllables are not") {
  design::StyledParagraph call = paragraph("息苦しさや胸の痛み：今すぐ999に電話。", "ja");
  span_of(call, "999に電話").no_break = 1;
  CHECK(lines_of(set_text(call, points(168)).lines).back() == "999に電話。");
  const auto masses = [](const char* words, const char* tag) {
    const design::StyledParagraph made = paragraph(words, tag);
    Diagnostics diagnostics;
    const design::StyleTable table = styles();
    const auto shaped = text::shape_paragraph(made, table, fonts(), diagnostics);
    std::uint32_t mass = 0;
    for (const text::Segment& segment : text::measure_segments({*shaped, made, table, Length{}}))
      mass += segment.mass;
    return mass;
  };
  CHECK(masses("手術。", "ja") == 2 * text::mass_of_character);
  CHECK(masses("999に電話", "ja") == text::mass_of_word + 3 * text::mass_of_character);
  CHECK(masses("수술하기", "ko") == text::mass_of_word);
  CHECK(masses("two words", "en") == text::enough_mass);
}

TEST_CASE("Slavic words of one letter go to the next line, at a price that English does not pay") {
  struct Case {
    const char *tag, *words;
    const char* first;
  };
  for (const Case& row :
       {Case{"ru", "Вставайте и идите же", "Вставайте"}, Case{"uk", "Вставайте й ідіть же", "Вставайте"},
        Case{"pl", "Wstawanie z łóżka tu", "Wstawanie"}, Case{"cs", "Vstávejte z lůžka už", "Vstávejte"},
        Case{"sk", "Vstávajte z lôžka už", "Vstávajte"}, Case{"en", "Interview a sick man", "Interview a"}}) {
    const design::StyledParagraph made = paragraph(row.words, row.tag);
    // As wide as the first word and the letter after it
    const std::string words = row.words;
    const std::string with_letter = words.substr(0, words.find(' ', words.find(' ') + 1));
    const Length width = set_text(paragraph(with_letter, row.tag), points(500)).lines.at(0).width;
    CHECK(lines_of(set_text(made, width).lines).front() == std::string(row.first));
  }
}
