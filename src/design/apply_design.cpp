#include "design/apply_design.h"

#include <algorithm>
#include <utility>

#include "design/apply_furniture.h"
#include "design/applying.h"
#include "design/leave_out.h"
#include "design/link_targets.h"
#include "design/named_texts.h"
#include "design/pieces.h"
#include "design/place_threads.h"
#include "design/reading_slots.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

/// The pieces of the document in reading order, all their elements made, and the slots between them.
class DocumentReader {
 public:
  DocumentReader(Applying& applying, const content::Document& document, const std::vector<PlacedThread>& threads)
      : applying_(applying), document_(document), threads_(threads), pieces_of_(threads.size()) {}

  void read() {
    name_pieces();
    applying_.structure.add({}, StructureType::document);
    applying_.structure[StructureId{}].lang = document_.locale;
    add("title", [&](const Surroundings& around) { return apply_heading(applying_, document_.title, around); });
    if (document_.subtitle) {
      add("subtitle",
          [&](const Surroundings& around) { return apply_subtitle(applying_, *document_.subtitle, around); });
    }
    slots_.before_text = slot();
    add("summary", [&](const Surroundings& around) { return apply_summary(applying_, document_.summary, around); });
    for (const content::Section& section : document_.sections) {
      add(std::string(content::role_name(section.role)),
          [&](const Surroundings& around) { return apply_section(applying_, section, around); });
    }
    if (document_.prints_glossary) {
      add("glossary", [&](const Surroundings& around) { return apply_glossary(applying_, document_, around); });
    }
    if (!document_.sources.empty()) {
      add("sources", [&](const Surroundings& around) { return apply_sources(applying_, document_, around); });
    }
    slots_.after_text = slot();
    slots_.at_end = slot();
  }

  const ReadingSlots& slots() const { return slots_; }
  const std::vector<std::string>& piece_names() const { return names_; }

  std::vector<Thread> threads() {
    std::vector<Thread> result;
    for (std::size_t index = 0; index < threads_.size(); ++index) {
      Thread thread;
      thread.what = joined(threads_[index].what);
      thread.is_rest = threads_[index].is_rest;
      thread.blocks = flow_together(applying_, std::move(pieces_of_[index]), threads_[index].style);
      if (thread.is_rest) {
        FlowBlocks appended = apply_appended(applying_, slots_, threads_[index].style);
        thread.appended = appended.size();
        std::move(appended.begin(), appended.end(), std::back_inserter(thread.blocks));
      }
      result.push_back(std::move(thread));
    }
    return result;
  }

 private:
  void name_pieces() {
    names_ = {"title"};
    if (document_.subtitle) names_.push_back("subtitle");
    names_.push_back("summary");
    for (const content::Section& section : document_.sections) {
      names_.emplace_back(content::role_name(section.role));
    }
    if (document_.prints_glossary) names_.push_back("glossary");
    if (!document_.sources.empty()) names_.push_back("sources");
  }

  template <typename Make>
  void add(const std::string& name, Make make) {
    const std::size_t thread = thread_of_piece(threads_, name);
    Surroundings around;
    around.name = {"handout", ""};
    around.style = threads_[thread].style;
    around.locale = document_.locale;
    pieces_of_[thread].push_back(make(around));
    // Furniture of the region is read after the last of the pieces placed there.
    if (!threads_[thread].is_rest && is_last_in(threads_[thread], name)) slots_.after_piece.emplace(name, slot());
  }

  bool is_last_in(const PlacedThread& thread, const std::string& name) const {
    const auto last =
        std::find_if(names_.rbegin(), names_.rend(), [&](const std::string& piece) { return names(thread, piece); });
    return last != names_.rend() && *last == name;
  }

  StructureId slot() { return applying_.structure.add(StructureId{}, StructureType::div); }

  Applying& applying_;
  const content::Document& document_;
  const std::vector<PlacedThread>& threads_;
  std::vector<std::vector<Piece>> pieces_of_;  ///< by thread
  std::vector<std::string> names_;
  ReadingSlots slots_;
};

std::map<std::string, figures::DrawingPtr, std::less<>> backdrops_of(const Design& design) {
  std::map<std::string, figures::DrawingPtr, std::less<>> backdrops;
  for (const auto& [name, image] : design.brand.images) {
    const figures::DrawingPtr drawing = design.black_only && image.mono ? image.mono : image.normal;
    if (drawing) backdrops.emplace(name, drawing);
  }
  return backdrops;
}

void number_sources(Applying& applying, const content::Document& document) {
  int number = 0;
  for (const content::Source& source : document.sources)
    applying.source_numbers.emplace(source.id, ++number);
}

/// What the press takes from design and copy as it is.
Manuscript begin_manuscript(const Copy& copy, const Design& design) {
  Manuscript manuscript;
  manuscript.fit = design.fit;
  manuscript.families = design.brand.families;
  manuscript.backdrops = backdrops_of(design);
  manuscript.black_only = design.black_only;
  manuscript.locale = design.locale;
  manuscript.number_form = copy.fields.number_form;
  manuscript.page_size = design.page_size;
  manuscript.duplex = design.duplex;
  manuscript.edition = copy.edition;
  return manuscript;
}

}  // namespace

Manuscript apply_design(const Copy& copy, const Design& design, Diagnostics& diagnostics) {
  ENSURE(copy.documents.size() == 1);
  const content::Document document = leave_out(copy.documents.front(), design);
  Applying applying{copy, design, diagnostics, StyleInterner(design), {}, design.brand.swatches, {}, {}, {}};
  applying.printed = printed_targets(document);
  number_sources(applying, document);

  Manuscript manuscript = begin_manuscript(copy, design);
  const std::vector<PlacedThread> threads = find_threads(applying);
  DocumentReader reader(applying, document, threads);
  reader.read();
  manuscript.threads = reader.threads();
  manuscript.pages = apply_pages(applying, {threads, reader.slots(), reader.piece_names()});
  if (copy.draft) manuscript.draft_line = apply_draft_line(applying, reader.slots());

  const auto help = applying.targets.find(role_key("help"));
  if (help != applying.targets.end()) manuscript.help_section = help->second;
  manuscript.title = content::plain_text(document.title);
  keep_promises(manuscript, applying);
  manuscript.styles = applying.styles.styles();
  manuscript.swatches = std::move(applying.swatches);
  manuscript.structure = std::move(applying.structure);
  return manuscript;
}

}  // namespace handout::design
