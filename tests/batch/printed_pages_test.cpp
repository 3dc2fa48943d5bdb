#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "batch/press.h"
#include "batch/render.h"
#include "batch/sample_project.h"

namespace handout::batch {
namespace {

/// `head` is the handout's title and what stands with it, `page` what a page holds.
struct Printed {
  std::string head, page, styles;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The words that the press asks every layout for.
std::string fixed_texts() {
  std::string texts;
  for (const char* name : {"summary", "callout.note", "callout.tip", "callout.warning", "glossary", "sources",
                           "source.checked", "risk", "dots", "dots.range", "qr", "table.continued", "draft"})
    texts += std::string("<text name=\"") + name + "\">Text</text>";
  return texts;
}

pages::PagedDocument pages_of(const Printed& printed) {
  const std::string handout = whole_handout("lang=\"en\"", "");
  tests::MemoryFiles files = project_of(replaced(handout, "<title>A new knee</title>", printed.head));
  files.add("fonts/fonts.xml", R"(<fonts><family name="sans">
    <font scripts="Latn" regular="NotoSans-Regular.ttf" bold="NotoSans-Bold.ttf"/></family></fonts>)");
  files.add("layouts/plain.xml", R"(<layout id="plain" lang="en" min-size="8pt"><paper sizes="a4"/>
    <fit pages="any" size="12pt"/><page on="all">)" +
                                     printed.page + R"(</page>
    )" + fixed_texts() + printed.styles +
                                     "</layout>");
  Press press(files, ".");
  JobResult result;
  result.job.handout = "knee";
  result.job.locale = parse_locale("en").value();
  result.job.layout = "plain";
  result.job.brand = "north";
  result.job.paper = design::PaperSize::a4;
  const std::optional<pages::PagedDocument> pages = make_pages({}, press, result);
  for (const Diagnostic& item : result.diagnostics.items())
    if (item.severity == Severity::error) FAIL(format(item));
  REQUIRE(pages);
  return *pages;
}

/// The runs of the page's first words, up to those of the summary.
std::vector<text::GlyphRun> runs_of_title(const pages::PagedDocument& document) {
  std::vector<text::GlyphRun> runs;
  for (const pages::PageItem& item : document.pages.at(0).items) {
    const auto* placed = std::get_if<pages::PlacedRun>(&item);
    if (!placed) continue;
    if (placed->run.text.starts_with("Text")) break;
    runs.push_back(placed->run);
  }
  return runs;
}

}  // namespace

TEST_CASE("A title that takes a smaller size takes it in every word, wherever it is placed") {
  const std::string title =
      "<title>A title <nobr>that is</nobr> a little too <strong>long for</strong> <nobr><strong>two "
      "lines</strong></nobr></title>";
  const std::string styles =
      R"(<style for="title" in="handout" size="12pt to 24pt" width="85mm"/><style for="strong" weight="bold"/>)"
      R"(<style for="nobr" tracking="0.01em"/>)";
  for (const std::string page : {R"(<band><place what="title"/></band><region><place what="rest"/></region>)",
                                 R"(<region><place what="rest"/></region>)",
                                 R"(<region name="top" at="top"><place what="title summary"/></region>
                                    <region><place what="rest"/></region>)"}) {
    CAPTURE(page);
    const std::vector<text::GlyphRun> runs = runs_of_title(pages_of({title, page, styles}));
    REQUIRE(runs.size() > 4);
    for (const text::GlyphRun& run : runs) {
      CAPTURE(run.text);
      CHECK(run.size == runs.front().size);
      CHECK(run.size < Length{24 * Length::per_point});
    }
  }
}

}  // namespace handout::batch
