#include <doctest/doctest.h>

#include "pages/manuscript_builder.h"

namespace handout::tests {
namespace {

TEST_CASE("words that run against the page stand at its sides, beside their icon") {
  const Locale english_words = english();
  struct Case {
    design::Align align;
    bool at_right;
  };
  for (const Case& one : {Case{design::Align::start, true}, Case{design::Align::end, false}}) {
    ManuscriptBuilder builder(arabic());
    StyledFurniture words = builder.furniture_words("Call us");
    std::get<design::FurnitureWords>(words.item).words.locale = english_words;
    std::get<design::FurnitureWords>(words.item).words.spans.front().locale = english_words;
    words.align = one.align;
    builder.page().boxes.insert(builder.page().boxes.begin(),
                                box_of(design::BoxKind::header, builder.plain(), {words}));
    FlowBlock block = builder.paragraph("Listen");
    std::get<design::StyledParagraph>(block.content).locale = english_words;
    builder.rest().push_back(block);
    Diagnostics diagnostics;
    const auto lines = lines_of(builder.paginate(diagnostics).pages.at(0));
    const SeenText* const header = find_text(lines, "Call us");
    REQUIRE(header);
    CHECK((one.at_right ? header->right == 280_pt : header->left == 20_pt));
    CHECK(find_text(lines, "Listen")->right == 280_pt);
  }
}

TEST_CASE("in a box of a stated height the cells of a line have their middles level") {
  ManuscriptBuilder builder;
  const StyleId tall = builder.style([](StyleProperties& p) { p.min_height = points(90); });
  StyledFurniture name = builder.furniture_words("Name"), stack = builder.furniture_words("");
  stack.item = design::FurnitureStack{
      {builder.furniture_words("One"), builder.furniture_words("Two"), builder.furniture_words("Three")}};
  StyledFurniture box =
      builder.furniture(design::FurnitureStack{{builder.furniture(design::FurnitureRow{{name, stack}, 10_pt})}});
  for (const bool is_tall : {true, false}) {
    if (is_tall) box.style = tall;
    if (!is_tall) box.style = builder.plain();
    builder.page().boxes = {box_of(design::BoxKind::band, builder.plain(), {box}), builder.page().boxes.back()};
    builder.rest().clear();
    builder.rest().push_back(builder.paragraph("Text"));
    Diagnostics diagnostics;
    const auto lines = lines_of(builder.paginate(diagnostics).pages.at(0));
    CHECK(find_text(lines, "Name")->baseline == find_text(lines, is_tall ? "Two" : "One")->baseline);
  }
}

}  // namespace
}  // namespace handout::tests
