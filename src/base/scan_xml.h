#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace handout {

/// Half-open byte range of the scanned file.
struct XmlSpan {
  std::uint32_t begin = 0, end = 0;
};

struct ScannedAttribute {
  std::string_view name;
  XmlSpan whole;  ///< name to closing quote
  XmlSpan value;  ///< between the quotes
};

enum class XmlPieceKind : std::uint8_t { start_tag, end_tag, text, cdata, comment };

/// One piece of the file inside the root element, in file order. A processing instruction counts as a comment.
struct XmlPiece {
  XmlPieceKind kind = XmlPieceKind::text;
  XmlSpan span;
  std::string_view name;                     ///< of a tag
  bool closes_itself = false;                ///< <br/>
  std::vector<ScannedAttribute> attributes;  ///< of a start tag
};

/// Elements deeper than this are refused: the formats need about 15, and readers of the tree may recurse.
constexpr std::size_t deepest_xml = 64;

/// Reads the bytes and reports every lexical mistake as `<stage>.not-well-formed`, `<stage>.doctype` or
/// `<stage>.control-character` (one that turns the direction of text), in file order, a hundred at most.
/// After a mistake it goes on at the next place that makes sense, at the latest the next '<'. The pieces are
/// trustworthy only if nothing was reported. The views are into the file's text.
std::vector<XmlPiece> scan_xml(const SourceFilePtr&, std::string_view stage, Diagnostics&);

}  // namespace handout
