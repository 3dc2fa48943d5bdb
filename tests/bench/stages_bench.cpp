// Times each stage of one handout's journey in this process, warm, and prints a table. Never fails for being slow.
// usage: stages_bench PROJECT [HANDOUT [LAYOUT [ROUNDS]]]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "batch/collect_fields.h"
#include "batch/find_defaults.h"
#include "batch/press.h"
#include "batch/project.h"
#include "batch/render.h"
#include "content/load_document.h"
#include "design/apply_design.h"
#include "design/brand_defaults.h"
#include "design/load_design.h"
#include "design/resolve.h"
#include "figures/qr_code.h"
#include "localization/fill_fields.h"
#include "pages/fit.h"
#include "pdf/write_pdf.h"

namespace {

using namespace handout;
using Clock = std::chrono::steady_clock;

/// Times of one stage, round by round, in microseconds.
struct Row {
  std::string stage;
  std::vector<double> times;
};

class Table {
 public:
  /// Runs `work`, adds its time to the row of `stage`, and hands its result on.
  template <typename Work>
  auto time(const std::string& stage, const Work& work) {
    const Clock::time_point begin = Clock::now();
    auto result = work();
    const double took = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
    row_of(stage).times.push_back(took);
    return result;
  }

  void print() {
    fmt::print("{:<28}{:>12}{:>12}\n", "stage", "median, us", "least, us");
    double sum = 0;
    for (Row& row : rows_) {
      std::sort(row.times.begin(), row.times.end());
      const double median = row.times[row.times.size() / 2];
      sum += median;
      fmt::print("{:<28}{:>12.0f}{:>12.0f}\n", row.stage, median, row.times.front());
    }
    fmt::print("{:<28}{:>12.0f}\n", "together", sum);
  }

 private:
  Row& row_of(const std::string& stage) {
    for (Row& row : rows_) {
      if (row.stage == stage) return row;
    }
    rows_.push_back({stage, {}});
    return rows_.back();
  }
  std::vector<Row> rows_;
};

struct Arguments {
  std::string project, handout = "miss-disc-herniation", layout = "sheet";
  int rounds = 200;
};

/// Everything from the files' bytes to the PDF's, with only the fonts opened before.
std::size_t one_round(const Arguments& arguments, const text::FontSet& fonts, Table& table) {
  const DiskFiles files(arguments.project);
  Diagnostics diagnostics;
  const std::string brand = design::find_default_brand(files, diagnostics);
  const auto shared = table.time("load shared blocks",
                                 [&] { return content::SharedBlocks::load(files, "content/shared", diagnostics); });
  const auto glossary = table.time(
      "load glossary", [&] { return content::load_glossary(read_source(files, "content/glossary.xml"), diagnostics); });
  const auto document = table.time("load document, figures", [&] {
    return content::load_document(read_source(files, batch::handout_path(arguments.handout)),
                                  {files, shared, *glossary, batch::figure_loader("content")}, diagnostics);
  });
  const auto sheet = table.time("load layouts, brand", [&] {
    return design::load_design({files, batch::figure_loader("design")}, arguments.layout, brand, diagnostics);
  });
  const auto design = table.time(
      "resolve", [&] { return design::resolve(*sheet, document->locale, design::PaperSize::a4, diagnostics); });
  const localization::Fields fields = batch::collect_fields(*document, design->brand, document->locale, "");
  const design::Copy copy{
      {table.time("fill fields", [&] { return localization::fill_fields(*document, fields, diagnostics); })},
      fields,
      document->id + " en 1.0 0000",
      false,
      figures::qr_code};
  const auto manuscript = table.time("apply design", [&] { return design::apply_design(copy, *design, diagnostics); });
  const auto paged =
      table.time("text and pages, fitting", [&] { return pages::paginate(manuscript, fonts, diagnostics); });
  const std::string bytes = table.time("write PDF", [&] { return pdf::write_pdf(paged, fonts, pdf::Standard::ua1); });
  return bytes.size();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: stages_bench PROJECT [HANDOUT [LAYOUT [ROUNDS]]]\n");
    return 2;
  }
  Arguments arguments;
  arguments.project = argv[1];
  if (argc > 2) arguments.handout = argv[2];
  if (argc > 3) arguments.layout = argv[3];
  if (argc > 4) arguments.rounds = std::max(1, std::atoi(argv[4]));
  const DiskFiles files(arguments.project);
  Diagnostics diagnostics;
  const text::FontSet fonts(design::load_fonts_list(files, diagnostics),
                            std::vector<std::string>{arguments.project + "/fonts"});
  Table warm_up, table;
  one_round(arguments, fonts, warm_up);
  std::size_t bytes = 0;
  for (int round = 0; round < arguments.rounds; ++round)
    bytes = one_round(arguments, fonts, table);
  fmt::print("{} in {}, {} rounds, {} bytes\n", arguments.handout, arguments.layout, arguments.rounds, bytes);
  table.print();
  return 0;
}
