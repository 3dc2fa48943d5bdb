#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>

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

}  // namespace

TEST_CASE("The layout that the documentation shows prints every handout on each of its papers") {
  const WithLayout files("one-column", documented_layout());
  Press press(files, HANDOUT_SOURCE_DIR);
  for (const std::string& handout : find_project(files).handouts) {
    for (const design::PaperSize paper : {design::PaperSize::a4, design::PaperSize::letter}) {
      CAPTURE(handout);
      CAPTURE(design::paper_name(paper));
      JobResult result;
      result.job.handout = handout;
      result.job.locale = locales_of_handout(files, handout).front();
      result.job.layout = "one-column";
      result.job.brand = "northgate";
      result.job.paper = paper;
      const std::optional<pages::PagedDocument> paged = make_pages({}, press, result);
      for (const Diagnostic& diagnostic : result.diagnostics.items())
        if (diagnostic.code != "content.not-signed-off") FAIL_CHECK(format(diagnostic));
      CHECK(paged.has_value());
    }
  }
}

}  // namespace handout::batch
