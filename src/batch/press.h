#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "batch/cache.h"
#include "batch/edition.h"
#include "batch/jobs.h"
#include "content/find_fields.h"
#include "content/load_document.h"
#include "content/sign_offs.h"
#include "design/design.h"
#include "design/load_design.h"
#include "localization/translate.h"
#include "text/fonts.h"

namespace handout::batch {

/// A handout as loaded, with what the loading had to say.
struct LoadedDocument {
  SourceFilePtr file;
  std::optional<content::Document> document;
  std::optional<content::SignOffs> sign_offs;  ///< nothing where their file is broken
  std::string text_digest;                     ///< what a sign-off of the document in its language must say
  std::size_t unreviewed = 0;                  ///< units that no reviewer has approved; none in its own language
  Digests digests;
  Diagnostics diagnostics;
};
/// The files that translate into a locale, or into what may stand in for it.
struct LoadedTranslations {
  localization::TranslationChain chain;
  Digests digests;
  Diagnostics diagnostics;
};
struct LoadedSheet {
  design::DesignSheetPtr sheet;
  Digests digests;
  Diagnostics diagnostics;
};
struct LoadedDesign {
  std::optional<design::Design> design;
  Digests digests;
  Diagnostics diagnostics;
};

/// What the jobs of a batch share. Everything is loaded on first use and never changed; safe to use from several
/// threads.
class Press {
 public:
  /// `root` is the project's folder on disk, where its own fonts are.
  Press(const Files&, std::string root);

  /// As it is written.
  std::shared_ptr<const LoadedDocument> document(const std::string& handout);
  /// In the language asked for. `untranslated` is the same for all that ask.
  std::shared_ptr<const LoadedDocument> document(const std::string& handout, const Locale&,
                                                 localization::Untranslated untranslated);
  /// On the job's paper; where nobody asked for one and the layout has no such paper, on the layout's first.
  std::shared_ptr<const LoadedDesign> design(const Job&);
  /// The fonts of a design's brand: files in its own fonts/, or in those of the brands that it extends, come before the
  /// project's. Brands without such a folder share one set.
  const text::FontSet& fonts(const design::Design&);
  /// The fields that a handout names, however broken it is.
  std::vector<content::NamedField> fields_named(const LoadedDocument&) const;
  /// The brand, where it has no mistakes of its own; the design tells those.
  std::optional<design::Brand> brand(const std::string& id) const;
  /// The languages that a handout has, its own first.
  std::vector<Locale> locales(const std::string& handout) const;
  /// What was wrong with content/shared and the glossary.
  const Diagnostics& shared_problems() const { return shared_problems_; }

  /// Lets go of a handout that no later job needs, or of it in one language.
  void release_document(const std::string& handout) { documents_.release(handout); }
  void release_document(const std::string& handout, const Locale& locale) {
    translated_.release(TranslationKey{handout, locale});
    xliffs_.release(TranslationKey{"content/" + handout, locale});
  }

 private:
  struct LoadedXliff {
    localization::TranslationsPtr file;
    Digests digests;
    Diagnostics diagnostics;
  };

  std::shared_ptr<const LoadedSheet> sheet(const std::string& layout, const std::string& brand);
  /// From all these folders, nearest language first.
  LoadedTranslations translations(const Locale& to, const std::set<std::string>& folders);
  std::shared_ptr<const LoadedXliff> xliff(const std::string& folder, const Locale&);
  LoadedDocument translate(const LoadedDocument&, const Locale&, localization::Untranslated);
  /// The design's words in its language; nothing where their files are broken.
  void translate_words_of(LoadedDesign&);

  using TranslationKey = std::pair<std::string, Locale>;  ///< a handout, or a folder
  using SheetKey = std::pair<std::string, std::string>;
  using DesignKey = std::tuple<std::string, std::string, Locale, design::PaperSize>;

  const Files& files_;
  std::string root_;
  Diagnostics shared_problems_;
  Digests shared_digests_;
  content::SharedBlocks shared_;
  content::Glossary glossary_;
  Cache<std::string, LoadedDocument> documents_;
  Cache<TranslationKey, LoadedDocument> translated_;
  Cache<TranslationKey, LoadedXliff> xliffs_;
  Cache<SheetKey, LoadedSheet> sheets_;
  Cache<DesignKey, LoadedDesign> designs_;
  std::mutex fonts_mutex_;
  std::map<std::vector<std::string>, std::unique_ptr<text::FontSet>> fonts_;  ///< by the folders searched
};

/// How the press reads a picture that a file names, whatever its kind. `stage` ("content", "design") is whose file it
/// is.
design::LoadFigure figure_loader(std::string stage);

}  // namespace handout::batch
