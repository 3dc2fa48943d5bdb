// Any bytes are either translations or mistakes inside the file; what is read keeps its form when it is read again, and
// rebuilds words, with numbers compared, or says why not.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "localization/compare_numbers.h"
#include "localization/load_xliff.h"
#include "localization/rebuild_words.h"
#include "localization/translate.h"

namespace {

handout::content::Words source_words() {
  using namespace handout::content;
  Words words;
  Strong strong;
  strong.words = {{Text{"not"}, {}}};
  // Protected words that say the same, one inside an element and one with a field in it, and a field that comes again.
  NoBreak name, number;
  name.words = {{Text{"y"}, {}}};
  name.phrase.translate = false;
  number.words = {{Text{"112 "}, {}}, {FieldRef{"clinic.phone"}, {}}};
  number.phrase.translate = false;
  strong.words.push_back({name, {}});
  words.inlines = {{Text{"Do "}, {}},
                   {strong, {}},
                   {FieldRef{"clinic.phone"}, {}},
                   {LineBreak{}, {}},
                   {Text{"x 5 to 1,000"}, {}},
                   {name, {}},
                   {FieldRef{"clinic.phone"}, {}},
                   {number, {}},
                   {Temperature{"38"}, {}},
                   {Temperature{"38"}, {}}};
  words.unit = "u";
  return words;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace handout;
  auto file = std::make_shared<SourceFile>();
  file->path = "content/a/es.xlf";
  file->text.assign(data, data + size);
  Diagnostics diagnostics;
  const auto translations = localization::load_xliff(file, parse_locale("es").value(), diagnostics);
  ENSURE(translations.has_value() != diagnostics.has_errors());
  for (const Diagnostic& item : diagnostics.items())
    ENSURE(item.where.begin <= item.where.end && item.where.end <= size);
  if (!translations) return 0;
  const content::Words source = source_words();
  const Locale source_language;
  const localization::CodedText coded = localization::coded_text(source);
  for (const auto& [id, unit] : translations->units) {
    ENSURE(unit.source == localization::normalized(unit.source));
    localization::standing_of(unit, coded);
    if (!unit.target) continue;
    ENSURE(*unit.target == localization::normalized(*unit.target));
    Diagnostics said;
    const auto rebuilt = localization::rebuild_words(*unit.target, source, unit.where, said);
    ENSURE(rebuilt.has_value() != said.has_errors());
    localization::compare_numbers({id, coded, *unit.target, source_language, translations->locale, unit.where}, said);
  }
  return 0;
}
