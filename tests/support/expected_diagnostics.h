#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace handout::tests {

/// Bad input carries what must be said about it, in comments above the line at fault:
///     <!-- error 14 design.bad-value: size="17" in <style> is not a length | write a number with its unit -->
///     <style for="p" size="17"/>
/// Severity, column, code, message, and after " | " the hint if there is one. Several comments may stand above one line.
/// What has no place in the file has "-" for its column, anywhere.

/// "12:14 error design.bad-value: message | hint"; "- error ..." without a place.
inline std::string told(const Diagnostic& diagnostic) {
  std::string text = "-";
  if (diagnostic.where.file) {
    const LineColumn place = line_column(*diagnostic.where.file, diagnostic.where.begin);
    text = std::to_string(place.line) + ":" + std::to_string(place.column);
  }
  text += diagnostic.severity == Severity::error ? " error " : " warning ";
  text += diagnostic.code + ": " + diagnostic.message;
  if (!diagnostic.hint.empty()) text += " | " + diagnostic.hint;
  return text;
}

/// All that was said, sorted; places in other files than `path` begin with that file's path.
inline std::vector<std::string> told(const Diagnostics& diagnostics, std::string_view path) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    const bool elsewhere = diagnostic.where.file && diagnostic.where.file->path != path;
    all.push_back((elsewhere ? diagnostic.where.file->path + ":" : "") + told(diagnostic));
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// What the file's comments expect, in the same form, sorted.
inline std::vector<std::string> expected_diagnostics(std::string_view text) {
  std::vector<std::string> all;
  std::vector<std::string> waiting;
  std::size_t line = 1;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view words = text.substr(begin, end - begin);
    words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
    const bool is_error = words.starts_with("<!-- error ");
    if ((is_error || words.starts_with("<!-- warning ")) && words.ends_with(" -->")) {
      words.remove_prefix(std::string_view("<!-- ").size());
      words.remove_suffix(std::string_view(" -->").size());
      const std::string severity = is_error ? "error" : "warning";
      words.remove_prefix(severity.size() + 1);
      const std::size_t space = words.find(' ');
      const std::string column(words.substr(0, space));
      const std::string rest = " " + severity + " " + std::string(words.substr(space + 1));
      if (column == "-") {
        all.push_back("-" + rest);
      } else {
        waiting.push_back(":" + column + rest);
      }
    } else if (!words.starts_with("<!--")) {
      for (const std::string& said : waiting) all.push_back(std::to_string(line) + said);
      waiting.clear();
    }
    if (end == text.size()) break;
    begin = end + 1;
    ++line;
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace handout::tests
