#include "pdf/haru_document.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <cstring>
#include <unordered_map>

#include "base/diagnostic.h"
#include "base/unicode.h"

// Its inner structures, which this file uses, are laid out differently in 2.4.
#if HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20400
#error "libharu 2.3.x is needed (Debian 12's libhpdf-dev)"
#endif

namespace handout::pdf {
namespace {

// No pool: libharu deals memory out of its blocks without aligning it, which its own structures do not bear.
constexpr HPDF_UINT memory_block = 0;

[[noreturn]] void refuse(const char* doing, HPDF_STATUS status) {
  throw Failure("pdf.library", fmt::format("libharu could not {} (status 0x{:04X})", doing, status));
}
void check(HPDF_STATUS status, const char* doing) {
  if (status != HPDF_OK) refuse(doing, status);
}
template <typename Pointer>
Pointer check(Pointer pointer, const char* doing) {
  if (pointer == nullptr) refuse(doing, HPDF_FAILD_TO_ALLOC_MEM);
  return pointer;
}

/// Where libharu writes to, and the entries it does not know of.
struct Sink {
  std::string* out = nullptr;
  std::unordered_map<const void*, std::string> raw;
};

extern "C" {
HPDF_STATUS write_to_sink(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  static_cast<Sink*>(stream->attr)->out->append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
}
HPDF_STATUS write_raw_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
  const std::string& entries = static_cast<Sink*>(stream->attr)->raw.at(dictionary);
  // Through libharu, so that its count of bytes written stays right.
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(entries.data()),
                           static_cast<HPDF_UINT>(entries.size()));
}
}

bool is_printable_ascii(std::string_view text) {
  for (const char c : text)
    if (c < 0x20 || c > 0x7e) return false;
  return true;
}

std::string utf16_with_mark(std::string_view utf8) {
  std::string bytes = "\xFE\xFF";
  for (const char16_t unit : to_utf16(utf8)) {
    bytes += static_cast<char>(unit >> 8);
    bytes += static_cast<char>(unit & 0xff);
  }
  return bytes;
}

constexpr bool is_white_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
constexpr bool is_delimiter(char c) {
  return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' ||
         c == '%';
}

/// Past the literal string that begins at `at` (ISO 32000-1, 7.3.4.2).
std::size_t end_of_literal(std::string_view text, std::size_t at) {
  for (int open = 0; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '(')
      ++open;
    else if (text[at] == ')' && --open == 0)
      return at + 1;
  }
  return text.size();
}

/// libharu parts all tokens and entries; white space is needed between regular characters only (7.2.2). Where a
/// dictionary begins at `begin`, what follows its end (a stream) stays as it is.
void compact(std::string& out, std::size_t begin) {
  std::size_t to = begin;
  int depth = 0;
  const auto take = [&](std::size_t from, std::size_t end) {
    std::memmove(out.data() + to, out.data() + from, end - from);
    to += end - from;
    return end;
  };
  for (std::size_t at = begin; at < out.size();) {
    const char c = out[at];
    const bool is_twice = at + 1 < out.size() && out[at + 1] == c;
    if (c == '(') {
      at = take(at, end_of_literal(out, at));
    } else if (c == '<' && is_twice) {
      ++depth;
      at = take(at, at + 2);
    } else if (c == '>' && is_twice) {
      at = take(at, --depth == 0 ? out.size() : at + 2);
    } else if (is_white_space(c)) {
      while (at < out.size() && is_white_space(out[at]))
        ++at;
      if (to > begin && at < out.size() && !is_delimiter(out[to - 1]) && !is_delimiter(out[at])) out[to++] = ' ';
    } else {
      out[to++] = c;
      ++at;
    }
  }
  out.resize(to);
}

}  // namespace

Value::Value(Null) {}
Value::Value(bool yes) : kind(Kind::boolean), number(yes ? 1 : 0) {}
Value::Value(std::int32_t n) : kind(Kind::integer), number(n) {}
Value::Value(Object o) : kind(Kind::object), object(o) {}
Value::Value(Name name) : kind(Kind::name), string(std::move(name.text)) {}
Value::Value(Text text) : kind(Kind::text), string(std::move(text.utf8)) {}
Value::Value(Ascii ascii) : kind(Kind::ascii), string(std::move(ascii.text)) {}
Value::Value(Bytes bytes) : kind(Kind::bytes), string(std::move(bytes.bytes)) {}
Value::Value(Array array) : kind(Kind::array), items(std::move(array)) {}
Value::Value(Entries dictionary) : kind(Kind::dictionary), entries(std::move(dictionary)) {}

struct HaruDocument::Impl {
  HPDF_Doc document = nullptr;
  Sink sink;
  HPDF_Stream writer = nullptr;

  ~Impl() {
    if (writer != nullptr) HPDF_Stream_Free(writer);
    if (document != nullptr) HPDF_Free(document);
  }

  HPDF_MMgr memory() const { return document->mmgr; }
  void* object(Object object) const {
    return check(HPDF_Xref_GetEntry(document->xref, object.number), "find an object")->obj;
  }
  HPDF_Dict dictionary(Object object) const { return static_cast<HPDF_Dict>(this->object(object)); }
  static Object number_of(const void* object) {
    return Object{static_cast<const HPDF_Obj_Header*>(object)->obj_id & 0x00FFFFFF};
  }
  HPDF_Dict new_dictionary() const {
    HPDF_Dict added = check(HPDF_Dict_New(memory()), "make a dictionary");
    check(HPDF_Xref_Add(document->xref, added), "register a dictionary");
    return added;
  }
  void* make(const Value&);
  void* binary(const std::string& bytes) {
    // libharu copies the bytes; it only lacks a const.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    auto* data = reinterpret_cast<HPDF_BYTE*>(const_cast<char*>(bytes.data()));
    return check(HPDF_Binary_New(memory(), data, static_cast<HPDF_UINT>(bytes.size())), "make a binary string");
  }
  void* string(const std::string& text) const {
    return check(HPDF_String_New(memory(), text.c_str(), nullptr), "make a string");
  }
  void append_raw(HPDF_Dict to, std::string_view entries) {
    sink.raw[to].append(entries);
    to->write_fn = write_raw_entries;
  }
  /// libharu writes a stream's length as an object of its own, for those who learn it late. We know it: the entry and
  /// the object are hidden, and ours stands there.
  void write_length_directly(HPDF_Dict stream, std::size_t length) {
    for (HPDF_UINT i = 0; i < stream->list->count; ++i) {
      auto* element = static_cast<HPDF_DictElement>(HPDF_List_ItemAt(stream->list, i));
      if (std::string_view(element->key) != "Length") continue;
      auto* reference = static_cast<HPDF_Proxy>(element->value);
      reference->header.obj_id |= HPDF_OTYPE_HIDDEN;
      static_cast<HPDF_Obj_Header*>(reference->obj)->obj_id |= HPDF_OTYPE_HIDDEN;
    }
    append_raw(stream, fmt::format("/Length {}\n", length));
  }
  void fill(HPDF_Dict stream, std::string_view bytes, Filter filter) {
    write_length_directly(stream, bytes.size());
    stream->filter = HPDF_STREAM_FILTER_NONE;  // ours are encoded already
    if (filter == Filter::flate) append_raw(stream, "/Filter /FlateDecode\n");
    if (filter == Filter::dct) append_raw(stream, "/Filter /DCTDecode\n");
    check(HPDF_Stream_Write(stream->stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                            static_cast<HPDF_UINT>(bytes.size())),
          "fill a stream");
  }
};

void* HaruDocument::Impl::make(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return check(HPDF_Null_New(memory()), "make null");
    case Value::Kind::boolean:
      return check(HPDF_Boolean_New(memory(), value.number != 0 ? HPDF_TRUE : HPDF_FALSE), "make a boolean");
    case Value::Kind::integer:
      return check(HPDF_Number_New(memory(), value.number), "make a number");
    case Value::Kind::object:
      return object(value.object);
    case Value::Kind::name:
      return check(HPDF_Name_New(memory(), value.string.c_str()), "make a name");
    case Value::Kind::text:
      return is_printable_ascii(value.string) ? string(value.string) : binary(utf16_with_mark(value.string));
    case Value::Kind::ascii:
      return string(value.string);
    case Value::Kind::bytes:
      return binary(value.string);
    case Value::Kind::array: {
      HPDF_Array made = check(HPDF_Array_New(memory()), "make an array");
      for (const Value& item : value.items)
        check(HPDF_Array_Add(made, make(item)), "fill an array");
      return made;
    }
    case Value::Kind::dictionary: {
      HPDF_Dict made = check(HPDF_Dict_New(memory()), "make a dictionary");
      for (const Entry& entry : value.entries)
        check(HPDF_Dict_Add(made, entry.key.c_str(), make(entry.value)), "fill a dictionary");
      return made;
    }
  }
  ENSURE(false);
  return nullptr;
}

HaruDocument::HaruDocument() : impl_(std::make_unique<Impl>()) {
  impl_->document = check(HPDF_NewEx(nullptr, nullptr, nullptr, memory_block, nullptr), "start a document");
  impl_->writer = check(HPDF_CallbackWriter_New(impl_->memory(), write_to_sink, &impl_->sink), "make a writer");
}
HaruDocument::~HaruDocument() = default;

Object HaruDocument::catalog() const {
  return Impl::number_of(impl_->document->catalog);
}
Object HaruDocument::info() const {
  return Impl::number_of(impl_->document->info);
}

Object HaruDocument::add_dictionary() {
  return Impl::number_of(impl_->new_dictionary());
}

Object HaruDocument::add_dictionary(std::string_view type) {
  const Object added = add_dictionary();
  set(added, "Type", {Name{std::string(type)}});
  return added;
}

Object HaruDocument::add_array(const Array& items) {
  void* array = impl_->make({items});
  check(HPDF_Xref_Add(impl_->document->xref, array), "register an array");
  return Impl::number_of(array);
}

Object HaruDocument::add_stream(std::string_view bytes, Filter filter) {
  HPDF_Dict stream = check(HPDF_DictStream_New(impl_->memory(), impl_->document->xref), "make a stream");
  impl_->fill(stream, bytes, filter);
  return Impl::number_of(stream);
}

Object HaruDocument::add_page(std::string_view contents) {
  HPDF_Page page = check(HPDF_AddPage(impl_->document), "add a page");
  impl_->fill(static_cast<HPDF_PageAttr>(page->attr)->contents, contents, Filter::flate);
  return Impl::number_of(page);
}

void HaruDocument::set(Object dictionary, const std::string& key, const Value& value) {
  check(HPDF_Dict_Add(impl_->dictionary(dictionary), key.c_str(), impl_->make(value)), "set a dictionary's entry");
}

void HaruDocument::set_raw(Object dictionary, std::string_view entries) {
  impl_->append_raw(impl_->dictionary(dictionary), std::string(entries) + "\n");
}

void HaruDocument::remove(Object dictionary, const std::string& key) {
  check(HPDF_Dict_RemoveElement(impl_->dictionary(dictionary), key.c_str()), "remove a dictionary's entry");
}

std::uint32_t HaruDocument::object_count() const {
  return static_cast<std::uint32_t>(impl_->document->xref->entries->count) - 1;  // entry 0 is the free list's head
}

bool HaruDocument::is_stream(Object object) const {
  const auto* header = static_cast<const HPDF_Obj_Header*>(impl_->object(object));
  return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && impl_->dictionary(object)->stream != nullptr;
}

bool HaruDocument::is_hidden(Object object) const {
  return (static_cast<const HPDF_Obj_Header*>(impl_->object(object))->obj_id & HPDF_OTYPE_HIDDEN) != 0;
}

void HaruDocument::write_value(Object object, std::string& out) const {
  // An earlier call that failed inside libharu makes every later one a lie.
  check(HPDF_GetError(impl_->document), "make the document");
  impl_->sink.out = &out;
  const std::size_t begin = out.size();
  check(HPDF_Obj_WriteValue(impl_->object(object), impl_->writer, nullptr), "write an object");
  impl_->sink.out = nullptr;
  compact(out, begin);
}

}  // namespace handout::pdf
