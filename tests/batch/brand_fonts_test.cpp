#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "batch/press.h"
#include "design/load_design.h"
#include "support/memory_files.h"

namespace handout::batch {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone at the end.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("handout-brand-fonts-" + std::to_string(::getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void copy(const char* font, const std::string& to) const {
    fs::create_directories((path / to).parent_path());
    fs::copy_file(std::string("/usr/share/fonts/truetype/noto/") + font, path / to);
  }
};

/// One family of one font file, in the brand `chain`.
design::Design design_of(std::vector<std::string> chain) {
  Diagnostics diagnostics;
  tests::MemoryFiles files;
  files.add("fonts/fonts.xml",
            "<fonts><family name=\"sans\"><font scripts=\"Latn\" regular=\"House-Regular.ttf\"/></family></fonts>");
  design::Design made;
  made.fonts = design::load_fonts_list(files, diagnostics);
  made.brand.id = chain.front();
  made.brand.chain = std::move(chain);
  return made;
}

std::string face(Press& press, const design::Design& design) {
  const Locale english = parse_locale("en").value();
  const text::FontSet& fonts = press.fonts(design);
  return fonts.program(fonts.candidates({"sans", "Latn", english}).front().font).postscript_name;
}

}  // namespace

TEST_CASE("a brand's own fonts, and those of what it extends, come before the project's") {
  const Folder project;
  project.copy("NotoSans-Regular.ttf", "fonts/House-Regular.ttf");
  project.copy("NotoSerif-Regular.ttf", "layouts/brands/north/fonts/House-Regular.ttf");
  const DiskFiles files(project.path.string());
  Press press(files, project.path.string());
  CHECK(face(press, design_of({"south"})) == "NotoSans-Regular");
  CHECK(face(press, design_of({"north"})) == "NotoSerif-Regular");
  CHECK(face(press, design_of({"north-ward", "north"})) == "NotoSerif-Regular");
  // Brands without fonts of their own share one set.
  CHECK(&press.fonts(design_of({"south"})) == &press.fonts(design_of({"west"})));
}

}  // namespace handout::batch
