#include "pdf/subset_font.h"

#include <fmt/format.h>
#include <hb-subset.h>
#include <hb.h>

#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "pdf/harfbuzz_objects.h"
#include "pdf/true_type.h"

namespace handout::pdf {
namespace {

// The tables that draw glyphs. A PDF reader uses no others (ISO 32000-1, 9.9): it gets codes, positions and texts from
// the PDF; and HarfBuzz walks the whole cmap of a font that has one, which in a Chinese font costs most of the subset.
constexpr hb_tag_t head_table = HB_TAG('h', 'e', 'a', 'd'), hhea_table = HB_TAG('h', 'h', 'e', 'a'),
                   hmtx_table = HB_TAG('h', 'm', 't', 'x'), maxp_table = HB_TAG('m', 'a', 'x', 'p'),
                   loca_table = HB_TAG('l', 'o', 'c', 'a'), glyf_table = HB_TAG('g', 'l', 'y', 'f'),
                   cff_table = HB_TAG('C', 'F', 'F', ' ');
constexpr hb_tag_t drawing_tables[] = {head_table, hhea_table, hmtx_table, maxp_table,
                                       loca_table, glyf_table, cff_table};

std::string table_of(hb_face_t* face, hb_tag_t tag) {
  const Owned<hb_blob_t> blob(hb_face_reference_table(face, tag));
  return std::string(bytes_of(blob.get()));
}

/// A face of the drawing tables alone.
Owned<hb_face_t> with_drawing_tables(hb_face_t* face) {
  Owned<hb_face_t> made(hb_face_builder_create());
  for (const hb_tag_t tag : drawing_tables) {
    const Owned<hb_blob_t> table(hb_face_reference_table(face, tag));
    if (hb_blob_get_length(table.get()) > 0) hb_face_builder_add_table(made.get(), tag, table.get());
  }
  return made;
}

Owned<hb_subset_plan_t> make_plan(hb_face_t* face, const std::vector<std::uint16_t>& glyphs) {
  const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return nullptr;
  for (const std::uint16_t glyph : glyphs)
    hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return Owned<hb_subset_plan_t>(hb_subset_plan_create_or_fail(face, input.get()));
}

/// The subset as a file with the glyphs in order from `first` on.
std::string renumbered_file(hb_face_t* subset, const std::vector<std::uint16_t>& glyphs, std::uint16_t first) {
  const TrueTypeTables tables =
      renumbered({table_of(subset, head_table), table_of(subset, hhea_table), table_of(subset, hmtx_table),
                  table_of(subset, maxp_table), table_of(subset, loca_table), table_of(subset, glyf_table)},
                 glyphs, first);
  const Owned<hb_face_t> made(hb_face_builder_create());
  const std::pair<hb_tag_t, const std::string*> parts[] = {{head_table, &tables.head}, {hhea_table, &tables.hhea},
                                                           {hmtx_table, &tables.hmtx}, {maxp_table, &tables.maxp},
                                                           {loca_table, &tables.loca}, {glyf_table, &tables.glyf}};
  for (const auto& [tag, bytes] : parts)
    hb_face_builder_add_table(made.get(), tag, blob_of(*bytes).get());
  const Owned<hb_blob_t> file(hb_face_reference_blob(made.get()));
  return std::string(bytes_of(file.get()));
}

}  // namespace

FontSubset subset_font(const text::FontProgram& program, const std::vector<std::uint16_t>& glyphs,
                       std::uint16_t first) {
  ENSURE(first > 0);
  const Owned<hb_face_t> face = face_of(program);
  const Owned<hb_subset_plan_t> plan = make_plan(with_drawing_tables(face.get()).get(), glyphs);
  const Owned<hb_face_t> subset(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
  if (!subset)
    throw Failure("pdf.library", fmt::format("HarfBuzz could not subset the font {}", program.postscript_name));

  FontSubset made;
  const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const std::uint16_t glyph : glyphs)
    made.numbers.push_back(static_cast<std::uint16_t>(hb_map_get(numbers, glyph)));
  if (program.is_cff) {
    made.program = table_of(subset.get(), cff_table);
    return made;
  }
  try {
    made.program = renumbered_file(subset.get(), made.numbers, first);
  } catch (const Failure& failure) {
    throw Failure("pdf.font", fmt::format("{}: {}", program.postscript_name, failure.what()));
  }
  for (std::size_t i = 0; i < made.numbers.size(); ++i)
    made.numbers[i] = static_cast<std::uint16_t>(first + i);
  return made;
}

}  // namespace handout::pdf
