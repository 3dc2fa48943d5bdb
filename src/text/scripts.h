#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "design/manuscript.h"
#include "text/characters.h"

namespace handout::text {

/// A script by ICU's number for it.
enum class Script : std::int32_t {};

struct CharacterScript {
  Script script{};       ///< never Common or Inherited
  bool neutral = false;  ///< the character itself is Common or Inherited: its script is its neighbours'
};

/// The script of each character (UAX #24): spaces, digits and punctuation take that of what stands before them, at the
/// paragraph's start that of its language; a closing bracket that of its opening one.
std::vector<CharacterScript> resolve_scripts(const design::StyledParagraph&, const Characters&);

Script latin_script();
bool is_latin(Script);
/// The script as fonts.xml names it: Han as Hans, Hant, Jpan or Kore by the text's language, kana as Jpan.
std::string font_script(Script, const Locale&);
/// ISO 15924 as four characters, first highest.
std::uint32_t script_tag(Script);
/// Unicode's name of it: "Mongolian".
std::string_view script_name(Script);
/// Letters join, or hang from one line: tracking would cut them apart.
bool joins_letters(Script);
/// Its readers write it in columns from top to bottom, which the press does not.
bool is_vertical(Script);
/// The scripts that a character of several (a danda, a Syriac or Coptic mark) is written in: UAX #24's extensions.
std::vector<Script> extended_scripts(char32_t);

}  // namespace handout::text
