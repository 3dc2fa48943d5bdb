#include "batch/translate_design.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.h"
#include "base/peek_xml.h"
#include "localization/pseudo_locale.h"
#include "localization/translate.h"

namespace handout::batch {
namespace {

/// Calls `visit` with every Words of the design that may be translated.
template <typename AnyDesign, typename Visit>
void each_words(AnyDesign& design, const Visit& visit) {
  for (auto& [name, words] : design.texts)
    visit(words);
  for (auto& [name, image] : design.brand.images)
    visit(image.alt);
  for (auto& [name, field] : design.brand.fields)
    visit(field.value);
  for (auto& [name, paragraphs] : design.brand.notices) {
    for (auto& paragraph : paragraphs)
      visit(paragraph.words);
  }
}

/// The languages that layouts and brands say they are written in; nothing where a file does not say one.
class WrittenIn {
 public:
  std::optional<Locale> language_of(const content::Words& words) {
    if (words.lang || !words.where.file) return words.lang;
    const auto [known, is_new] = languages_.try_emplace(words.where.file->path);
    if (!is_new) return known->second;
    for (const std::string_view root : {"layout", "brand"}) {
      const std::optional<Peeked> said = peek_attribute(words.where.file, {root, "", "lang"});
      if (said) known->second = parse_locale(said->value);
    }
    return known->second;
  }

 private:
  std::map<std::string, std::optional<Locale>> languages_;
};

/// What of one file has no translation.
struct Gap {
  SourceRange first;
  Locale written;
  std::vector<std::string> units;
};

void warn(const std::string& path, const Gap& gap, const Locale& locale, Diagnostics& diagnostics) {
  constexpr std::size_t shown = 5;
  std::vector<std::string> some = gap.units;
  if (some.size() > shown) {
    some.resize(shown);
    some.emplace_back("…");
  }
  diagnostics.warning(
      "design.untranslated",
      fmt::format("{} of this file {} in \"{}\": no translation into \"{}\"",
                  gap.units.size() == 1 ? "one text" : fmt::format("{} texts", gap.units.size()),
                  gap.units.size() == 1 ? "prints" : "print", gap.written.tag, locale.tag),
      gap.first, fmt::format("translate them in {}{}.xlf: {}", folder_of(path), locale.tag, fmt::join(some, ", ")));
}

}  // namespace

std::set<std::string> folders_of_words(const design::Design& design) {
  std::set<std::string> folders;
  each_words(design, [&folders](const content::Words& words) {
    if (words.empty() || !words.where.file) return;
    std::string folder = folder_of(words.where.file->path);
    if (folder.ends_with('/')) folder.pop_back();
    folders.insert(std::move(folder));
  });
  return folders;
}

void translate_design(design::Design& design, const localization::TranslationChain& chain, Diagnostics& diagnostics) {
  std::map<std::string, Gap> gaps;
  WrittenIn files;
  Gap unreviewed;
  each_words(design, [&](content::Words& words) {
    if (!words.translate || words.empty()) return;
    const Locale written = files.language_of(words).value_or(design.locale);
    // English has no other words on an English page, but it may have on a British one.
    if (written == design.locale && !localization::is_pseudo(design.locale)) return;
    localization::TranslatedWords translated = localization::translate(
        words, {written, design.locale, chain, localization::Untranslated::in_source}, diagnostics);
    if (translated.standing == localization::UnitStanding::current) {
      if (translated.state < localization::UnitState::reviewed) {
        if (unreviewed.units.empty()) unreviewed.first = translated.words.where;
        unreviewed.units.push_back(words.unit);
      }
      words = std::move(translated.words);
      words.lang.reset();
      return;
    }
    Gap& gap = gaps[words.where.file->path];
    if (gap.units.empty()) gap = {words.where, written, {}};
    gap.units.push_back(words.unit.empty() ? content::plain_text(words) : words.unit);
  });
  for (const auto& [path, gap] : gaps)
    warn(path, gap, design.locale, diagnostics);
  if (unreviewed.units.empty()) return;
  diagnostics.warning(
      "design.unreviewed",
      fmt::format("the layout and the brand have {} in \"{}\" without a review",
                  unreviewed.units.size() == 1 ? "one text" : fmt::format("{} texts", unreviewed.units.size()),
                  design.locale.tag),
      unreviewed.first, "when someone who knows the language has read them, set their state to final");
}

}  // namespace handout::batch
