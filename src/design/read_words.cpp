#include "design/read_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/names.h"
#include "base/unicode.h"
#include "design/read_elements.h"
#include "design/read_pieces.h"

namespace handout::design {
namespace {

using content::Inline;
using content::InlineList;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

content::Phrase read_phrase(const XmlElement& element, Diagnostics& diagnostics) {
  content::Phrase phrase;
  if (const std::optional<Value> lang = value_of(element, "lang")) phrase.lang = read_language(*lang, diagnostics);
  if (const std::optional<Value> translate = value_of(element, "translate")) {
    phrase.translate = read_yes_no(*translate, diagnostics).value_or(true);
  }
  return phrase;
}

/// Reads inlines in order, so that white space can be collapsed across them.
class WordsReader {
 public:
  WordsReader(const FieldPlace& place, Diagnostics& diagnostics) : place_(place), diagnostics_(diagnostics) {}

  InlineList read(const XmlElement& parent) {
    InlineList list;
    for (const XmlNode& node : parent.children) {
      if (const auto* text = std::get_if<XmlText>(&node)) {
        read_text(*text, list);
      } else {
        read_inline(*std::get<std::unique_ptr<XmlElement>>(node), parent, list);
      }
    }
    return list;
  }

 private:
  void read_text(const XmlText& text, InlineList& list) {
    std::string words;
    for (const char c : text.text) {
      if (!is_space(c)) {
        words += c;
      } else if (!after_space_) {
        words += ' ';
      }
      after_space_ = is_space(c);
    }
    if (!words.empty()) list.push_back({content::Text{std::move(words)}, text.where});
  }

  void read_inline(const XmlElement& element, const XmlElement& parent, InlineList& list) {
    if (element.name == "strong") {
      check_attributes(element, {"lang", "translate"}, diagnostics_);
      const content::Phrase phrase = read_phrase(element, diagnostics_);
      list.push_back({content::Strong{read(element), phrase}, element.where});
    } else if (element.name == "nobr") {
      check_attributes(element, {"lang", "translate"}, diagnostics_);
      const content::Phrase phrase = read_phrase(element, diagnostics_);
      list.push_back({content::NoBreak{read(element), phrase}, element.where});
    } else if (element.name == "link" && place_.kind == FieldPlace::Kind::layout_text) {
      list.push_back({read_link(element), element.where});
    } else if (element.name == "br") {
      check_attributes(element, {}, diagnostics_);
      check_empty(element, diagnostics_);
      list.push_back({content::LineBreak{}, element.where});
      after_space_ = true;  // a line starts with a word
    } else if (element.name == "field") {
      read_field(element, list);
    } else {
      report_unknown(element, parent);
    }
  }

  void read_field(const XmlElement& element, InlineList& list) {
    check_attributes(element, {"name"}, diagnostics_);
    check_empty(element, diagnostics_);
    const std::optional<Value> name = need_attribute(element, "name", diagnostics_);
    if (!name) return;
    check_field(name->text(), place_, value_range(*name), diagnostics_);
    list.push_back({content::FieldRef{name->text()}, element.where});
    after_space_ = false;
  }

  content::Link read_link(const XmlElement& element) {
    check_attributes(element, {"href", "to", "lang", "translate"}, diagnostics_);
    content::Link link;
    link.phrase = read_phrase(element, diagnostics_);
    const std::optional<Value> href = value_of(element, "href");
    const std::optional<Value> to = value_of(element, "to");
    if (href) link.href = read_address(*href, place_, diagnostics_).value_or("");
    if (to) {
      if (is_role(to->text())) {
        link.to = to->text();
      } else {
        bad_value(*to, "is no role of a section", choice_hint(role_names()), diagnostics_);
      }
    }
    if (!href && !to) need_attribute(element, "href", diagnostics_);
    if (href && to)
      bad_value(*to, "stands beside href", "keep one: href for an address, to for a section", diagnostics_);
    link.words = read(element);
    return link;
  }

  void report_unknown(const XmlElement& element, const XmlElement& parent) {
    std::vector<std::string_view> names{"strong", "nobr", "br", "field"};
    if (place_.kind == FieldPlace::Kind::layout_text) names.emplace_back("link");
    const std::string nearest = nearest_name(element.name, names);
    diagnostics_.error("design.unknown-element", fmt::format("<{}> is not allowed in <{}>", element.name, parent.name),
                       element.where,
                       nearest.empty() ? fmt::format("words hold <{}>", fmt::join(names, ">, <"))
                                       : name_hint(element.name, nearest, fmt::format("did you mean <{}>?", nearest)));
  }

  const FieldPlace& place_;
  Diagnostics& diagnostics_;
  bool after_space_ = true;
};

InlineList* inner_words(Inline& inline_item) {
  if (auto* strong = std::get_if<content::Strong>(&inline_item.item)) return &strong->words;
  if (auto* no_break = std::get_if<content::NoBreak>(&inline_item.item)) return &no_break->words;
  if (auto* link = std::get_if<content::Link>(&inline_item.item)) return &link->words;
  return nullptr;
}

/// Takes the space off the end of the last text.
void trim_end(InlineList& list) {
  if (list.empty()) return;
  if (auto* text = std::get_if<content::Text>(&list.back().item)) {
    if (text->text.ends_with(' ')) text->text.pop_back();
    if (text->text.empty()) {
      list.pop_back();
      trim_end(list);
    }
  } else if (InlineList* inner = inner_words(list.back())) {
    trim_end(*inner);
  }
}

/// No line ends with a space.
void trim_before_breaks(InlineList& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (InlineList* inner = inner_words(list[i])) trim_before_breaks(*inner);
    if (!std::holds_alternative<content::LineBreak>(list[i].item) || i == 0) continue;
    auto* text = std::get_if<content::Text>(&list[i - 1].item);
    if (text != nullptr && text->text.ends_with(' ')) text->text.pop_back();
  }
}

bool says_something(const InlineList& list) {
  return std::any_of(list.begin(), list.end(), [](const Inline& item) {
    if (const auto* text = std::get_if<content::Text>(&item.item)) return !text->text.empty();
    if (const auto* strong = std::get_if<content::Strong>(&item.item)) return says_something(strong->words);
    if (const auto* no_break = std::get_if<content::NoBreak>(&item.item)) return says_something(no_break->words);
    if (const auto* link = std::get_if<content::Link>(&item.item)) return says_something(link->words);
    return std::holds_alternative<content::FieldRef>(item.item);
  });
}

}  // namespace

content::Words read_words(const XmlElement& element, const FieldPlace& place, Diagnostics& diagnostics) {
  content::Words words;
  words.where = element.where;
  const content::Phrase phrase = read_phrase(element, diagnostics);
  words.lang = phrase.lang;
  words.translate = phrase.translate && !phrase.lang;
  if (const std::optional<Value> note = value_of(element, "translator-note")) words.translator_note = note->text();
  const std::size_t errors = diagnostics.error_count();
  words.inlines = WordsReader(place, diagnostics).read(element);
  trim_before_breaks(words.inlines);
  trim_end(words.inlines);
  if (!says_something(words.inlines) && diagnostics.error_count() == errors) {
    diagnostics.error("design.empty-text", fmt::format("<{}> has no words", element.name), element.where,
                      "write its words, or remove it");
  }
  return words;
}

content::Words read_fields(const XmlElement& element, Diagnostics& diagnostics) {
  content::Words words;
  words.where = element.where;
  words.translate = false;
  const FieldPlace place{FieldPlace::Kind::furniture, {}};
  for (const XmlNode& node : element.children) {
    if (const auto* text = std::get_if<XmlText>(&node)) {
      if (text->text.find_first_not_of(" \t\r\n") == std::string::npos) continue;
      diagnostics.error("design.words-in-furniture", fmt::format("words stand in <{}>", element.name),
                        first_word(*text),
                        "move them to a <text>, where they are translated, and name it: <p text=\"...\"/>");
      continue;
    }
    const XmlElement& child = *std::get<std::unique_ptr<XmlElement>>(node);
    if (child.name != "field") {
      diagnostics.error("design.words-in-furniture", fmt::format("<{}> stands in <{}>", child.name, element.name),
                        child.where, "only <field> stands here; move the words to a <text> and name it");
      continue;
    }
    check_attributes(child, {"name"}, diagnostics);
    const std::optional<Value> name = need_attribute(child, "name", diagnostics);
    if (!name) continue;
    check_field(name->text(), place, value_range(*name), diagnostics);
    // Fields beside one another are words apart.
    if (!words.inlines.empty()) words.inlines.push_back({content::Text{" "}, child.where});
    words.inlines.push_back({content::FieldRef{name->text()}, child.where});
  }
  return words;
}

content::Words plain_words(std::string_view text, const SourceRange& where) {
  content::Words words;
  words.where = where;
  std::string collapsed = collapse_and_trim(text);
  if (!collapsed.empty()) words.inlines.push_back({content::Text{std::move(collapsed)}, where});
  return words;
}

}  // namespace handout::design
