#include "design/check_contrast.h"

#include <fmt/format.h>

#include <cmath>
#include <set>
#include <string>

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
  for (std::size_t i = 0; i < met.around.size() && i < most; ++i) path += " in " + full_name(*met.around[i]);
  return path;
}

/// "14pt", "11.5pt"
std::string points(Length length) {
  return fmt::format("{:g}pt", std::round(static_cast<double>(length.units) / Length::per_point * 100) / 100);
}

double least_contrast(const PassedText& text) {
  const bool large = text.size >= 18_pt || (text.bold && text.size >= 14_pt);
  return large ? 3.0 : 4.5;
}

/// Each complaint once for each place and pair of colours: a style met in many places is one mistake.
class TextChecker {
 public:
  TextChecker(const Design& design, Diagnostics& diagnostics) : design_(design), diagnostics_(diagnostics) {}

  void check(const MetText& met) {
    if (!design_.black_only) check_ink(met);
    if (!met.is_marker) check_size(met);
  }

 private:
  void check_ink(const MetText& met) {
    if (met.text.ink == "none") return;
    const auto ink = design_.brand.swatches.find(met.text.ink);
    const auto ground = design_.brand.swatches.find(met.ground.swatch);
    if (ink == design_.brand.swatches.end() || ground == design_.brand.swatches.end()) return;
    const double least = least_contrast(met.text);
    const double ratio = contrast_ratio(ink->second, ground->second);
    if (ratio >= least) return;
    const SourceRange& where = met.text.ink_where.file ? met.text.ink_where : met.ground.where;
    if (!first_time(where, met.text.ink + " on " + met.ground.swatch)) return;
    // Rounded down, so that 4.49 never reads as 4.5.
    diagnostics_.error("design.low-contrast",
                       fmt::format("{}: ink \"{}\" ({}) on \"{}\" ({}) has a contrast of {:.1f}:1; {:g}:1 is needed",
                                   said(met), ink->first, hex_name(ink->second), ground->first,
                                   hex_name(ground->second), std::floor(ratio * 10) / 10, least),
                       where,
                       fmt::format("{} would do: name a swatch like it, or change one of the two in brand.xml",
                                   hex_name(nearest_with_contrast(ink->second, ground->second, least))));
  }

  void check_size(const MetText& met) {
    const std::string& name = met.element.name;
    if (name == "ref" || name == "sup" || name == "sub") return;
    const Length least = met.text.min_size.value_or(design_.min_size);
    // Sizes in em are rounded: a hundredth of a point is no smaller text.
    if (met.text.size + 0.01_pt >= least) return;
    if (!first_time(met.text.size_where, "size " + points(met.text.size))) return;
    diagnostics_.error("design.below-min-size",
                       fmt::format("{} prints at {}, and nothing may be smaller than {}", said(met),
                                   points(met.text.size), points(least)),
                       met.text.size_where, "make it larger, or say min-size=\"...\" in its style where that is meant");
  }

  bool first_time(const SourceRange& where, const std::string& what) {
    return told_.insert(fmt::format("{}:{} {}", where.file ? where.file->path : "", where.begin, what)).second;
  }

  const Design& design_;
  Diagnostics& diagnostics_;
  std::set<std::string> told_;
};

}  // namespace

void check_contrast(const Design& design, Diagnostics& diagnostics) {
  TextChecker checker(design, diagnostics);
  walk_texts(design, [&checker](const MetText& met) { checker.check(met); });
}

}  // namespace handout::design
