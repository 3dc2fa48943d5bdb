#include "text/bidi.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "text/open_brackets.h"
#include "text/text_support.h"

using namespace handout;
using namespace handout::tests;

namespace {

/// As UAX #9 writes its examples: capitals stand for right-to-left letters, so that "°c" must be written small.
char32_t letter_for(char capital, std::string_view tag) {
  return (tag == "he" ? 0x05D0 : 0x0627) + static_cast<char32_t>(capital - 'A') % 20;
}

std::string in_letters(std::string_view example, std::string_view tag) {
  std::string text;
  for (const char c : example) {
    if (c >= 'A' && c <= 'Z') {
      append_utf8(text, letter_for(c, tag));
    } else {
      text += c;
    }
  }
  return text;
}

std::string mirrored(std::string_view character) {
  const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
      {"(", ")"}, {"<", ">"}, {"\u2264", "\u2265"}, {"[", "]"}};
  for (const auto& [left, right] : pairs) {
    if (character == left) return std::string(right);
    if (character == right) return std::string(left);
  }
  return std::string(character);
}

/// A line as it looks, from left to right (UAX #9, L2 and L4); the letters of `example` stand for themselves.
std::string looks(const design::StyledParagraph& made, std::string_view example) {
  const text::Characters characters = text::read_characters(made.text);
  const text::BidiLevels told = text::bidi_levels(made, characters);
  std::vector<std::uint8_t> levels = told.of;
  levels.resize(characters.size(), 0);
  const text::Characters shown = text::read_characters(example);
  REQUIRE(shown.size() == characters.size());
  std::vector<std::string> pieces;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const std::size_t end = i + 1 < shown.size() ? shown[i + 1].begin : example.size();
    const std::string_view piece = example.substr(shown[i].begin, end - shown[i].begin);
    pieces.push_back((levels[i] & 1U) != 0 ? mirrored(piece) : std::string(piece));
  }
  // What marks an isolate's beginning and end stands at the level around it, and shows nothing.
  for (auto joint = told.joints.rbegin(); joint != told.joints.rend(); ++joint) {
    levels.insert(levels.begin() + static_cast<std::ptrdiff_t>(*joint),
                  told.of.empty()                                     ? 0
                  : made.locale.direction == Direction::right_to_left ? 1
                                                                      : 0);
    pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(*joint), "");
  }
  const std::uint8_t highest = levels.empty() ? 0 : *std::max_element(levels.begin(), levels.end());
  for (std::uint8_t level = highest; level > 0; --level) {
    for (std::size_t i = 0; i < levels.size(); ++i) {
      std::size_t end = i;
      while (end < levels.size() && levels[end] >= level)
        ++end;
      std::reverse(pieces.begin() + static_cast<std::ptrdiff_t>(i), pieces.begin() + static_cast<std::ptrdiff_t>(end));
      i = end > i ? end - 1 : i;
    }
    // Reversed pieces keep their places for the next round: levels are reversed alike.
    for (std::size_t i = 0; i < levels.size(); ++i) {
      std::size_t end = i;
      while (end < levels.size() && levels[end] >= level)
        ++end;
      std::reverse(levels.begin() + static_cast<std::ptrdiff_t>(i), levels.begin() + static_cast<std::ptrdiff_t>(end));
      i = end > i ? end - 1 : i;
    }
  }
  std::string line;
  for (const std::string& piece : pieces)
    line += piece;
  return line;
}

std::string looks(std::string_view example, std::string_view tag) {
  return looks(paragraph(in_letters(example, tag), tag), example);
}

}  // namespace

TEST_CASE("Numbers, units, ranges and foreign words keep their order in right-to-left text") {
  struct Case {
    const char *tag, *text, *line;
  };
  const std::vector<Case> cases = {
      // Doses, after letters and before them.
      {"ar", "TAKE 500 mg NOW", "WON 500 mg EKAT"},
      {"ar", "500 mg NOW", "WON 500 mg"},
      {"ar", "TAKE paracetamol 500 mg NOW", "WON paracetamol 500 mg EKAT"},
      {"ar", "500 mg – 1000 mg", "500 mg – 1000 mg"},
      {"ar", "TAKE 500 mg – 1000 mg NOW", "WON 500 mg – 1000 mg EKAT"},
      {"ar", "TAKE 500–1000 MG", "GM 500–1000 EKAT"},
      {"ar", "TAKE 500 – 1000 mg", "500 – 1000 mg EKAT"},
      {"ar", "TAKE 500 MG – 1000 MG NOW", "WON GM 1000 – GM 500 EKAT"},
      {"ar", "TAKE 500MG", "GM500 EKAT"},
      // Fractions, thin and figure spaces, what joins two values.
      {"he", "TAKE 2½ mg NOW", "WON 2½ mg EKAT"},
      {"he", "TAKE 1½ TABLETS", "STELBAT 1½ EKAT"},
      {"he", "TAKE ½–1 mg", "½–1 mg EKAT"},
      {"he", "TAKE 10\u2009000 mg", "10\u2009000 mg EKAT"},
      {"he", "CALL 020\u20077946\u20070123", "020\u20077946\u20070123 LLAC"},
      {"he", "TAKE 500\u2009mg", "500\u2009mg EKAT"},
      {"he", "TAKE 5±1 mg", "5±1 mg EKAT"},
      {"he", "FROM 3.5…5.0 mmol", "3.5…5.0 mmol MORF"},
      // The dash parts two statements.
      {"ar", "TAKE 500 mg – 2 TIMES", "SEMIT 2 – 500 mg EKAT"},
      {"ar", "TAKE paracetamol 500 mg – ibuprofen 400 mg", "ibuprofen 400 mg – paracetamol 500 mg EKAT"},
      {"ar", "GIVE 5 mg/kg A DAY", "YAD A 5 mg/kg EVIG"},
      {"ar", "GIVE 500 mg/DAY", "YAD/500 mg EVIG"},
      {"ar", "A DOSE OF 2.5 ml, 3 TIMES", "SEMIT 3 ,2.5 ml FO ESOD A"},
      // Ranges.
      {"ar", "AFTER 2-6 WEEKS", "SKEEW 2-6 RETFA"},
      {"ar", "2-6 WEEKS", "SKEEW 2-6"},
      {"ar", "FROM 2 TO 6 WEEKS", "SKEEW 6 OT 2 MORF"},
      {"ar", "OPEN 8:00–17:00.", ".8:00–17:00 NEPO"},
      {"ar", "DISC l4/l5 AND l5-s1.", ".l5-s1 DNA l4/l5 CSID"},
      {"ar", "4 OF 100, 1,000 OF 20 000", "20 000 FO 1,000 ,100 FO 4"},
      // Temperatures, signs, percentages.
      {"ar", "FEVER OF 38 °c (100.4 °f) OR MORE", "EROM RO 38 °c (100.4 °f) FO REVEF"},
      {"ar", "38°c (100.4°f)", "38°c (100.4°f)"},
      {"ar", "FEVER OF 38 °c", "38 °c FO REVEF"},
      {"ar", "FEVER OF 38 °M (100 °F)", "(F° 100) M° 38 FO REVEF"},
      {"ar", "FEVER ≥ 38 NOW", "WON ≥ 38 REVEF"},
      {"ar", "FEVER <38 °c", "<38 °c REVEF"},
      {"ar", "COLD: -5 °c", "-5 °c :DLOC"},
      {"ar", "−5 TO −2", "−2 OT −5"},
      {"ar", "50% OF PEOPLE, 50 % OF", "FO 50 % ,ELPOEP FO 50%"},
      {"ar", "AGE 65+ YEARS", "SRAEY 65+ EGA"},
      {"ar", "A CUT OF 2 × 3 cm", "2 × 3 cm FO TUC A"},
      {"ar", "ABOUT ±2 mm, ~5 mm", "~5 mm ,±2 mm TUOBA"},
      // Telephone numbers, dates, addresses.
      {"ar", "CALL +44 20 7946 0123 NOW", "WON +44 20 7946 0123 LLAC"},
      {"ar", "CALL +44 (0)20 7946 0123.", ".+44 (0)20 7946 0123 LLAC"},
      {"ar", "CALL (020) 7946 0123.", ".(020) 7946 0123 LLAC"},
      {"ar", "+44 20 7946 0123", "+44 20 7946 0123"},
      {"ar", "(2) 500 mg", "500 mg (2)"},
      {"ar", "ON 22/11/2026 AT NOON", "NOON TA 22/11/2026 NO"},
      {"ar", "SEE https://x.example/ab?c=d.", ".https://x.example/ab?c=d EES"},
      {"ar", "SEE (https://x.example/) NOW", "WON (https://x.example/) EES"},
      {"ar", "WRITE TO a.b@x.example.", ".a.b@x.example OT ETIRW"},
      // Foreign words.
      {"ar", "(miss) SURGERY", "YREGRUS (miss)"},
      {"ar", "SURGERY (miss) IS", "SI (miss) YREGRUS"},
      {"ar", "THIS IS miss.", ".miss SI SIHT"},
      {"ar", "miss", "miss"},
      {"ar", "AT spine clinic (london), NOW", "WON ,spine clinic (london) TA"},
      {"ar", "r. mobasheri, SURGERY", "YREGRUS ,r. mobasheri"},
      {"ar", "a.d.a.m., SURGERY AT 8 a.m.", ".8 a.m TA YREGRUS ,a.d.a.m."},
      {"ar", "STEP 2 (miss)", "(miss) 2 PETS"},
      {"ar", "miss, nsaid OR ct", "ct RO nsaid ,miss"},
      // Hebrew joins a prefix with a hyphen.
      {"he", "B-500 MG", "GM 500-B"},
      {"he", "FEVER 38 °c (100.4 °f)", "38 °c (100.4 °f) REVEF"},
      {"he", "2-6 WEEKS", "SKEEW 2-6"},
      {"he", "B-mri", "mri-B"},
      // Persian and Urdu digits run like Latin ones.
      {"fa", "TAKE \u06F5\u06F0\u06F0–\u06F6\u06F0\u06F0 MG", "GM \u06F5\u06F0\u06F0–\u06F6\u06F0\u06F0 EKAT"},
      {"fa", "\u06F3\u06F8\u066B\u06F5 °M", "M° \u06F3\u06F8\u066B\u06F5"},
      {"fa", "\u06F5\u06F0\u066A OF", "FO \u06F5\u06F0\u066A"},
      // In Arabic-Indic digits ranges read from right to left (UAX #9, and W3C's Arabic layout requirements);
      // a number, a clock time and groups of digits from left to right.
      {"ar", "AFTER \u0662-\u0666 WEEKS", "SKEEW \u0666-\u0662 RETFA"},
      {"ar", "TAKE \u0665\u0660\u0660 MG", "GM \u0665\u0660\u0660 EKAT"},
      {"ar", "FEVER \u0663\u0668\u066B\u0665 °M", "M° \u0663\u0668\u066B\u0665 REVEF"},
      {"ar", "\u0665\u0660\u066A OF", "FO \u066A\u0665\u0660"},
      {"ar", "AT \u0668:\u0663\u0660", "\u0668:\u0663\u0660 TA"},
      {"ar", "CALL \u0660\u0662\u0660 \u0667\u0669 \u0661\u0662", "\u0660\u0662\u0660 \u0667\u0669 \u0661\u0662 LLAC"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.text);
    CHECK(looks(row.text, row.tag) == row.line);
  }
}

TEST_CASE("Sums, trade names, prices and arrows are each one piece wherever they stand in right-to-left text") {
  const std::vector<const char*> terms = {
      "4.5 × 10⁹/l",
      "4.5 x 10^9/l",
      "4.5 × 10^-3",
      "2 mmol·l⁻¹",
      "5 mg × 3",
      "spo₂/fio₂",
      "spo₂ / fio₂",
      "fio₂ = 0.5",
      "inr < 2.5",
      "bmi >30",
      "hba1c >= 6.5%",
      "ph=7.35",
      "p<0.05",
      "smith & nephew",
      "procter & gamble (uk)",
      "panadol® 500 mg",
      "panadol ® 500 mg",
      "tegaderm™",
      "$5–$10",
      "$5 – $10",
      "£5-£10",
      "us$5",
      "5 € – 10 €",
      "5€–10€",
      "5–10 €",
      "20% – 30%",
      "38 ℃ – 39 ℃",
      "5′–10′",
      "l4 -> l5",
      "l4->l5",
      "l4→l5",
      "l4 → l5",
      "500 mg → 250 mg",
      "5 -> 3",
      "5→-3",
      "6 ⇒ 4 ⇒ 2",
      "-5…-2 °c",
      "\u0665 → \u0663",
      "a+",
      "rh\u2212",
      "na⁺/k⁺",
      "4.5–11.0 × 10⁹/l",
      "bp = 120/80 mmhg",
  };
  for (const char* tag : {"ar", "he", "fa", "ur"}) {
    for (const std::string term : terms) {
      CAPTURE(tag);
      CAPTURE(term);
      CHECK(looks(term + " NOW", tag) == "WON " + term);
      CHECK(looks("TAKE " + term + " NOW", tag) == "WON " + term + " EKAT");
      CHECK(looks("TAKE " + term, tag) == term + " EKAT");
      CHECK(looks("TAKE " + term + ", NOW " + term + ".", tag) == "." + term + " WON ," + term + " EKAT");
      CHECK(looks("TAKE (" + term + ")", tag) == "(" + term + ") EKAT");
    }
  }
}

TEST_CASE("What stands between two terms keeps them apart") {
  struct Case {
    const char *text, *line;
  };
  const std::vector<Case> cases = {
      {"TAKE 500 mg\u060C 5 mg NOW", "WON 5 mg \u060C500 mg EKAT"},
      {"TAKE 500 mg W 5 mg", "5 mg W 500 mg EKAT"},
      {"$5, $10", "$10 ,$5"},
      {"$5 – 2 TIMES", "SEMIT 2 – $5"},
      {"5 € – 2 TIMES", "SEMIT 2 – 5 €"},
      {"PAY 5 €, 10 € OR $10.", ".$10 RO 10 € ,5 € YAP"},
      {"panadol®, SURGERY", "YREGRUS ,panadol®"},
      {"paracetamol 500 mg & ibuprofen", "ibuprofen & paracetamol 500 mg"},
      {"MR smith & SONS", "SNOS & smith RM"},
      {"FROM l4 → SURGERY", "YREGRUS → l4 MORF"},
      {"PAIN -> 5", "5 <- NIAP"},
      {"GROUP a+OR b\u2212OR", "RO\u2212b RO+a PUORG"},
      {"A 3\u2212DAY REST", "TSER YAD\u22123 A"},
      {"PAIN → 112", "112 → NIAP"},
      {"COSTS 50 \u20AA", "\u20AA 50 STSOC"},
      {"IS THE inr < NORMAL", "LAMRON > inr EHT SI"},
      {"(500 mg) – (5 mg)", "(5 mg) – (500 mg)"},
      {"CLINIC spine (uk) – 5 DAYS", "SYAD 5 – spine (uk) CINILC"},
      {"SCAN mri (ct) + 2 DAYS", "SYAD 2 + mri (ct) NACS"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.text);
    CHECK(looks(row.text, "ar") == row.line);
  }
}

TEST_CASE("Invisible characters do not change the order of a term") {
  const std::vector<const char*> terms = {
      "500|mg",     "500| mg",      "500 |mg",   "2–|6",         "2|–6",
      "5|00 mg",    "38 |°c",       "-|5 °c",    "≥| 38",        "$5|–|$10",
      "smith |& a", "+44| 20|-794", "l4 |-> l5", "a|@x.example", "https://x.ex|ample/ab",
      "spo|₂"};
  struct Invisible {
    const char* name;
    std::string character;
  };
  const std::vector<Invisible> invisibles = {{"word joiner", "\u2060"},        {"left-to-right mark", "\u200E"},
                                             {"right-to-left mark", "\u200F"}, {"soft hyphen", "\u00AD"},
                                             {"zero width space", "\u200B"},   {"Arabic letter mark", "\u061C"},
                                             {"zero width joiner", "\u200D"}};
  const auto with = [](std::string term, const std::string& invisible) {
    for (std::size_t at = term.find('|'); at != std::string::npos; at = term.find('|', at + invisible.size()))
      term.replace(at, 1, invisible);
    return term;
  };
  for (const char* written : terms) {
    for (const Invisible& invisible : invisibles) {
      const std::string term = with(written, invisible.character);
      CAPTURE(written);
      CAPTURE(invisible.name);
      for (const char* tag : {"ar", "he"}) {
        CHECK(looks("TAKE " + term + " NOW", tag) == "WON " + term + " EKAT");
        CHECK(looks(term, tag) == term);
      }
    }
  }
  // Arabic-Indic digits: a number and a range as without.
  for (const Invisible& invisible : invisibles) {
    CAPTURE(invisible.name);
    const std::string& sign = invisible.character;
    CHECK(looks(with("TAKE \u0665|\u0660 MG", sign), "ar") == with("GM \u0665|\u0660 EKAT", sign));
    CHECK(looks(with("TAKE \u0665 |\u0660\u0661 MG", sign), "ar") == with("GM \u0665 |\u0660\u0661 EKAT", sign));
    const std::string range = looks(with("\u0662|-\u0666", sign), "ar");
    CHECK(range.find("\u0666") < range.find("-"));
    CHECK(range.find("-") < range.find("\u0662"));
  }
}

TEST_CASE("A telephone number in Arabic-Indic digits stands as it is dialled, a range as it is read") {
  struct Case {
    const char *tag, *text, *line;
  };
  const std::vector<Case> cases = {
      {"ar", "CALL ٠٢٠-٧٩٤٦-٠١٢٣ NOW", "WON ٠٢٠-٧٩٤٦-٠١٢٣ LLAC"},
      {"ar", "CALL ٠٢٠-٧٩٤٦٠١٢٣.", ".٠٢٠-٧٩٤٦٠١٢٣ LLAC"},
      {"ar", "CALL ٠٢٠ ٧٩٤٦-٠١٢٣.", ".٠٢٠ ٧٩٤٦-٠١٢٣ LLAC"},
      {"ar", "CALL (٠٢٠) ٧٩٤٦-٠١٢٣.", ".(٠٢٠) ٧٩٤٦-٠١٢٣ LLAC"},
      {"ar", "CALL +٤٤-٢٠-٧٩٤٦-٠١٢٣.", ".+٤٤-٢٠-٧٩٤٦-٠١٢٣ LLAC"},
      {"ar", "CALL +٤٤ (٠)٢٠ ٧٩٤٦ ٠١٢٣.", ".+٤٤ (٠)٢٠ ٧٩٤٦ ٠١٢٣ LLAC"},
      {"ar", "٧٩٤٦‐٠١٢٣‐٤٥", "٧٩٤٦‐٠١٢٣‐٤٥"},
      {"fa", "CALL +۴۴-۲۰-۷۹۴۶-۰۱۲۳ NOW", "WON +۴۴-۲۰-۷۹۴۶-۰۱۲۳ LLAC"},
      {"fa", "CALL ۰۲۰-۷۹۴۶-۰۱۲۳", "۰۲۰-۷۹۴۶-۰۱۲۳ LLAC"},
      {"ur", "CALL ۰۲۰-۷۹۴۶-۰۱۲۳", "۰۲۰-۷۹۴۶-۰۱۲۳ LLAC"},
      {"ar", "AT ٠٨-١٧ HOURS", "SRUOH ١٧-٠٨ TA"},
      {"ar", "AT ٠٨:٠٠-١٧:٠٠", "١٧:٠٠-٠٨:٠٠ TA"},
      {"ar", "TAKE ٠٫٥-١ MG", "GM ١-٠٫٥ EKAT"},
      {"ar", "FROM ٠-٢ DAYS", "SYAD ٢-٠ MORF"},
      {"ar", "COUNT ١٠٠٠–٢٠٠٠", "٢٠٠٠–١٠٠٠ TNUOC"},
      {"ar", "COUNT ١٠٠٠-٢٠٠٠", "٢٠٠٠-١٠٠٠ TNUOC"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.text);
    CHECK(looks(row.text, row.tag) == row.line);
  }
  for (const char* tag : {"ar", "en"}) {
    design::StyledParagraph made = paragraph("٠٢٠-٧٩٤٦", tag);
    made.spans.front().field = "clinic.phone";
    made.spans.front().field_kind = content::FieldKind::phone;
    CHECK(looks(made, "٠٢٠-٧٩٤٦") == "٠٢٠-٧٩٤٦");
  }
}

TEST_CASE("the number of a source is no part of the number before it") {
  for (const char* tag : {"ar", "he", "fa"}) {
    design::StyledParagraph made = paragraph(in_letters("FEWER: 2.7 THAN", tag), tag);
    span_of(made, "7").is_reference = true;
    CHECK(looks(made, "FEWER: 2.7 THAN") == "NAHT 7.2 :REWEF");
    // Nor of one that it touches.
    design::StyledParagraph touching = paragraph(in_letters("BY 10%9", tag), tag);
    span_of(touching, "9").is_reference = true;
    CHECK(looks(touching, "BY 10%9") == "910% YB");
  }
}

TEST_CASE("Brackets pair 63 deep, as UAX #9 has it") {
  text::OpenBrackets brackets;
  for (int depth = 0; depth < 63; ++depth)
    CHECK(brackets.seen(U'(') == U'(');
  CHECK(brackets.seen(U']') == U']');
  CHECK(brackets.seen(U')') == U')');
  CHECK(brackets.seen(U'[') == U'[');
  CHECK(brackets.seen(U'a') == U'a');
  CHECK(brackets.seen(U'(') == U'!');
  CHECK(brackets.seen(U')') == U'!');
  CHECK(brackets.seen(U'a') == U'a');
  // So that the letters beyond stand where those between neutral signs do.
  const std::string open(70, '(');
  CHECK(looks("A " + open + "b", "ar") == "b" + std::string(70, ')') + " A");
}

TEST_CASE("No character of a text ends an isolate, and no level falls below the base") {
  const auto highest = [](std::string_view value, const char* tag) {
    const std::string text = in_letters("GO " + std::string(value), tag);
    design::StyledParagraph made = paragraph(text, tag);
    design::StyledSpan& span = span_of(made, in_letters(value, tag));
    span.field = "clinic.name";
    span.field_kind = content::FieldKind::text;
    const std::vector<std::uint8_t> levels = text::bidi_levels(made, text::read_characters(text)).of;
    CHECK(*std::min_element(levels.begin(), levels.end()) >= 1);
    return static_cast<int>(*std::max_element(levels.begin(), levels.end()));
  };
  // White space at the end; a paragraph separator; what embeds, though no file may hold it.
  for (const char* value :
       {"CLINIC\u2003", "CLI\u2029NIC", "CLI\u2069NIC", "CLI\u2066NIC", "CLI\u202CNIC", "CLI\u202DNIC"}) {
    CAPTURE(value);
    CHECK(highest(value, "ar") == 1);
  }
}

TEST_CASE("Fields keep their order, and a number in a field that of the term it stands in") {
  struct Case {
    const char* text;
    std::vector<std::pair<const char*, content::FieldKind>> fields;
    const char* line;
  };
  using enum content::FieldKind;
  const std::vector<Case> cases = {
      {"CALL (020) 79 NOW", {{"(020) 79", phone}}, "WON (020) 79 LLAC"},
      {"TAKE 500 mg", {{"500", number}}, "500 mg EKAT"},
      {"PAGE 2–4", {{"2", number}, {"4", number}}, "2–4 EGAP"},
      {"PAGE 2 OF 4", {{"2", number}, {"4", number}}, "4 FO 2 EGAP"},
      {"FEVER 38 °c (100.4 °f)!", {{"38 °c (100.4 °f)", number}}, "!38 °c (100.4 °f) REVEF"},
      {"FEVER 38 °M (100.4 °f)!", {{"38 °M (100.4 °f)", number}}, "!(100.4 °f) M° 38 REVEF"},
      {"OPEN MONDAY 8:00–17:00.", {{"MONDAY 8:00–17:00", text}}, ".8:00–17:00 YADNOM NEPO"},
      {"ON 14 MAY 2026 NOW", {{"14 MAY 2026", date}}, "WON 2026 YAM 14 NO"},
      {"DR dan hale (leeds) IS", {{"dan hale (leeds)", text}}, "SI dan hale (leeds) RD"},
      {"CALL 020 79, a@x.example", {{"020 79", phone}, {"a@x.example", email}}, "a@x.example ,020 79 LLAC"}};
  for (const Case& row : cases) {
    CAPTURE(row.text);
    design::StyledParagraph made = paragraph(in_letters(row.text, "ar"), "ar");
    for (const auto& [words, kind] : row.fields) {
      design::StyledSpan& span = span_of(made, in_letters(words, "ar"));
      span.field = words;
      span.field_kind = kind;
    }
    CHECK(looks(made, row.text) == row.line);
  }
}

TEST_CASE("A phrase keeps its order in text of the other direction, with the numbers in it") {
  const std::string_view example = "she said TAKE 500 mg (NOW) – 2 times";
  design::StyledParagraph made = paragraph(in_letters(example, "ar"), "en");
  span_of(made, in_letters("TAKE 500 mg (NOW)", "ar")).locale = locale("ar");
  CHECK(looks(made, example) == "she said (WON) 500 mg EKAT – 2 times");

  const std::string_view arabic = "TAKE dr. hale (2 mg) NOW";
  design::StyledParagraph turned = paragraph(in_letters(arabic, "ar"), "ar");
  span_of(turned, "dr. hale (2 mg)").locale = locale("en");
  CHECK(looks(turned, arabic) == "WON dr. hale (2 mg) EKAT");

  const std::string_view names = "SEE mr j. doe, st mary's (leeds): NOW";
  CHECK(looks(names, "ar") == "WON :st mary's (leeds) ,mr j. doe EES");
  design::StyledParagraph said = paragraph(in_letters(names, "ar"), "ar");
  span_of(said, "mr j. doe, st mary's (leeds)").locale = locale("en");
  CHECK(looks(said, names) == "WON :mr j. doe, st mary's (leeds) EES");
}

TEST_CASE("A list's items stand in the page's order, each in its own") {
  struct Item {
    const char *words, *tag;
  };
  const std::vector<Item> names = {{"en glish", "en"}, {"ABC", "ar"},     {"fr", "fr"},
                                   {"DEF", "ur"},      {"GHI (J)", "fa"}, {"zh (s)", "zh"}};
  const std::string_view example = "en glish · ABC · fr · DEF · GHI (J) · zh (s)";
  for (const auto& [tag, line] : {std::pair{"en", "en glish · CBA · fr · FED · (J) IHG · zh (s)"},
                                  std::pair{"ar", "zh (s) · (J) IHG · FED · fr · CBA · en glish"}}) {
    design::StyledParagraph made = paragraph(in_letters(example, "ar"), tag);
    made.spans.front().field = "handout.languages";
    made.spans.front().field_kind = content::FieldKind::list;
    for (const Item& name : names)
      span_of(made, in_letters(name.words, "ar")).locale = locale(name.tag);
    CHECK(looks(made, example) == line);
  }
}

TEST_CASE("Phrases that touch keep their places") {
  for (const auto& [tag, line] : {std::pair{"en", "say BAa@x"}, std::pair{"ar", "a@xBA say"}}) {
    design::StyledParagraph made = paragraph(in_letters("say ABa@x", "ar"), tag);
    span_of(made, in_letters("AB", "ar")).locale = locale("ar");
    design::StyledSpan& mail = span_of(made, "a@x");
    mail.field = "clinic.email";
    mail.field_kind = content::FieldKind::email;
    CHECK(looks(made, "say ABa@x") == line);
  }
}

TEST_CASE("The base is the language's, whatever the first letter") {
  CHECK(looks("miss IS", "en") == "miss SI");
  CHECK(looks("miss IS", "ar") == "SI miss");
  CHECK(looks("IS miss", "en") == "SI miss");
}
