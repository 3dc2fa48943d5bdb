#include "batch/collect_fields.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "localization/fill_fields.h"

namespace handout::batch {
namespace {

using content::FieldKind;
using content::FieldValue;
using localization::Fields;

void set(Fields& fields, const std::string& name, FieldKind kind, std::string text) {
  if (!text.empty()) fields.values[name] = FieldValue{name, kind, std::move(text), {}};
}

/// How well a brand's value fits: one for the language, or for what may stand in for it, the nearer the better, beats
/// one for every language. 0: it is for another.
std::size_t fitness(const design::BrandField& field, const std::vector<Locale>& languages) {
  if (!field.lang) return 1;
  const auto found = std::find(languages.begin(), languages.end(), *field.lang);
  return found == languages.end() ? 0 : 1 + static_cast<std::size_t>(languages.end() - found);
}

void set_clinic_fields(Fields& fields, const design::Brand& brand, const Locale& locale) {
  const std::vector<Locale> languages = fallback_chain(locale);
  std::map<std::string, std::size_t> best;
  for (const auto& [name, field] : brand.fields) {
    const std::size_t fits = fitness(field, languages);
    if (fits <= best[name]) continue;
    best[name] = fits;
    fields.values[name] = FieldValue{name, field.kind, content::plain_text(field.value), field.value.lang};
  }
  set(fields, "clinic.name", FieldKind::text, brand.name);
  const auto name = fields.values.find("clinic.name");
  if (name != fields.values.end() && brand.locale.language != locale.language) name->second.lang = brand.locale;
}

/// The names of the languages a reader may ask for, each in itself: "Español · Polski". The language of the page is not
/// among them, unless it is the only one. The dot parts them in every script.
FieldValue languages_line(const std::vector<Locale>& languages, const Locale& printed) {
  FieldValue line{"handout.languages", FieldKind::list, ""};
  for (const Locale& language : languages) {
    if (language == printed && languages.size() > 1) continue;
    line.items.push_back({localization::language_name(language, language), language});
    if (!line.text.empty()) line.text += content::list_dot;
    line.text += line.items.back().text;
  }
  return line;
}

void set_handout_fields(Fields& fields, const content::Document& document, const Locale& locale) {
  set(fields, "handout.id", FieldKind::text, document.id);
  set(fields, "handout.title", FieldKind::text, content::plain_text(document.title));
  set(fields, "handout.version", FieldKind::text, document.version);
  for (const auto& [name, date] :
       {std::pair{"handout.published", &document.published}, std::pair{"handout.review-by", &document.review_by}}) {
    if (!date->empty())
      set(fields, name, FieldKind::date, localization::format_date(*date, locale, fields.number_form));
  }
  set(fields, "handout.locale", FieldKind::text, locale.tag);
  set(fields, "handout.language", FieldKind::text, localization::language_name(locale, locale));
}

}  // namespace

Fields collect_fields(const content::Document& document, const design::Brand& brand, const Locale& locale,
                      const std::string& edition) {
  Fields fields;
  fields.temperature = brand.temperature;
  fields.number_form = brand.number_form;
  set_clinic_fields(fields, brand, locale);
  set_handout_fields(fields, document, locale);
  set(fields, "handout.edition", FieldKind::text, edition);
  const std::vector<Locale> languages = brand.languages.empty() ? std::vector<Locale>{locale} : brand.languages;
  fields.values["handout.languages"] = languages_line(languages, locale);
  return fields;
}

void check_clinic_fields(const std::vector<content::NamedField>& named, const design::Brand& brand,
                         const Locale& locale, Diagnostics& diagnostics) {
  Fields fields;
  set_clinic_fields(fields, brand, locale);
  for (const content::NamedField& field : named) {
    if (!field.name.starts_with("clinic.") || fields.values.contains(field.name)) continue;
    localization::report_without_value(field.name, fields, field.where, diagnostics);
  }
}

}  // namespace handout::batch
