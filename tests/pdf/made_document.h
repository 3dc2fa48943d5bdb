#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/locale.h"
#include "pages/paged_document.h"
#include "text/fonts.h"

namespace handout::tests {

using design::StructureId;
using design::StructureType;

/// The fonts of the tests: Noto Sans for Latin and the scripts that are hard, as fonts.xml would have them.
const text::FontSet& test_fonts();

Locale locale(std::string_view tag);

/// A part of a paragraph with its own element.
struct Piece {
  std::string text;
  std::optional<StructureId> element = std::nullopt;  ///< the paragraph's own if absent
  std::string field = {};
  bool bold = false, underline = false;
};

struct Setting {
  std::string language = "en";
  Length width = Length{400 * Length::per_point};
  Length size = Length{12 * Length::per_point};
  Color ink = {};
};

/// Builds a PagedDocument by hand: paragraphs set by the text stage, below one another, anything else where the test
/// puts it.
class MadeDocument {
 public:
  explicit MadeDocument(std::string_view language = "en");

  pages::PagedDocument document;

  StructureId add(StructureId parent, StructureType type) { return document.structure.add(parent, type); }
  pages::Page& page() { return document.pages.back(); }
  void new_page();

  /// Sets `pieces` as one paragraph at the pen, moves the pen below it, and gives the element an anchor. Any diagnostic
  /// fails the test.
  void set(design::Tag tag, const std::vector<Piece>& pieces, const Setting& = {});
  void set(design::Tag tag, std::string words, const Setting& setting = {}) {
    set(tag, std::vector<Piece>{{std::move(words)}}, setting);
  }
  /// A new element of `type` in `parent` with these words.
  StructureId write(StructureId parent, StructureType type, const std::string& words, const Setting& = {});

  Point pen{Length{60 * Length::per_point}, Length{60 * Length::per_point}};
};

/// What a program printed on both outputs, and its exit status.
struct Outcome {
  int status = 0;
  std::string output;
};
/// Runs a shell command; a reader that hangs is ended after 20 seconds (status 124).
Outcome run(const std::string& command);
/// Whether the program is installed; says so loudly where it is not.
bool installed(const std::string& program);

/// A file in the system's temporary folder for the life of the object.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The document's tags read back from its bytes (tests/conformance/tags.py).
std::string tags_of(const std::string& pdf);
/// White space squashed.
std::string squashed(const std::string& text);

}  // namespace handout::tests
