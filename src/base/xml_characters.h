#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace handout {

/// What XML 1.0 (fifth edition) says of characters, names and references.

constexpr bool is_xml_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Bytes of the name that `text` begins with (production 5); 0 where it begins with none.
std::size_t name_length(std::string_view text);

/// Bytes [begin, end) that a text may not have, and why.
struct BadBytes {
  std::size_t begin = 0, end = 0;
  std::string message, hint;
  bool turns_direction = false;  ///< XML allows it, the press does not
};
/// Ill-formed UTF-8, one entry a run, characters outside production 2, and the embeddings, overrides and isolates of
/// direction (U+202A to U+202E, U+2066 to U+2069, UAX #9 2.1 to 2.5), which can print a dose backwards.
std::vector<BadBytes> find_bad_bytes(std::string_view text);
/// Every & that begins neither one of the five entities nor a reference to a character that may stand in the text.
std::vector<BadBytes> find_bad_references(std::string_view text);

/// What is wrong with an XML declaration, of which `text` stands between "<?xml" and "?>"; no message where nothing is.
BadBytes check_xml_declaration(std::string_view text);

}  // namespace handout
