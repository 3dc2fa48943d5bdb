#include "localization/canonical_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace handout::localization {
namespace {

content::Words words(const std::string& text) {
  content::Words made;
  made.inlines.push_back({content::Text{text}, {}});
  return made;
}

content::Document document() {
  content::Document made;
  made.id = "knee";
  made.version = "1.0";
  made.title = words("A title");
  content::Paragraph paragraph{words("Take ")};
  content::Strong strong;
  strong.words.push_back({content::Text{"500 mg"}, {}});
  paragraph.words.inlines.push_back({strong, {}});
  paragraph.words.inlines.push_back({content::FieldRef{"clinic.phone"}, {}});
  content::RiskTable table;
  table.of = 100;
  table.risks.push_back({"r", words("Slips"), {4, 7}, {}});
  content::Section section;
  section.title = words("Caf\u00E9 & <bar>");
  section.blocks.push_back({"p", false, {}, paragraph});
  section.blocks.push_back({"t", false, {}, table});
  section.blocks.push_back({"q", false, {}, content::QrCode{"https://a.example", words("Scan"), {}}});
  made.sections.push_back(section);
  return made;
}

content::Paragraph& paragraph_of(content::Document& made) {
  return std::get<content::Paragraph>(made.sections.front().blocks.front().item);
}

}  // namespace

TEST_CASE("A document's text is a line for each element with words, and the numbers and addresses it prints") {
  CHECK(canonical_text(document()) ==
        "A title\nCaf\u00E9 &amp; &lt;bar>\nTake <strong>500 mg</><field clinic.phone/>\nSlips\n4 7 of 100\n"
        "Scan\nhttps://a.example\n");
}

TEST_CASE("The digest is 16 hex digits, and any edit of the text changes it, but no other edit does") {
  const std::string digest = text_digest(document());
  CHECK(digest.size() == 16);
  CHECK(digest.find_first_not_of("0123456789abcdef") == std::string::npos);

  content::Document same = document();
  same.version = "2.0";
  same.review_by = "2030-01-01";
  same.sections.front().id = "first";
  paragraph_of(same).words.unit = "p";
  same.sections.front().title = words("Cafe\u0301 & <bar>");  // the same in NFC
  CHECK(text_digest(same) == digest);

  std::vector<content::Document> edited(5, document());
  edited[0].title = words("A title.");
  std::get<content::Strong>(paragraph_of(edited[1]).words.inlines[1].item).words.front().item = content::Text{"50 mg"};
  paragraph_of(edited[2]).words.inlines[1].item = content::Text{"500 mg"};  // no longer strong
  std::get<content::RiskTable>(edited[3].sections.front().blocks[1].item).risks.front().counts = {4, 70};
  std::get<content::QrCode>(edited[4].sections.front().blocks[2].item).href = "https://b.example";
  for (const content::Document& one : edited)
    CHECK(text_digest(one) != digest);
}

}  // namespace handout::localization
