#pragma once

#include <string>

#include "content/words.h"
#include "design/applying.h"

namespace handout::design {

/// The words of one element as a paragraph: spans by style, element and language. `holder` is the element that holds
/// them (its style is the paragraph's); `tag` is what its lines belong to. Inline elements (Link, Reference, Span)
/// become children of `tag`; an artifact has none. A field of furniture without a value is a line to write on
/// (patient.*, appointment.*), or `design.unknown-field`.
StyledParagraph styled_paragraph(Applying&, const content::Words&, const Surroundings& holder, Tag tag);

/// `text` as a paragraph of one span.
StyledParagraph plain_paragraph(std::string text, const Surroundings& holder, Tag tag);

/// Both in one paragraph, a space between: a title run in, then the words it leads. No space where the title ends in
/// full-width punctuation. What is true of the paragraph as a whole is `second`'s.
StyledParagraph run_together(StyledParagraph first, StyledParagraph second);

/// What a paragraph says, for the outline, alternative texts and the title: lines joined, blanks left out.
std::string said(const StyledParagraph&);

}  // namespace handout::design
