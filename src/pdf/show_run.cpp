#include "pdf/show_run.h"

#include <algorithm>

#include "pdf/numbers.h"

namespace handout::pdf {
namespace {

/// Positions within a run in millionths of its em, counted with the size as the PDF states it, so that nothing adds up.
class Scale {
 public:
  explicit Scale(Length size) : size_(std::max<std::int64_t>(1, scaled(size.units, 1000, Length::per_point))) {}

  std::int64_t to_em(Length length) const { return scaled(length.units, em * 1000, size_ * Length::per_point); }
  std::int64_t space_in_em(std::int64_t thousandths_of_a_point) const {
    return scaled(thousandths_of_a_point, em, size_);
  }
  std::int64_t space_of(std::int64_t millionths_of_an_em) const { return scaled(millionths_of_an_em, size_, em); }

 private:
  std::int64_t size_;  ///< in thousandths of a point
};

/// What most glyphs have beyond their width, in thousandths of a point: tracking. 0 where most have nothing.
/// Boyer and Moore's majority vote; whether the winner really has a majority only costs a few bytes.
std::int64_t common_space(const CodedRun& run, const Scale& scale) {
  std::int64_t candidate = 0;
  int votes = 0;
  for (std::size_t i = 1; i < run.glyphs.size(); ++i) {
    const std::int64_t step = scale.to_em(run.glyphs[i].x - run.glyphs[i - 1].x);
    const std::int64_t space = scale.space_of(step - run.glyphs[i - 1].code.width);
    if (votes == 0) candidate = space;
    votes += space == candidate ? 1 : -1;
  }
  return votes > 0 ? candidate : 0;
}

}  // namespace

void show_run(Operators& operators, const pages::PlacedRun& placed, const CodedRun& run) {
  if (run.glyphs.empty()) return;
  const Scale scale(placed.run.size);
  // In right-to-left runs every step goes back over two glyphs: nothing is common.
  const std::int64_t space = placed.run.right_to_left ? 0 : common_space(run, scale);
  const std::int64_t space_in_em = scale.space_in_em(space);
  const Length start = run.glyphs.front().x;

  operators.move_text({placed.origin.x + start, placed.origin.y - placed.run.rise});
  operators.character_space(space);
  std::string strings;
  bool in_string = false, is_adjusted = false;
  const auto end_string = [&] {
    if (in_string) strings += ')';
    in_string = false;
  };
  const auto flush = [&] {
    end_string();
    if (is_adjusted) {
      operators.show_adjusted(strings);
    } else if (!strings.empty()) {
      operators.show(strings);
    }
    strings.clear();
    is_adjusted = false;
  };

  std::int64_t pen = 0;
  int resource = -1;
  Length rise;
  for (const CodedGlyph& glyph : run.glyphs) {
    if (glyph.code.resource != resource || glyph.y != rise) flush();
    resource = glyph.code.resource;
    rise = glyph.y;
    if (strings.empty()) {
      operators.font(font_name(run.font, glyph.code.resource), placed.run.size);
      operators.rise(rise);
    }
    const std::int64_t adjustment = scaled(pen - scale.to_em(glyph.x - start), 1, em / 1000);
    if (adjustment != 0) {
      end_string();
      append_integer(strings, adjustment);
      is_adjusted = true;
      pen -= adjustment * (em / 1000);
    }
    if (!in_string) strings += '(';
    in_string = true;
    append_code(strings, glyph.code.code);
    pen += glyph.code.width + space_in_em;
  }
  flush();
}

}  // namespace handout::pdf
