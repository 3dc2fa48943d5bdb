#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/locale.h"
#include "design/load_design.h"
#include "design/resolve.h"
#include "support/memory_files.h"

namespace handout::tests {

inline std::string read_disk(const std::string& path) {
  std::ifstream stream(std::string(HANDOUT_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// Files of a folder of the source tree that end in .xml, sorted: "tests/bad/layouts/bare.xml".
inline std::vector<std::string> xml_files(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  const fs::path root(HANDOUT_SOURCE_DIR);
  for (const fs::directory_entry& entry : fs::directory_iterator(root / folder)) {
    if (entry.path().extension() == ".xml") paths.push_back(folder + "/" + entry.path().filename().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

inline std::string stem_of(const std::string& path) {
  return std::filesystem::path(path).stem().string();
}

/// The sample project: its layouts, brands and fonts, with pictures that are only there.
inline MemoryFiles sample_project() {
  MemoryFiles files;
  for (const std::string& path : xml_files("tests/samples/layouts")) {
    files.add("layouts/" + stem_of(path) + ".xml", read_disk(path));
  }
  for (const char* path :
       {"northgate/brand.xml", "lakeside/brand.xml", "lakeside/standard.xml", "huangpu/standard.xml"}) {
    files.add(std::string("layouts/brands/") + path, read_disk(std::string("tests/samples/layouts/brands/") + path));
  }
  files.add("fonts/fonts.xml", read_disk("tests/samples/fonts/fonts.xml"));
  for (const char* icon : {"note", "tip", "warning", "emergency", "call", "expected"}) {
    files.add(std::string("layouts/icons/") + icon + ".svg", "picture");
  }
  files.add("layouts/icons/broken.png", "broken");
  files.add("layouts/brands/northgate/icons/tip.svg", "picture");
  for (const char* brand : {"northgate", "lakeside"}) {
    for (const char* picture : {"logo.svg", "logo-white.svg", "logo-black.svg", "motif.svg", "motif-lens.svg",
                                "university.svg", "university-white.svg", "cover.jpg"}) {
      files.add(fmt::format("layouts/brands/{}/{}", brand, picture), fmt::format("{} of {}", picture, brand));
    }
  }
  return files;
}

/// Makes an empty drawing of every picture but "broken", with its bytes for a path, so that tests see which was read.
inline design::LoadFigure pretend_figures() {
  return [](const std::string&, std::string_view bytes, const SourceRange& where,
            Diagnostics& diagnostics) -> std::optional<figures::Drawing> {
    if (bytes == "broken") {
      diagnostics.error("design.bad-image", "the picture is damaged", where, "save it again");
      return std::nullopt;
    }
    figures::Drawing drawing;
    drawing.path = bytes;
    return drawing;
  };
}

/// Every diagnostic as people read it.
inline std::string all_said(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.items())
    text += format(diagnostic);
  return text;
}

inline Locale locale(const char* tag) {
  const std::optional<Locale> parsed = parse_locale(tag);
  ENSURE(parsed.has_value());
  return *parsed;
}

/// What to load, and how to print it.
struct Asked {
  std::string layout = "standard", brand = "northgate";
  const char* language = "en";
  design::PaperSize paper = design::PaperSize::a4;
};

/// Loads and resolves; what was said is added to `diagnostics`.
inline std::optional<design::Design> resolved(const Files& files, const Asked& asked, Diagnostics& diagnostics) {
  const design::DesignSheetPtr sheet =
      design::load_design({files, pretend_figures()}, asked.layout, asked.brand, diagnostics);
  if (!sheet) return std::nullopt;
  return design::resolve(*sheet, locale(asked.language), asked.paper, diagnostics);
}

}  // namespace handout::tests
