#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace handout::tests {

/// Compares `text` with a golden file, to the letter, and shows the first line that differs. With UPDATE_GOLDEN=1 the
/// file is written anew, and the test fails all the same, so that someone reads the difference.
inline void check_golden(const std::filesystem::path& path, const std::string& text) {
  std::ifstream stream(path, std::ios::binary);
  const std::string golden{std::istreambuf_iterator<char>(stream), {}};
  if (text == golden) return;
  std::istringstream ours(text), theirs(golden);
  std::string line, expected;
  int number = 0;
  do {
    ++number;
    line.clear();
    expected.clear();
    std::getline(ours, line);
    std::getline(theirs, expected);
  } while (line == expected && (ours || theirs));
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
    FAIL_CHECK("written anew: " << path.string() << "; read the difference");
  } else {
    FAIL_CHECK(path.string() << ":" << number << ": \"" << line << "\", not \"" << expected << "\"");
  }
}

}  // namespace handout::tests
