#include "base/peek_xml.h"

#include <algorithm>
#include <vector>

#include "base/scan_xml.h"
#include "base/unicode.h"

namespace handout {

std::optional<Peeked> peek_attribute(const SourceFilePtr& file, const Peek& wanted) {
  Diagnostics told_later;
  const std::vector<XmlPiece> pieces = scan_xml(file, "content", told_later);
  const auto is_start = [](const XmlPiece& piece) { return piece.kind == XmlPieceKind::start_tag; };
  auto tag = std::find_if(pieces.begin(), pieces.end(), is_start);
  if (tag == pieces.end() || tag->name != wanted.root) return std::nullopt;
  if (!wanted.child.empty()) {
    tag = std::find_if(tag + 1, pieces.end(), [&](const XmlPiece& p) { return is_start(p) && p.name == wanted.child; });
    if (tag == pieces.end()) return std::nullopt;
  }
  for (const ScannedAttribute& attribute : tag->attributes) {
    if (attribute.name != wanted.attribute) continue;
    const XmlSpan value = attribute.value;
    return Peeked{collapse_and_trim(file->text.substr(value.begin, value.end - value.begin)),
                  {file, value.begin, value.end}};
  }
  return std::nullopt;
}

}  // namespace handout
