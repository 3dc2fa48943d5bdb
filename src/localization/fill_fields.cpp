#include "localization/fill_fields.h"

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "localization/each_words.h"

namespace handout::localization {
namespace {

/// Fields that no copy has a value for: the page is not known yet, or the press counts them itself.
bool filled_later(std::string_view name) {
  return name.starts_with("page.") || name == "help.page" || name.starts_with("risk.") || name.starts_with("source.") ||
         name.starts_with("qr.");
}

/// Their values come with the patient: without one there is a line to write on.
bool may_be_missing(std::string_view name) {
  return name.starts_with("patient.") || name.starts_with("appointment.");
}

std::string hint_for(const std::string& name, const Fields& fields) {
  std::vector<std::string_view> known;
  for (const auto& [other, value] : fields.values)
    known.push_back(other);
  const std::string nearest = nearest_name(name, known);
  if (name.starts_with("clinic.")) {
    return (nearest.empty() ? "" : "did you mean \"" + nearest + "\"? if not, ") + "add <field name=\"" + name +
           "\"> to the brand: fields are never inherited";
  }
  if (!nearest.empty()) return "did you mean \"" + nearest + "\"?";
  return "fields begin with clinic., handout., patient. or appointment.";
}

class Filler {
 public:
  Filler(const Locale& locale, const Fields& fields, Diagnostics& diagnostics)
      : locale_(locale), fields_(fields), diagnostics_(diagnostics) {}

  void fill(content::Words& words) { fill(words.inlines, words.lang.value_or(locale_)); }

 private:
  void fill(content::InlineList& inlines, const Locale& locale) {
    for (content::Inline& part : inlines) {
      if (auto* field = std::get_if<content::FieldRef>(&part.item)) {
        const std::string name = field->name;
        fill_field(part, name);
      } else if (auto* temperature = std::get_if<content::Temperature>(&part.item)) {
        content::FieldValue value;
        value.name = "temperature";
        value.kind = content::FieldKind::number;
        value.text = format_temperature(temperature->celsius, fields_.temperature, locale, fields_.number_form);
        part.item = std::move(value);
      } else {
        fill_inside(part, locale);
      }
    }
  }

  void fill_inside(content::Inline& part, const Locale& locale) {
    std::visit(
        [&](auto& item) {
          if constexpr (requires { item.words; }) fill(item.words, item.phrase.lang.value_or(locale));
        },
        part.item);
    if (auto* link = std::get_if<content::Link>(&part.item); link != nullptr && !link->href.empty()) {
      link->href = fill_address(link->href, fields_, part.where, diagnostics_);
    }
  }

  void fill_field(content::Inline& part, const std::string& name) {
    const auto value = fields_.values.find(name);
    if (value != fields_.values.end()) {
      part.item = value->second;
      return;
    }
    if (filled_later(name)) return;
    if (may_be_missing(name)) {
      content::Blank blank;
      blank.field = name;
      part.item = std::move(blank);
      return;
    }
    report_without_value(name, fields_, part.where, diagnostics_);
    // Told: what stands for it is never printed.
    content::FieldValue none;
    none.name = name;
    none.text = "{" + name + "}";
    part.item = std::move(none);
  }

  const Locale& locale_;
  const Fields& fields_;
  Diagnostics& diagnostics_;
};

}  // namespace

content::Document fill_fields(const content::Document& document, const Fields& fields, Diagnostics& diagnostics) {
  content::Document filled = document;
  Filler filler(filled.locale, fields, diagnostics);
  for_each_words(filled, [&](content::Words& words) { filler.fill(words); });
  return filled;
}

void report_without_value(const std::string& name, const Fields& fields, const SourceRange& where,
                          Diagnostics& diagnostics) {
  diagnostics.error("content.unknown-field", "the field \"" + name + "\" has no value", where, hint_for(name, fields));
}

content::Words fill_fields(const content::Words& words, const Locale& locale, const Fields& fields,
                           Diagnostics& diagnostics) {
  content::Words filled = words;
  Filler(locale, fields, diagnostics).fill(filled);
  return filled;
}

}  // namespace handout::localization
