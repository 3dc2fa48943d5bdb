#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace handout::tests {

/// Bad input carries what must be said about it, in comments above the line at fault:
///     <!-- expect: error[design.bad-value] :24 size="17" in <style> is not a length | hint: write a number -->
///     <style for="p" size="17"/>
/// The code, the column, the message, and the hint if there is one. Several comments may stand above one line.

/// "error[design.bad-value] 12:24 message | hint: ..."; a place in another file than `path` begins with that file's
/// path, no place is left out.
inline std::string told(const Diagnostic& diagnostic, std::string_view path) {
  std::string text = diagnostic.severity == Severity::error ? "error[" : "warning[";
  text += diagnostic.code + "] ";
  if (diagnostic.where.file) {
    const LineColumn place = line_column(*diagnostic.where.file, diagnostic.where.begin);
    if (diagnostic.where.file->path != path) text += diagnostic.where.file->path + ":";
    text += std::to_string(place.line) + ":" + std::to_string(place.column) + " ";
  }
  text += diagnostic.message;
  if (!diagnostic.hint.empty()) text += " | hint: " + diagnostic.hint;
  return text;
}

/// All that was said about the file at `path`, sorted.
inline std::vector<std::string> told(const Diagnostics& diagnostics, std::string_view path) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : diagnostics.items())
    all.push_back(told(diagnostic, path));
  std::sort(all.begin(), all.end());
  return all;
}

/// What the file's comments expect, in the same form, sorted.
inline std::vector<std::string> expected_diagnostics(std::string_view text) {
  constexpr std::string_view start = "<!-- expect: ";
  constexpr std::string_view end_of_comment = " -->";
  std::vector<std::string> all;
  std::vector<std::string_view> waiting;
  std::size_t line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view words = text.substr(begin, end - begin);
    words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
    begin = end + 1;
    if (words.starts_with(start) && words.ends_with(end_of_comment)) {
      words.remove_prefix(start.size());
      words.remove_suffix(end_of_comment.size());
      waiting.push_back(words);
      continue;
    }
    for (const std::string_view said : waiting) {
      const std::size_t colon = said.find(" :");
      if (colon == std::string_view::npos) {
        all.emplace_back(said);
      } else {
        all.push_back(std::string(said.substr(0, colon + 1)) + std::to_string(line) +
                      std::string(said.substr(colon + 1)));
      }
    }
    waiting.clear();
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace handout::tests
