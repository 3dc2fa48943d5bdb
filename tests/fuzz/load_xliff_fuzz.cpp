// Any bytes are either translations or mistakes inside the file; what is read keeps its form when it is read again, and
// rebuilds words or says why not.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "localization/load_xliff.h"
#include "localization/rebuild_words.h"
#include "localization/translate.h"

namespace {

handout::content::Words source_words() {
  using namespace handout::content;
  Words words;
  Strong strong;
  strong.words = {{Text{"not"}, {}}};
  words.inlines = {{Text{"Do "}, {}}, {strong, {}}, {FieldRef{"clinic.phone"}, {}}, {LineBreak{}, {}}, {Text{"x"}, {}}};
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
  const localization::CodedText coded = localization::coded_text(source);
  for (const auto& [id, unit] : translations->units) {
    ENSURE(unit.source == localization::normalized(unit.source));
    localization::standing_of(unit, coded);
    if (!unit.target) continue;
    ENSURE(*unit.target == localization::normalized(*unit.target));
    Diagnostics said;
    const auto rebuilt = localization::rebuild_words(*unit.target, source, unit.where, said);
    ENSURE(rebuilt.has_value() != said.has_errors());
  }
  return 0;
}
