#pragma once

#include <type_traits>
#include <variant>

#include "content/document.h"

namespace handout::localization {

/// Calls `change(Words&)` for every element of the document that holds words, in reading order: the one walk over its
/// text. A `change` that takes a RiskTable or a QrCode is also given these, after their words, for what they print
/// besides.
template <typename Change>
class EachWords {
 public:
  explicit EachWords(Change& change) : change_(change) {}

  void in(content::Document& document) {
    change_(document.title);
    if (document.subtitle) change_(*document.subtitle);
    if (document.summary.title) change_(*document.summary.title);
    in(document.summary.blocks);
    for (content::Section& section : document.sections) {
      change_(section.title);
      in(section.blocks);
    }
    for (content::GlossaryEntry& entry : document.glossary) {
      change_(entry.term);
      change_(entry.definition);
    }
    for (content::Source& source : document.sources)
      change_(source.words);
  }

 private:
  void in(content::Blocks& blocks) {
    for (content::Block& block : blocks)
      std::visit([this](auto& item) { this->in_block(item); }, block.item);
  }
  void in(content::WordsOrBlocks& body) {
    if (auto* words = std::get_if<content::Words>(&body)) {
      change_(*words);
    } else {
      in(std::get<content::Blocks>(body));
    }
  }
  void in(content::Row& row) {
    for (content::Cell& cell : row)
      in(cell.body);
  }

  void in_block(content::Paragraph& paragraph) { change_(paragraph.words); }
  void in_block(content::List& list) {
    for (content::Item& item : list.items)
      in(item.body);
  }
  void in_block(content::Steps& steps) {
    for (content::Step& step : steps.steps) {
      if (step.title) change_(*step.title);
      in(step.body);
    }
  }
  void in_block(content::Facts& facts) {
    for (content::Fact& fact : facts.facts) {
      change_(fact.title);
      change_(fact.words);
    }
  }
  void in_block(content::Timeline& timeline) {
    for (content::Stage& stage : timeline.stages) {
      change_(stage.title);
      in(stage.body);
    }
  }
  void in_block(content::Table& table) {
    if (table.caption) change_(*table.caption);
    if (table.head) in(*table.head);
    for (content::Row& row : table.rows)
      in(row);
  }
  void in_block(content::RiskTable& table) {
    if (table.caption) change_(*table.caption);
    in(table.head);
    for (content::Risk& risk : table.risks)
      change_(risk.words);
    if constexpr (std::is_invocable_v<Change, content::RiskTable&>) change_(table);
  }
  void in_block(content::Figure& figure) {
    change_(figure.alt);
    for (auto& [id, words] : figure.labels)
      change_(words);
    if (figure.caption) change_(*figure.caption);
  }
  void in_block(content::Callout& callout) {
    if (callout.title) change_(*callout.title);
    in(callout.blocks);
  }
  void in_block(content::Zones& zones) {
    for (content::Zone& zone : zones.zones) {
      change_(zone.title);
      in(zone.blocks);
    }
  }
  void in_block(content::NoteLines&) {}
  void in_block(content::QrCode& code) {
    if (code.caption) change_(*code.caption);
    if constexpr (std::is_invocable_v<Change, content::QrCode&>) change_(code);
  }
  void in_block(content::Subsection& subsection) {
    change_(subsection.title);
    in(subsection.blocks);
  }

  Change& change_;
};

template <typename Change>
void for_each_words(content::Document& document, Change change) {
  EachWords<Change>(change).in(document);
}

}  // namespace handout::localization
