#include "app/messages.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <memory>

#include "support/memory_files.h"

namespace handout::app {
namespace {

/// A stream whose words can be read back.
class Paper {
 public:
  Paper() : file_(std::tmpfile()) { REQUIRE(file_ != nullptr); }
  ~Paper() { std::fclose(file_); }
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;
  std::FILE* stream() { return file_; }
  std::string text() {
    std::string all;
    std::rewind(file_);
    for (int c = std::fgetc(file_); c != EOF; c = std::fgetc(file_))
      all += static_cast<char>(c);
    return all;
  }

 private:
  std::FILE* file_;
};

batch::JobResult printed(const std::string& file, std::size_t pages) {
  batch::JobResult result;
  result.job.file = file;
  result.printed = true;
  result.pages = pages;
  return result;
}

}  // namespace

TEST_CASE("What is printed is told with its pages, and a mistake that two jobs meet is told once") {
  Paper paper;
  HumanReport report(paper.stream(), {});
  const SourceFilePtr file = tests::source("content/a/handout.xml", "<a>\n");
  batch::JobResult one = printed("out/a.pdf", 1), two = printed("out/b.pdf", 4), three;
  one.diagnostics.warning("content.unused-source", "source s1 is named nowhere", {file, 0, 1});
  two.diagnostics = one.diagnostics;
  two.setting = 6;
  three.job.file = "out/c.pdf";
  three.diagnostics.error("pages.overflow", "the text is too long");
  for (const batch::JobResult* result : {&one, &two, &three})
    report.tell(*result, batch::Purpose::print);
  report.sum_up(batch::Purpose::print);
  CHECK(paper.text() ==
        "content/a/handout.xml:1:1: warning[content.unused-source]: source s1 is named nowhere\n"
        "  1 | <a>\n"
        "    | ^\n"
        "out/a.pdf  1 page\n"
        "out/b.pdf  4 pages, fitted at step 6 of 15\n"
        "out/c.pdf: error[pages.overflow]: the text is too long\n"
        "out/c.pdf  not printed\n"
        "2 printed, 1 not printed, 1 error, 1 warning\n");
}

TEST_CASE("Too long a text says by how much") {
  Paper paper;
  HumanReport report(paper.stream(), {});
  batch::JobResult result = printed("a.pdf", 3);
  result.setting = 15;
  result.overflow_lines = 2;
  report.tell(result, batch::Purpose::print);
  CHECK(paper.text() == "a.pdf  3 pages, too long by 2 lines\n");
}

TEST_CASE("What was printed before and is taken away is named") {
  Paper paper;
  HumanReport report(paper.stream(), {});
  batch::JobResult same, others;
  same.job.file = others.job.file = "out/knee.en.sheet.pdf";
  same.removed = {"out/knee.en.sheet.pdf"};
  others.removed = {"out/knee.es.sheet.pdf", "out/knee.fr.sheet.pdf"};
  report.tell(same, batch::Purpose::print);
  report.tell(others, batch::Purpose::print);
  CHECK(paper.text() ==
        "out/knee.en.sheet.pdf  not printed; what was printed there before is removed\n"
        "out/knee.en.sheet.pdf  not printed; removed what was printed before: out/knee.es.sheet.pdf, "
        "out/knee.fr.sheet.pdf\n");
}

TEST_CASE("A check tells problems alone") {
  Paper paper;
  HumanReport report(paper.stream(), {});
  batch::JobResult good, bad;
  bad.job.handout = "back";
  bad.diagnostics.error("a.b", "wrong");
  report.tell(good, batch::Purpose::check);
  report.tell(bad, batch::Purpose::check);
  report.sum_up(batch::Purpose::check);
  CHECK(paper.text() == "back: error[a.b]: wrong\n1 good, 1 with problems, 1 error\n");
}

TEST_CASE("A check names the layouts of what not all of them have, and tells it once") {
  Paper paper;
  HumanReport report(paper.stream(), {});
  const SourceFilePtr file = tests::source("content/a/handout.xml", "<a>\n");
  for (const char* handout : {"back", "knee"}) {
    for (const char* layout : {"plain", "sheet", "standard"}) {
      batch::JobResult result;
      result.job.handout = handout;
      result.job.layout = layout;
      result.diagnostics.warning("a.all", "everywhere", {file, 0, 1});
      if (result.job.layout != "plain") result.diagnostics.error("a.two", "in two");
      if (result.job.layout == "sheet") result.diagnostics.error("a.one", "in one", {file, 0, 1}, "cut");
      report.tell(result, batch::Purpose::check);
    }
  }
  report.sum_up(batch::Purpose::check);
  CHECK(paper.text() ==
        "content/a/handout.xml:1:1: warning[a.all]: everywhere\n"
        "  1 | <a>\n"
        "    | ^\n"
        "back: error[a.two]: in two\n"
        "  in layouts: sheet, standard\n"
        "content/a/handout.xml:1:1: error[a.one]: in one\n"
        "  1 | <a>\n"
        "    | ^\n"
        "  hint: cut\n"
        "  in layout: sheet\n"
        "knee: error[a.two]: in two\n"
        "  in layouts: sheet, standard\n"
        "0 good, 2 with problems, 3 errors, 1 warning\n");
}

TEST_CASE("A mistake whose measure differs from layout to layout is one; two mistakes in one place stay two") {
  Paper paper;
  HumanReport report(paper.stream(), {});
  const SourceFilePtr file = tests::source("content/a/handout.xml", "<a>\n");
  for (const char* layout : {"plain", "sheet", "standard"}) {
    batch::JobResult result;
    result.job.handout = "a";
    result.job.layout = layout;
    if (result.job.layout != "plain") {
      const std::string room = result.job.layout == "sheet" ? "10.5pt" : "9pt";
      result.diagnostics.error("text.overfull-line", "“wide” is wider than its line: 12pt of " + room, {file, 0, 1});
      result.diagnostics.error("text.overfull-line", "“wider” is wider than its line: 14pt of " + room, {file, 0, 1});
    }
    report.tell(result, batch::Purpose::check);
  }
  batch::JobResult good;
  good.job.handout = "b";
  report.tell(good, batch::Purpose::check);
  report.sum_up(batch::Purpose::check);
  const std::string place =
      "  1 | <a>\n"
      "    | ^\n"
      "  in layouts: sheet, standard\n";
  CHECK(paper.text() ==
        "content/a/handout.xml:1:1: error[text.overfull-line]: “wide” is wider than its line: 12pt of 10.5pt\n" +
            place +
            "content/a/handout.xml:1:1: error[text.overfull-line]: “wider” is wider than its line: 14pt of 10.5pt\n" +
            place + "1 good, 1 with problems, 2 errors\n");
}

TEST_CASE("Colour marks the kind of problem, and only where it is asked for") {
  Diagnostics diagnostics;
  diagnostics.error("a.b", "wrong");
  Paper colour, plain;
  HumanReport(colour.stream(), {true, true}).tell(diagnostics);
  HumanReport(plain.stream(), {true, false}).tell(diagnostics);
  CHECK(colour.text() == "\x1b[1;31merror[a.b]\x1b[0m: wrong\n");
  CHECK(plain.text() == "error[a.b]: wrong\n");
}

TEST_CASE("What cannot be written is noticed, and stops nothing") {
  std::FILE* full = std::fopen("/dev/full", "w");
  REQUIRE(full != nullptr);
  CHECK_FALSE(say(full, "words"));
  HumanReport report(full, {});
  CHECK(report.could_write());
  report.tell(printed("a.pdf", 1), batch::Purpose::print);
  report.sum_up(batch::Purpose::print);
  CHECK_FALSE(report.could_write());
  batch::TerminalProgress progress(full);
  progress.advanced(1, 2, "a.pdf");
  progress.cleared();
  std::fclose(full);
  Paper paper;
  CHECK(say(paper.stream(), "words"));
  CHECK(paper.text() == "words\n");
}

TEST_CASE("Progress is one line, written over and wiped at the end") {
  Paper paper;
  batch::TerminalProgress progress(paper.stream());
  progress.cleared();
  progress.advanced(1, 2, "a.pdf");
  progress.advanced(2, 2, "b.pdf");
  progress.cleared();
  CHECK(paper.text() == "\r\x1b[K1 of 2  a.pdf\r\x1b[K2 of 2  b.pdf\r\x1b[K");
}

}  // namespace handout::app
