// Layouts, brands and lists of fonts of any bytes must be read or refused, never crash. The input is split at lines of
// "=====" into layout, brand and fonts; what is missing is taken from a small project that is right.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/locale.h"
#include "design/load_design.h"
#include "design/resolve.h"

namespace {

using namespace handout;

constexpr std::string_view divider = "\n=====\n";
constexpr const char* good_brand =
    R"(<brand id="b" lang="en"><name>B</name><palette><swatch name="text" value="#000000"/>)"
    R"(<swatch name="primary" value="#0B4A5B"/><swatch name="accent" value="#F2A93B"/>)"
    R"(<swatch name="tint" value="#EAF3F4"/></palette><family name="body" uses="sans"/>)"
    R"(<family name="heading" uses="sans"/></brand>)";
constexpr const char* good_fonts =
    R"(<fonts><family name="sans"><font scripts="any" regular="A.ttf"/></family></fonts>)";

class FuzzFiles final : public Files {
 public:
  explicit FuzzFiles(std::string_view input) {
    std::vector<std::string> parts;
    for (std::size_t at = input.find(divider); at != std::string_view::npos; at = input.find(divider)) {
      parts.emplace_back(input.substr(0, at));
      input.remove_prefix(at + divider.size());
    }
    parts.emplace_back(input);
    parts.resize(3);
    files_["layouts/l.xml"] = parts[0];
    files_["layouts/brands/b/brand.xml"] = parts[1].empty() ? good_brand : parts[1];
    files_["fonts/fonts.xml"] = parts[2].empty() ? good_fonts : parts[2];
  }
  std::optional<std::string> read(const std::string& path) const override {
    const auto file = files_.find(path);
    if (file == files_.end()) return std::nullopt;
    return file->second;
  }
  bool exists(const std::string& path) const override { return files_.count(path) > 0; }
  std::vector<std::string> list(const std::string&) const override { return {}; }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const FuzzFiles files(std::string_view(reinterpret_cast<const char*>(data), size));
  Diagnostics diagnostics;
  const design::DesignSheetPtr sheet = design::load_design({files, {}}, "l", "b", diagnostics);
  ENSURE((sheet == nullptr) == diagnostics.has_errors());
  if (sheet) {
    const Locale arabic = *parse_locale("ar");
    const auto design = design::resolve(*sheet, arabic, design::PaperSize::a4, diagnostics);
    ENSURE(design.has_value() != diagnostics.has_errors());
  }
  for (const Diagnostic& diagnostic : diagnostics.items())
    ENSURE(!format(diagnostic).empty());
  return 0;
}
