#include "design/read_brand_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "design/read_elements.h"
#include "design/read_values.h"
#include "design/read_words.h"

namespace handout::design {
namespace {

/// Text of an element that holds nothing else.
content::Words read_plain_text(const XmlElement& element, Diagnostics& diagnostics) {
  std::string text;
  for (const XmlNode& node : element.children) {
    if (const auto* part = std::get_if<XmlText>(&node)) text += part->text;
  }
  for (const XmlElement* child : element.elements()) {
    diagnostics.error("design.unknown-element", fmt::format("<{}> is not allowed in <{}>", child->name, element.name),
                      child->where, "it holds words alone");
  }
  content::Words words = plain_words(text, element.where);
  if (words.empty() && element.elements().empty()) {
    diagnostics.error("design.empty-text", fmt::format("<{}> has no words", element.name), element.where,
                      element.name == "name" ? "write its words" : "write its words, or remove it");
  }
  return words;
}

/// Why a value is not of its kind; empty where it is.
std::string_view wrong_for_kind(content::FieldKind kind, std::string_view text) {
  switch (kind) {
    case content::FieldKind::phone:
      if (text.find_first_of("0123456789") == std::string_view::npos)
        return "has no digits: a phone number is expected";
      break;
    case content::FieldKind::email:
      if (text.find('@') == std::string_view::npos || text.find(' ') != std::string_view::npos) {
        return "is no e-mail address";
      }
      break;
    case content::FieldKind::url:
      if (!(text.starts_with("https://") || text.starts_with("http://")) || text.find(' ') != std::string_view::npos) {
        return "is no web address: it starts with https://";
      }
      break;
    default:
      break;
  }
  return {};
}

bool has_field(const BrandFile& brand, const std::string& name, const std::optional<Locale>& lang) {
  const auto range = brand.fields.equal_range(name);
  return std::any_of(range.first, range.second, [&lang](const auto& field) { return field.second.lang == lang; });
}

void check_date(const Value& value, Diagnostics& diagnostics) {
  const std::string& text = value.text();
  const auto digits = [&text](std::size_t begin, std::size_t count) {
    return text.find_first_not_of("0123456789", begin) >= begin + count;
  };
  bool good = text.size() == 10 && text[4] == '-' && text[7] == '-' && digits(0, 4) && digits(5, 2);
  good = good && text.find_first_not_of("0123456789", 8) == std::string::npos;
  if (good) {
    const int month = std::stoi(text.substr(5, 2));
    const int day = std::stoi(text.substr(8, 2));
    good = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }
  if (!good) bad_value(value, "is not a date", "write year, month and day: 2026-01-15", diagnostics);
}

}  // namespace

std::string read_brand_name(const XmlElement& element, Diagnostics& diagnostics) {
  check_attributes(element, {}, diagnostics);
  return content::plain_text(read_plain_text(element, diagnostics));
}

void read_brand_field(const XmlElement& element, BrandFile& brand, Diagnostics& diagnostics) {
  using content::FieldKind;
  static constexpr Choice<FieldKind> kinds[] = {
      {"text", FieldKind::text}, {"phone", FieldKind::phone}, {"email", FieldKind::email}, {"url", FieldKind::url}};
  check_attributes(element, {"name", "kind", "lang", "translate", "translator-note"}, diagnostics);
  const std::optional<std::string> name = need_id(element, "name", diagnostics);
  BrandField field;
  if (const auto kind = value_of(element, "kind")) {
    field.kind = read_choice(*kind, kinds, diagnostics).value_or(FieldKind::text);
  }
  if (const auto lang = value_of(element, "lang")) field.lang = read_language(*lang, diagnostics);
  field.value = read_plain_text(element, diagnostics);
  field.value.translate = false;
  if (const auto translate = value_of(element, "translate")) {
    field.value.translate = read_yes_no(*translate, diagnostics).value_or(false);
  }
  if (const auto note = value_of(element, "translator-note")) field.value.translator_note = note->text();
  const std::string text = content::plain_text(field.value);
  const std::string_view wrong = text.empty() ? std::string_view() : wrong_for_kind(field.kind, text);
  if (!wrong.empty()) {
    diagnostics.error("design.bad-value", fmt::format("\"{}\" in <field> {}", text, wrong), element.where,
                      "correct it, or its kind");
  }
  if (!name) return;
  const Value name_value = *value_of(element, "name");
  if (!name->starts_with("clinic.") || std::count(name->begin(), name->end(), '.') != 1) {
    diagnostics.error("design.field-not-here", fmt::format("field \"{}\" is not a brand's", *name),
                      value_range(name_value), "a brand holds clinic.* fields only, such as clinic.phone");
    return;
  }
  if (*name == "clinic.name" || has_field(brand, *name, field.lang)) {
    diagnostics.error("design.set-twice", fmt::format("field \"{}\" is set twice in this file", *name),
                      value_range(name_value),
                      *name == "clinic.name" ? "<name> is clinic.name" : "keep one for each language");
    return;
  }
  if (field.value.translate) field.value.unit = *name;
  brand.fields.emplace(*name, std::move(field));
}

void read_notice(const XmlElement& element, BrandFile& brand, Diagnostics& diagnostics) {
  check_attributes(element, {"name", "as-of"}, diagnostics);
  const std::optional<std::string> name = need_id(element, "name", diagnostics);
  if (const auto date = value_of(element, "as-of")) check_date(*date, diagnostics);
  if (const XmlText* text = stray_text(element); text != nullptr && !element.elements().empty()) {
    diagnostics.error("design.text-beside-blocks", "words stand in <notice> beside its paragraphs", first_word(*text),
                      "put them in a <p>");
    return;
  }
  std::vector<NoticeParagraph> paragraphs;
  for (const XmlElement* child : read_children(element, {{"p", 0, Occurs::some}}, diagnostics)) {
    check_attributes(*child, {"id", "lang", "translate", "translator-note"}, diagnostics);
    NoticeParagraph paragraph;
    paragraph.words = read_words(*child, {FieldPlace::Kind::brand, {}}, diagnostics);
    if (value_of(*child, "id")) paragraph.words.unit = need_id(*child, "id", diagnostics).value_or("");
    paragraphs.push_back(std::move(paragraph));
  }
  if (!name) return;
  if (!brand.notices.emplace(*name, std::move(paragraphs)).second) {
    diagnostics.error("design.set-twice", fmt::format("notice \"{}\" is set twice in this file", *name),
                      value_range(*value_of(element, "name")), "keep one");
  }
}

void check_notice_ids(const std::vector<const XmlElement*>& brand_children, Diagnostics& diagnostics) {
  std::set<std::string> ids;
  for (const XmlElement* notice : brand_children) {
    if (notice->name != "notice") continue;
    for (const XmlElement* paragraph : notice->elements()) {
      const std::optional<Value> id = value_of(*paragraph, "id");
      if (!id || ids.insert(id->text()).second) continue;
      diagnostics.error("design.duplicate-id", fmt::format("id=\"{}\" is already taken in this file", id->text()),
                        value_range(*id), "give each paragraph its own id");
    }
  }
}

}  // namespace handout::design
