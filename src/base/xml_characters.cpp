#include "base/xml_characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.h"

namespace handout {
namespace {

constexpr auto npos = std::string_view::npos;

struct CodePoints {
  char32_t first, last;
};

/// Production 4, NameStartChar.
constexpr std::array<CodePoints, 16> name_starts = {{{':', ':'},
                                                     {'A', 'Z'},
                                                     {'_', '_'},
                                                     {'a', 'z'},
                                                     {0xC0, 0xD6},
                                                     {0xD8, 0xF6},
                                                     {0xF8, 0x2FF},
                                                     {0x370, 0x37D},
                                                     {0x37F, 0x1FFF},
                                                     {0x200C, 0x200D},
                                                     {0x2070, 0x218F},
                                                     {0x2C00, 0x2FEF},
                                                     {0x3001, 0xD7FF},
                                                     {0xF900, 0xFDCF},
                                                     {0xFDF0, 0xFFFC},
                                                     {0x10000, 0xEFFFF}}};
/// Production 4a: what a name may have besides.
constexpr std::array<CodePoints, 5> name_insides = {
    {{'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

template <std::size_t count>
bool is_among(char32_t c, const std::array<CodePoints, count>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [c](CodePoints r) { return c >= r.first && c <= r.last; });
}

/// Production 2, Char.
bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// What UAX #9 calls the characters that embed, override or isolate a direction; empty for all others.
std::string_view turning_name(char32_t c) {
  constexpr std::array<std::string_view, 5> embeddings = {"left-to-right embedding", "right-to-left embedding",
                                                          "pop directional formatting", "left-to-right override",
                                                          "right-to-left override"};
  constexpr std::array<std::string_view, 4> isolates = {"left-to-right isolate", "right-to-left isolate",
                                                        "first strong isolate", "pop directional isolate"};
  if (c >= 0x202A && c <= 0x202E) return embeddings.at(c - 0x202A);
  return c >= 0x2066 && c <= 0x2069 ? isolates.at(c - 0x2066) : std::string_view{};
}

BadBytes turns_direction(char32_t c) {
  return {0, 0,
          fmt::format("the character {} ({}) can turn words and numbers around", code_point_name(c), turning_name(c)),
          "delete it: the press sets every language and number in its own direction", true};
}

/// The number that a reference names, or 0x110000 where it names none.
char32_t referenced_character(std::string_view digits, unsigned base) {
  constexpr char32_t none = 0x110000;
  if (digits.empty()) return none;
  char32_t value = 0;
  for (const char c : digits) {
    unsigned digit = 99;
    if (c >= '0' && c <= '9') digit = static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') digit = static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') digit = static_cast<unsigned>(c - 'A') + 10;
    if (digit >= base) return none;
    value = value * base + digit;
    if (value >= none) return none;
  }
  return value;
}

/// A surrogate written as if it were a character (CESU-8): three bytes from ED A0 80 on. 0: none.
char32_t half_character(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  if (byte(0) != 0xED || byte(1) < 0xA0 || byte(1) > 0xBF || byte(2) == 0 || !is_trail_byte(text[at + 2])) return 0;
  return 0xD000U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
}

/// `reference` is "&name;" or "&#digits;". Empty message: it is right.
BadBytes check_reference(std::string_view reference) {
  BadBytes bad;
  const std::string_view name = reference.substr(1, reference.size() - 2);
  if (name.starts_with('#')) {
    const bool hexadecimal = name.starts_with("#x");
    const char32_t c = referenced_character(name.substr(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
    if (!turning_name(c).empty()) return turns_direction(c);
    if (c <= 0x10FFFF && is_xml_character(c)) return bad;
    const bool half = c >= 0xD800 && c <= 0xDFFF;
    bad.message = fmt::format("{} is {}", reference, half ? "half of a character" : "no character that XML allows");
    bad.hint = "write the character itself";
    return bad;
  }
  constexpr std::array<std::string_view, 5> known = {"amp", "lt", "gt", "quot", "apos"};
  if (std::find(known.begin(), known.end(), name) != known.end()) return bad;
  bad.message = fmt::format("{} is not known: only &amp; &lt; &gt; &quot; &apos; are", reference);
  bad.hint =
      name == "nbsp" ? "write &#160;, or <nobr>…</nobr> around what must not be split" : "write the character itself";
  return bad;
}

struct XmlDeclaration {
  std::string version, encoding;
  bool is_utf8 = true;
  bool malformed = false;
};

XmlDeclaration read_xml_declaration(std::string_view text) {
  XmlDeclaration declaration;
  constexpr std::array<std::string_view, 3> order = {"version", "encoding", "standalone"};
  std::size_t next = 0;
  while (true) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == npos) break;
    const std::size_t length = name_length(text.substr(begin));
    const std::string_view name = text.substr(begin, length);
    const auto place = std::find(order.begin() + static_cast<std::ptrdiff_t>(next), order.end(), name);
    std::size_t at = text.find_first_not_of(" \t\r\n", begin + length);
    if (begin == 0 || place == order.end() || at == npos || text[at] != '=') return {"", "", true, true};
    at = text.find_first_not_of(" \t\r\n", at + 1);
    if (at == npos || (text[at] != '"' && text[at] != '\'')) return {"", "", true, true};
    const std::size_t end = text.find(text[at], at + 1);
    if (end == npos) return {"", "", true, true};
    const std::string value(text.substr(at + 1, end - at - 1));
    if (name == "version") declaration.version = value;
    if (name == "encoding") declaration.encoding = value;
    if (name == "standalone" && value != "yes" && value != "no") return {"", "", true, true};
    next = static_cast<std::size_t>(place - order.begin()) + 1;
    text = text.substr(end + 1);
  }
  if (declaration.version.empty()) declaration.malformed = true;
  std::string small = declaration.encoding;
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  // ASCII is UTF-8 too.
  declaration.is_utf8 = small.empty() || small == "utf-8" || small == "us-ascii";
  return declaration;
}

}  // namespace

std::size_t name_length(std::string_view text) {
  std::size_t offset = 0;
  // Most names are ASCII letters; the tables answer for all others.
  while (offset < text.size() && is_ascii_letter(text[offset]))
    ++offset;
  while (offset < text.size()) {
    std::size_t after = offset;
    const char32_t c = next_code_point(text, after);
    if (!is_among(c, name_starts) && (offset == 0 || !is_among(c, name_insides))) break;
    offset = after;
  }
  return offset;
}

std::vector<BadBytes> find_bad_bytes(std::string_view text) {
  std::vector<BadBytes> found;
  for (std::size_t offset = 0; offset < text.size();) {
    if (text[offset] >= ' ' && text[offset] <= '~') {
      ++offset;
      continue;
    }
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (const char32_t half = half_character(text, begin); half != 0) {
      offset = begin + 3;
      found.push_back({begin, offset, fmt::format("{} is half of a character", code_point_name(half)),
                       "type the character again: the program that wrote it broke it in two"});
      continue;
    }
    if (c == U'\uFFFD' && offset == begin + 1) {
      const auto byte = static_cast<unsigned char>(text[begin]);
      if (!found.empty() && found.back().end == begin && found.back().message.starts_with("the byte")) {
        found.back().end = offset;
        continue;
      }
      found.push_back({begin, offset, fmt::format("the byte 0x{:02X} is not UTF-8", byte), "save the file as UTF-8"});
    } else if (!is_xml_character(c)) {
      found.push_back({begin, offset, fmt::format("the character {} is not allowed", code_point_name(c)), "delete it"});
    } else if (!turning_name(c).empty()) {
      found.push_back(turns_direction(c));
      found.back().begin = begin;
      found.back().end = offset;
    }
  }
  return found;
}

std::vector<BadBytes> find_bad_references(std::string_view text) {
  std::vector<BadBytes> found;
  for (std::size_t begin = text.find('&'); begin != npos; begin = text.find('&', begin + 1)) {
    std::size_t end = begin + 1;
    if (end < text.size() && text[end] == '#') {
      ++end;
      while (end < text.size() &&
             ((text[end] | 0x20) >= 'a' ? (text[end] | 0x20) <= 'z' : text[end] >= '0' && text[end] <= '9'))
        ++end;
    } else {
      end += name_length(text.substr(end));
    }
    if (end == begin + 1 || end >= text.size() || text[end] != ';') {
      found.push_back({begin, begin + 1, "& begins no reference here", "write &amp; for the sign &"});
      continue;
    }
    BadBytes bad = check_reference(text.substr(begin, end + 1 - begin));
    if (bad.message.empty()) continue;
    bad.begin = begin;
    bad.end = end + 1;
    found.push_back(std::move(bad));
  }
  return found;
}

BadBytes check_xml_declaration(std::string_view text) {
  const XmlDeclaration declaration = read_xml_declaration(text);
  const std::string hint = R"(write <?xml version="1.0" encoding="UTF-8"?>)";
  if (declaration.malformed) return {0, 0, "the XML declaration is not well-formed", hint};
  if (declaration.version != "1.0") {
    return {0, 0, fmt::format("XML version \"{}\" is not known", declaration.version), hint};
  }
  if (declaration.is_utf8) return {};
  return {0, 0, fmt::format("the file says that it is {}", declaration.encoding), "save it as UTF-8 and say so"};
}

}  // namespace handout
