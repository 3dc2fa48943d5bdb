#include "batch/press.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "batch/project.h"
#include "batch/recorded_files.h"
#include "content/load_sign_offs.h"
#include "design/resolve.h"
#include "figures/load_image.h"
#include "figures/load_svg.h"
#include "localization/canonical_text.h"

namespace handout::batch {
namespace {

const char* const shared_folder = "content/shared";
const char* const glossary_path = "content/glossary.xml";

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
    return loaded;
  });
}

std::vector<content::NamedField> Press::fields_named(const LoadedDocument& loaded) const {
  return content::find_fields(loaded.file, shared_);
}

std::optional<design::Brand> Press::brand(const std::string& id) const {
  Diagnostics told_by_the_design;
  return design::load_brand({files_, {}}, id, told_by_the_design);
}

const text::FontSet& Press::fonts() {
  const std::lock_guard lock(fonts_mutex_);
  if (!fonts_) {
    Diagnostics diagnostics;
    std::shared_ptr<const design::FontsList> list = design::load_fonts_list(files_, diagnostics);
    if (!list) throw Failure(diagnostics.items().front());
    fonts_ = std::make_unique<text::FontSet>(std::move(list), std::vector<std::string>{root_ + "/fonts"});
  }
  return *fonts_;
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
