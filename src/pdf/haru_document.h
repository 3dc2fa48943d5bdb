#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handout::pdf {

/// An indirect object of the document, by its number.
struct Object {
  std::uint32_t number = 0;
  bool operator==(const Object&) const = default;
};

struct Name {
  std::string text;
};
/// Words for people: ASCII as it is, anything else in UTF-16BE.
struct Text {
  std::string utf8;
};
/// A string that ISO 32000 wants in ASCII: a language, an address.
struct Ascii {
  std::string text;
};
struct Bytes {
  std::string bytes;
};
struct Null {};

struct Value;
struct Entry;
using Array = std::vector<Value>;
using Entries = std::vector<Entry>;
/// What a dictionary's entry may be. Decimals are none of these: libharu keeps them in single precision, so they are
/// written by set_raw(). Plain members instead of a variant: g++ 12 warns of every variant of containers when it
/// optimizes.
struct Value {
  enum class Kind : std::uint8_t { null, boolean, integer, object, name, text, ascii, bytes, array, dictionary };

  // Defined where Entry is complete. Implicit, so that entries read as PDF's do.
  // NOLINTBEGIN(google-explicit-constructor)
  Value(Null);
  Value(bool);
  Value(std::int32_t);
  Value(Object);
  Value(Name);
  Value(Text);
  Value(Ascii);
  Value(Bytes);
  Value(Array);
  Value(Entries);
  // NOLINTEND(google-explicit-constructor)

  Kind kind = Kind::null;
  std::int32_t number = 0;
  Object object;
  std::string string;
  Array items;
  Entries entries;
};
struct Entry {
  std::string key;
  Value value;
};

enum class Filter { none, flate, dct };

/// libharu's object model: its dictionaries, arrays, cross references and page tree, and none of its text, font or
/// image code. One a document; not to be shared between threads. Every call throws Failure(`pdf.library`) when libharu
/// refuses.
class HaruDocument {
 public:
  HaruDocument();
  ~HaruDocument();
  HaruDocument(const HaruDocument&) = delete;
  HaruDocument& operator=(const HaruDocument&) = delete;

  Object catalog() const;
  Object info() const;

  Object add_dictionary();
  Object add_dictionary(std::string_view type);
  /// Items are limited to 32,767 by libharu.
  Object add_array(const Array&);
  /// `bytes` are already encoded as `filter` says.
  Object add_stream(std::string_view bytes, Filter);
  /// A page at the end of the page tree; `contents` are deflated.
  Object add_page(std::string_view contents);

  /// Sets an entry, in place of an earlier one of that key.
  void set(Object dictionary, const std::string& key, const Value&);
  /// Appends entries as PDF text, such as "/W [0 [600]]", after the ones that are set.
  void set_raw(Object dictionary, std::string_view entries);
  void remove(Object dictionary, const std::string& key);

  // For the file's writer.
  std::uint32_t object_count() const;  ///< numbers run from 1 to object_count()
  bool is_stream(Object) const;
  bool is_hidden(Object) const;  ///< nothing refers to it
  /// Appends the object's value.
  void write_value(Object, std::string& out) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handout::pdf
