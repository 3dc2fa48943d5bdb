#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "design/manuscript.h"
#include "text/fonts.h"
#include "text/paragraph.h"

namespace handout::pages {

/// Paragraphs shaped once a document, for every pass of fitting; known by their address in the manuscript.
class ShapedText {
 public:
  explicit ShapedText(const text::FontSet& fonts) : fonts_(fonts) {}

  const text::ShapedParagraph& shaped(const design::StyledParagraph&, const design::StyleTable&);
  /// Keeps a paragraph that pages/ made itself, so that it has an address.
  const design::StyledParagraph& keep(design::StyledParagraph);
  /// The paragraph with "99" for every page number.
  const design::StyledParagraph& measurable(const design::StyledParagraph&);

  const text::FontSet& fonts() const { return fonts_; }
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  const text::FontSet& fonts_;
  std::unordered_map<const design::StyledParagraph*, text::ShapedParagraphPtr> shaped_;
  std::unordered_map<const design::StyledParagraph*, const design::StyledParagraph*> measurable_;
  std::deque<design::StyledParagraph> kept_;
  Diagnostics diagnostics_;
};

/// Sets paragraphs for one pass, that is with one table of styles; the same paragraph in the same measure is set once.
class Typesetter {
 public:
  Typesetter(const design::StyleTable& styles, ShapedText& shaped) : styles_(styles), shaped_(shaped) {}

  /// The lines live as long as the typesetter.
  const std::vector<text::Line>& lines(const design::StyledParagraph&, const text::LineShape&);
  text::ContentWidths widths(const design::StyledParagraph&);

  ShapedText& shaped() { return shaped_; }
  const text::FontSet& fonts() const { return shaped_.fonts(); }

 private:
  struct Key {
    const design::StyledParagraph* paragraph;
    Length width;
    int align;
    text::Rag rag;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };

  const design::StyleTable& styles_;
  ShapedText& shaped_;
  std::unordered_map<Key, std::unique_ptr<const std::vector<text::Line>>, KeyHash> lines_;
  std::unordered_map<const design::StyledParagraph*, text::ContentWidths> widths_;
};

bool has_page_field(const design::StyledParagraph&);
/// What stands for `page.number` and its like, in words of this language; empty: the text it has.
using PageFieldText = std::function<std::string(const std::string& field, const Locale&)>;
/// The paragraph with each page field's text replaced.
design::StyledParagraph with_page_fields(const design::StyledParagraph&, const PageFieldText&);

/// Height of the first run's capitals (for markers centred on a line) and of its x, at its size.
Length cap_height(const text::Line&, const text::FontSet&);
Length x_height(const text::Line&, const text::FontSet&);

}  // namespace handout::pages
