#include "base/xml.h"

#include <tinyxml2.h>

#include <algorithm>

#include "base/scan_xml.h"
#include "base/xml_characters.h"

namespace handout {
namespace {

// tinyxml2 drops white space that stands alone between two tags, which would join the words of
// <b>one</b> <i>tablet</i>. A reference before it keeps it; build_text takes the reference's space off again.
constexpr std::string_view kept_space = "&#32;";

bool is_white_space(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_xml_space);
}

std::string_view text_of(const SourceFile& file, XmlSpan span) {
  const std::string_view text = file.text;
  return text.substr(span.begin, span.end - span.begin);
}

/// The file as tinyxml2 can be trusted with it: no declaration, nothing outside the root, empty comments.
std::string text_for_tinyxml2(const SourceFile& file, const std::vector<XmlPiece>& pieces) {
  std::string text;
  text.reserve(file.text.size() + 1024);
  for (const XmlPiece& piece : pieces) {
    const std::string_view written = text_of(file, piece.span);
    if (piece.kind == XmlPieceKind::comment) {
      text += "<!---->";
      continue;
    }
    if (piece.kind == XmlPieceKind::text && is_white_space(written)) text += kept_space;
    text += written;
  }
  return text;
}

/// Pairs tinyxml2's nodes with the scan's pieces, which come in the same order.
class TreeBuilder {
 public:
  TreeBuilder(const SourceFilePtr& file, const std::vector<XmlPiece>& pieces) : file_(file), pieces_(pieces) {}

  std::unique_ptr<XmlElement> build_element(const tinyxml2::XMLElement& node) {
    const XmlPiece& tag = next(XmlPieceKind::start_tag);
    auto element = std::make_unique<XmlElement>();
    element->name = tag.name;
    element->where = range(tag.span);
    const tinyxml2::XMLAttribute* value = node.FirstAttribute();
    for (const ScannedAttribute& attribute : tag.attributes) {
      ENSURE(value != nullptr && attribute.name == value->Name());
      element->attributes.push_back(build_attribute(attribute, value->Value()));
      value = value->Next();
    }
    for (const tinyxml2::XMLNode* child = node.FirstChild(); child != nullptr; child = child->NextSibling()) {
      if (child->ToElement() != nullptr) {
        element->children.emplace_back(build_element(*child->ToElement()));
      } else if (child->ToText() != nullptr) {
        element->children.emplace_back(build_text(*child->ToText()));
      } else {
        next(XmlPieceKind::comment);
      }
    }
    if (!tag.closes_itself) next(XmlPieceKind::end_tag);
    return element;
  }

 private:
  const XmlPiece& next(XmlPieceKind kind) {
    ENSURE(position_ < pieces_.size() && pieces_.at(position_).kind == kind);
    return pieces_.at(position_++);
  }

  SourceRange range(XmlSpan span) const { return {file_, span.begin, span.end}; }

  XmlAttribute build_attribute(const ScannedAttribute& attribute, std::string value) const {
    std::replace_if(value.begin(), value.end(), is_xml_space, ' ');
    return {std::string(attribute.name), std::move(value), range(attribute.whole), attribute.value.begin};
  }

  XmlText build_text(const tinyxml2::XMLText& node) {
    const XmlPiece& piece = next(node.CData() ? XmlPieceKind::cdata : XmlPieceKind::text);
    std::string text = node.Value();
    if (!node.CData() && is_white_space(text_of(*file_, piece.span))) text.erase(0, 1);
    return {std::move(text), range(piece.span)};
  }

  const SourceFilePtr& file_;
  const std::vector<XmlPiece>& pieces_;
  std::size_t position_ = 0;
};

}  // namespace

const XmlAttribute* XmlElement::attribute(std::string_view wanted) const {
  for (const XmlAttribute& candidate : attributes) {
    if (candidate.name == wanted) return &candidate;
  }
  return nullptr;
}

std::vector<const XmlElement*> XmlElement::elements() const {
  std::vector<const XmlElement*> found;
  for (const XmlNode& child : children) {
    if (const auto* element = std::get_if<std::unique_ptr<XmlElement>>(&child)) found.push_back(element->get());
  }
  return found;
}

bool XmlElement::has_text() const {
  return std::any_of(children.begin(), children.end(), [](const XmlNode& child) {
    const auto* text = std::get_if<XmlText>(&child);
    return text != nullptr && !is_white_space(text->text);
  });
}

std::unique_ptr<XmlElement> parse_xml(const SourceFilePtr& file, std::string_view stage, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  const std::vector<XmlPiece> pieces = scan_xml(file, stage, diagnostics);
  if (diagnostics.error_count() > errors) return nullptr;

  const std::string text = text_for_tinyxml2(*file, pieces);
  tinyxml2::XMLDocument document;
  document.Parse(text.data(), text.size());
  ENSURE(!document.Error() && document.RootElement() != nullptr);
  return TreeBuilder(file, pieces).build_element(*document.RootElement());
}

}  // namespace handout
