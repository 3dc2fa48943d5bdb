#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/locale.h"

namespace handout::design {

/// ISO 32000-1 14.8.4 standard structure types that the press writes.
enum class StructureType : std::uint8_t {
  document,
  section,
  div,
  h1,
  h2,
  h3,
  paragraph,
  list,
  list_item,
  label,
  list_body,
  table,
  table_row,
  table_header_cell,
  table_cell,
  figure,
  caption,
  link,
  reference,
  span
};

/// The name that ISO 32000 has for it.
std::string_view type_name(StructureType);

enum class ListNumbering : std::uint8_t { none, disc, square, decimal };
enum class HeaderScope : std::uint8_t { none, column, row };

/// Index into StructureTree::nodes. 0 is the Document.
struct StructureId {
  std::uint32_t value = 0;
  auto operator<=>(const StructureId&) const = default;
};

struct StructureNode {
  StructureType type = StructureType::paragraph;
  std::uint32_t parent = 0;
  std::vector<std::uint32_t> children;  ///< reading order
  std::optional<Locale> lang;           ///< where it differs from the parent's
  std::optional<std::string> alt;       ///< Figure: its alternative text
  std::string outline_title;            ///< headings that the outline lists
  ListNumbering numbering = ListNumbering::none;
  HeaderScope scope = HeaderScope::none;
  std::uint16_t column_span = 1;
  std::string content_id;  ///< the content's id, for links and messages
};

/// Fixed by apply_design, so that layout can never reorder reading. Nodes that nothing is drawn for are pruned by pdf/.
struct StructureTree {
  std::vector<StructureNode> nodes;

  /// Appends a last child. The first node added must be the Document.
  StructureId add(StructureId parent, StructureType type);
  StructureNode& operator[](StructureId id) { return nodes.at(id.value); }
  const StructureNode& operator[](StructureId id) const { return nodes.at(id.value); }
};

/// ISO 32000-1 14.8.2.2: what is drawn but not read.
enum class Artifact : std::uint8_t { layout, header, footer, background };

/// Untagged is unrepresentable.
using Tag = std::variant<StructureId, Artifact>;

}  // namespace handout::design
