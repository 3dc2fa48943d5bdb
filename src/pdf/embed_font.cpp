#include "pdf/embed_font.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "pdf/cff.h"
#include "pdf/harfbuzz_objects.h"
#include "pdf/numbers.h"
#include "pdf/subset_font.h"

namespace handout::pdf {
namespace {

constexpr hb_tag_t cff_table = HB_TAG('C', 'F', 'F', ' ');

/// Six capitals before the font's name (ISO 32000-1, 9.6.4), from the subset's bytes by FNV-1a: the same subset, the
/// same tag; two subsets of one face, different tags.
std::string subset_tag(std::string_view program) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : program)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26)
    tag += static_cast<char>('A' + hash % 26);
  return tag;
}

/// Names of fonts are kept to what needs no escape in a PDF name.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name)
    if (c > 0x20 && c < 0x7f && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos) plain += c;
  return plain;
}

/// A glyph with the text it stands for, as the document's runs have it.
struct GlyphText {
  std::uint16_t glyph = 0;
  std::string text;
  EmbeddedFont::Origin origin = EmbeddedFont::Origin::fixed_text;
  GlyphCode code;
};

}  // namespace

struct EmbeddedFont::Impl {
  explicit Impl(const text::FontProgram& p) : program(p) {}

  const text::FontProgram& program;
  Owned<hb_face_t> face;
  Owned<hb_font_t> font;
  std::vector<GlyphText> noted;
  std::unordered_map<std::uint16_t, std::vector<std::uint32_t>> noted_of_glyph;  ///< never iterated
  FontSubset subset;
  std::size_t resources = 1;

  std::int64_t width(std::uint16_t glyph) const {
    // hb_font's scale is units an em; W has three decimals of a thousandth.
    return scaled(hb_font_get_glyph_h_advance(font.get(), glyph), em, program.metrics.units_per_em);
  }
  std::int32_t thousandths(int units) const {
    return static_cast<std::int32_t>(scaled(units, 1000, program.metrics.units_per_em));
  }
  unsigned glyph_count() const { return hb_face_get_glyph_count(face.get()); }

  std::vector<GlyphText*> in_order_of_codes();
  void number_true_type(const std::vector<GlyphText*>& ordered) const;
  void number_cff(const std::vector<GlyphText*>& ordered);
  std::string widths() const;
  Object write_descendant(HaruDocument&, Deflater&, const std::string& name) const;
};

EmbeddedFont::EmbeddedFont(const text::FontProgram& program) : impl_(std::make_unique<Impl>(program)) {
  impl_->face = face_of(program);
  impl_->font.reset(hb_font_create(impl_->face.get()));
  hb_font_set_scale(impl_->font.get(), program.metrics.units_per_em, program.metrics.units_per_em);
}
EmbeddedFont::~EmbeddedFont() = default;
EmbeddedFont::EmbeddedFont(EmbeddedFont&&) noexcept = default;

const text::FontProgram& EmbeddedFont::program() const {
  return impl_->program;
}

std::uint32_t EmbeddedFont::note(std::uint16_t glyph, std::string_view text, Origin origin) {
  std::vector<std::uint32_t>& same_glyph = impl_->noted_of_glyph[glyph];
  for (const std::uint32_t number : same_glyph) {
    GlyphText& known = impl_->noted[number];
    if (known.text != text) continue;
    if (origin == Origin::fixed_text) known.origin = origin;
    return number;
  }
  const auto number = static_cast<std::uint32_t>(impl_->noted.size());
  impl_->noted.push_back({glyph, std::string(text), origin, {}});
  same_glyph.push_back(number);
  return number;
}

std::uint16_t EmbeddedFont::nominal_glyph(char32_t c) const {
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(impl_->font.get(), c, &glyph);
  return static_cast<std::uint16_t>(glyph);
}

GlyphCode EmbeddedFont::code(std::uint32_t noted) const {
  return impl_->noted.at(noted).code;
}

std::size_t EmbeddedFont::resource_count() const {
  return impl_->resources;
}

void EmbeddedFont::subset(std::uint16_t first_code) {
  const std::vector<GlyphText*> ordered = impl_->in_order_of_codes();
  std::vector<std::uint16_t> glyphs;
  glyphs.reserve(ordered.size());
  for (const GlyphText* glyph_text : ordered)
    glyphs.push_back(glyph_text->glyph);
  impl_->subset = subset_font(impl_->program, glyphs, first_code);
  if (impl_->program.is_cff) {
    impl_->number_cff(ordered);
  } else {
    impl_->number_true_type(ordered);
  }
}

std::size_t EmbeddedFont::code_count() const {
  return impl_->program.is_cff ? 0 : impl_->noted.size();
}

/// Fixed text in the order of its glyphs, so that ToUnicode is mostly ranges; then fields.
std::vector<GlyphText*> EmbeddedFont::Impl::in_order_of_codes() {
  std::vector<GlyphText*> ordered;
  ordered.reserve(noted.size());
  for (GlyphText& glyph_text : noted)
    ordered.push_back(&glyph_text);
  std::sort(ordered.begin(), ordered.end(), [](const GlyphText* a, const GlyphText* b) {
    return std::tie(a->origin, a->glyph, a->text) < std::tie(b->origin, b->glyph, b->text);
  });
  return ordered;
}

/// The subset's glyphs are in the order of the codes, so that a CID is its glyph's number.
void EmbeddedFont::Impl::number_true_type(const std::vector<GlyphText*>& ordered) const {
  for (std::size_t i = 0; i < ordered.size(); ++i)
    ordered[i]->code = {subset.numbers.at(i), 0, width(ordered[i]->glyph)};
}

/// hb-subset keeps a CID-keyed program's CIDs; a name-keyed one's CIDs are the subset's glyph numbers
/// (ISO 32000-1, 9.7.4.2).
void EmbeddedFont::Impl::number_cff(const std::vector<GlyphText*>& ordered) {
  const Owned<hb_blob_t> table(hb_face_reference_table(face.get(), cff_table));
  const CffNumbering numbering = read_cff_numbering(bytes_of(table.get()), glyph_count());
  std::map<std::uint16_t, std::uint8_t> texts_of_glyph;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const std::uint16_t glyph = ordered[i]->glyph;
    const std::uint16_t cid = numbering.cid_keyed ? numbering.cid_of(glyph) : subset.numbers.at(i);
    const std::uint8_t resource = texts_of_glyph[glyph]++;
    ordered[i]->code = {cid, resource, width(glyph)};
    resources = std::max<std::size_t>(resources, resource + std::size_t{1});
  }
}

/// W as text: libharu would make an object of every number.
std::string EmbeddedFont::Impl::widths() const {
  std::map<std::uint16_t, std::int64_t> width_of;
  if (!program.is_cff) width_of[0] = width(0);
  for (const GlyphText& glyph_text : noted)
    width_of[glyph_text.code.code] = glyph_text.code.width;
  std::string out = "/W[";
  int expected = -1;
  for (const auto& [code, glyph_width] : width_of) {
    if (code != expected) {
      if (expected >= 0) out += ']';
      append_integer(out, code);
      out += '[';
    } else {
      out += ' ';
    }
    append_decimal(out, glyph_width, 3);
    expected = code + 1;
  }
  out += "]]";
  return out;
}

CodeTexts EmbeddedFont::texts(std::size_t resource) const {
  CodeTexts text_of;
  for (const GlyphText& glyph_text : impl_->noted) {
    // The second font's map holds every code too, so that each glyph has a text in each.
    const GlyphCode& code = glyph_text.code;
    if (code.resource == resource) text_of[code.code] = glyph_text.text;
    if (code.resource == 0) text_of.try_emplace(code.code, glyph_text.text);
  }
  return text_of;
}

Object EmbeddedFont::Impl::write_descendant(HaruDocument& document, Deflater& deflater, const std::string& name) const {
  const Object file = document.add_stream(deflater.deflate(subset.program), Filter::flate);
  if (program.is_cff) {
    document.set(file, "Subtype", {Name{"CIDFontType0C"}});
  } else {
    document.set(file, "Length1", {static_cast<std::int32_t>(subset.program.size())});
  }

  const text::FontMetrics& metrics = program.metrics;
  const Object descriptor = document.add_dictionary("FontDescriptor");
  document.set(descriptor, "FontName", {Name{name}});
  document.set(descriptor, "Flags", {4});  // symbolic: codes are glyphs, not characters
  document.set(descriptor, "FontBBox",
               {Array{{thousandths(metrics.x_min)},
                      {thousandths(metrics.y_min)},
                      {thousandths(metrics.x_max)},
                      {thousandths(metrics.y_max)}}});
  document.set(descriptor, "ItalicAngle", {0});
  document.set(descriptor, "Ascent", {thousandths(metrics.ascender)});
  document.set(descriptor, "Descent", {thousandths(metrics.descender)});
  document.set(descriptor, "CapHeight", {thousandths(metrics.cap_height)});
  document.set(descriptor, "StemV", {80});  // required, used by no reader when the program is there
  document.set(descriptor, program.is_cff ? "FontFile3" : "FontFile2", {file});

  const Object descendant = document.add_dictionary("Font");
  document.set(descendant, "Subtype", {Name{program.is_cff ? "CIDFontType0" : "CIDFontType2"}});
  document.set(descendant, "BaseFont", {Name{name}});
  document.set(descendant, "CIDSystemInfo",
               {Entries{{"Registry", {Ascii{"Adobe"}}}, {"Ordering", {Ascii{"Identity"}}}, {"Supplement", {0}}}});
  document.set(descendant, "FontDescriptor", {descriptor});
  document.set_raw(descendant, widths());
  if (!program.is_cff) document.set(descendant, "CIDToGIDMap", {Name{"Identity"}});
  return descendant;
}

std::vector<Object> EmbeddedFont::write(HaruDocument& document, Deflater& deflater,
                                        const std::vector<Object>& to_unicode) const {
  ENSURE(to_unicode.size() == impl_->resources);
  const std::string name = subset_tag(impl_->subset.program) + "+" + plain_name(impl_->program.postscript_name);
  const Object descendant = impl_->write_descendant(document, deflater, name);
  std::vector<Object> fonts;
  for (std::size_t resource = 0; resource < impl_->resources; ++resource) {
    const Object font = document.add_dictionary("Font");
    document.set(font, "Subtype", {Name{"Type0"}});
    document.set(font, "BaseFont", {Name{name}});
    document.set(font, "Encoding", {Name{"Identity-H"}});
    document.set(font, "DescendantFonts", {Array{{descendant}}});
    document.set(font, "ToUnicode", {to_unicode[resource]});
    fonts.push_back(font);
  }
  return fonts;
}

namespace {

/// The cluster's glyphs so that each is the nominal glyph of the code point at its place; empty where they are not.
std::vector<ShownGlyph> in_text_order(const std::vector<ShownGlyph>& cluster, const EmbeddedFont& font) {
  std::vector<ShownGlyph> left = cluster, ordered;
  for (const ShownGlyph& place : cluster) {
    std::size_t offset = 0;
    const std::uint16_t wanted = font.nominal_glyph(next_code_point(place.text, offset));
    const auto hit =
        std::find_if(left.begin(), left.end(), [&](const ShownGlyph& glyph) { return glyph.glyph == wanted; });
    if (hit == left.end() || offset != place.text.size()) return {};
    ordered.push_back(*hit);
    ordered.back().text = place.text;
    left.erase(hit);
  }
  return ordered;
}

}  // namespace

void order_as_text(std::vector<ShownGlyph>& glyphs, const EmbeddedFont& font) {
  for (auto begin = glyphs.begin(); begin != glyphs.end();) {
    const auto end =
        std::find_if(begin, glyphs.end(), [&](const ShownGlyph& glyph) { return glyph.cluster != begin->cluster; });
    const bool has_texts = std::none_of(begin, end, [](const ShownGlyph& glyph) { return glyph.text.empty(); });
    if (end - begin > 1 && has_texts) {
      const std::vector<ShownGlyph> ordered = in_text_order({begin, end}, font);
      std::copy(ordered.begin(), ordered.end(), begin);
    }
    begin = end;
  }
}

}  // namespace handout::pdf
