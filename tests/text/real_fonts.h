#pragma once

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "design/load_design.h"
#include "text/text_support.h"

namespace handout::tests {

/// fonts/fonts.xml as it is shipped.
inline std::shared_ptr<const design::FontsList> shipped_fonts_list() {
  static const std::shared_ptr<const design::FontsList> list = [] {
    Diagnostics diagnostics;
    return design::load_fonts_list(DiskFiles(HANDOUT_SOURCE_DIR), diagnostics);
  }();
  return list;
}

inline const text::FontSet& shipped_fonts() {
  static const text::FontSet set(shipped_fonts_list(), {});
  return set;
}

/// A line of tests/text/scripts/texts.txt.
struct ScriptText {
  std::string script, tag, words;
};

inline const std::vector<ScriptText>& script_texts() {
  static const std::vector<ScriptText> texts = [] {
    std::vector<ScriptText> read;
    std::ifstream file(std::string(HANDOUT_SOURCE_DIR) + "/tests/text/scripts/texts.txt");
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line[0] == '#') continue;
      const std::size_t first = line.find(' '), second = line.find(' ', first + 1);
      read.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return read;
  }();
  return texts;
}

}  // namespace handout::tests
