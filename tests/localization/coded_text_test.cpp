#include "localization/coded_text.h"

#include <doctest/doctest.h>

#include <string>

#include "localization/coded_words.h"

namespace handout::localization {
namespace {

CodedText coded(const std::string& xml) {
  return coded_text(tests::words_of(xml));
}

}  // namespace

TEST_CASE("Words become text with codes: elements and breaks by number, placeholders by name") {
  struct Case {
    std::string xml, shown;
  };
  const Case cases[] = {
      {"<p>Walk  a\n little.</p>", "Walk a little."},
      {"<p>Call <field name='clinic.phone'/>. Do <strong>not</strong> take <nobr "
       "translate='no'>Tylenol®</nobr>.<br/>Rest.</p>",
       "Call {clinic.phone}. Do <1>not</1> take [[Tylenol®]].<2/>Rest."},
      {"<p><strong>One <nobr>2 cm</nobr></strong> <link to='a'>three</link></p>",
       "<1>One <2>2 cm</2></1> <3>three</3>"},
      {"<p>Last food <blank size='short'/>, last drink <blank size='short'/></p>",
       "Last food {blank}, last drink {blank-2}"},
      {"<p>Fever of <temperature celsius='38'/> or more.<ref source='nhs'/><ref source='mayo'/></p>",
       "Fever of {celsius.38} or more.{ref.nhs}{ref.mayo}"},
      {"<p><term lang='la'>cauda <strong>equina</strong></term> <sup>2</sup></p>", "[[cauda equina]] <1>2</1>"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.xml);
    CHECK(tests::shown(coded(one.xml)) == one.shown);
  }
}

TEST_CASE("The digest of a unit is of what it says, in one form") {
  const std::string digest = unit_digest(coded("<p>Stop <strong>now</strong>.</p>"));
  CHECK(digest.size() == 12);
  CHECK(unit_digest(coded("<p>\n Stop <strong>\n now</strong>. </p>")) == digest);
  CHECK(unit_digest(coded("<p>Stop <strong>now</strong></p>")) != digest);
  CHECK(unit_digest(coded("<p>Stop now.</p>")) != digest);
  // The same letter, composed or not (UAX #15).
  CHECK(unit_digest(coded("<p>caf\u00E9</p>")) == unit_digest(coded("<p>cafe\u0301</p>")));
  // Another temperature, another phone: other words.
  CHECK(unit_digest(coded("<p><temperature celsius='38'/> x</p>")) !=
        unit_digest(coded("<p><temperature celsius='39'/> x</p>")));
  // Worked out with sha256sum of "Fever &amp; <celsius.38/>".
  CHECK(unit_digest(coded("<p>Fever &amp; <temperature celsius='38'/></p>")) == "83f895742eef");
}

TEST_CASE("Only letters and digits outside codes are something to translate") {
  CHECK(has_words(coded("<p>4 weeks</p>")));
  CHECK_FALSE(has_words(coded("<p><strong><field name='patient.name'/></strong> · <field name='patient.id'/></p>")));
  CHECK_FALSE(has_words(coded("<p><nobr translate='no'>UCLH</nobr></p>")));
}

}  // namespace handout::localization
