#include "content/load_glossary.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/names.h"
#include "base/xml.h"
#include "content/attribute_values.h"
#include "content/check_shape.h"
#include "content/content_checks.h"
#include "content/read_words.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

void check_entries(const XmlElement& root, Diagnostics& diagnostics) {
  std::set<std::string> ids;
  for (const XmlElement* entry : root.elements()) {
    const std::string id = value_of(*entry, "id");
    if (!id.empty() && !ids.insert(id).second) {
      diagnostics.error("content.duplicate-id", fmt::format("a second entry has the id \"{}\"", id),
                        place_of(*entry, "id"), "choose another, or put the two together");
    }
    std::set<std::string> languages;
    for (const XmlElement* translation : entry->elements()) {
      const std::string lang = translation->name == "translation" ? value_of(*translation, "lang") : std::string{};
      if (lang.empty() || languages.insert(lang).second) continue;
      diagnostics.error("content.repeated", fmt::format("the entry \"{}\" has two translations for \"{}\"", id, lang),
                        translation->where, "keep the agreed one; other words go into also");
    }
  }
}

AgreedTerm read_translation(const XmlElement& translation) {
  return {parse_locale(value_of(translation, "lang")).value(), text_of(translation), value_of(translation, "also"),
          value_of(translation, "avoid")};
}

Glossary read_glossary(const XmlElement& root) {
  Glossary glossary;
  glossary.locale = parse_locale(value_of(root, "lang")).value();
  for (const XmlElement* element : root.elements()) {
    GlossaryEntry entry;
    entry.id = value_of(*element, "id");
    entry.locale = glossary.locale;
    for (const XmlElement* part : element->elements()) {
      // A term has no unit: what stands for it in a language is agreed here, not translated.
      if (part->name == "term") entry.term = read_words(*part, {});
      if (part->name == "definition") entry.definition = read_words(*part, entry.id + ".definition");
      if (part->name == "translation") entry.agreed.push_back(read_translation(*part));
    }
    glossary.entries.push_back(std::move(entry));
  }
  return glossary;
}

}  // namespace

const GlossaryEntry* Glossary::find(std::string_view id) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [id](const GlossaryEntry& e) { return e.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

std::optional<Glossary> load_glossary(const SourceFilePtr& file, Diagnostics& diagnostics) {
  if (file == nullptr) return Glossary{};
  const std::unique_ptr<XmlElement> root = parse_xml(file, "content", diagnostics);
  if (root == nullptr) return std::nullopt;
  if (root->name != "glossary") {
    diagnostics.error("content.unknown-element",
                      fmt::format("a glossary begins with <glossary>, not with <{}>", root->name), root->where,
                      name_hint(root->name, "glossary", "is it the right file?"));
    return std::nullopt;
  }
  Diagnostics found;
  check_shape(*root, glossary_vocabulary(), found);
  check_entries(*root, found);
  check_literal_fields(*root, found);
  check_phones(*root, found);
  diagnostics.append(first_hundred(in_file_order(found), "is an end tag missing, or is it the right file?"));
  if (found.has_errors()) return std::nullopt;
  return read_glossary(*root);
}

}  // namespace handout::content
