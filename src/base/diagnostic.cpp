#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <numeric>

#include "base/names.h"
#include "base/unicode.h"

namespace handout {
namespace {

/// How many letters to write, leave out, replace or swap with their neighbour ("itme") turn one name into the other.
/// Source: optimal string alignment, three rows of its table.
std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before_last, last(to.size() + 1), row(to.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return last.back();
}

/// More are no help: the file is another kind of file.
constexpr std::size_t most_mistakes = 100;

/// Characters of a line that are shown before the caret, and after it: a terminal's width and a half in all.
constexpr std::size_t shown_each_side = 60;

/// Control characters, which move a terminal's cursor, and those that turn the direction of what follows.
bool is_obeyed(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Well-formed UTF-8 in which nothing is obeyed, but for `kept`, which lays out the message itself.
std::string harmless(std::string_view text, std::string_view kept) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool is_kept = kept.find(text[begin]) != std::string_view::npos;
    append_utf8(shown, is_obeyed(c) && !is_kept ? U'\uFFFD' : c);
  }
  return shown;
}

/// What is shown of a line, and how much of that stands before the caret.
struct Excerpt {
  std::string text, before_caret;
};

/// `caret` is a byte of `line`, or its end.
Excerpt around(std::string_view line, std::size_t caret) {
  std::size_t begin = caret, end = caret;
  for (std::size_t count = 0; count < shown_each_side && begin > 0; ++count) {
    do
      --begin;
    while (begin > 0 && is_trail_byte(line[begin]));
  }
  for (std::size_t count = 0; count < shown_each_side && end < line.size(); ++count) {
    do
      ++end;
    while (end < line.size() && is_trail_byte(line[end]));
  }
  // A mark in place of a few characters saves nothing.
  if (line.size() <= 2 * shown_each_side) {
    begin = 0;
    end = line.size();
  }
  const std::string before = (begin > 0 ? "…" : "") + harmless(line.substr(begin, caret - begin), "\t");
  return {before + harmless(line.substr(caret, end - caret), "\t") + (end < line.size() ? "…" : ""), before};
}

}  // namespace

void Diagnostics::error(std::string code, std::string message, SourceRange where, std::string hint) {
  items_.push_back({Severity::error, std::move(code), std::move(message), std::move(where), std::move(hint)});
}

void Diagnostics::warning(std::string code, std::string message, SourceRange where, std::string hint) {
  items_.push_back({Severity::warning, std::move(code), std::move(message), std::move(where), std::move(hint)});
}

void Diagnostics::add(Diagnostic diagnostic) {
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::append(const Diagnostics& other) {
  items_.insert(items_.end(), other.items_.begin(), other.items_.end());
}

std::size_t Diagnostics::error_count() const {
  return static_cast<std::size_t>(
      std::count_if(items_.begin(), items_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

Diagnostics in_file_order(const Diagnostics& found) {
  std::vector<const SourceFile*> files;
  for (const Diagnostic& item : found.items()) {
    if (std::find(files.begin(), files.end(), item.where.file.get()) == files.end()) {
      files.push_back(item.where.file.get());
    }
  }
  std::vector<Diagnostic> items = found.items();
  const auto place_of_file = [&files](const Diagnostic& item) {
    return std::find(files.begin(), files.end(), item.where.file.get());
  };
  std::stable_sort(items.begin(), items.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    if (a.where.file != b.where.file) return place_of_file(a) < place_of_file(b);
    return a.where.begin < b.where.begin;
  });
  Diagnostics sorted;
  for (Diagnostic& item : items)
    sorted.add(std::move(item));
  return sorted;
}

Diagnostics first_hundred(const Diagnostics& found, const std::string& hint) {
  const std::vector<Diagnostic>& items = found.items();
  if (items.size() <= most_mistakes) return found;
  Diagnostics first;
  for (std::size_t i = 0; i < most_mistakes; ++i)
    first.add(items[i]);
  // An error among the rest must not be lost.
  const auto rest = items.begin() + static_cast<std::ptrdiff_t>(most_mistakes);
  const auto error = std::find_if(rest, items.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
  Diagnostic more = error == items.end() ? *rest : *error;
  more.message = fmt::format("and {} mistakes more", items.size() - most_mistakes);
  more.hint = hint;
  first.add(std::move(more));
  return first;
}

std::string line_name(const SourceRange& place, const SourceRange& seen_from) {
  const std::size_t line = line_column(*place.file, place.begin).line;
  return place.file == seen_from.file ? fmt::format("line {}", line)
                                      : fmt::format("line {} of {}", line, place.file->path);
}

std::string format(const Diagnostic& diagnostic) {
  const char* severity = diagnostic.severity == Severity::error ? "error" : "warning";
  const std::string said = fmt::format("{}[{}]: {}\n", severity, diagnostic.code, harmless(diagnostic.message, "\n"));
  std::string text;
  if (diagnostic.where.file) {
    const SourceFile& file = *diagnostic.where.file;
    const LineColumn place = line_column(file, diagnostic.where.begin);
    const std::string number = std::to_string(place.line);
    const std::string_view line = source_line(file, diagnostic.where.begin);
    const std::size_t begin = static_cast<std::size_t>(line.data() - file.text.data());
    const std::size_t caret_byte = std::max<std::size_t>(diagnostic.where.begin, begin) - begin;
    const Excerpt excerpt = around(line, std::min(caret_byte, line.size()));
    text = fmt::format("{}:{}:{}: {}", harmless(file.path, ""), place.line, place.column, said);
    text += fmt::format("  {} | {}\n", number, excerpt.text);
    // Tabs before the caret are kept, so that it stands under its character however wide a tab is.
    std::string caret;
    for (const char byte : excerpt.before_caret) {
      if (!is_trail_byte(byte)) caret += byte == '\t' ? '\t' : ' ';
    }
    text += fmt::format("  {} | {}^\n", std::string(number.size(), ' '), caret);
  } else {
    text = said;
  }
  if (!diagnostic.hint.empty()) text += fmt::format("  hint: {}\n", harmless(diagnostic.hint, "\n"));
  return text;
}

Failure::Failure(std::string code, std::string message)
    : diagnostic_{Severity::error, std::move(code), std::move(message), {}, {}} {}

void ensure_failed(const char* condition, const char* file, int line) noexcept {
  std::fprintf(stderr, "handout: internal error: %s does not hold (%s:%d)\n", condition, file, line);
  std::abort();
}

std::string nearest_name(std::string_view name, const std::vector<std::string_view>& candidates) {
  const std::string small = in_small_letters(name);
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, (name.size() + 1) / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(small, in_small_letters(candidate));
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return std::string(best);
}

}  // namespace handout
