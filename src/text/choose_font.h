#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "text/characters.h"
#include "text/itemize.h"
#include "text/scripts.h"

namespace handout::text {

/// The font of each character of a paragraph.
///
/// A cluster takes the first font that has all of it. Latin letters, digits and punctuation ask the row of their
/// language's script first (a Chinese font sets the Latin words in Chinese), letters as a whole word run; digits and
/// punctuation stay with the font of the letters before them. Then come the row of the character's own script, the rows
/// for any script, and the fallback family.
struct ChosenFont {
  FontSet::Match match;
  bool missing = false;  ///< no font has the character; `match` is the first asked
};
std::vector<ChosenFont> choose_fonts(const ItemizeInput&, const std::vector<CharacterScript>&);

}  // namespace handout::text
