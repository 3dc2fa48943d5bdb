#include "design/named_texts.h"

#include <variant>

#include "design/styled_words.h"

namespace handout::design {
namespace {

void fill(content::InlineList& inlines, const TextValues& values) {
  for (content::Inline& part : inlines) {
    if (const auto* field = std::get_if<content::FieldRef>(&part.item)) {
      const auto value = values.find(field->name);
      // Not the copy's data but part of the handout's own words: plain text.
      if (value != values.end()) part.item = content::Text{value->second};
      continue;
    }
    std::visit(
        [&](auto& item) {
          if constexpr (requires { item.words; }) fill(item.words, values);
        },
        part.item);
  }
}

}  // namespace

content::Words named_text(Applying& applying, std::string_view name, const TextValues& values) {
  const auto text = applying.design.texts.find(name);
  ENSURE(text != applying.design.texts.end());  // resolve asks for every text that the press prints
  content::Words words = text->second;
  fill(words.inlines, values);
  return words;
}

std::string named_alternative(Applying& applying, std::string_view name, const TextValues& values) {
  Surroundings holder;
  holder.locale = applying.design.locale;
  return said(styled_paragraph(applying, named_text(applying, name, values), holder, Artifact::layout));
}

}  // namespace handout::design
