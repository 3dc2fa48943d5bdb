#include "localization/unit_codes.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

namespace handout::localization {
namespace {

/// Whether it prints as it is.
bool is_protected(const content::Inline& part) {
  return std::visit(
      [](const auto& item) {
        if constexpr (requires { item.phrase; }) return !item.phrase.translate || item.phrase.lang.has_value();
        return false;
      },
      part.item);
}

template <typename Pointer, typename AnyInline>
Pointer find_words(AnyInline& part) {
  return std::visit(
      [](auto& item) -> Pointer {
        if constexpr (requires { item.words; }) return &item.words;
        return nullptr;
      },
      part.item);
}

/// The name of what takes a value of its own; empty for other inlines.
struct PlaceholderName {
  std::string operator()(const content::FieldRef& field) const { return field.name; }
  std::string operator()(const content::FieldValue& field) const { return field.name; }
  std::string operator()(const content::Reference& reference) const { return "ref." + reference.source; }
  std::string operator()(const content::Temperature& temperature) const { return "celsius." + temperature.celsius; }
  std::string operator()(const content::Blank& blank) const { return blank.field.empty() ? "blank" : blank.field; }
  template <typename Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

}  // namespace

UnitCode UnitCodes::next(const content::Inline& part) {
  if (std::holds_alternative<content::Text>(part.item)) return {UnitCode::Kind::words, {}};
  if (std::holds_alternative<content::LineBreak>(part.item)) return numbered(UnitCode::Kind::mark);
  if (words_of(part) == nullptr) return placeholder(std::visit(PlaceholderName{}, part.item));
  if (is_protected(part)) return {UnitCode::Kind::protected_words, {}};
  return numbered(UnitCode::Kind::element);
}

UnitCode UnitCodes::placeholder(std::string name) {
  // A field may itself be named clinic.phone-2: no name is given twice.
  std::string own = name;
  for (int count = 2; !used_.insert(own).second; ++count)
    own = fmt::format("{}-{}", name, count);
  return {UnitCode::Kind::mark, std::move(own)};
}

UnitCode UnitCodes::numbered(UnitCode::Kind kind) {
  return {kind, std::to_string(++number_)};
}

const content::InlineList* words_of(const content::Inline& part) {
  return find_words<const content::InlineList*>(part);
}

content::InlineList* words_of(content::Inline& part) {
  return find_words<content::InlineList*>(part);
}

std::string words_inside(const content::InlineList& inlines) {
  std::string text;
  for (const content::Inline& part : inlines) {
    const content::InlineList* const inner = words_of(part);
    if (const auto* words = std::get_if<content::Text>(&part.item)) {
      text += words->text;
    } else if (inner != nullptr) {
      text += words_inside(*inner);
    } else if (const std::string name = std::visit(PlaceholderName{}, part.item); !name.empty()) {
      text += "{" + name + "}";
    }
  }
  return text;
}

}  // namespace handout::localization
