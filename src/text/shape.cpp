#include "text/shape.h"

#include <hb.h>

#include <memory>

#include "text/characters.h"
#include "text/font_faces.h"
#include "text/full_width.h"

namespace handout::text {
namespace {

struct BufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

/// One a thread, as docs/architecture.md allows: filling it again costs no allocation.
hb_buffer_t* empty_buffer() {
  thread_local const std::unique_ptr<hb_buffer_t, BufferDeleter> buffer(hb_buffer_create());
  hb_buffer_clear_contents(buffer.get());
  return buffer.get();
}

void fill(hb_buffer_t* buffer, const ShapeInput& input) {
  hb_buffer_add_utf8(buffer, input.text.data(), static_cast<int>(input.text.size()), input.begin,
                     static_cast<int>(input.end - input.begin));
}

std::vector<hb_feature_t> features_of(const ShapeInput& input) {
  std::vector<hb_feature_t> features;
  // Letters set apart must not stand in ligatures, whose own letters stay close.
  if (!input.item.ligatures && !input.item.joined) {
    for (const hb_tag_t tag : {HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g')})
      features.push_back({tag, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  }
  for (const std::uint32_t byte : half_width_characters(input.text, input.begin, input.end, input.locale))
    features.push_back({HB_TAG('h', 'a', 'l', 't'), 1, byte, byte + 1});
  return features;
}

void run_harfbuzz(hb_buffer_t* buffer, const ShapeInput& input, const FontSet& fonts) {
  const Item& item = input.item;
  hb_buffer_set_direction(buffer, item.right_to_left() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(item.script));
  hb_buffer_set_language(buffer,
                         hb_language_from_string(input.locale.tag.data(), static_cast<int>(input.locale.tag.size())));
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  unsigned flags = HB_BUFFER_FLAG_DEFAULT;
  if (input.begin == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (input.end == input.text.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
  const std::vector<hb_feature_t> features = features_of(input);
  hb_shape(harfbuzz_font(fonts, item.font), buffer, features.data(), static_cast<unsigned>(features.size()));
}

bool is_word_space_at(std::string_view text, std::uint32_t byte) {
  if (byte >= text.size()) return false;
  return text[byte] == ' ' || text.substr(byte, 2) == "\u00A0";
}

void append_glyphs(hb_buffer_t* buffer, std::string_view text, std::vector<ShapedGlyph>& glyphs) {
  unsigned count = 0;
  const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer, nullptr);
  const std::size_t first = glyphs.size();
  glyphs.resize(first + count);
  for (unsigned i = 0; i < count; ++i) {
    ShapedGlyph& glyph = glyphs[first + i];
    glyph.id = static_cast<std::uint16_t>(infos[i].codepoint);
    glyph.cluster = infos[i].cluster;
    glyph.advance = positions[i].x_advance;
    glyph.dx = positions[i].x_offset;
    glyph.dy = positions[i].y_offset;
    glyph.unsafe_before = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
    glyph.word_space = is_word_space_at(text, glyph.cluster);
    glyph.ends_cluster = i + 1 == count || infos[i + 1].cluster != glyph.cluster;
  }
}

}  // namespace

void shape(const ShapeInput& input, const FontSet& fonts, std::vector<ShapedGlyph>& glyphs) {
  hb_buffer_t* const buffer = empty_buffer();
  fill(buffer, input);
  run_harfbuzz(buffer, input, fonts);
  append_glyphs(buffer, input.text, glyphs);
}

std::vector<ShapedGlyph> shape_with_hyphen(const ShapeInput& input, const FontSet& fonts) {
  hb_buffer_t* const buffer = empty_buffer();
  fill(buffer, input);
  // U+2010 is the hyphen; fonts without it have only the ASCII one.
  constexpr char32_t hyphen = 0x2010;
  hb_buffer_add(buffer, fonts.has_glyph(input.item.font, hyphen) ? hyphen : U'-', input.end);
  run_harfbuzz(buffer, input, fonts);
  std::vector<ShapedGlyph> glyphs;
  append_glyphs(buffer, input.text.substr(0, input.end), glyphs);
  return glyphs;
}

}  // namespace handout::text
