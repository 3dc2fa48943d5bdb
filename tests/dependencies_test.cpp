#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

/// What each stage may include of the others: a folder ("base/") or one header. Its own folder goes without saying.
/// docs/architecture.md shows the same table.
const std::map<std::string, Names> stages = {
    {"base", {}},
    {"figures", {"base/"}},
    {"content", {"base/", "figures/drawing.h"}},
    {"localization", {"base/", "content/"}},
    {"design", {"base/", "content/", "localization/messages.h", "figures/drawing.h"}},
    {"text", {"base/", "design/manuscript.h", "design/design.h", "design/structure_tree.h"}},
    {"pages",
     {"base/", "design/manuscript.h", "design/design.h", "design/structure_tree.h", "text/paragraph.h", "text/fonts.h",
      "localization/messages.h", "figures/drawing.h"}},
    {"pdf",
     {"base/", "pages/paged_document.h", "design/structure_tree.h", "text/fonts.h", "text/paragraph.h",
      "figures/drawing.h"}},
    {"checks",
     {"base/", "content/document.h", "content/sign_offs.h", "content/words.h", "localization/messages.h",
      "design/design.h", "design/manuscript.h", "design/structure_tree.h", "pages/paged_document.h"}},
    {"batch", {"base/", "figures/", "content/", "localization/", "design/", "text/", "pages/", "pdf/", "checks/"}},
    {"app", {"base/", "checks/", "batch/"}},
};

/// Where each library's headers may be included. A header of ours never includes one.
const std::map<std::string, Names> libraries = {
    {"tinyxml2.h", {"base/xml.cpp"}},
    {"hpdf", {"pdf/haru_document.cpp"}},
    {"glib.h", {"base/sha256.cpp"}},
    {"png.h", {"figures/load_image.cpp"}},
    {"jpeglib.h", {"figures/load_image.cpp"}},
    {"qrencode.h", {"figures/qr_code.cpp"}},
    {"hb",
     {"text/fonts.cpp", "text/shape.cpp", "pdf/embed_font.cpp", "pdf/harfbuzz_objects.cpp", "pdf/subset_font.cpp"}},
    {"unicode/",
     {"base/", "text/", "localization/messages.cpp", "localization/find_words.cpp", "localization/number_words.cpp",
      "localization/calendar_names.cpp"}},
    {"libdeflate.h", {"pdf/"}},
    {"CLI/", {"app/options.cpp"}},
    {"nlohmann/", {"app/"}},
    {"malloc.h", {"app/heap.cpp"}},  // glibc's own
    {"fmt/", {""}},                  // everywhere
};

/// What the operating system gives beside the C++ library (POSIX.1-2017).
const Names system_headers = {"unistd.h", "fcntl.h", "sys/mman.h", "sys/stat.h"};

struct Include {
  std::string file;  ///< from src/
  std::string header;
  bool is_ours = false;
};

std::vector<Include> all_includes() {
  std::vector<Include> found;
  const fs::path root = fs::path(HANDOUT_SOURCE_DIR) / "src";
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path());
    for (std::string line; std::getline(stream, line);) {
      if (!line.starts_with("#include ")) continue;
      const std::size_t open = line.find_first_of("<\"");
      const std::size_t close = line.find_last_of(">\"");
      REQUIRE(open < close);
      found.push_back({fs::relative(entry.path(), root).generic_string(), line.substr(open + 1, close - open - 1),
                       line[open] == '"'});
    }
  }
  return found;
}

bool starts_with_any(const std::string& name, const Names& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return name.starts_with(beginning); });
}

std::string folder_of(const std::string& path) {
  return path.substr(0, path.find('/'));
}

/// A header of the C++ library: no folder and no ending.
bool is_standard(const std::string& header) {
  return header.find_first_of("./") == std::string::npos;
}

}  // namespace

TEST_CASE("A stage includes only the stages before it") {
  const std::vector<Include> includes = all_includes();
  REQUIRE(includes.size() > 100);
  for (const Include& include : includes) {
    if (!include.is_ours || include.file == "main.cpp") continue;
    const auto stage = stages.find(folder_of(include.file));
    REQUIRE_MESSAGE(stage != stages.end(), include.file, " is in a folder that is no stage");
    const bool allowed = folder_of(include.header) == stage->first || starts_with_any(include.header, stage->second);
    CHECK_MESSAGE(allowed, include.file, " includes ", include.header);
  }
}

TEST_CASE("A library's header is included where it is wrapped, and never in a header of ours") {
  for (const Include& include : all_includes()) {
    if (include.is_ours || is_standard(include.header)) continue;
    if (std::find(system_headers.begin(), system_headers.end(), include.header) != system_headers.end()) {
      CHECK_MESSAGE(include.file.ends_with(".cpp"), include.file, " includes ", include.header);
      continue;
    }
    const auto library = std::find_if(libraries.begin(), libraries.end(),
                                      [&](const auto& entry) { return include.header.starts_with(entry.first); });
    REQUIRE_MESSAGE(library != libraries.end(), include.file, " includes the unknown ", include.header);
    const bool allowed = include.file.ends_with(".cpp") && starts_with_any(include.file, library->second);
    CHECK_MESSAGE(allowed, include.file, " includes ", include.header);
  }
}

TEST_CASE("A library is used wherever the table says that it is") {
  const std::vector<Include> includes = all_includes();
  for (const auto& entry : libraries) {
    const std::string& library = entry.first;
    for (const std::string& place : entry.second) {
      const bool used = std::any_of(includes.begin(), includes.end(), [&](const Include& include) {
        return !include.is_ours && include.header.starts_with(library) && include.file.starts_with(place);
      });
      CHECK_MESSAGE(used, place, " does not include ", library);
    }
  }
}

TEST_CASE("A source includes its own header first") {
  std::string last;
  for (const Include& include : all_includes()) {
    const bool first = include.file != last;
    last = include.file;
    if (!first || !include.file.ends_with(".cpp") || include.file == "main.cpp") continue;
    const std::string own = include.file.substr(0, include.file.size() - 4) + ".h";
    if (!fs::exists(fs::path(HANDOUT_SOURCE_DIR) / "src" / own)) continue;
    CHECK_MESSAGE(include.header == own, include.file, " includes ", include.header, " first");
  }
}
