#pragma once

#include <cstddef>
#include <vector>

#include "text/characters.h"

namespace handout::text {

/// Where a line may end, before these characters, in scripts that are written without spaces and that ICU 72 has no
/// dictionary for: it would set a whole paragraph as one word. They break as their readers break them, between
/// syllables:
/// - Balinese, Batak, Buginese, Cham, Javanese, Rejang and Ahom before a letter that begins an orthographic syllable;
///   not after a sign that stacks the next letter below, nor before a letter that is killed and ends the syllable
///   before it (so does rule LB28a of UAX #14 since Unicode 15.1);
/// - Tai Le, New Tai Lue, Tai Viet and Tai Tham before a vowel that is written in front of its consonant, and before
///   a consonant that a vowel or a tone follows, where the syllable before is complete; where that cannot be told, not,
///   but for stretches too long for a word;
/// - Sundanese, Vai and the Philippine scripts, today written with spaces and otherwise like the first, only in
///   stretches without a space that are too long for a word.
/// Ascending; never inside a cluster.
std::vector<std::size_t> syllable_breaks(const Characters&);

}  // namespace handout::text
