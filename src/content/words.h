#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/locale.h"
#include "base/source.h"

namespace handout::content {

/// Text with inline elements and fields. Documents, layouts, brands and the glossary all use it.
struct Inline;
using InlineList = std::vector<Inline>;

/// `lang` prints as it is and tags the run; `translate="no"` keeps it out of translation.
struct Phrase {
  std::optional<Locale> lang;
  bool translate = true;
};

struct Text {
  std::string text;  ///< white space already collapsed to single spaces, across inline elements too
};
struct Strong {
  InlineList words;
  Phrase phrase;
};
struct NoBreak {
  InlineList words;
  Phrase phrase;
};
struct Superscript {
  InlineList words;
  Phrase phrase;
};
struct Subscript {
  InlineList words;
  Phrase phrase;
};
struct Term {
  std::string entry;  ///< of the glossary; empty: only set apart
  InlineList words;
  Phrase phrase;
};
struct Link {
  std::string href;  ///< an address, fields written {name}; empty where `to` is set
  std::string to;    ///< an id of the handout; in a layout text a role
  InlineList words;
  Phrase phrase;
};
/// A field as written. fill_fields turns it into FieldValue, or, where a patient's value is missing, into Blank.
struct FieldRef {
  std::string name;  ///< clinic.phone
};
/// A list's items each run their own way; the list itself runs as its paragraph does.
enum class FieldKind { text, phone, email, url, date, number, list };
struct ListItem {
  std::string text;
  Locale lang;
};
/// Between the items of a list, in every script.
inline constexpr std::string_view list_dot = " · ";
struct FieldValue {
  std::string name;
  FieldKind kind = FieldKind::text;
  std::string text;
  std::optional<Locale> lang = std::nullopt;  ///< set where the value is in another language than its surroundings
  std::vector<ListItem> items = {};           ///< of a list: `text` is these, with dots between
};
struct Reference {
  std::string source;
};
struct LineBreak {};
struct Blank {
  bool is_short = false;
  std::string field;  ///< the field it stands in for; empty for <blank>
};
struct Temperature {
  std::string celsius;  ///< as written, a decimal
};

struct Inline {
  std::variant<Text, Strong, NoBreak, Superscript, Subscript, Term, Link, FieldRef, FieldValue, Reference, LineBreak,
               Blank, Temperature>
      item;
  SourceRange where;
};

/// The words of one element: one translation unit.
struct Words {
  InlineList inlines;
  std::string unit;            ///< the translation unit's id; empty until known
  std::optional<Locale> lang;  ///< where it is not that of the words around
  bool translate = true;       ///< not where the author says so, or writes a `lang`: that prints as it is
  std::string translator_note;
  SourceRange where;

  bool empty() const { return inlines.empty(); }
};

/// Every inline's text joined, fields as {name}; for outlines, checks and messages.
std::string plain_text(const Words&);

}  // namespace handout::content
