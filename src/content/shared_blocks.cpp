#include "content/shared_blocks.h"

#include <fmt/format.h>

#include "base/names.h"
#include "content/attribute_values.h"
#include "content/check_document.h"
#include "content/check_shape.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

std::string_view file_name_of(std::string_view block) {
  return block.substr(0, block.find('.'));
}

/// Those that only a shared file can have: a `use`, a block without an id, the wrong name.
void check_shared_file(const XmlElement& root, const std::string& name, Diagnostics& diagnostics) {
  if (value_of(root, "id") != name && root.attribute("id") != nullptr) {
    diagnostics.error("content.wrong-id",
                      fmt::format("the file is {}.xml, but its id is \"{}\"", name, value_of(root, "id")),
                      place_of(root, "id"), fmt::format("write id=\"{}\", or rename the file", name));
  }
  const ElementRule& rule = *handout_vocabulary().find("shared");
  for (const XmlElement* block : root.elements()) {
    if (block->attribute("id") != nullptr || !rule.allows(block->name) || block->name == "use") continue;
    diagnostics.error("content.missing-attribute", fmt::format("<{}> needs the attribute \"id\"", block->name),
                      block->where, fmt::format("handouts take it by its id: <use block=\"{}.its-id\"/>", name));
  }
  each_element(root, [&](const XmlElement& element) {
    if (element.name != "use") return;
    diagnostics.error("content.use-in-shared", "<use> cannot stand in a shared file", element.where,
                      "write the block itself here");
  });
}

std::unique_ptr<XmlElement> copy_element(const XmlElement& original, const std::string& prefix,
                                         const std::set<std::string, std::less<>>& ids) {
  auto copy = std::make_unique<XmlElement>();
  copy->name = original.name;
  copy->attributes = original.attributes;
  copy->where = original.where;
  for (XmlAttribute& attribute : copy->attributes) {
    const bool is_own_id = attribute.name == "id";
    const bool is_own_target = attribute.name == "to" && ids.contains(prefix + value_of(original, "to"));
    if (is_own_id || is_own_target) attribute.value = prefix + value_of(original, attribute.name);
  }
  for (const XmlNode& child : original.children) {
    if (const auto* text = std::get_if<XmlText>(&child)) {
      copy->children.emplace_back(*text);
    } else {
      copy->children.emplace_back(copy_element(*std::get<std::unique_ptr<XmlElement>>(child), prefix, ids));
    }
  }
  return copy;
}

}  // namespace

SharedBlocks SharedBlocks::load(const Files& files, const std::string& folder, Diagnostics& diagnostics) {
  SharedBlocks shared;
  for (const std::string& name : files.list(folder)) {
    if (!name.ends_with(".xml")) continue;
    const SourceFilePtr file = read_source(files, fmt::format("{}/{}", folder, name));
    if (file) shared.add_file(file, name.substr(0, name.size() - 4), diagnostics);
  }
  return shared;
}

void SharedBlocks::add_file(const SourceFilePtr& file, const std::string& name, Diagnostics& diagnostics) {
  Diagnostics found;
  std::shared_ptr<const XmlElement> root = parse_xml(file, "content", found);
  if (root != nullptr && root->name != "shared") {
    found.error(
        "content.unknown-element", fmt::format("a shared file begins with <shared>, not with <{}>", root->name),
        root->where,
        name_hint(root->name, "shared", fmt::format("write <shared id=\"{}\" lang=\"en\"> around its blocks", name)));
  } else if (root != nullptr) {
    check_shape(*root, handout_vocabulary(), found);
    check_shared_file(*root, name, found);
    check_within(*root, found);
  }
  diagnostics.append(first_hundred(in_file_order(found), "is an end tag missing, or is it the right file?"));
  if (found.has_errors()) {
    broken_.emplace(name, file->path);
    return;
  }
  for (const XmlElement* block : root->elements())
    blocks_.emplace(name + "." + value_of(*block, "id"), block);
  each_element(*root, [&](const XmlElement& element) {
    if (&element != root.get() && element.attribute("id") != nullptr) ids_.insert(name + "." + value_of(element, "id"));
  });
  roots_.emplace(name, std::move(root));
}

const XmlElement* SharedBlocks::find(std::string_view name) const {
  const auto found = blocks_.find(name);
  return found == blocks_.end() ? nullptr : found->second;
}

std::unique_ptr<XmlElement> SharedBlocks::copy(std::string_view name) const {
  const XmlElement* original = find(name);
  if (original == nullptr) return nullptr;
  return copy_element(*original, std::string(file_name_of(name)) + ".", ids_);
}

std::vector<std::string_view> SharedBlocks::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, block] : blocks_)
    names.push_back(name);
  return names;
}

bool SharedBlocks::has_id(std::string_view id) const {
  return ids_.find(id) != ids_.end();
}

std::optional<Locale> SharedBlocks::locale(std::string_view name) const {
  const auto found = roots_.find(file_name_of(name));
  if (found == roots_.end()) return std::nullopt;
  return parse_locale(value_of(*found->second, "lang"));
}

std::string SharedBlocks::broken_file(std::string_view name) const {
  const auto found = broken_.find(file_name_of(name));
  return found == broken_.end() ? std::string{} : found->second;
}

}  // namespace handout::content
