#include "content/words.h"

namespace handout::content {
namespace {

void append_text(const InlineList& inlines, std::string& text);

struct TextOf {
  std::string& text;

  void operator()(const Text& words) const { text += words.text; }
  void operator()(const FieldRef& field) const { text += "{" + field.name + "}"; }
  void operator()(const FieldValue& field) const { text += field.text; }
  void operator()(const Reference&) const {}
  void operator()(const LineBreak&) const { text += ' '; }
  void operator()(const Blank& blank) const { text += blank.field.empty() ? "____" : "{" + blank.field + "}"; }
  void operator()(const Temperature& temperature) const { text += temperature.celsius + " °C"; }
  template <typename Phrased>
  void operator()(const Phrased& phrased) const {
    append_text(phrased.words, text);
  }
};

void append_text(const InlineList& inlines, std::string& text) {
  for (const Inline& part : inlines)
    std::visit(TextOf{text}, part.item);
}

}  // namespace

std::string plain_text(const Words& words) {
  std::string text;
  append_text(words.inlines, text);
  return text;
}

}  // namespace handout::content
