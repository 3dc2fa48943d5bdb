#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/xml.h"

namespace handout::content {

/// What an attribute may say.
enum class ValueKind {
  any,    ///< also nothing
  alt,    ///< the same; what a picture tells
  field,  ///< a name that check_fields looks at
  text,   ///< not nothing
  id,     ///< recovery.week-2
  name,   ///< an id without dots
  block,  ///< NAME.ID
  language,
  yes_no,
  date,     ///< a day that exists, 2026-11-22
  file,     ///< below the file's own folder, .svg .png .jpg
  address,  ///< https://… mailto:… tel:… or {field}…
  url,      ///< without fields
  number,   ///< 1 to 99
  count,    ///< 0 to 99
  lines,    ///< 1 to 40
  counts,   ///< whole numbers of 0 or more
  one_or_two_counts,
  decimal,
  digest,  ///< 16 hex digits
  choice,
};
/// "yes-no" and so on; our own bug where there is none.
ValueKind value_kind_named(std::string_view name);

struct ValueRule {
  ValueKind kind = ValueKind::any;
  std::vector<std::string_view> choices;  ///< of ValueKind::choice
};

/// Why a value is refused: the end of "kind="x" in <callout> …", the diagnostic's code, and what to write.
struct ValueProblem {
  std::string code;  ///< bad-value, bad-id or outside-folder
  std::string is;
  std::string hint;
};
std::optional<ValueProblem> check_value(const ValueRule&, std::string_view value);
/// What to write where the attribute is missing: kind="note", "tip" or "warning".
std::string form_of(const ValueRule&);

/// The value with white space collapsed and none at its ends; empty where there is no such attribute.
std::string value_of(const XmlElement&, std::string_view attribute);
/// The value's place in the file, without the quotes.
SourceRange value_place(const XmlAttribute&);
/// The place of an attribute's value, or the element where it has none.
SourceRange place_of(const XmlElement&, std::string_view attribute);

/// "4 7" as numbers; nothing where one is not a whole number of at most five digits.
std::optional<std::vector<int>> read_counts(std::string_view);
/// 0 where it is no whole number of at most five digits.
int read_number(std::string_view);
/// note, tip or warning
std::string one_of(const std::vector<std::string_view>& words);

}  // namespace handout::content
