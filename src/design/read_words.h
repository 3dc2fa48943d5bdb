#pragma once

#include "base/xml.h"
#include "content/words.h"
#include "design/field_names.h"

namespace handout::design {

/// The words of one element of a layout or brand: text with strong, nobr, br and field, in a layout's text also link.
/// White space is collapsed across inline elements. The element's own lang, translate and translator-note are read; its
/// other attributes are the caller's. Errors: `design.unknown-element`, `.unknown-attribute`, `.missing-attribute`,
/// `.bad-value`, `.unknown-field`, `.field-not-here`, `.empty-text`.
content::Words read_words(const XmlElement&, const FieldPlace&, Diagnostics&);

/// Fields alone, as furniture allows them: any word is `design.words-in-furniture`.
content::Words read_fields(const XmlElement&, Diagnostics&);

/// The words of an element that holds text alone, or of an attribute; `empty` where there is nothing but white space.
content::Words plain_words(std::string_view text, const SourceRange&);

}  // namespace handout::design
