#pragma once

#include "base/locale.h"
#include "localization/coded_text.h"

namespace handout::localization {

/// Whether it is en-XA or ar-XB: made from the source instead of by a translator, to see what a layout does to longer
/// or right-to-left text before a translation is there. The names are CLDR's.
bool is_pseudo(const Locale&);

/// en-XA: letters with accents, half as long again at least (short texts more: 150 %), in brackets, so that what is cut
/// off or was never translated shows. ar-XB: each Latin letter as an Arabic one. Codes and numbers stay.
CodedText pseudo_translation(const CodedText&, const Locale&);

}  // namespace handout::localization
