#pragma once

#include "pages/composer.h"
#include "pages/strips.h"

namespace handout::pages {

/// One strip that is never divided: the panel as wide as the measure (or as stated), as high as the drawing asks.
Strips lay_out_picture(Composer&, const design::Picture&, const design::Style&, const Room&);
/// Of a code so wide, the white on one side on which no ink may stand; 0 for any other drawing.
Length quiet_zone(const figures::Drawing&, Length width);
/// Discs, `dots_across` of them a line as far as the measure allows.
Strips lay_out_dots(Composer&, const design::Dots&, const design::Style&, const Room&);
/// Lines to write on, one strip each.
Strips lay_out_notes(Composer&, const design::NoteLines&, const design::Style&, const Room&);
/// A line across.
Strips lay_out_rule(Composer&, const design::Style&, const Room&);

/// Width of a line of dots. docs/formats.md: `marker-size` across, 1.2 of it apart.
Length dots_width(const design::Style&, int across);
Length dot_pitch(const design::Style&);

}  // namespace handout::pages
