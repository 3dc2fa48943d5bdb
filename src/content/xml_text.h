#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/xml.h"

namespace handout::content {

/// XML's white space alone.
bool is_white_space(std::string_view);
/// Nothing that a reader sees: white space of any kind, soft hyphens, joiners and marks of direction.
bool is_blank(std::string_view);
/// From the first to the last character of a text that is no white space.
SourceRange visible_part(const XmlText&);
/// All the text inside an element, white space collapsed, none at its ends.
std::string text_of(const XmlElement&);

/// The first child of that name, or null.
const XmlElement* child_named(const XmlElement&, std::string_view name);

/// Calls `visit` for every element, an element before those inside it.
void each_element(const XmlElement& root, const std::function<void(const XmlElement&)>& visit);
void each_element(const XmlElement& root,
                  const std::function<void(const XmlElement& element, const XmlElement* parent)>& visit);

}  // namespace handout::content
