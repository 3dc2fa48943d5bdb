#include "checks/reading_text.h"

#include <variant>

namespace handout::checks {
namespace {

/// Gathers passages from every kind of block that holds prose.
struct Gather {
  std::vector<Passage>& passages;

  void words(const content::Words& words, const SourceRange& where) {
    std::string text = content::plain_text(words);
    if (!text.empty()) passages.push_back({std::move(text), where});
  }
  void body(const content::WordsOrBlocks& body, const SourceRange& where) {
    if (const auto* plain = std::get_if<content::Words>(&body))
      words(*plain, where);
    else
      blocks(std::get<content::Blocks>(body));
  }
  void blocks(const content::Blocks& list) {
    for (const content::Block& block : list) {
      std::visit([&](const auto& item) { add(item, block.where); }, block.item);
    }
  }

  void add(const content::Paragraph& paragraph, const SourceRange& where) { words(paragraph.words, where); }
  void add(const content::List& list, const SourceRange&) {
    for (const content::Item& item : list.items)
      body(item.body, item.where);
  }
  void add(const content::Steps& steps, const SourceRange&) {
    for (const content::Step& step : steps.steps)
      body(step.body, step.where);
  }
  void add(const content::Facts& facts, const SourceRange&) {
    for (const content::Fact& fact : facts.facts)
      words(fact.words, fact.where);
  }
  void add(const content::Timeline& timeline, const SourceRange&) {
    for (const content::Stage& stage : timeline.stages)
      body(stage.body, stage.where);
  }
  void add(const content::Callout& callout, const SourceRange&) { blocks(callout.blocks); }
  void add(const content::Zones& zones, const SourceRange&) {
    for (const content::Zone& zone : zones.zones)
      blocks(zone.blocks);
  }
  void add(const content::Subsection& subsection, const SourceRange&) { blocks(subsection.blocks); }
  void add(const content::Table&, const SourceRange&) {}
  void add(const content::RiskTable&, const SourceRange&) {}
  void add(const content::Figure&, const SourceRange&) {}
  void add(const content::NoteLines&, const SourceRange&) {}
  void add(const content::QrCode&, const SourceRange&) {}
};

}  // namespace

std::vector<Passage> reading_text(const content::Document& document) {
  std::vector<Passage> passages;
  Gather gather{passages};
  gather.blocks(document.summary.blocks);
  for (const content::Section& section : document.sections)
    gather.blocks(section.blocks);
  return passages;
}

}  // namespace handout::checks
