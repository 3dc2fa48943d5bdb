#include "batch/edition.h"

#include <fmt/format.h>

#include <string_view>

#include "base/sha256.h"

namespace handout::batch {
namespace {

constexpr std::size_t code_digits = 4;

/// One text that differs whenever an input does: a line for each.
std::string inputs_listed(const Locale& locale, const EditionInputs& inputs) {
  std::string text = fmt::format("press {}\nlocale {}\nlayout {}\npaper {}\n", HANDOUT_VERSION, locale.tag,
                                 inputs.sheet.layout, design::paper_name(inputs.sheet.paper));
  for (const Digests* digests : {&inputs.content, &inputs.design}) {
    for (const auto& [path, digest] : *digests)
      text += fmt::format("{} {}\n", path, digest);
  }
  return text;
}

/// "content/shared/safety.xml" is "safety"; the glossary has no name that a `use` could say.
std::string_view shared_name(std::string_view path) {
  const std::size_t slash = path.rfind('/') + 1;
  return path.substr(slash, path.rfind('.') - slash);
}

}  // namespace

std::string edition(const content::Document& document, const Locale& locale, const EditionInputs& inputs) {
  const std::string code = sha256_hex(inputs_listed(locale, inputs)).substr(0, code_digits);
  return fmt::format("{} {} {} {}", document.id, locale.tag, document.version, code);
}

Digests used_shared_files(const content::Document& document, const Digests& shared) {
  Digests used;
  for (const auto& [path, digest] : shared) {
    const bool is_glossary = path == "content/glossary.xml";
    const bool is_used = is_glossary ? !document.glossary.empty() : document.shared_files.contains(shared_name(path));
    if (is_used) used.emplace(path, digest);
  }
  return used;
}

}  // namespace handout::batch
