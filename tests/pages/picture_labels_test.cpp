#include <doctest/doctest.h>

#include "pages/figure_builder.h"

namespace handout::tests {
namespace {

TEST_CASE("labels that do not fit become numbers on discs, and their key is printed") {
  constexpr Color accent{240, 160, 60};
  const std::string arabic_words = "\xD8\xB9\xD8\xB5\xD8\xA8";
  const std::string long_word = "Pneumonoultramicroscopicsilicovolcanoconiosis";
  struct Case {
    std::string words;
    Locale locale;
    bool fits;
  };
  // The label begins at 170 pt of the panel's 280, has 80 pt to wrap in, and 40 pt from its baseline to the panel's
  // foot.
  const std::vector<Case> cases = {
      {"Nerve", english(), true},
      {"A nerve of the back that leaves the spine", english(), true},
      {long_word, english(), false},
      {"A nerve that leaves the spine through a hole between two of its bones, runs down the leg and ends in the foot",
       english(), false},
      {arabic_words, arabic(), true},
  };
  for (const Case& one : cases) {
    CAPTURE(one.words);
    const LabelledFigure figure(one.words, one.locale);
    const pages::Page page = figure.page();
    const auto lines = lines_of(page);
    CHECK((find_text(lines, "Key") == nullptr) == one.fits);
    CHECK(find_text(lines, "Caption") != nullptr);
    CHECK(find_text(lines, "After") != nullptr);
    const auto discs = filled_with(page, accent);
    CHECK(discs.empty() == one.fits);
    const SeenText* number = find_text(lines, "1");
    CHECK((number == nullptr) == one.fits);
    if (!number || discs.empty()) continue;
    CHECK(number->tag == design::Tag(figure.element));
    const Rect& disc = discs[0].box;
    CHECK(disc.x == 170_pt);
    CHECK(disc.width == 16_pt);
    const Length off = (number->left + number->right) / 2 - (disc.x + disc.width / 2);
    CHECK(std::max(off, -off) < 0.05_pt);
    CHECK(number->baseline < disc.bottom());
    CHECK(number->baseline > disc.y + disc.height / 2);
    CHECK(find_text(lines, "Key")->baseline > find_text(lines, "Caption")->baseline);
  }
}

TEST_CASE("discs of labels that stand close together do not touch") {
  LabelledFigure figure("Pneumonoultramicroscopicsilicovolcanoconiosis");
  auto& together = std::get<design::Stack>(figure.builder.rest().front().content).children;
  auto& picture = std::get<design::Picture>(together.front().content);
  figures::Drawing two = *picture.drawing;
  auto second = std::get<figures::Label>(two.items.at(2));
  second.at.y += 4_pt;
  two.items.emplace_back(second);
  picture.drawing = std::make_shared<const figures::Drawing>(two);
  picture.labels.push_back({3, figure.builder.words("Bone", figure.builder.plain(), figure.element)});
  picture.numbers.push_back({3, picture.numbers.front().words});
  picture.numbers.back().words.text = "2";
  const pages::Page page = figure.page();
  const auto discs = filled_with(page, {240, 160, 60});
  REQUIRE(discs.size() == 2);
  CHECK(discs[1].box.y > discs[0].box.bottom() + 1_pt);
  CHECK(discs[1].box.y < discs[0].box.bottom() + 3_pt);
  const auto lines = lines_of(page);
  for (const std::size_t i : {0U, 1U}) {
    const SeenText* number = find_text(lines, i == 0 ? "1" : "2");
    REQUIRE(number);
    CHECK((number->baseline > discs[i].box.y + 8_pt && number->baseline < discs[i].box.bottom()));
  }
}

TEST_CASE("where the pages have no room for a key, labels that do not fit stay words, and that is said") {
  LabelledFigure figure("Pneumonoultramicroscopicsilicovolcanoconiosis");
  // A figure of 100 pt, its caption and two lines leave 18 pt of the page: too little for a key of two lines.
  auto& together = std::get<design::Stack>(figure.builder.rest().front().content).children;
  together.back() =
      figure.builder.stack({figure.builder.paragraph("Key"), figure.builder.paragraph("More")}, figure.builder.plain());
  together.back().key = std::get<design::Picture>(together.front().content).key;
  figure.builder.rest().push_back(figure.builder.paragraph("Last"));
  for (const std::optional<int> pages : {std::optional<int>(), std::optional<int>(1)}) {
    figure.builder.manuscript.fit.pages = pages;
    Diagnostics diagnostics;
    const pages::PagedDocument document = figure.builder.paginate(diagnostics);
    CHECK((find_text(lines_of(document.pages.at(0)), "Key") == nullptr) == pages.has_value());
    CHECK(document.pages.size() == (pages ? 1U : 2U));
    REQUIRE(diagnostics.items().size() == (pages ? 1U : 0U));
    if (pages) CHECK(diagnostics.items()[0].code == "pages.labels");
  }
}

TEST_CASE("labels that lie on one another do not fit") {
  LabelledFigure figure("Nerve");
  auto& together = std::get<design::Stack>(figure.builder.rest().front().content).children;
  auto& picture = std::get<design::Picture>(together.front().content);
  figures::Drawing two = *picture.drawing;
  auto second = std::get<figures::Label>(two.items.at(2));
  for (const auto& [y, fits] : {std::pair{45_pt, true}, std::pair{31_pt, false}}) {
    second.at.y = y;
    figures::Drawing drawing = two;
    drawing.items.emplace_back(second);
    picture.drawing = std::make_shared<const figures::Drawing>(drawing);
    picture.labels.resize(1);
    picture.labels.push_back({3, figure.builder.words("Bone", figure.builder.plain(), figure.element)});
    CHECK((find_text(lines_of(figure.page()), "Key") == nullptr) == fits);
  }
}

/// The figure with other things in its drawing.
LabelledFigure redrawn(const std::string& words, const std::function<void(figures::Drawing&)>& change) {
  LabelledFigure figure(words);
  auto& together = std::get<design::Stack>(figure.builder.rest().front().content).children;
  auto& picture = std::get<design::Picture>(together.front().content);
  figures::Drawing drawing = *picture.drawing;
  change(drawing);
  picture.drawing = std::make_shared<const figures::Drawing>(drawing);
  return figure;
}

TEST_CASE("before numbers stand in for labels, the drawing is made smaller in its panel") {
  struct Case {
    const char* words;
    bool smaller, numbered;
  };
  // The label begins at 230 of the panel's 280 pt, and at 214 where the drawing is as small as it may be.
  for (const Case& one :
       {Case{"Nerve", false, false}, Case{"Laminectomies", true, false}, Case{"Otorhinolaryngology", false, true}}) {
    CAPTURE(std::string(one.words));
    const LabelledFigure figure = redrawn(
        one.words, [](figures::Drawing& drawing) { std::get<figures::Label>(drawing.items.at(2)).at.x = 90_pt; });
    const pages::Page page = figure.page();
    const auto lines = lines_of(page);
    CHECK((find_text(lines, "Key") != nullptr) == one.numbered);
    const auto bar = filled_with(page, red);
    REQUIRE(bar.size() == 1);
    CHECK((bar[0].box.width < 100_pt) == one.smaller);
    CHECK(bar[0].box.width >= 80_pt);
    // In the middle of the panel as before, and the panel is as tall.
    CHECK(bar[0].box.y + bar[0].box.height / 2 == 70_pt);
    CHECK(filled_with(page, tint).at(0).box == Rect{20_pt, 20_pt, 260_pt, 100_pt});
    const SeenText* label = find_text(lines, one.words);
    if (!one.numbered) CHECK(label->right < 280_pt);
  }
}

TEST_CASE("labels that have no room at any size make the drawing smaller only if they come nearer to it") {
  struct Case {
    const char* words;
    figures::Anchor anchor;
    bool smaller;
  };
  // The pages have no room for a key. A label that is too wide comes nearer to the panel with its point, but not where
  // it stands around the panel's middle.
  for (const Case& one :
       {Case{"Pneumonoultramicroscopicsilicovolcanoconiosis", figures::Anchor::start, true},
        Case{"Pneumonoultramicroscopicsilicovolcanoconiosisandmoreofit", figures::Anchor::middle, false}}) {
    CAPTURE(std::string(one.words));
    LabelledFigure figure = redrawn(one.words, [&](figures::Drawing& drawing) {
      auto& label = std::get<figures::Label>(drawing.items.at(2));
      label.anchor = one.anchor;
      if (one.anchor == figures::Anchor::middle) label.at.x = 50_pt;
    });
    figure.builder.manuscript.fit.pages = 1;
    auto& together = std::get<design::Stack>(figure.builder.rest().front().content).children;
    const auto key = together.back().key;
    together.back() = figure.builder.stack({figure.builder.paragraph(lines_text(4))}, figure.builder.plain());
    together.back().key = key;
    Diagnostics diagnostics;
    const pages::Page page = figure.builder.paginate(diagnostics).pages.at(0);
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].code == "pages.labels");
    CHECK((filled_with(page, red).at(0).box.width < 100_pt) == one.smaller);
  }
}

TEST_CASE("a label that touches a line gets clear of it in a smaller drawing") {
  // The label begins at 230 pt, where it has room for one word; its second line would lie on a line of the drawing. At
  // nine tenths it begins at 222 pt and has room for both.
  const LabelledFigure figure = redrawn("A spinal nerve", [](figures::Drawing& drawing) {
    std::get<figures::Label>(drawing.items.at(2)).at.x = 90_pt;
    figures::Shape line;
    line.path = figures::rectangle({80_pt, 37_pt, 20_pt, 1_pt});
    line.fill = primary;
    drawing.items.emplace_back(line);
  });
  const pages::Page page = figure.page();
  const auto lines = lines_of(page);
  CHECK(find_text(lines, "Key") == nullptr);
  CHECK(find_text(lines, "A spinal nerve") != nullptr);
  const Length width = filled_with(page, red).at(0).box.width;
  CHECK((width > 85_pt && width < 95_pt));
}

TEST_CASE("labels keep clear of the drawing's lines, and lie on its grounds") {
  struct Case {
    figures::Path path;
    std::optional<figures::Path> clip;
    bool fits;
  };
  const figures::Path through = figures::rectangle({70_pt, 0_pt, 20_pt, 50_pt});
  const figures::Path ground = figures::rectangle({55_pt, 0_pt, 45_pt, 50_pt});
  const figures::Path corner = figures::circle({95_pt, 5_pt}, 4_pt);
  for (const Case& one :
       {Case{through, std::nullopt, false}, Case{ground, std::nullopt, true}, Case{through, corner, true}}) {
    const LabelledFigure figure = redrawn("Nerve", [&](figures::Drawing& drawing) {
      figures::Shape shape;
      shape.path = one.path;
      shape.fill = primary;
      shape.clip = one.clip;
      drawing.items.emplace_back(shape);
    });
    CHECK((find_text(lines_of(figure.page()), "Key") == nullptr) == one.fits);
  }
}

}  // namespace
}  // namespace handout::tests
