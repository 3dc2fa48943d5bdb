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
};
/// Ill-formed UTF-8, one entry a run, and characters outside production 2.
std::vector<BadBytes> find_bad_bytes(std::string_view text);
/// Every & that begins neither one of the five entities nor a reference to a character of production 2.
std::vector<BadBytes> find_bad_references(std::string_view text);

/// What is wrong with an XML declaration, of which `text` stands between "<?xml" and "?>"; no message where nothing is.
BadBytes check_xml_declaration(std::string_view text);

}  // namespace handout
