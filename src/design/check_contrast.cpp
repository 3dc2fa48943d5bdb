#include "design/check_contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/print_length.h"
#include "design/color_contrast.h"
#include "design/text_walk.h"

namespace handout::design {
namespace {

using namespace literals;

std::string full_name(const ElementName& name) {
  return name.kind.empty() ? name.name : name.name + "." + name.kind;
}

/// "strong in title in zone.call in section.help": enough of the path to find it.
std::string said(const MetText& met) {
  constexpr std::size_t most = 4;
  std::string path = (met.is_marker ? "the number of " : "") + full_name(met.element);
  std::size_t said = 0;
  for (const Around* around = &met.around; around != nullptr && said < most; around = around->outer, ++said)
    path += " in " + full_name(around->element);
  return path;
}

std::size_t depth(const MetText& met) {
  std::size_t depth = 0;
  for (const Around* around = &met.around; around != nullptr; around = around->outer)
    ++depth;
  return depth;
}

bool stands_in(const MetText& met, std::string_view name) {
  for (const Around* around = &met.around; around != nullptr; around = around->outer) {
    if (around->element.name == name) return true;
  }
  return met.element.name == name;
}

/// Where something was stated; nowhere where it was not.
const SourceRange& range(const SourceRange* stated) {
  static const SourceRange nowhere;
  return stated == nullptr ? nowhere : *stated;
}

double least_contrast(const PassedText& text) {
  const bool large = text.line_size >= 18_pt || (text.bold && text.line_size >= 14_pt);
  return large ? 3.0 : 4.5;
}

/// Each complaint once for each place and pair of colours, where it is met least deep: a style met in many places is
/// one mistake.
class TextChecker {
 public:
  explicit TextChecker(const Design& design) : design_(design) {}

  void check(const MetText& met) {
    if (met.text.ink == "none") {
      check_draft(met);
    } else if (!design_.black_only) {
      check_ink(met);
    }
    if (!met.is_marker) check_size(met);
  }

  void report(Diagnostics& diagnostics) {
    for (auto& [key, complaint] : complaints_)
      diagnostics.add(std::move(complaint.diagnostic));
  }

 private:
  struct Complaint {
    std::size_t depth = 0;
    Diagnostic diagnostic;
  };

  /// What prints nothing is not read, but for the draft line: no layout may hide it.
  void check_draft(const MetText& met) {
    if (!stands_in(met, "draft")) return;
    const SourceRange& where = range(met.text.ink_where);
    Diagnostic* diagnostic = complaint(met, where, "none");
    if (diagnostic == nullptr) return;
    *diagnostic = {Severity::error, "design.low-contrast",
                   fmt::format("{}: ink \"none\" prints nothing, and the draft line must be seen", said(met)), where,
                   "name a swatch of the brand, such as text"};
  }

  void check_ink(const MetText& met) {
    const double least = least_contrast(met.text);
    const double ratio = contrast(met.text.ink, met.ground.swatch);
    if (ratio >= least) return;
    const auto ink = design_.brand.swatches.find(met.text.ink);
    const auto ground = design_.brand.swatches.find(met.ground.swatch);
    const SourceRange& stated = range(met.text.ink_where).file ? range(met.text.ink_where) : range(met.ground.where);
    // Neither is stated: it is the palette's own text and paper.
    const SourceRange& where = stated.file ? stated : design_.brand.where;
    Diagnostic* diagnostic = complaint(met, where, fmt::format("{} on {}", met.text.ink, met.ground.swatch));
    if (diagnostic == nullptr) return;
    // Rounded down, so that 4.49 never reads as 4.5.
    *diagnostic = {Severity::error, "design.low-contrast",
                   fmt::format("{}: ink \"{}\" ({}) on \"{}\" ({}) has a contrast of {:.1f}:1; {:g}:1 is needed",
                               said(met), ink->first, hex_name(ink->second), ground->first, hex_name(ground->second),
                               std::floor(ratio * 10) / 10, least),
                   where,
                   fmt::format("{} would do: name a swatch like it, or change one of the two in brand.xml",
                               hex_name(nearest_with_contrast(ink->second, ground->second, least)))};
  }

  void check_size(const MetText& met) {
    const std::string& name = met.element.name;
    if (name == "ref" || name == "sup" || name == "sub") return;
    const Length least = met.text.min_size.value_or(design_.min_size);
    // Sizes in em are rounded: a hundredth of a point is no smaller text.
    if (met.text.size + 0.01_pt >= least) return;
    // Where the size of the whole text is too small, so is all that is measured in em of it: one mistake.
    const bool is_fits = met.text.follows_fit && design_.fit.size_lower + 0.01_pt < least;
    const SourceRange& where = is_fits ? design_.fit.size_where : range(met.text.size_where);
    Diagnostic* diagnostic = complaint(met, where, is_fits ? "size" : "size " + in_points(met.text.size));
    if (diagnostic == nullptr) return;
    *diagnostic = {Severity::error, "design.below-min-size",
                   fmt::format("{} prints at {}, and nothing may be smaller than {}", said(met),
                               in_points(met.text.size), in_points(least)),
                   where, "make it larger, or say min-size=\"...\" in its style where that is meant"};
  }

  /// What to write the complaint to; null where it was made less deep before.
  Diagnostic* complaint(const MetText& met, const SourceRange& where, const std::string& what) {
    const std::string key = fmt::format("{}:{:09} {}", where.file ? where.file->path : "", where.begin, what);
    const auto [found, is_new] = complaints_.try_emplace(key);
    const std::size_t met_depth = depth(met);
    if (!is_new && found->second.depth <= met_depth) return nullptr;
    found->second.depth = met_depth;
    return &found->second.diagnostic;
  }

  /// Infinite where one of the two is no swatch: it is complained of elsewhere.
  double contrast(std::string_view ink, std::string_view ground) {
    const auto [found, is_new] = contrasts_.try_emplace({ink, ground}, std::numeric_limits<double>::infinity());
    if (!is_new) return found->second;
    const auto ink_swatch = design_.brand.swatches.find(ink);
    const auto ground_swatch = design_.brand.swatches.find(ground);
    const auto end = design_.brand.swatches.end();
    if (ink_swatch != end && ground_swatch != end)
      found->second = contrast_ratio(ink_swatch->second, ground_swatch->second);
    return found->second;
  }

  const Design& design_;
  std::map<std::string, Complaint> complaints_;
  std::map<std::pair<std::string_view, std::string_view>, double> contrasts_;
};

}  // namespace

void check_contrast(const Design& design, Diagnostics& diagnostics) {
  TextChecker checker(design);
  walk_texts(design, [&checker](const MetText& met) { checker.check(met); });
  checker.report(diagnostics);
}

}  // namespace handout::design
