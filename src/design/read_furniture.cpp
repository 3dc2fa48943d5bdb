#include <fmt/format.h>

#include <algorithm>

#include "base/names.h"
#include "design/read_elements.h"
#include "design/read_page.h"
#include "design/read_pieces.h"
#include "design/read_values.h"
#include "design/read_words.h"

namespace handout::design {
namespace {

using namespace literals;

constexpr Choice<Align> align_choices[] = {{"start", Align::start},
                                           {"center", Align::center},
                                           {"end", Align::end},
                                           {"inside", Align::inside},
                                           {"outside", Align::outside}};
constexpr Choice<FurnitureImage::Variant> variant_choices[] = {{"normal", FurnitureImage::Variant::normal},
                                                               {"reversed", FurnitureImage::Variant::reversed},
                                                               {"mono", FurnitureImage::Variant::mono}};
enum class Language : std::uint8_t { main, second, both };
constexpr Choice<Language> language_choices[] = {
    {"main", Language::main}, {"second", Language::second}, {"both", Language::both}};

const std::vector<ChildRule>& furniture_rules() {
  static const std::vector<ChildRule> rules{{"p"},    {"image"}, {"notice"}, {"qr"},   {"notes"},
                                            {"rule"}, {"line"},  {"box"},    {"place"}};
  return rules;
}

/// An element's own attributes and those that all furniture has.
void check_own_attributes(const XmlElement& element, std::vector<std::string_view> own, Diagnostics& diagnostics) {
  own.insert(own.end(), {"align", "width", "needs", "lang"});
  check_attributes(element, own, diagnostics);
}

void read_stand(const XmlElement& element, Furniture& furniture, Diagnostics& diagnostics) {
  if (const auto align = value_of(element, "align")) {
    furniture.align = read_choice(*align, align_choices, diagnostics).value_or(Align::start);
  }
  if (const auto width = value_of(element, "width")) {
    if (width->text() == "fit") {
      furniture.width.kind = FurnitureWidth::Kind::fit;
    } else if (const auto measure = read_measure(*width, LengthForm::with_share, diagnostics)) {
      furniture.width = {FurnitureWidth::Kind::measure, *measure};
    }
  }
  if (const auto needs = value_of(element, "needs")) furniture.needs = read_needs(*needs, diagnostics);
  if (const auto lang = value_of(element, "lang")) {
    if (read_choice(*lang, language_choices, diagnostics).value_or(Language::main) != Language::main)
      report_unsupported(*lang, "remove lang: a print is in one language", diagnostics);
  }
}

/// A name used, not given: a wrong one is a bad value.
std::string read_reference(const XmlElement& element, std::string_view attribute, Diagnostics& diagnostics) {
  const auto value = need_attribute(element, attribute, diagnostics);
  if (!value) return {};
  if (!is_id(value->text())) {
    bad_value(*value, "is not a name", "write small letters, digits, single hyphens and dots", diagnostics);
    return {};
  }
  return value->text();
}

FurnitureText read_text(const XmlElement& element, Diagnostics& diagnostics) {
  check_own_attributes(element, {"text", "kind"}, diagnostics);
  FurnitureText text;
  if (const auto kind = value_of(element, "kind")) text.kind = read_name(*kind, diagnostics).value_or("");
  const std::size_t errors = diagnostics.error_count();
  text.fields = read_fields(element, diagnostics);
  const bool has_fields = !text.fields.empty();
  if (value_of(element, "text")) {
    text.text = read_reference(element, "text", diagnostics);
    if (has_fields) {
      diagnostics.error("design.text-beside-blocks", "<p> has a text and fields of its own", element.where,
                        "put the fields into the text, or remove text=\"...\"");
    }
  } else if (!has_fields && diagnostics.error_count() == errors) {
    diagnostics.error("design.missing-attribute", "<p> has no text", element.where,
                      "add text=\"...\" with the name of a <text>, or a <field> inside");
  }
  return text;
}

FurnitureImage read_image(const XmlElement& element, Diagnostics& diagnostics) {
  check_own_attributes(element, {"name", "height", "variant"}, diagnostics);
  check_empty(element, diagnostics);
  FurnitureImage image;
  image.name = read_reference(element, "name", diagnostics);
  if (const auto height = value_of(element, "height")) image.height = read_length(*height, diagnostics);
  if (const auto variant = value_of(element, "variant")) {
    image.variant = read_choice(*variant, variant_choices, diagnostics).value_or(FurnitureImage::Variant::normal);
  }
  return image;
}

FurniturePlace read_place(const XmlElement& element, Furniture& furniture, Diagnostics& diagnostics) {
  check_attributes(element, {"what", "width"}, diagnostics);
  check_empty(element, diagnostics);
  if (const auto width = value_of(element, "width")) {
    if (const auto measure = read_measure(*width, LengthForm::with_share, diagnostics)) {
      furniture.width = {FurnitureWidth::Kind::measure, *measure};
    }
  }
  FurniturePlace place;
  const auto what = need_attribute(element, "what", diagnostics);
  if (!what) return place;
  place.what = read_words_of(*what, piece_names(), diagnostics);
  if (list_words(*what).empty()) bad_value(*what, "places nothing", "name a piece, such as rest", diagnostics);
  if (place.what.size() > 1 && std::find(place.what.begin(), place.what.end(), "rest") != place.what.end()) {
    bad_value(*what, "names rest beside others",
              "give rest a <place> of its own: it is all that is placed nowhere else", diagnostics);
  }
  return place;
}

FurnitureQr read_qr(const XmlElement& element, Diagnostics& diagnostics) {
  check_own_attributes(element, {"href"}, diagnostics);
  check_empty(element, diagnostics);
  const auto href = need_attribute(element, "href", diagnostics);
  if (!href) return {};
  return {read_address(*href, {FieldPlace::Kind::furniture, {}}, diagnostics).value_or(""), value_range(*href)};
}

FurnitureNotes read_notes(const XmlElement& element, Diagnostics& diagnostics) {
  check_own_attributes(element, {"lines"}, diagnostics);
  check_empty(element, diagnostics);
  const auto lines = need_attribute(element, "lines", diagnostics);
  return {lines ? read_count(*lines, diagnostics).value_or(1) : 1};
}

FurnitureLine read_line(const XmlElement& element, Diagnostics& diagnostics) {
  check_own_attributes(element, {"gap"}, diagnostics);
  FurnitureLine line;
  line.gap = 6_mm;
  if (const auto gap = value_of(element, "gap")) line.gap = read_length(*gap, diagnostics).value_or(line.gap);
  line.items = read_furniture(element, diagnostics);
  return line;
}

FurnitureBox read_box(const XmlElement& element, Diagnostics& diagnostics) {
  check_own_attributes(element, {"kind"}, diagnostics);
  FurnitureBox box;
  if (const auto kind = value_of(element, "kind")) box.kind = read_name(*kind, diagnostics).value_or("");
  box.items = read_furniture(element, diagnostics);
  return box;
}

Furniture read_item(const XmlElement& element, Diagnostics& diagnostics) {
  Furniture furniture;
  furniture.where = element.where;
  if (element.name == "place") {
    furniture.item = read_place(element, furniture, diagnostics);
    return furniture;
  }
  if (element.name == "rule") {
    check_attributes(element, {"needs"}, diagnostics);
    check_empty(element, diagnostics);
    if (const auto needs = value_of(element, "needs")) furniture.needs = read_needs(*needs, diagnostics);
    furniture.item = FurnitureRule{};
    return furniture;
  }
  read_stand(element, furniture, diagnostics);
  if (element.name == "p") {
    furniture.item = read_text(element, diagnostics);
  } else if (element.name == "image") {
    furniture.item = read_image(element, diagnostics);
  } else if (element.name == "notice") {
    check_own_attributes(element, {"name"}, diagnostics);
    check_empty(element, diagnostics);
    furniture.item = FurnitureNotice{read_reference(element, "name", diagnostics)};
  } else if (element.name == "qr") {
    furniture.item = read_qr(element, diagnostics);
  } else if (element.name == "notes") {
    furniture.item = read_notes(element, diagnostics);
  } else if (element.name == "line") {
    furniture.item = read_line(element, diagnostics);
  } else {
    furniture.item = read_box(element, diagnostics);
  }
  return furniture;
}

}  // namespace

FurnitureList read_furniture(const XmlElement& box, Diagnostics& diagnostics) {
  FurnitureList list;
  const std::vector<const XmlElement*> children = read_children(box, furniture_rules(), diagnostics);
  if (box.elements().empty() && !box.has_text()) {
    diagnostics.error("design.missing-element", fmt::format("<{}> is empty", box.name), box.where,
                      "put furniture or a <place> in it, or remove it");
  }
  for (const XmlElement* child : children)
    list.push_back(read_item(*child, diagnostics));
  return list;
}

}  // namespace handout::design
