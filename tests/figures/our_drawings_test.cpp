#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/files.h"
#include "figures/load_svg.h"

using namespace handout;
using namespace handout::figures;

namespace {

/// Every SVG file below `folder`, in order.
std::vector<std::string> drawings_below(const Files& files, const std::string& folder) {
  std::vector<std::string> paths;
  for (const std::string& name : files.list(folder)) {
    if (name.ends_with('/')) {
      const auto below = drawings_below(files, folder + "/" + name.substr(0, name.size() - 1));
      paths.insert(paths.end(), below.begin(), below.end());
    } else if (name.ends_with(".svg")) {
      paths.push_back(folder + "/" + name);
    }
  }
  return paths;
}

Drawing load(const Files& files, const std::string& path) {
  Diagnostics diagnostics;
  auto drawing = load_svg(read_source(files, path), diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.items())
    FAIL_CHECK(format(diagnostic));
  REQUIRE(drawing);
  return *std::move(drawing);
}

/// The ids of the labels, and the step numbers as they stand, in the file's order.
std::vector<std::string> words_on(const Drawing& drawing) {
  std::vector<std::string> words;
  for (const DrawingItem& item : drawing.items) {
    if (const Label* label = std::get_if<Label>(&item)) words.push_back(label->step_number ? label->text : label->id);
  }
  return words;
}

}  // namespace

TEST_CASE("Every drawing of the project loads without a word") {
  const DiskFiles files(HANDOUT_SOURCE_DIR);
  std::size_t count = 0;
  for (const char* folder : {"content", "layouts"}) {
    for (const std::string& path : drawings_below(files, folder)) {
      CAPTURE(path);
      CHECK_FALSE(load(files, path).items.empty());
      ++count;
    }
  }
  CHECK(count >= 15);
}

TEST_CASE("Icons are square, and take their colours from the brand") {
  const DiskFiles files(HANDOUT_SOURCE_DIR);
  for (const std::string& path : drawings_below(files, "layouts/icons")) {
    CAPTURE(path);
    const Drawing icon = load(files, path);
    CHECK(icon.view_box.width == icon.view_box.height);
    for (const DrawingItem& item : icon.items) {
      REQUIRE(std::holds_alternative<Shape>(item));
      const Shape& shape = std::get<Shape>(item);
      if (shape.fill) CHECK(std::holds_alternative<SwatchName>(*shape.fill));
      if (shape.stroke) CHECK(std::holds_alternative<SwatchName>(shape.stroke->ink));
    }
  }
}

TEST_CASE("The figures' labels keep inside their drawings") {
  const DiskFiles files(HANDOUT_SOURCE_DIR);
  for (const std::string& path : drawings_below(files, "content")) {
    const Drawing drawing = load(files, path);
    for (const DrawingItem& item : drawing.items) {
      const Label* label = std::get_if<Label>(&item);
      if (!label || label->step_number) continue;
      CAPTURE(label->id);
      const Length left = label->anchor == Anchor::start ? label->at.x
                          : label->anchor == Anchor::end ? label->at.x - label->width
                                                         : label->at.x - label->width / 2;
      CHECK(left >= drawing.view_box.x);
      CHECK(left + label->width <= drawing.view_box.right());
      CHECK(label->at.y - label->size >= drawing.view_box.y);
      CHECK(label->at.y <= drawing.view_box.bottom());
    }
  }
}

TEST_CASE("The words on the two figures of disc surgery") {
  const DiskFiles files(HANDOUT_SOURCE_DIR);
  const std::string folder = "content/miss-disc-herniation/figures/";
  CHECK(words_on(load(files, folder + "disc-herniation.svg")) ==
        std::vector<std::string>{"healthy-disc", "bone", "outer-ring", "nerve", "soft-gel"});
  CHECK(words_on(load(files, folder + "tube-surgery.svg")) ==
        std::vector<std::string>{"1", "2", "3", "4", "muscle-fibres"});
}
