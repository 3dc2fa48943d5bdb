#include "content/load_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/names.h"
#include "content/attribute_values.h"
#include "content/check_document.h"
#include "content/check_shape.h"
#include "content/content_checks.h"
#include "content/load_figures.h"
#include "content/read_blocks.h"
#include "content/read_words.h"
#include "content/take_in_shared.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// "miss-disc-herniation" of content/miss-disc-herniation/handout.xml; empty for a file in no folder.
std::string folder_name(const std::string& path) {
  const std::size_t end = path.rfind('/');
  if (end == std::string::npos || end == 0) return {};
  const std::size_t before = path.rfind('/', end - 1);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  return path.substr(begin, end - begin);
}

void check_name(const XmlElement& handout, Diagnostics& diagnostics) {
  const std::string folder = folder_name(handout.where.file->path);
  const std::string id = value_of(handout, "id");
  if (folder.empty() || id.empty() || id == folder) return;
  diagnostics.error("content.wrong-id", fmt::format("the folder is {}, but the handout's id is \"{}\"", folder, id),
                    place_of(handout, "id"),
                    is_name(folder) ? fmt::format("write id=\"{}\", or rename the folder", folder)
                                    : "rename the folder: its name is small letters, digits and hyphens");
}

Role role_of(const XmlElement& section) {
  const std::string name = value_of(section, "role");
  for (int role = static_cast<int>(Role::condition); role <= static_cast<int>(Role::questions); ++role) {
    if (role_name(static_cast<Role>(role)) == name) return static_cast<Role>(role);
  }
  return Role::none;
}

/// Phone numbers and fields in the pictures: an SVG's words are the handout's.
void check_labels(const XmlElement& handout, const Drawings& drawings, Diagnostics& diagnostics) {
  each_element(handout, [&](const XmlElement& figure) {
    const auto found = drawings.find(&figure);
    if (found == drawings.end() || found->second == nullptr) return;
    for (const figures::DrawingItem& item : found->second->items) {
      const auto* label = std::get_if<figures::Label>(&item);
      if (label == nullptr || label->step_number) continue;
      check_phones_in(label->text, label->where, diagnostics);
      check_literal_fields_in(label->text, label->where, diagnostics);
    }
  });
}

/// A title or subtitle, named after its owner where it has no id of its own.
std::optional<Words> read_part(const XmlElement& owner, std::string_view name) {
  const XmlElement* part = child_named(owner, name);
  if (part == nullptr) return std::nullopt;
  // The handout's own are units of their own name.
  const std::string id = value_of(*part, "id");
  if (owner.name == "handout") return read_words(*part, id.empty() ? name : std::string_view(id));
  return read_words(*part, unit_of(*part, value_of(owner, "id")));
}

Summary read_summary(const XmlElement& handout, const Drawings& drawings) {
  const XmlElement* summary = child_named(handout, "summary");
  ENSURE(summary != nullptr);
  return {value_of(*summary, "id"), read_part(*summary, "title"), read_blocks(*summary, drawings)};
}

std::vector<Section> read_sections(const XmlElement& handout, const Drawings& drawings) {
  std::vector<Section> sections;
  for (const XmlElement* part : handout.elements()) {
    if (part->name != "section") continue;
    sections.push_back({value_of(*part, "id"), role_of(*part), read_part(*part, "title").value(),
                        read_blocks(*part, drawings), part->where});
  }
  return sections;
}

std::vector<Source> read_sources(const XmlElement& handout) {
  std::vector<Source> sources;
  const XmlElement* list = child_named(handout, "sources");
  if (list == nullptr) return sources;
  for (const XmlElement* source : list->elements()) {
    const std::string id = value_of(*source, "id");
    sources.push_back({id, value_of(*source, "href"), value_of(*source, "checked"), read_words(*source, id)});
  }
  return sources;
}

/// The entries that terms name, in the order of first use.
std::vector<GlossaryEntry> used_entries(const XmlElement& handout, const Glossary& glossary) {
  std::vector<GlossaryEntry> used;
  each_element(handout, [&](const XmlElement& element) {
    const std::string id = element.name == "term" ? value_of(element, "define") : std::string{};
    if (id.empty()) return;
    const bool known = std::any_of(used.begin(), used.end(), [&id](const GlossaryEntry& e) { return e.id == id; });
    if (known) return;
    const GlossaryEntry* entry = glossary.find(id);
    ENSURE(entry != nullptr);
    used.push_back(*entry);
  });
  return used;
}

/// Of a tree that has passed every check.
Document read_document(const XmlElement& handout, const Drawings& drawings, const Glossary& glossary) {
  Document document;
  document.file = handout.where.file;
  document.where = handout.where;
  document.review_by_where = place_of(handout, "review-by");
  document.withdraw_on_where = place_of(handout, "withdraw-on");
  document.id = value_of(handout, "id");
  document.locale = parse_locale(value_of(handout, "lang")).value();
  document.version = value_of(handout, "version");
  document.published = value_of(handout, "published");
  document.review_by = value_of(handout, "review-by");
  document.withdraw_on = value_of(handout, "withdraw-on");
  document.title = read_part(handout, "title").value();
  document.subtitle = read_part(handout, "subtitle");
  document.summary = read_summary(handout, drawings);
  document.sections = read_sections(handout, drawings);
  document.prints_glossary = child_named(handout, "glossary") != nullptr;
  document.sources = read_sources(handout);
  document.glossary = used_entries(handout, glossary);
  return document;
}

}  // namespace

std::optional<Document> load_document(const SourceFilePtr& file, const ContentContext& context,
                                      Diagnostics& diagnostics) {
  const std::unique_ptr<XmlElement> root = parse_xml(file, "content", diagnostics);
  if (root == nullptr) return std::nullopt;
  if (root->name != "handout") {
    diagnostics.error("content.unknown-element",
                      fmt::format("a handout begins with <handout>, not with <{}>", root->name), root->where,
                      name_hint(root->name, "handout", "is it the right file?"));
    return std::nullopt;
  }

  Diagnostics found;
  check_shape(*root, handout_vocabulary(), found);
  check_name(*root, found);
  std::set<std::string, std::less<>> shared_files = take_in_shared(*root, context.shared, found);
  check_within(*root, found);
  check_whole(*root, context.shared, context.glossary, found);
  const Drawings drawings = load_figures(*root, context, found);
  check_labels(*root, drawings, found);
  if (!found.has_errors()) check_starter_text(*root, found);
  diagnostics.append(first_hundred(in_file_order(found), "is an end tag missing, or is it the right file?"));
  if (found.has_errors()) return std::nullopt;
  Document document = read_document(*root, drawings, context.glossary);
  document.shared_files = std::move(shared_files);
  return document;
}

}  // namespace handout::content
