#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <numeric>

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

std::string format(const Diagnostic& diagnostic) {
  const char* severity = diagnostic.severity == Severity::error ? "error" : "warning";
  const std::string said = fmt::format("{}[{}]: {}\n", severity, diagnostic.code, diagnostic.message);
  std::string text;
  if (diagnostic.where.file) {
    const SourceFile& file = *diagnostic.where.file;
    const LineColumn place = line_column(file, diagnostic.where.begin);
    const std::string number = std::to_string(place.line);
    const std::string_view line = source_line(file, diagnostic.where.begin);
    text = fmt::format("{}:{}:{}: {}", file.path, place.line, place.column, said);
    text += fmt::format("  {} | {}\n", number, line);
    // Tabs before the caret are kept, so that it stands under its character however wide a tab is.
    std::string caret;
    std::size_t column = 1;
    for (const char byte : line) {
      if (column >= place.column) break;
      if ((static_cast<unsigned char>(byte) & 0xC0U) == 0x80U) continue;
      caret += byte == '\t' ? '\t' : ' ';
      ++column;
    }
    text += fmt::format("  {} | {}^\n", std::string(number.size(), ' '), caret);
  } else {
    text = said;
  }
  if (!diagnostic.hint.empty()) text += fmt::format("  hint: {}\n", diagnostic.hint);
  return text;
}

Failure::Failure(std::string code, std::string message)
    : diagnostic_{Severity::error, std::move(code), std::move(message), {}, {}} {}

void ensure_failed(const char* condition, const char* file, int line) noexcept {
  std::fprintf(stderr, "handout: internal error: %s does not hold (%s:%d)\n", condition, file, line);
  std::abort();
}

std::string nearest_name(std::string_view name, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, (name.size() + 1) / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return std::string(best);
}

}  // namespace handout
