#pragma once

#include <memory>
#include <optional>
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
#include "text/fonts.h"

namespace handout::batch {

/// A handout as loaded, with what the loading had to say.
struct LoadedDocument {
  SourceFilePtr file;
  std::optional<content::Document> document;
  std::optional<content::SignOffs> sign_offs;  ///< nothing where their file is broken
  std::string text_digest;                     ///< what a sign-off of the document's own language must say
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

  std::shared_ptr<const LoadedDocument> document(const std::string& handout);
  /// On the job's paper; where nobody asked for one and the layout has no such paper, on the layout's first.
  std::shared_ptr<const LoadedDesign> design(const Job&);
  /// Throws Failure where fonts/fonts.xml is missing or broken: nothing can be set without it.
  const text::FontSet& fonts();
  /// The fields that a handout names, however broken it is.
  std::vector<content::NamedField> fields_named(const LoadedDocument&) const;
  /// The brand, where it has no mistakes of its own; the design tells those.
  std::optional<design::Brand> brand(const std::string& id) const;
  /// What was wrong with content/shared and the glossary.
  const Diagnostics& shared_problems() const { return shared_problems_; }

  /// Lets go of a handout that no later job needs.
  void release_document(const std::string& handout) { documents_.release(handout); }

 private:
  std::shared_ptr<const LoadedSheet> sheet(const std::string& layout, const std::string& brand);

  using SheetKey = std::pair<std::string, std::string>;
  using DesignKey = std::tuple<std::string, std::string, Locale, design::PaperSize>;

  const Files& files_;
  std::string root_;
  Diagnostics shared_problems_;
  Digests shared_digests_;
  content::SharedBlocks shared_;
  content::Glossary glossary_;
  Cache<std::string, LoadedDocument> documents_;
  Cache<SheetKey, LoadedSheet> sheets_;
  Cache<DesignKey, LoadedDesign> designs_;
  std::mutex fonts_mutex_;
  std::unique_ptr<text::FontSet> fonts_;
};

/// How the press reads a picture that a file names, whatever its kind. `stage` ("content", "design") is whose file it
/// is.
design::LoadFigure figure_loader(std::string stage);

}  // namespace handout::batch
