#include "text/fonts.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <map>
#include <mutex>

#include "text/font_faces.h"
#include "text/font_file.h"

namespace handout::text {
namespace {

struct BlobDeleter {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct FaceDeleter {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct FontDeleter {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using Blob = std::unique_ptr<hb_blob_t, BlobDeleter>;
using HarfBuzzFace = std::unique_ptr<hb_face_t, FaceDeleter>;
using HarfBuzzFont = std::unique_ptr<hb_font_t, FontDeleter>;

/// Glyphs of the first code points are asked for all the time: whether they exist is noted when a face is opened. Here
/// end the letters of the languages of Europe in Latin (the block Latin Extended-B).
constexpr std::size_t noted = 0x250;

/// A face named by fonts.xml. What is below `opened` is set once, on first use.
struct Face {
  std::string file;
  unsigned index = 0;

  std::once_flag opened;
  FontFilePtr bytes;
  HarfBuzzFont font;
  FontProgram program;
  std::bitset<noted> has;
};

enum class Cut : std::uint8_t { regular, bold, italic, bold_italic };
constexpr std::array cuts{Cut::regular, Cut::bold, Cut::italic, Cut::bold_italic};

/// A row's faces: what prints for text of each cut, nothing synthetic.
struct RowFaces {
  std::array<FontId, cuts.size()> by_cut;
};

Blob table(hb_face_t* face, hb_tag_t tag) {
  return Blob(hb_face_reference_table(face, tag));
}

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag) {
  hb_position_t position = 0;
  hb_ot_metrics_get_position_with_fallback(font, tag, &position);
  return position;
}

int signed_16(const char* bytes) {
  const unsigned value = static_cast<unsigned char>(bytes[0]) * 256U + static_cast<unsigned char>(bytes[1]);
  return value >= 0x8000U ? static_cast<int>(value) - 0x10000 : static_cast<int>(value);
}

FontMetrics read_metrics(hb_face_t* face, hb_font_t* font) {
  FontMetrics metrics;
  metrics.units_per_em = static_cast<int>(hb_face_get_upem(face));
  metrics.ascender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
  metrics.descender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
  metrics.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT);
  metrics.x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT);
  metrics.underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET);
  metrics.underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE);
  // OpenType 1.9, head: xMin, yMin, xMax, yMax stand at offset 36, of two bytes each.
  const Blob head = table(face, HB_TAG('h', 'e', 'a', 'd'));
  unsigned size = 0;
  const char* const bytes = hb_blob_get_data(head.get(), &size);
  if (bytes != nullptr && size >= 44) {
    metrics.x_min = signed_16(bytes + 36);
    metrics.y_min = signed_16(bytes + 38);
    metrics.x_max = signed_16(bytes + 40);
    metrics.y_max = signed_16(bytes + 42);
  }
  return metrics;
}

std::string postscript_name(hb_face_t* face) {
  std::array<char, 128> name{};
  auto size = static_cast<unsigned>(name.size());
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name.data());
  return name.data();
}

/// The numbers of a family's rows, by script.
using RowsByScript = std::map<std::string, std::vector<std::size_t>, std::less<>>;

RowsByScript rows_by_script(const design::FontFamily& family) {
  RowsByScript rows;
  for (std::size_t number = 0; number < family.rows.size(); ++number) {
    for (const std::string& script : family.rows[number].scripts)
      rows[script].push_back(number);
  }
  return rows;
}

/// Those rows of a script that are for the language, the closest first, then in the file's order.
std::vector<std::size_t> closest_rows(const design::FontFamily& family, const RowsByScript& rows,
                                      std::string_view script, const Locale& locale) {
  const auto of_script = rows.find(script);
  if (of_script == rows.end()) return {};
  std::vector<std::pair<std::size_t, std::size_t>> fits;
  for (const std::size_t number : of_script->second) {
    if (const auto fit = design::language_fit(family.rows[number], locale)) fits.emplace_back(*fit, number);
  }
  std::stable_sort(fits.begin(), fits.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> closest;
  for (const auto& [fit, number] : fits)
    closest.push_back(number);
  return closest;
}

Cut cut_of(const FontQuery& query) {
  if (query.italic) return query.bold ? Cut::bold_italic : Cut::italic;
  return query.bold ? Cut::bold : Cut::regular;
}

const std::string& file_for(const design::FontRow& row, Cut cut) {
  if (cut == Cut::bold_italic && !row.bold_italic.empty()) return row.bold_italic;
  if (cut == Cut::italic && !row.italic.empty()) return row.italic;
  // docs/formats.md, fonts.xml: without italic, italics print bold; without bold, regular.
  return cut != Cut::regular && !row.bold.empty() ? row.bold : row.regular;
}

/// The number of families where there is none of that name.
std::size_t index_of(const design::FontsList& list, std::string_view name) {
  std::size_t number = 0;
  while (number < list.families.size() && list.families[number].name != name)
    ++number;
  return number;
}

}  // namespace

struct FontSet::Impl {
  std::shared_ptr<const design::FontsList> list;
  std::vector<std::string> folders;
  std::vector<std::unique_ptr<Face>> faces;  ///< by FontId; known before any is opened, so ids never vary
  std::map<std::pair<std::string, unsigned>, FontId> ids;
  std::vector<std::vector<RowFaces>> rows_by_family;  ///< as in `list`
  std::vector<RowsByScript> rows_by_script;           ///< as in `list`
  std::vector<std::size_t> fallback_of;               ///< the number of each family's fallback; of families: none
  HyphenationDictionaries dictionaries;

  std::mutex files_mutex;
  std::map<std::string, FontFilePtr> files;  ///< by name: a collection is mapped once

  FontId face_for(const std::string& file, unsigned index);
  FontFilePtr file(const std::string& name);
  void open(Face&);
  Face& opened(FontId);
};

FontId FontSet::Impl::face_for(const std::string& file, unsigned index) {
  const auto [found, is_new] = ids.try_emplace({file, index}, FontId{static_cast<std::uint32_t>(faces.size())});
  if (is_new) {
    faces.push_back(std::make_unique<Face>());
    faces.back()->file = file;
    faces.back()->index = index;
  }
  return found->second;
}

FontFilePtr FontSet::Impl::file(const std::string& name) {
  const std::lock_guard lock(files_mutex);
  FontFilePtr& found = files[name];
  if (!found) found = std::make_shared<const FontFile>(find_font_file(name, folders));
  return found;
}

void FontSet::Impl::open(Face& face) {
  face.bytes = file(face.file);
  const std::span<const std::byte> bytes = face.bytes->bytes();
  const Blob blob(hb_blob_create(reinterpret_cast<const char*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                                 HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const HarfBuzzFace shapes(hb_face_create(blob.get(), face.index));
  if (hb_face_count(blob.get()) <= face.index || hb_face_get_glyph_count(shapes.get()) == 0) {
    throw Failure(Diagnostic{Severity::error,
                             "text.bad-font",
                             fmt::format("the font file {} has no usable font {}", face.file, face.index),
                             {},
                             "replace the file, or correct the index in fonts/fonts.xml"});
  }
  HarfBuzzFont font(hb_font_create(shapes.get()));
  const auto units = static_cast<int>(hb_face_get_upem(shapes.get()));
  hb_font_set_scale(font.get(), units, units);
  hb_font_make_immutable(font.get());
  const Blob cff = table(shapes.get(), HB_TAG('C', 'F', 'F', ' '));
  face.program = FontProgram{bytes, face.index, hb_blob_get_length(cff.get()) > 0, postscript_name(shapes.get()),
                             read_metrics(shapes.get(), font.get())};
  for (std::size_t code_point = 0; code_point < noted; ++code_point) {
    hb_codepoint_t glyph = 0;
    face.has[code_point] =
        hb_font_get_nominal_glyph(font.get(), static_cast<hb_codepoint_t>(code_point), &glyph) != 0 && glyph != 0;
  }
  face.font = std::move(font);
}

Face& FontSet::Impl::opened(FontId id) {
  Face& face = *faces.at(id.value);
  std::call_once(face.opened, [&] { open(face); });
  return face;
}

FontSet::FontSet(std::shared_ptr<const design::FontsList> list, std::vector<std::string> folders)
    : impl_(std::make_unique<Impl>()) {
  impl_->list = std::move(list);
  impl_->folders = std::move(folders);
  for (const design::FontFamily& family : impl_->list->families) {
    impl_->rows_by_script.push_back(rows_by_script(family));
    impl_->fallback_of.push_back(index_of(*impl_->list, family.fallback));
    std::vector<RowFaces>& rows = impl_->rows_by_family.emplace_back();
    for (const design::FontRow& row : family.rows) {
      RowFaces& faces = rows.emplace_back();
      for (const Cut cut : cuts)
        faces.by_cut.at(static_cast<std::size_t>(cut)) = impl_->face_for(file_for(row, cut), row.index);
    }
  }
}

FontSet::~FontSet() = default;

std::vector<FontSet::Match> FontSet::candidates(const FontQuery& query) const {
  const design::FontsList& list = *impl_->list;
  const auto cut = static_cast<std::size_t>(cut_of(query));
  std::vector<Match> matches;
  std::size_t number = index_of(list, query.family);
  // A chain of fallbacks visits each family once at most, even where fonts.xml goes round in a circle.
  for (std::size_t visited = 0; number < list.families.size() && visited < list.families.size(); ++visited) {
    const design::FontFamily& family = list.families[number];
    const RowsByScript& rows = impl_->rows_by_script[number];
    std::vector<std::size_t> closest = closest_rows(family, rows, query.script, query.locale);
    const std::size_t named = closest.size();
    for (const std::size_t row : closest_rows(family, rows, design::any_script, query.locale)) {
      const auto last = closest.begin() + static_cast<std::ptrdiff_t>(named);
      if (std::find(closest.begin(), last, row) == last) closest.push_back(row);
    }
    for (const std::size_t number_of_row : closest) {
      const design::FontRow& row = family.rows[number_of_row];
      matches.push_back(
          {impl_->rows_by_family[number][number_of_row].by_cut.at(cut), row.size, row.leading, row.latin_digits});
    }
    number = impl_->fallback_of[number];
  }
  if (!matches.empty()) impl_->opened(matches.front().font);
  return matches;
}

bool FontSet::has_glyph(FontId id, char32_t code_point) const {
  const Face& face = impl_->opened(id);
  if (code_point < noted) return face.has[code_point];
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(face.font.get(), code_point, &glyph) != 0 && glyph != 0;
}

const FontProgram& FontSet::program(FontId id) const {
  return impl_->opened(id).program;
}

hb_font_t* harfbuzz_font(const FontSet& fonts, FontId id) {
  return fonts.impl().opened(id).font.get();
}

const HyphenationDictionaries& hyphenation(const FontSet& fonts) {
  return fonts.impl().dictionaries;
}

}  // namespace handout::text
