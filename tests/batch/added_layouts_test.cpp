#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "batch/press.h"
#include "batch/project.h"
#include "batch/render.h"

namespace handout::batch {
namespace {

/// This project with one layout more.
class WithLayout final : public Files {
 public:
  WithLayout(std::string name, std::string text)
      : path_("layouts/" + std::move(name) + ".xml"), text_(std::move(text)) {}
  std::optional<std::string> read(const std::string& path) const override {
    return path == path_ ? text_ : disk_.read(path);
  }
  bool exists(const std::string& path) const override { return path == path_ || disk_.exists(path); }
  std::vector<std::string> list(const std::string& folder) const override { return disk_.list(folder); }

 private:
  std::string path_, text_;
  DiskFiles disk_{HANDOUT_SOURCE_DIR};
};

/// The layout that docs/formats.md shows.
std::string documented_layout() {
  std::ifstream file(std::string(HANDOUT_SOURCE_DIR) + "/docs/formats.md", std::ios::binary);
  std::stringstream docs;
  docs << file.rdbuf();
  const std::string text = docs.str();
  const std::size_t begin = text.find("<layout id=\"one-column\"");
  const std::string last = "</layout>";
  const std::size_t end = text.find(last, begin);
  REQUIRE((begin != std::string::npos && end != std::string::npos));
  return text.substr(begin, end + last.size() - begin);
}

/// The job that prints a handout with it.
Job job_of(const Files& files, const std::string& handout, const std::string& layout, design::PaperSize paper) {
  Job job;
  job.handout = handout;
  job.locale = locales_of_handout(files, handout).front();
  job.layout = layout;
  job.brand = "northgate";
  job.paper = paper;
  return job;
}

void add_discs(const std::vector<pages::PageItem>& items, Length diameter, std::vector<Rect>& discs) {
  for (const pages::PageItem& item : items) {
    const auto* path = std::get_if<pages::PlacedPath>(&item);
    if (!path || !path->fill || path->path.segments.size() != figures::circle({}, diameter).segments.size()) continue;
    Rect box{path->path.segments.front().end.x, path->path.segments.front().end.y, {}, {}};
    Point most{box.x, box.y};
    for (const figures::Segment& segment : path->path.segments) {
      if (segment.verb == figures::Verb::close) continue;
      box.x = std::min(box.x, segment.end.x);
      box.y = std::min(box.y, segment.end.y);
      most = {std::max(most.x, segment.end.x), std::max(most.y, segment.end.y)};
    }
    box.width = most.x - box.x;
    box.height = most.y - box.y;
    if (box.width == diameter && box.height == diameter) discs.push_back(box);
  }
}

}  // namespace

TEST_CASE("Where numbers stand in for a figure's labels, no disc touches another, in the picture or in the key") {
  using namespace handout::literals;
  const WithLayout files("numbers", R"(<layout id="numbers" extends="standard" lang="en"><fit pages="any"/>
    <style for="figure" labels="numbers"/></layout>)");
  Press press(files, HANDOUT_SOURCE_DIR);
  JobResult result;
  result.job = job_of(files, "miss-disc-herniation", "numbers", design::PaperSize::a4);
  const std::optional<pages::PagedDocument> paged = make_pages({}, press, result);
  REQUIRE(paged);
  std::vector<Rect> discs;
  add_discs(paged->pages.at(0).items, 16_pt, discs);
  CHECK(discs.size() == 10);  // five in the picture, five in its key
  for (std::size_t i = 0; i < discs.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Length across = discs[i].x - discs[j].x, down = discs[i].y - discs[j].y;
      CHECK(across.units * across.units + down.units * down.units > (17_pt).units * (17_pt).units);
    }
  }
}

TEST_CASE("The layout that the documentation shows prints every handout on each of its papers") {
  const WithLayout files("one-column", documented_layout());
  Press press(files, HANDOUT_SOURCE_DIR);
  for (const std::string& handout : find_project(files).handouts) {
    for (const design::PaperSize paper : {design::PaperSize::a4, design::PaperSize::letter}) {
      CAPTURE(handout);
      CAPTURE(design::paper_name(paper));
      JobResult result;
      result.job = job_of(files, handout, "one-column", paper);
      const std::optional<pages::PagedDocument> paged = make_pages({}, press, result);
      for (const Diagnostic& diagnostic : result.diagnostics.items())
        if (diagnostic.code != "content.not-signed-off") FAIL_CHECK(format(diagnostic));
      CHECK(paged.has_value());
    }
  }
}

}  // namespace handout::batch
