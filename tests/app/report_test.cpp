#include "app/report.h"

#include <doctest/doctest.h>

#include <string>

#include "support/memory_files.h"

namespace handout::app {

TEST_CASE("The report names every job with its file, pages and problems with their places") {
  JsonReport report;
  batch::JobResult result;
  result.job.handout = "knee";
  result.job.layout = "sheet";
  result.job.brand = "north";
  result.job.file = "output/knee.en.sheet.pdf";
  result.printed = true;
  result.pages = 2;
  result.setting = 3;
  result.bytes = 99;
  result.edition = "knee en 1.0 7f3a";
  result.diagnostics.warning("content.unused-source", "a \"quoted\" \xff word",
                             {tests::source("content/knee/handout.xml", "<a>\n  <b/>"), 6, 7}, "take it out");
  report.add(result);
  const std::string expected = R"({
  "handout": ")" HANDOUT_VERSION R"(",
  "problems": [],
  "jobs": [
    {
      "handout": "knee",
      "locale": "en",
      "layout": "sheet",
      "brand": "north",
      "paper": "a4",
      "file": "output/knee.en.sheet.pdf",
      "printed": true,
      "edition": "knee en 1.0 7f3a",
      "pages": 2,
      "setting": 3,
      "overflow-lines": 0,
      "bytes": 99,
      "problems": [
        {
          "severity": "warning",
          "code": "content.unused-source",
          "message": "a \"quoted\" )"
                               "\xef\xbf\xbd"
                               R"( word",
          "file": "content/knee/handout.xml",
          "line": 2,
          "column": 3,
          "hint": "take it out"
        }
      ]
    }
  ]
}
)";
  CHECK(report.text() == expected);
}

TEST_CASE("What was printed before and is taken away stands in the report") {
  JsonReport report;
  batch::JobResult result;
  result.removed = {"output/knee.en.sheet.pdf"};
  report.add(result);
  CHECK(report.text().find("\"removed\": [\n        \"output/knee.en.sheet.pdf\"\n      ]") != std::string::npos);
}

TEST_CASE("Problems of no job stand by themselves") {
  JsonReport report;
  Diagnostics diagnostics;
  diagnostics.error("usage.unknown-handout", "there is no handout “hip”");
  report.add(diagnostics);
  CHECK(report.text().find("\"code\": \"usage.unknown-handout\"") != std::string::npos);
  CHECK(report.text().find("\"jobs\": []") != std::string::npos);
}

}  // namespace handout::app
