#include "content/read_words.h"

#include <algorithm>
#include <optional>

#include "base/xml_characters.h"
#include "content/attribute_values.h"
#include "content/vocabulary.h"

namespace handout::content {
namespace {

Phrase read_phrase(const XmlElement& element) {
  Phrase phrase;
  if (element.attribute("lang") != nullptr) phrase.lang = parse_locale(value_of(element, "lang"));
  phrase.translate = value_of(element, "translate") != "no";
  return phrase;
}

/// Takes text in the order of the file, so that a run of white space is one space whichever elements it spans.
class WordsReader {
 public:
  InlineList read(const XmlElement& parent) {
    InlineList list;
    for (const XmlNode& node : parent.children) {
      if (const auto* text = std::get_if<XmlText>(&node)) {
        add_text(text->text, text->where, list);
        continue;
      }
      const XmlElement& element = *std::get<std::unique_ptr<XmlElement>>(node);
      if (is_inline(element.name)) list.push_back(read_inline(element));
    }
    return list;
  }

  void add_text(std::string_view text, const SourceRange& where, InlineList& list) {
    std::string words;
    for (const char c : text) {
      const bool space = is_xml_space(c);
      if (!space) words += c;
      if (space && !after_space_) words += ' ';
      after_space_ = space;
    }
    if (!words.empty()) list.push_back({Text{std::move(words)}, where});
  }

 private:
  Inline read_inline(const XmlElement& element) {
    const std::string& name = element.name;
    const SourceRange& where = element.where;
    if (name == "strong") return {Strong{read(element), read_phrase(element)}, where};
    if (name == "nobr") return {NoBreak{read(element), read_phrase(element)}, where};
    if (name == "sup") return {Superscript{read(element), read_phrase(element)}, where};
    if (name == "sub") return {Subscript{read(element), read_phrase(element)}, where};
    if (name == "term") return {Term{value_of(element, "define"), read(element), read_phrase(element)}, where};
    if (name == "link") {
      return {Link{value_of(element, "href"), value_of(element, "to"), read(element), read_phrase(element)}, where};
    }
    after_space_ = name == "br";  // a line begins with a word
    if (name == "br") return {LineBreak{}, where};
    if (name == "field") return {FieldRef{value_of(element, "name")}, where};
    if (name == "ref") return {Reference{value_of(element, "source")}, where};
    if (name == "temperature") return {Temperature{value_of(element, "celsius")}, where};
    return {Blank{value_of(element, "size") == "short", {}}, where};
  }

  bool after_space_ = true;  // none at the beginning
};

InlineList* words_inside(Inline& part) {
  return std::visit(
      [](auto& item) -> InlineList* {
        if constexpr (requires { item.words; }) return &item.words;
        return nullptr;
      },
      part.item);
}

/// Takes the space off the end of list[0 .. size).
void trim_end(InlineList& list, std::size_t size) {
  if (size == 0) return;
  Inline& last = list[size - 1];
  if (auto* text = std::get_if<Text>(&last.item)) {
    if (text->text.ends_with(' ')) text->text.pop_back();
    // Never two spaces in a row, but "<strong>one </strong>" may end the words before an empty text.
    if (text->text.empty()) trim_end(list, size - 1);
  } else if (InlineList* inner = words_inside(last)) {
    trim_end(*inner, inner->size());
  }
}

void trim_before_breaks(InlineList& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (InlineList* inner = words_inside(list[i])) trim_before_breaks(*inner);
    if (std::holds_alternative<LineBreak>(list[i].item)) trim_end(list, i);
  }
}

void drop_empty_texts(InlineList& list) {
  for (Inline& part : list) {
    if (InlineList* inner = words_inside(part)) drop_empty_texts(*inner);
  }
  list.erase(std::remove_if(list.begin(), list.end(),
                            [](const Inline& part) {
                              const auto* text = std::get_if<Text>(&part.item);
                              return text != nullptr && text->text.empty();
                            }),
             list.end());
}

Words make_words(const XmlElement& element, std::string_view unit, InlineList inlines) {
  Words words;
  trim_before_breaks(inlines);
  trim_end(inlines, inlines.size());
  drop_empty_texts(inlines);
  words.inlines = std::move(inlines);
  words.unit = unit;
  const Phrase phrase = read_phrase(element);
  words.lang = phrase.lang;
  words.translate = phrase.translate && !phrase.lang;
  words.translator_note = value_of(element, "translator-note");
  words.where = element.where;
  return words;
}

}  // namespace

Words read_words(const XmlElement& element, std::string_view unit) {
  return make_words(element, unit, WordsReader().read(element));
}

Words read_attribute_words(const XmlElement& element, std::string_view attribute, std::string_view unit) {
  const std::string value = value_of(element, attribute);
  const SourceRange where = place_of(element, attribute);
  InlineList inlines;
  std::string_view rest = value;
  while (!rest.empty()) {
    const std::size_t open = std::min(rest.find('{'), rest.size());
    const std::size_t close = rest.find('}', open);
    if (open > 0) inlines.push_back({Text{std::string(rest.substr(0, open))}, where});
    if (open == rest.size() || close == std::string_view::npos) break;
    inlines.push_back({FieldRef{std::string(rest.substr(open + 1, close - open - 1))}, where});
    rest.remove_prefix(close + 1);
  }
  Words words = make_words(element, unit, std::move(inlines));
  words.where = where;
  return words;
}

std::string unit_of(const XmlElement& element, std::string_view owner_id) {
  std::string id = value_of(element, "id");
  if (!id.empty() || owner_id.empty()) return id;
  return std::string(owner_id) + "." + element.name;
}

}  // namespace handout::content
