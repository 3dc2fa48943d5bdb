#pragma once

#include <string_view>

#include "base/xml.h"
#include "content/words.h"

namespace handout::content {

/// The words of an element whose shape has been checked. Title, caption and block children are passed over: they are
/// units of their own. White space collapses across inline elements; none is left at either end or beside a <br/>.
/// `unit` may be empty.
Words read_words(const XmlElement&, std::string_view unit);
/// The words of an attribute: {fields} and text.
Words read_attribute_words(const XmlElement&, std::string_view attribute, std::string_view unit);
/// An element's own id, else its owner's and `name` ("condition.title"); empty where neither has one.
std::string unit_of(const XmlElement& element, std::string_view owner_id);

}  // namespace handout::content
