#include "batch/press.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "batch/project.h"
#include "batch/recorded_files.h"
#include "batch/translate_design.h"
#include "content/load_sign_offs.h"
#include "design/brand_chain.h"
#include "design/design_sheet.h"
#include "design/resolve.h"
#include "figures/load_image.h"
#include "figures/load_svg.h"
#include "localization/canonical_text.h"
#include "localization/load_xliff.h"
#include "localization/pseudo_locale.h"

namespace handout::batch {
namespace {

const char* const shared_folder = "content/shared";
const char* const glossary_path = "content/glossary.xml";

/// Whether the words that it explains are explained in another language: the glossary's.
bool has_foreign_terms(const content::Document& document) {
  return std::any_of(document.glossary.begin(), document.glossary.end(),
                     [&](const content::GlossaryEntry& entry) { return !reads_as(entry.locale, document.locale); });
}

design::PaperSize paper_for(const Job& job, const design::DesignSheet& sheet) {
  const std::vector<design::PaperSize> papers = design::paper_sizes(sheet);
  const bool has_it = std::find(papers.begin(), papers.end(), job.paper) != papers.end();
  return job.paper_asked || has_it || papers.empty() ? job.paper : papers.front();
}

}  // namespace

Press::Press(const Files& files, std::string root) : files_(files), root_(std::move(root)) {
  const RecordedFiles recorded(files_);
  shared_ = content::SharedBlocks::load(recorded, shared_folder, shared_problems_);
  std::optional<content::Glossary> glossary =
      content::load_glossary(read_source(recorded, glossary_path), shared_problems_);
  glossary_.is_broken = !glossary;
  if (glossary) glossary_ = std::move(*glossary);
  shared_digests_ = recorded.digests();
}

std::shared_ptr<const LoadedDocument> Press::document(const std::string& handout) {
  return documents_.get(handout, [&] {
    LoadedDocument loaded;
    const RecordedFiles recorded(files_);
    const SourceFilePtr file = read_source(recorded, handout_path(handout));
    if (!file) throw Failure("files.read", fmt::format("{} is gone", handout_path(handout)));
    loaded.file = file;
    loaded.document =
        content::load_document(file, {recorded, shared_, glossary_, figure_loader("content")}, loaded.diagnostics);
    loaded.digests = recorded.digests();
    if (loaded.document) {
      loaded.digests.merge(used_shared_files(*loaded.document, shared_digests_));
      loaded.text_digest = localization::text_digest(*loaded.document);
    }
    // Not recorded: who has signed is no part of the edition.
    loaded.sign_offs = content::load_sign_offs(read_source(files_, sign_offs_path(handout)), loaded.diagnostics);
    return loaded;
  });
}

std::shared_ptr<const LoadedDocument> Press::document(const std::string& handout, const Locale& locale,
                                                      localization::Untranslated untranslated) {
  std::shared_ptr<const LoadedDocument> written = document(handout);
  if (!written->document || (written->document->locale == locale && !has_foreign_terms(*written->document))) {
    return written;
  }
  return translated_.get(TranslationKey{handout, locale}, [&] { return translate(*written, locale, untranslated); });
}

LoadedDocument Press::translate(const LoadedDocument& written, const Locale& locale,
                                localization::Untranslated untranslated) {
  const content::Document& document = *written.document;
  std::set<std::string> folders{"content/" + document.id};
  if (!document.shared_files.empty()) folders.insert(shared_folder);
  if (!document.glossary.empty()) folders.insert("content");
  const LoadedTranslations from = translations(locale, folders);

  LoadedDocument loaded = written;
  loaded.diagnostics.append(from.diagnostics);
  loaded.digests.insert(from.digests.begin(), from.digests.end());
  loaded.document.reset();
  if (from.diagnostics.has_errors()) return loaded;
  Diagnostics found;
  localization::TranslatedDocument made =
      localization::translate(document, {document.locale, locale, from.chain, untranslated}, found);
  loaded.diagnostics.append(first_hundred(found, "have the handout extracted anew and translated"));
  if (found.has_errors()) return loaded;
  loaded.unreviewed = made.unreviewed;
  if (made.unreviewed > 0) {
    loaded.diagnostics.warning(
        "localization.unreviewed",
        fmt::format("{} in \"{}\" has {} without a review: every page says that it is a draft", document.id, locale.tag,
                    made.unreviewed == 1 ? "one text" : fmt::format("{} texts", made.unreviewed)),
        made.first_unreviewed, "when someone who knows the language has read them, set their state to final");
  }
  loaded.document = std::move(made.document);
  loaded.text_digest = localization::text_digest(*loaded.document);
  return loaded;
}

LoadedTranslations Press::translations(const Locale& to, const std::set<std::string>& folders) {
  LoadedTranslations loaded;
  if (localization::is_pseudo(to)) return loaded;
  for (const Locale& locale : fallback_chain(to)) {
    // Deeper folders first: their words are the more particular.
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
      const std::shared_ptr<const LoadedXliff> one = xliff(*folder, locale);
      loaded.digests.insert(one->digests.begin(), one->digests.end());
      loaded.diagnostics.append(one->diagnostics);
      if (one->file) loaded.chain.push_back(one->file);
    }
  }
  return loaded;
}

std::shared_ptr<const Press::LoadedXliff> Press::xliff(const std::string& folder, const Locale& locale) {
  return xliffs_.get(TranslationKey{folder, locale}, [&] {
    LoadedXliff loaded;
    const RecordedFiles recorded(files_);
    const SourceFilePtr file = read_source(recorded, xliff_path(folder, locale));
    loaded.digests = recorded.digests();
    if (!file) return loaded;
    std::optional<localization::Translations> read = localization::load_xliff(file, locale, loaded.diagnostics);
    if (read) loaded.file = std::make_shared<const localization::Translations>(std::move(*read));
    return loaded;
  });
}

std::shared_ptr<const LoadedSheet> Press::sheet(const std::string& layout, const std::string& brand) {
  return sheets_.get(SheetKey{layout, brand}, [&] {
    LoadedSheet loaded;
    const RecordedFiles recorded(files_);
    loaded.sheet = design::load_design({recorded, figure_loader("design")}, layout, brand, loaded.diagnostics);
    loaded.digests = recorded.digests();
    return loaded;
  });
}

std::shared_ptr<const LoadedDesign> Press::design(const Job& job) {
  return designs_.get(DesignKey{job.layout, job.brand, job.locale, job.paper}, [&] {
    const std::shared_ptr<const LoadedSheet> from = sheet(job.layout, job.brand);
    LoadedDesign loaded{std::nullopt, from->digests, from->diagnostics};
    if (!from->sheet) return loaded;
    loaded.design = design::resolve(*from->sheet, job.locale, paper_for(job, *from->sheet), loaded.diagnostics);
    if (loaded.design) translate_words_of(loaded);
    return loaded;
  });
}

void Press::translate_words_of(LoadedDesign& loaded) {
  const LoadedTranslations from = translations(loaded.design->locale, folders_of_words(*loaded.design));
  loaded.digests.insert(from.digests.begin(), from.digests.end());
  loaded.diagnostics.append(from.diagnostics);
  Diagnostics found;
  translate_design(*loaded.design, from.chain, found);
  loaded.diagnostics.append(found);
  if (from.diagnostics.has_errors() || found.has_errors()) loaded.design.reset();
}

std::vector<content::NamedField> Press::fields_named(const LoadedDocument& loaded) const {
  return content::find_fields(loaded.file, shared_);
}

std::vector<Locale> Press::locales(const std::string& handout) const {
  return locales_of_handout(files_, handout);
}

std::optional<design::Brand> Press::brand(const std::string& id) const {
  Diagnostics told_by_the_design;
  return design::load_brand({files_, {}}, id, told_by_the_design);
}

const text::FontSet& Press::fonts(const design::Design& design) {
  std::vector<std::string> folders;
  for (const std::string& id : design.brand.chain) {
    const std::string folder = design::brand_fonts_folder(id);
    if (!files_.list(folder).empty()) folders.push_back(fmt::format("{}/{}", root_, folder));
  }
  folders.push_back(root_ + "/fonts");
  const std::lock_guard lock(fonts_mutex_);
  std::unique_ptr<text::FontSet>& found = fonts_[folders];
  if (!found) found = std::make_unique<text::FontSet>(design.fonts, folders);
  return *found;
}

design::LoadFigure figure_loader(std::string stage) {
  return [stage = std::move(stage)](const std::string& path, std::string_view bytes, const SourceRange& where,
                                    Diagnostics& diagnostics) -> std::optional<figures::Drawing> {
    if (path.ends_with(".svg")) {
      return figures::load_svg(std::make_shared<const SourceFile>(SourceFile{path, std::string(bytes)}), diagnostics);
    }
    return figures::load_image(path, bytes, stage, where, diagnostics);
  };
}

}  // namespace handout::batch
