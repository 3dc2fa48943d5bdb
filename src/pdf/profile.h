#pragma once

namespace handout::pdf {

/// What differs between the two families of standards; nothing else in pdf/ asks which one it is.
enum class Standard {
  ua1,  ///< PDF/UA-1 + PDF/A-2a (PDF 1.7)
  ua2   ///< PDF/UA-2 + PDF/A-4 + WTPDF 1.0 (PDF 2.0)
};

}  // namespace handout::pdf
