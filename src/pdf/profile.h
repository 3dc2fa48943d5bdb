#pragma once

#include <string_view>

namespace handout::pdf {

/// What differs between the two families of standards; nothing else in pdf/ asks which one it is.
enum class Standard {
  ua1,  ///< PDF/UA-1 + PDF/A-2a (PDF 1.7)
  ua2   ///< PDF/UA-2 + PDF/A-4 + WTPDF 1.0 (PDF 2.0)
};

/// Where links and the outline lead: to a place on a page, or to a structure element (ISO 14289-2, 8.8) as well.
enum class Destinations { pages, structure };
/// PDF 2.0 keeps a document's title in its XMP only; PDF/A-4 forbids the Info dictionary.
enum class InfoDictionary { written, left_out };

/// A family of standards as data.
struct Profile {
  std::string_view header;  ///< the file's first line, without its end
  InfoDictionary info;
  std::string_view identification;  ///< XMP properties that say which standards are kept to
  std::string_view namespace_uri;   ///< of every structure element; empty: PDF 1.7 has none
  Destinations destinations;
  std::string_view reference_tag;  ///< the structure type of a reference to a source
  /// The ListNumbering of a list whose labels are words, such as terms.
  std::string_view words_for_labels;
};

const Profile& profile_of(Standard);

}  // namespace handout::pdf
