#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/field_names.h"
#include "design/read_values.h"

namespace handout::design {

/// The roles of sections: condition, options ...
const std::vector<std::string_view>& role_names();
bool is_role(std::string_view name);
/// What a layout may place: title, subtitle, summary, the roles, glossary, sources, rest.
const std::vector<std::string_view>& piece_names();
/// What a layout may leave out.
const std::vector<std::string_view>& omission_names();

/// The words of a list, each one of `names`, else `design.bad-value`.
std::vector<std::string> read_words_of(const Value&, const std::vector<std::string_view>& names, Diagnostics&);

/// An address: https:, mailto:, tel: or a field in braces first; fields in braces are checked.
std::optional<std::string> read_address(const Value&, const FieldPlace&, Diagnostics&);

/// The fields of `needs`.
std::vector<std::string> read_needs(const Value&, Diagnostics&);

}  // namespace handout::design
