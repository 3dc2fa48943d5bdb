#include "design/styled_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <variant>

#include "design/codes.h"
#include "design/link_targets.h"

namespace handout::design {
namespace {

constexpr std::string_view line_separator = "\xE2\x80\xA8";      // U+2028
constexpr std::string_view object_replacement = "\xEF\xBF\xBC";  // U+FFFC

/// Of the small text's own em: at 0.7 em a superscript then stands a third of the line's em up, a subscript an eighth
/// down.
constexpr int superscript_rise = 480;
constexpr int subscript_rise = -180;

/// What a page number is measured as before pages are known.
constexpr int stand_in_page = 99;

bool may_be_missing(std::string_view name) {
  return name.starts_with("patient.") || name.starts_with("appointment.");
}
bool is_page_field(std::string_view name) {
  return name == "page.number" || name == "page.count" || name == "help.page";
}

/// What holds for the words being written; a copy goes inward.
struct Inside {
  ElementName name;
  StyleId style;
  Tag tag;
  Locale locale;
  std::uint32_t no_break = 0;
  std::optional<LinkTarget> link;
  int rise = 0;
  bool is_reference = false;
};

class SpanWriter {
 public:
  SpanWriter(Applying& applying, StyledParagraph& paragraph)
      : applying_(applying), paragraph_(paragraph), where_(paragraph.where) {}

  void write(const content::InlineList& inlines, const Inside& inside) {
    for (const content::Inline& part : inlines) {
      if (part.where.file) where_ = part.where;
      std::visit([&](const auto& item) { write_item(item, inside); }, part.item);
    }
  }

 private:
  void write_item(const content::Text& text, const Inside& inside) { append(text.text, inside); }
  void write_item(const content::Strong& strong, const Inside& inside) {
    write(strong.words, phrase(strong.phrase, inward("strong", inside)));
  }
  void write_item(const content::NoBreak& no_break, const Inside& inside) {
    Inside inner = phrase(no_break.phrase, inward("nobr", inside));
    // What is in it counts as one with its fields and links; in another <nobr>, as part of that.
    if (inner.no_break == 0) inner.no_break = ++no_breaks_;
    write(no_break.words, inner);
  }
  void write_item(const content::Superscript& sup, const Inside& inside) {
    Inside inner = phrase(sup.phrase, inward("sup", inside));
    inner.rise = superscript_rise;
    write(sup.words, inner);
  }
  void write_item(const content::Subscript& sub, const Inside& inside) {
    Inside inner = phrase(sub.phrase, inward("sub", inside));
    inner.rise = subscript_rise;
    write(sub.words, inner);
  }
  void write_item(const content::Term& term, const Inside& inside) {
    Inside inner = inward("term", inside);
    if (!term.entry.empty()) lead_to(entry_key(term.entry), inner);
    write(term.words, phrase(term.phrase, std::move(inner)));
  }
  void write_item(const content::Link& link, const Inside& inside) {
    if (!link.href.empty()) {
      Inside inner = inward("link", inside);
      const std::string address =
          localization::fill_address(link.href, applying_.copy.fields, where_, applying_.diagnostics);
      become_link(address, inner);
      write(link.words, phrase(link.phrase, std::move(inner)));
      return;
    }
    // In a layout text `to` is a role, in content an id.
    const std::string by_id = element_key(link.to);
    const std::string key = applying_.printed.contains(by_id) ? by_id : role_key(link.to);
    if (!applying_.printed.contains(key)) {
      write(link.words, phrase(link.phrase, inside));
      return;
    }
    Inside inner = inward("link", inside);
    lead_to(key, inner);
    write(link.words, phrase(link.phrase, std::move(inner)));
  }
  void write_item(const content::Reference& reference, const Inside& inside) {
    const auto number = applying_.source_numbers.find(reference.source);
    if (number == applying_.source_numbers.end()) return;
    Inside inner = inward("ref", inside);
    inner.rise = superscript_rise;
    inner.is_reference = true;
    become(StructureType::reference, inner);
    lead_to(source_key(reference.source), inner);
    // Two references in a row would read as one number.
    if (ends_with_reference_) append(",", inside_reference_);
    append(applying_.number(number->second, inner.locale), inner);
    inside_reference_ = inner;
    ends_with_reference_ = true;
  }
  void write_item(const content::LineBreak&, const Inside& inside) { append(line_separator, inside); }
  void write_item(const content::Blank& blank, const Inside& inside) {
    const ElementName element{"blank", blank.is_short ? "short" : "long"};
    const StyleProperties& properties = applying_.styles.properties(element, inside.name);
    Inside inner = inward(element, inside);
    StyledSpan span = span_of(object_replacement, inner);
    // Where the sheet is silent: room for a date, or for a name.
    using namespace literals;
    span.blank_width =
        properties.width.value_or(Measure{Measure::Unit::absolute, (blank.is_short ? 13_mm : 30_mm).units});
    span.blank_runs_on = !blank.is_short;
    const std::string ink = properties.rule_ink.value_or("text");
    if (ink == "none") {
      span.blank_ink.reset();
    } else if (!applying_.design.black_only) {
      span.blank_ink = applying_.swatches.at(ink);
    }
    span.field = blank.field;
    put(std::move(span), object_replacement);
  }
  void write_item(const content::Temperature& temperature, const Inside& inside) {
    const localization::Fields& fields = applying_.copy.fields;
    append_field(
        {"temperature", content::FieldKind::number,
         localization::format_temperature(temperature.celsius, fields.temperature, inside.locale, fields.number_form),
         std::nullopt},
        inside);
  }
  void write_item(const content::FieldValue& value, const Inside& inside) { append_field(value, inside); }
  void write_item(const content::FieldRef& field, const Inside& inside) {
    const localization::Fields& fields = applying_.copy.fields;
    if (is_page_field(field.name)) {
      const std::string stand_in = applying_.number(stand_in_page, inside.locale);
      StyledSpan span = span_of(stand_in, inward("field", inside));
      span.field = field.name;
      span.field_kind = content::FieldKind::number;
      span.page_field = true;
      put(std::move(span), stand_in);
    } else if (const auto value = fields.values.find(field.name); value != fields.values.end()) {
      append_field(value->second, inside);
    } else if (may_be_missing(field.name)) {
      content::Blank blank;
      blank.field = field.name;
      write_item(blank, inside);
    } else {
      applying_.diagnostics.error("design.unknown-field", "The field \"" + field.name + "\" has no value", where_,
                                  field.name.starts_with("clinic.")
                                      ? "add <field name=\"" + field.name +
                                            "\"> to the brand, or give what prints it needs=\"" + field.name + "\""
                                      : "fields begin with clinic., handout., patient., appointment. or page.");
    }
  }

  void append_field(const content::FieldValue& value, const Inside& inside) {
    if (value.text.empty()) return;
    Inside inner = inward(value.name == "temperature" ? "temperature" : "field", inside);
    if (value.lang && *value.lang != inner.locale) speak(*value.lang, inner);
    if (value.items.empty()) {
      put_value(value, printed(value), inner);
      return;
    }
    bool first = true;
    for (const content::ListItem& item : value.items) {
      if (!std::exchange(first, false)) put_value(value, content::list_dot, inner);
      Inside in_item = inner;
      if (item.lang != inner.locale) speak(item.lang, in_item);
      put_value(value, item.text, in_item);
    }
  }
  void put_value(const content::FieldValue& value, std::string_view text, const Inside& inside) {
    StyledSpan span = span_of(text, inside);
    span.field = value.name;
    span.field_kind = value.kind;
    put(std::move(span), text);
  }

  /// An address prints as people type it, "northgate.example"; what it opens keeps its scheme.
  static std::string printed(const content::FieldValue& value) {
    return value.kind == content::FieldKind::url ? printed_address(value.text) : value.text;
  }

  Inside inward(ElementName element, const Inside& inside) {
    Inside inner = inside;
    inner.style = applying_.styles.intern(applying_.styles.properties(element, inside.name), inside.style);
    inner.name = std::move(element);
    return inner;
  }
  Inside inward(const char* element, const Inside& inside) { return inward(ElementName{element, ""}, inside); }

  /// A phrase in another language is an element with its Lang.
  Inside phrase(const content::Phrase& phrase, Inside inside) {
    if (phrase.lang && *phrase.lang != inside.locale) speak(*phrase.lang, inside);
    return inside;
  }
  void speak(const Locale& locale, Inside& inside) {
    become(StructureType::span, inside);
    if (const auto* element = std::get_if<StructureId>(&inside.tag)) applying_.structure[*element].lang = locale;
    inside.locale = locale;
  }
  void become(StructureType type, Inside& inside) {
    if (const auto* element = std::get_if<StructureId>(&inside.tag)) {
      inside.tag = applying_.structure.add(*element, type);
    }
  }
  void become_link(LinkTarget target, Inside& inside) {
    // A link stands in the tree; an artifact cannot hold one, nor a link another (ISO 32000-1, 14.8.4.4).
    if (inside.link || !std::holds_alternative<StructureId>(inside.tag)) return;
    become(StructureType::link, inside);
    inside.link = std::move(target);
  }
  /// Leads there if that is printed; else only the reference is lost.
  void lead_to(const std::string& key, Inside& inside) {
    if (applying_.printed.contains(key)) become_link(promised(key), inside);
  }

  StyledSpan span_of(std::string_view text, const Inside& inside) const {
    StyledSpan span;
    span.begin = static_cast<std::uint32_t>(paragraph_.text.size());
    span.end = span.begin + static_cast<std::uint32_t>(text.size());
    span.style = inside.style;
    span.tag = inside.tag;
    span.locale = inside.locale;
    span.no_break = inside.no_break;
    span.link = inside.link;
    span.rise_thousandths_em = inside.rise;
    span.is_reference = inside.is_reference;
    return span;
  }
  void put(StyledSpan span, std::string_view text) {
    if (text.empty()) return;
    paragraph_.text += text;
    paragraph_.spans.push_back(std::move(span));
    ends_with_reference_ = false;
  }
  void append(std::string_view text, const Inside& inside) { put(span_of(text, inside), text); }

  Applying& applying_;
  StyledParagraph& paragraph_;
  SourceRange where_;
  Inside inside_reference_;
  bool ends_with_reference_ = false;
  std::uint32_t no_breaks_ = 0;
};

}  // namespace

StyledParagraph styled_paragraph(Applying& applying, const content::Words& words, const Surroundings& holder, Tag tag) {
  StyledParagraph paragraph;
  paragraph.style = holder.style;
  paragraph.tag = tag;
  paragraph.locale = words.lang.value_or(holder.locale);
  paragraph.where = words.where.file ? words.where : holder.where;
  paragraph.unit = words.unit;
  Inside inside;
  inside.name = holder.name;
  inside.style = holder.style;
  inside.tag = tag;
  inside.locale = paragraph.locale;
  SpanWriter(applying, paragraph).write(words.inlines, inside);
  return paragraph;
}

StyledParagraph plain_paragraph(std::string text, const Surroundings& holder, Tag tag) {
  StyledParagraph paragraph;
  paragraph.style = holder.style;
  paragraph.tag = tag;
  paragraph.locale = holder.locale;
  paragraph.where = holder.where;
  StyledSpan span;
  span.end = static_cast<std::uint32_t>(text.size());
  span.style = holder.style;
  span.tag = tag;
  span.locale = holder.locale;
  paragraph.text = std::move(text);
  if (!paragraph.text.empty()) paragraph.spans.push_back(std::move(span));
  return paragraph;
}

namespace {

/// Whether text ends in punctuation that fills a Chinese character's square, and so leaves white after it by itself.
bool ends_full_width(std::string_view text) {
  constexpr std::array<std::string_view, 7> marks = {"：", "。", "！", "？", "，", "、", "；"};
  return std::any_of(marks.begin(), marks.end(), [text](std::string_view mark) { return text.ends_with(mark); });
}

/// Adds a space in the style of `like`.
void add_space(StyledParagraph& paragraph, const StyledParagraph& like) {
  StyledSpan space;
  space.begin = static_cast<std::uint32_t>(paragraph.text.size());
  space.end = space.begin + 1;
  space.style = like.style;
  space.tag = like.tag;
  space.locale = like.locale;
  paragraph.text += ' ';
  paragraph.spans.push_back(std::move(space));
}

}  // namespace

StyledParagraph run_together(StyledParagraph first, StyledParagraph second) {
  if (first.text.empty()) return second;
  if (second.text.empty()) {
    first.style = second.style;
    return first;
  }
  StyledParagraph both = second;
  both.text = std::move(first.text);
  both.spans = std::move(first.spans);
  if (!ends_full_width(both.text)) add_space(both, second);
  const auto offset = static_cast<std::uint32_t>(both.text.size());
  both.text += second.text;
  for (StyledSpan& span : second.spans) {
    span.begin += offset;
    span.end += offset;
    both.spans.push_back(std::move(span));
  }
  return both;
}

std::string said(const StyledParagraph& paragraph) {
  std::string text;
  for (std::size_t at = 0; at < paragraph.text.size();) {
    const std::string_view rest = std::string_view(paragraph.text).substr(at);
    if (rest.starts_with(line_separator)) {
      if (!text.empty() && text.back() != ' ') text += ' ';
      at += line_separator.size();
    } else if (rest.starts_with(object_replacement)) {
      at += object_replacement.size();
    } else {
      if (rest.front() != ' ' || text.empty() || text.back() != ' ') text += rest.front();
      ++at;
    }
  }
  while (!text.empty() && text.back() == ' ')
    text.pop_back();
  return text;
}

}  // namespace handout::design
