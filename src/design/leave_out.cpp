#include "design/leave_out.h"

#include <algorithm>
#include <set>
#include <string>
#include <variant>

namespace handout::design {
namespace {

using content::Blocks;

class DetailRemover {
 public:
  void remove_from(Blocks& blocks) {
    blocks.erase(std::remove_if(blocks.begin(), blocks.end(), [](const content::Block& b) { return b.detail; }),
                 blocks.end());
    for (content::Block& block : blocks)
      std::visit([this](auto& item) { remove_in(item); }, block.item);
  }

 private:
  void remove_from(content::WordsOrBlocks& body) {
    if (auto* blocks = std::get_if<Blocks>(&body)) remove_from(*blocks);
  }
  void remove_from(content::Row& row) {
    for (content::Cell& cell : row)
      remove_from(cell.body);
  }
  void remove_in(content::List& list) {
    auto& items = list.items;
    items.erase(std::remove_if(items.begin(), items.end(), [](const content::Item& i) { return i.detail; }),
                items.end());
    for (content::Item& item : items)
      remove_from(item.body);
  }
  void remove_in(content::Steps& steps) {
    for (content::Step& step : steps.steps)
      remove_from(step.body);
  }
  void remove_in(content::Timeline& timeline) {
    for (content::Stage& stage : timeline.stages)
      remove_from(stage.body);
  }
  void remove_in(content::Table& table) {
    if (table.head) remove_from(*table.head);
    for (content::Row& row : table.rows)
      remove_from(row);
  }
  void remove_in(content::RiskTable& table) { remove_from(table.head); }
  void remove_in(content::Callout& callout) { remove_from(callout.blocks); }
  void remove_in(content::Zones& zones) {
    for (content::Zone& zone : zones.zones)
      remove_from(zone.blocks);
  }
  void remove_in(content::Subsection& subsection) { remove_from(subsection.blocks); }
  void remove_in(content::Paragraph&) {}
  void remove_in(content::Facts&) {}
  void remove_in(content::Figure&) {}
  void remove_in(content::NoteLines&) {}
  void remove_in(content::QrCode&) {}
};

/// The entries that the document's terms name.
class TermCollector {
 public:
  std::set<std::string, std::less<>> named;

  void collect(const content::Document& document) {
    collect(document.title);
    collect(document.subtitle);
    collect(document.summary.title);
    collect(document.summary.blocks);
    for (const content::Section& section : document.sections) {
      collect(section.title);
      collect(section.blocks);
    }
    for (const content::Source& source : document.sources)
      collect(source.words);
  }

 private:
  void collect(const content::InlineList& inlines) {
    for (const content::Inline& part : inlines) {
      if (const auto* term = std::get_if<content::Term>(&part.item); term != nullptr && !term->entry.empty()) {
        named.insert(term->entry);
      }
      std::visit(
          [this](const auto& item) {
            if constexpr (requires { item.words; }) collect(item.words);
          },
          part.item);
    }
  }
  void collect(const content::Words& words) { collect(words.inlines); }
  void collect(const std::optional<content::Words>& words) {
    if (words) collect(words->inlines);
  }
  void collect(const content::WordsOrBlocks& body) {
    std::visit([this](const auto& either) { collect(either); }, body);
  }
  void collect(const Blocks& blocks) {
    for (const content::Block& block : blocks)
      std::visit([this](const auto& item) { collect_in(item); }, block.item);
  }
  void collect(const content::Row& row) {
    for (const content::Cell& cell : row)
      collect(cell.body);
  }

  void collect_in(const content::Paragraph& paragraph) { collect(paragraph.words); }
  void collect_in(const content::List& list) {
    for (const content::Item& item : list.items)
      collect(item.body);
  }
  void collect_in(const content::Steps& steps) {
    for (const content::Step& step : steps.steps) {
      collect(step.title);
      collect(step.body);
    }
  }
  void collect_in(const content::Facts& facts) {
    for (const content::Fact& fact : facts.facts) {
      collect(fact.title);
      collect(fact.words);
    }
  }
  void collect_in(const content::Timeline& timeline) {
    for (const content::Stage& stage : timeline.stages) {
      collect(stage.title);
      collect(stage.body);
    }
  }
  void collect_in(const content::Table& table) {
    collect(table.caption);
    if (table.head) collect(*table.head);
    for (const content::Row& row : table.rows)
      collect(row);
  }
  void collect_in(const content::RiskTable& table) {
    collect(table.caption);
    collect(table.head);
    for (const content::Risk& risk : table.risks)
      collect(risk.words);
  }
  void collect_in(const content::Figure& figure) { collect(figure.caption); }
  void collect_in(const content::Callout& callout) {
    collect(callout.title);
    collect(callout.blocks);
  }
  void collect_in(const content::Zones& zones) {
    for (const content::Zone& zone : zones.zones) {
      collect(zone.title);
      collect(zone.blocks);
    }
  }
  void collect_in(const content::NoteLines&) {}
  void collect_in(const content::QrCode& code) { collect(code.caption); }
  void collect_in(const content::Subsection& subsection) {
    collect(subsection.title);
    collect(subsection.blocks);
  }
};

template <typename Item>
bool has_furniture(const FurnitureList& list) {
  return std::any_of(list.begin(), list.end(), [](const Furniture& furniture) {
    if (std::holds_alternative<Item>(furniture.item)) return true;
    if (const auto* line = std::get_if<FurnitureLine>(&furniture.item)) return has_furniture<Item>(line->items);
    if (const auto* box = std::get_if<FurnitureBox>(&furniture.item)) return has_furniture<Item>(box->items);
    return false;
  });
}
template <typename Item>
bool has_furniture(const Design& design) {
  return std::any_of(design.pages.begin(), design.pages.end(), [](const auto& page) {
    return std::any_of(page.second.boxes.begin(), page.second.boxes.end(),
                       [](const PageBox& box) { return has_furniture<Item>(box.furniture); });
  });
}

template <typename Item>
void remove_blocks(Blocks& blocks) {
  blocks.erase(std::remove_if(blocks.begin(), blocks.end(),
                              [](const content::Block& block) { return std::holds_alternative<Item>(block.item); }),
               blocks.end());
}

}  // namespace

content::Document leave_out(const content::Document& whole, const Design& design) {
  content::Document document = whole;
  const auto omits = [&](std::string_view name) { return design.omit.contains(name); };
  auto& sections = document.sections;
  sections.erase(std::remove_if(sections.begin(), sections.end(),
                                [&](const content::Section& section) {
                                  return section.role != content::Role::none && omits(content::role_name(section.role));
                                }),
                 sections.end());
  const bool has_code = has_furniture<FurnitureQr>(design);
  const bool has_lines = has_furniture<FurnitureNotes>(design);
  DetailRemover remover;
  for (content::Section& section : sections) {
    if (omits("detail")) remover.remove_from(section.blocks);
    if (section.role != content::Role::questions) continue;
    if (has_code) remove_blocks<content::QrCode>(section.blocks);
    if (has_lines) remove_blocks<content::NoteLines>(section.blocks);
  }
  if (omits("sources")) document.sources.clear();
  if (omits("glossary") || !document.prints_glossary) {
    document.prints_glossary = false;
    document.glossary.clear();
  }
  TermCollector terms;
  terms.collect(document);
  auto& glossary = document.glossary;
  glossary.erase(std::remove_if(glossary.begin(), glossary.end(),
                                [&](const content::GlossaryEntry& entry) { return !terms.named.contains(entry.id); }),
                 glossary.end());
  if (glossary.empty()) document.prints_glossary = false;
  return document;
}

}  // namespace handout::design
