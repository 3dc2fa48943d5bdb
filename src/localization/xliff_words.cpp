#include "localization/xliff_words.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "base/xml_characters.h"

namespace handout::localization {
namespace {

std::string text_inside(const XmlElement& element) {
  std::string text;
  for (const XmlNode& node : element.children) {
    if (const auto* words = std::get_if<XmlText>(&node)) {
      text += words->text;
      continue;
    }
    const XmlElement& inner = *std::get<std::unique_ptr<XmlElement>>(node);
    const std::string inside = text_inside(inner);
    const bool placeholder = local_name(inner.name) == "ph" || local_name(inner.name) == "x";
    text += placeholder && inside.empty() ? "{" + attribute_value(inner, "id") + "}" : inside;
  }
  return collapse_white_space(text);
}

bool is_number(std::string_view name) {
  return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "{clinic.phone}" is clinic.phone; empty for anything else.
std::string shown_name(std::string_view shown) {
  if (shown.size() < 3 || shown.front() != '{' || shown.back() != '}') return {};
  const std::string_view name = shown.substr(1, shown.size() - 2);
  return name.find_first_of("{} ") == std::string_view::npos ? std::string(name) : std::string{};
}

/// What an inline element of XLIFF is. 1.2: g x ph bpt ept it bx ex mrk; 2.x: ph pc sc ec mrk sm em cp.
class Reader {
 public:
  explicit Reader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  CodedText read(const std::vector<const XmlElement*>& parents) {
    for (const XmlElement* parent : parents)
      read_inside(*parent);
    return std::move(text_);
  }

 private:
  void read_inside(const XmlElement& parent) {
    for (const XmlNode& node : parent.children) {
      if (const auto* words = std::get_if<XmlText>(&node)) {
        add(CodedPart::Kind::text, words->text);
      } else {
        read_code(*std::get<std::unique_ptr<XmlElement>>(node));
      }
    }
  }

  void read_code(const XmlElement& element) {
    const std::string_view name = local_name(element.name);
    if (name == "ph" || name == "x") return add(CodedPart::Kind::mark, mark_name(element));
    if (name == "g" || name == "pc") return read_element(element);
    if (name == "mrk") return read_marked(element);
    if (name == "bpt" || name == "bx" || name == "sc") return open(element);
    if (name == "ept" || name == "ex" || name == "ec") return close(element);
    if (name == "it") return attribute_value(element, "pos") == "close" ? close(element) : open(element);
    if (name == "cp") return add_code_point(element);
    if (name == "sm" || name == "em") return;
    diagnostics_.error("localization.bad-file",
                       fmt::format("<{}> is no code that may stand among the words of a unit", element.name),
                       element.where, "have the tool that wrote it write plain XLIFF");
  }

  void read_element(const XmlElement& element) {
    const std::string id = attribute_value(element, "id");
    add(CodedPart::Kind::opening, id);
    read_inside(element);
    add(CodedPart::Kind::closing, id);
  }

  void read_marked(const XmlElement& element) {
    if (attribute_value(element, "mtype") == "protected" || attribute_value(element, "translate") == "no") {
      add(CodedPart::Kind::protected_text, text_inside(element));
    } else {
      read_inside(element);
    }
  }

  void open(const XmlElement& element) {
    const std::string id = attribute_value(element, "id");
    const std::string pair = attribute_value(element, "rid");
    open_[pair.empty() ? id : pair] = id;
    add(CodedPart::Kind::opening, id);
  }

  void close(const XmlElement& element) {
    std::string named;
    for (const char* const reference : {"startRef", "rid", "id"}) {
      const std::string name = attribute_value(element, reference);
      if (named.empty()) named = name;
      const auto opened = open_.find(name);
      if (!name.empty() && opened != open_.end()) return add(CodedPart::Kind::closing, opened->second);
    }
    add(CodedPart::Kind::closing, named);
  }

  /// A tool may have numbered the placeholders anew; what it shows for one is then its name.
  std::string mark_name(const XmlElement& element) {
    const std::string id = attribute_value(element, "id");
    if (!is_number(id)) return id;
    for (const std::string& shown : {text_inside(element), attribute_value(element, "equiv"),
                                     attribute_value(element, "equiv-text"), attribute_value(element, "disp")}) {
      const std::string name = shown_name(shown);
      if (name.empty()) continue;
      const int count = ++shown_[name];
      return count == 1 ? name : fmt::format("{}-{}", name, count);
    }
    return id;
  }

  /// A character that tools dare not write as itself. What a file may not hold, it may not bring in so either.
  void add_code_point(const XmlElement& element) {
    const std::string hex = attribute_value(element, "hex");
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    const bool is_number = error == std::errc{} && end == hex.data() + hex.size();
    const bool is_character = is_number && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    std::string words;
    if (is_character) append_utf8(words, static_cast<char32_t>(code));
    if (is_character && find_bad_bytes(words).empty()) return add(CodedPart::Kind::text, std::move(words));
    diagnostics_.error("localization.control-character",
                       fmt::format("<{} hex=\"{}\"> is no character that can be printed", element.name, hex),
                       element.where, "take it out of the translation");
  }

  void add(CodedPart::Kind kind, std::string text) { text_.push_back({kind, std::move(text)}); }

  Diagnostics& diagnostics_;
  CodedText text_;
  std::map<std::string, std::string, std::less<>> open_;  ///< code by what its end will name
  std::map<std::string, int, std::less<>> shown_;
};

}  // namespace

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string attribute_value(const XmlElement& element, std::string_view name) {
  const XmlAttribute* const attribute = element.attribute(name);
  return attribute == nullptr ? std::string{} : attribute->value;
}

CodedText read_xliff_words(const std::vector<const XmlElement*>& elements, Diagnostics& diagnostics) {
  return Reader(diagnostics).read(elements);
}

}  // namespace handout::localization
