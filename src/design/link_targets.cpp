#include "design/link_targets.h"

#include <variant>

#include "design/each_paragraph.h"

namespace handout::design {
namespace {

/// No address begins with a control character.
constexpr char promise_mark = '\x01';

class TargetCollector {
 public:
  std::set<std::string, std::less<>> keys;

  void collect(const content::Document& document) {
    add(document.summary.id);
    collect(document.summary.blocks);
    for (const content::Section& section : document.sections) {
      add(section.id);
      if (section.role != content::Role::none) keys.insert(role_key(content::role_name(section.role)));
      collect(section.blocks);
    }
    if (document.prints_glossary) {
      for (const content::GlossaryEntry& entry : document.glossary)
        keys.insert(entry_key(entry.id));
    }
    for (const content::Source& source : document.sources)
      keys.insert(source_key(source.id));
  }

 private:
  void add(const std::string& id) {
    if (!id.empty()) keys.insert(element_key(id));
  }
  void collect(const content::Blocks& blocks) {
    for (const content::Block& block : blocks) {
      add(block.id);
      std::visit([this](const auto& item) { collect_in(item); }, block.item);
    }
  }
  void collect(const content::WordsOrBlocks& body) {
    if (const auto* blocks = std::get_if<content::Blocks>(&body)) collect(*blocks);
  }
  template <typename Parts>
  void collect_parts(const Parts& parts) {
    for (const auto& part : parts) {
      add(part.id);
      if constexpr (requires { part.body; }) collect(part.body);
    }
  }

  void collect_in(const content::List& list) { collect_parts(list.items); }
  void collect_in(const content::Steps& steps) { collect_parts(steps.steps); }
  void collect_in(const content::Facts& facts) { collect_parts(facts.facts); }
  void collect_in(const content::Timeline& timeline) { collect_parts(timeline.stages); }
  void collect_in(const content::Table& table) {
    if (table.head) collect_parts(*table.head);
    for (const content::Row& row : table.rows)
      collect_parts(row);
  }
  void collect_in(const content::RiskTable& table) {
    collect_parts(table.head);
    collect_parts(table.risks);
  }
  void collect_in(const content::Callout& callout) { collect(callout.blocks); }
  void collect_in(const content::Zones& zones) {
    for (const content::Zone& zone : zones.zones) {
      add(zone.id);
      collect(zone.blocks);
    }
  }
  void collect_in(const content::Subsection& subsection) { collect(subsection.blocks); }
  void collect_in(const content::Paragraph&) {}
  void collect_in(const content::Figure&) {}
  void collect_in(const content::NoteLines&) {}
  void collect_in(const content::QrCode&) {}
};

}  // namespace

std::string element_key(std::string_view id) {
  return "id:" + std::string(id);
}
std::string entry_key(std::string_view entry) {
  return "entry:" + std::string(entry);
}
std::string source_key(std::string_view source) {
  return "source:" + std::string(source);
}
std::string role_key(std::string_view role) {
  return "role:" + std::string(role);
}

std::set<std::string, std::less<>> printed_targets(const content::Document& document) {
  TargetCollector collector;
  collector.collect(document);
  return std::move(collector.keys);
}

LinkTarget promised(const std::string& key) {
  return promise_mark + key;
}

void set_target(Applying& applying, const std::string& key, StructureId element) {
  applying.targets.emplace(key, element);
}

void keep_promises(Manuscript& manuscript, const Applying& applying) {
  for_each_paragraph(manuscript, [&](StyledParagraph& paragraph) {
    for (StyledSpan& span : paragraph.spans) {
      if (!span.link) continue;
      const auto* address = std::get_if<std::string>(&*span.link);
      if (address == nullptr || address->empty() || address->front() != promise_mark) continue;
      const auto target = applying.targets.find(std::string_view(*address).substr(1));
      ENSURE(target != applying.targets.end());
      span.link = target->second;
    }
  });
}

}  // namespace handout::design
