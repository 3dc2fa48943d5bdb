#include "localization/translate.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.h"
#include "localization/compare_numbers.h"
#include "localization/each_words.h"
#include "localization/pseudo_locale.h"
#include "localization/rebuild_words.h"

namespace handout::localization {
namespace {

struct Found {
  const Translation* translation = nullptr;
  UnitStanding standing = UnitStanding::missing;
};

/// Whether the words may print as they are: English for en-GB, that has only what differs.
bool is_readable(const Translating& translating) {
  return reads_as(translating.from, translating.to);
}

/// Whether the source itself is nearer: es-419 to es-MX than es is.
bool is_beyond_source(const Locale& locale, const Translating& translating) {
  if (!is_readable(translating)) return false;
  const std::vector<Locale> wider = fallback_chain(translating.from);
  return std::find(wider.begin(), wider.end(), locale) != wider.end();
}

/// The unit's translation that is current, in the nearest language; else the nearest that is not.
Found find_translation(const content::Words& words, const CodedText& source, const Translating& translating) {
  Found nearest;
  if (words.unit.empty() || words.where.file == nullptr) return nearest;
  for (const TranslationsPtr& file : translating.chain) {
    if (!words.where.file->path.starts_with(folder_of(file->file->path))) continue;
    if (is_beyond_source(file->locale, translating)) continue;
    const auto unit = file->units.find(words.unit);
    if (unit == file->units.end()) continue;
    const UnitStanding standing = standing_of(unit->second, source);
    if (standing == UnitStanding::current) return {&unit->second, standing};
    if (standing > nearest.standing || nearest.translation == nullptr) nearest = {&unit->second, standing};
  }
  return nearest;
}

void report(const content::Words& words, const Found& found, const Translating& translating, Diagnostics& diagnostics) {
  const std::string& tag = translating.to.tag;
  if (words.unit.empty()) {
    diagnostics.error("localization.missing",
                      fmt::format("“{}” has no id to translate it by", content::plain_text(words)), words.where,
                      "write one, such as id=\"recovery.week-2\", then translate it");
  } else if (found.standing == UnitStanding::stale) {
    diagnostics.error("localization.stale",
                      is_unfinished(*found.translation)
                          ? fmt::format("unit {} is not finished in \"{}\": its state says so", words.unit, tag)
                          : fmt::format("unit {} has changed since it was translated into \"{}\"", words.unit, tag),
                      found.translation->where,
                      fmt::format("have it translated anew: “{}”", content::plain_text(words)));
  } else {
    diagnostics.error("localization.missing", fmt::format("unit {} is not translated into \"{}\"", words.unit, tag),
                      found.translation == nullptr ? words.where : found.translation->where,
                      fmt::format("have it translated: “{}”", content::plain_text(words)));
  }
}

content::Words between_brackets(content::Words words) {
  words.inlines.insert(words.inlines.begin(), {content::Text{"["}, words.where});
  words.inlines.push_back({content::Text{"]"}, words.where});
  return words;
}

/// In the language they are written in: said, and set, as what it is.
content::Words in_source_language(content::Words words, const Translating& translating) {
  words.lang = translating.from;
  words.translate = false;
  return translating.untranslated == Untranslated::marked ? between_brackets(std::move(words)) : words;
}

class DocumentTranslator {
 public:
  DocumentTranslator(const Translating& translating, Diagnostics& diagnostics)
      : translating_(translating),
        glossary_(translating),
        languages_(fallback_chain(translating.to)),
        diagnostics_(diagnostics) {
    glossary_.untranslated = Untranslated::in_source;
  }

  TranslatedDocument translate_document(const content::Document& document) {
    result_.document = document;
    // The word list may print in the source language, what a patient is told may not.
    std::vector<content::GlossaryEntry> glossary = std::exchange(result_.document.glossary, {});
    for_each_words(result_.document, [this](content::Words& words) { translate_words(words); });
    for (content::GlossaryEntry& entry : glossary)
      translate_entry(entry);
    result_.document.glossary = std::move(glossary);
    result_.document.locale = translating_.to;
    return std::move(result_);
  }

 private:
  void translate_words(content::Words& words) {
    TranslatedWords translated = translate(words, translating_, diagnostics_);
    count_unreviewed(translated);
    words = std::move(translated.words);
  }

  void count_unreviewed(const TranslatedWords& translated) {
    if (translated.state >= UnitState::reviewed) return;
    if (result_.unreviewed++ == 0) result_.first_unreviewed = translated.words.where;
  }

  void translate_entry(content::GlossaryEntry& entry) {
    glossary_.from = entry.locale;
    const content::AgreedTerm* const agreed = agreed_term(entry);
    if (is_pseudo(translating_.to)) {
      entry.term = translate(entry.term, glossary_, diagnostics_).words;
    } else if (agreed != nullptr) {
      entry.term.inlines = {{content::Text{agreed->term}, entry.term.where}};
    } else if (!is_readable(glossary_)) {
      entry.term = in_source_language(std::move(entry.term), glossary_);
      warn_of_entry(entry, "has no agreed term");
    }
    TranslatedWords definition = translate(entry.definition, glossary_, diagnostics_);
    if (definition.standing != UnitStanding::current) {
      warn_of_entry(entry, "has no current definition");
    } else {
      count_unreviewed(definition);
    }
    entry.definition = std::move(definition.words);
  }

  void warn_of_entry(const content::GlossaryEntry& entry, std::string_view lacks) {
    diagnostics_.warning("content.untranslated",
                         fmt::format("the glossary's entry \"{}\" {} in \"{}\"; it prints in \"{}\"", entry.id, lacks,
                                     translating_.to.tag, entry.locale.tag),
                         entry.term.where, "write <translation> for the term; translate the definition in content/");
  }

  /// That of the nearest language in the fallback chain; never of another script.
  const content::AgreedTerm* agreed_term(const content::GlossaryEntry& entry) const {
    for (const Locale& locale : languages_) {
      const auto one = std::find_if(entry.agreed.begin(), entry.agreed.end(),
                                    [&locale](const content::AgreedTerm& term) { return term.locale == locale; });
      if (one != entry.agreed.end()) return &*one;
    }
    return nullptr;
  }

  const Translating& translating_;
  Translating glossary_;
  std::vector<Locale> languages_;  ///< that may stand in for the one asked for, nearest first
  Diagnostics& diagnostics_;
  TranslatedDocument result_;
};

}  // namespace

// The six rules of docs/formats.md, Translations, in their order.
UnitStanding standing_of(const Translation& translation, const CodedText& source) {
  const std::string digest = unit_digest(source);
  const std::string translated = unit_digest(translation.source);
  if (!translation.target || (has_words(source) && !has_words(*translation.target))) return UnitStanding::missing;
  const std::string target = unit_digest(*translation.target);
  if (is_unfinished(translation) && target == translated) return UnitStanding::missing;
  if (translated != digest) return UnitStanding::stale;
  if (is_unfinished(translation)) return UnitStanding::stale;
  if (translation.source_digest.empty() || translation.source_digest == digest) return UnitStanding::current;
  const bool unchanged = translation.target_digest.empty() || translation.target_digest == target;
  return unchanged && translation.state < UnitState::reviewed ? UnitStanding::stale : UnitStanding::current;
}

TranslatedWords translate(const content::Words& words, const Translating& translating, Diagnostics& diagnostics) {
  if (!words.translate) return {words};
  const CodedText source = coded_text(words);
  if (is_pseudo(translating.to)) {
    if (!has_words(source)) return {words};
    std::optional<content::Words> made =
        rebuild_words(pseudo_translation(source, translating.to), words, words.where, diagnostics);
    ENSURE(made.has_value());
    return {std::move(*made), UnitStanding::current, UnitState::translated};
  }
  const Found found = find_translation(words, source, translating);
  if (found.standing == UnitStanding::current) {
    std::optional<content::Words> made =
        rebuild_words(*found.translation->target, words, found.translation->where, diagnostics);
    TranslatedWords done{words, UnitStanding::current, found.translation->state};
    if (made) done.words = std::move(*made);
    compare_numbers(
        {words.unit, source, *found.translation->target, translating.from, translating.to, found.translation->where},
        diagnostics);
    return done;
  }
  if (!has_words(source) || is_readable(translating)) return {words};
  if (translating.untranslated == Untranslated::refused) report(words, found, translating, diagnostics);
  return {in_source_language(words, translating), found.standing, UnitState::initial};
}

TranslatedDocument translate(const content::Document& document, const Translating& translating,
                             Diagnostics& diagnostics) {
  return DocumentTranslator(translating, diagnostics).translate_document(document);
}

}  // namespace handout::localization
