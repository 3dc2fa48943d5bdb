#include "pdf/content_stream.h"

#include <algorithm>
#include <optional>

#include "base/diagnostic.h"
#include "pdf/numbers.h"
#include "pdf/operators.h"
#include "pdf/regular_paths.h"
#include "pdf/repeated_shapes.h"
#include "pdf/show_run.h"
#include "pdf/structure_types.h"

namespace handout::pdf {
namespace {

using design::Artifact;
using design::StructureId;
using design::Tag;
using pages::PageItem;
using Group = std::shared_ptr<const pages::ClipGroup>;

struct Run {
  const pages::PlacedRun* placed = nullptr;
  const CodedRun* coded = nullptr;
};

/// ISO 32000-1, table 330.
std::string_view artifact_properties(Artifact artifact) {
  switch (artifact) {
    case Artifact::layout:
      return "/Artifact<</Type/Layout>>";
    case Artifact::header:
      return "/Artifact<</Type/Pagination/Subtype/Header>>";
    case Artifact::footer:
      return "/Artifact<</Type/Pagination/Subtype/Footer>>";
    case Artifact::background:
      return "/Artifact<</Type/Background>>";
  }
  ENSURE(false);
  return {};
}

/// The tag of everything in the items, or nullopt where tags differ.
std::optional<Tag> common_tag(const std::vector<PageItem>& items);

std::optional<Tag> common_tag(const PageItem& item) {
  if (const auto* run = std::get_if<pages::PlacedRun>(&item)) return run->run.tag;
  if (const auto* path = std::get_if<pages::PlacedPath>(&item)) return path->tag;
  if (const auto* image = std::get_if<pages::PlacedImage>(&item)) return image->tag;
  return common_tag(std::get<Group>(item)->items);
}

std::optional<Tag> common_tag(const std::vector<PageItem>& items) {
  std::optional<Tag> common;
  for (const PageItem& item : items) {
    const std::optional<Tag> tag = common_tag(item);
    if (!tag || (common && *common != *tag)) return std::nullopt;
    common = tag;
  }
  return common;
}

bool painted_alike(const pages::PlacedPath& a, const pages::PlacedPath& b) {
  if (a.tag != b.tag || a.fill != b.fill || a.fill_opacity != b.fill_opacity || a.stroke_opacity != b.stroke_opacity)
    return false;
  if (a.stroke.has_value() != b.stroke.has_value()) return false;
  if (!a.stroke) return true;
  return a.stroke->color == b.stroke->color && a.stroke->width == b.stroke->width && a.stroke->cap == b.stroke->cap &&
         a.stroke->join == b.stroke->join && a.stroke->dashes == b.stroke->dashes;
}

/// A rule drawn across a paragraph may wait until the paragraph's text is done: it covers nothing. A fill may not.
bool may_wait(const PageItem& item) {
  const auto* path = std::get_if<pages::PlacedPath>(&item);
  return path != nullptr && !path->fill && std::holds_alternative<Artifact>(path->tag);
}

class PageWriter {
 public:
  PageWriter(const ContentContext& context, RepeatedShapes& shapes, std::size_t page)
      : context_(context),
        shapes_(shapes),
        page_(context.document.pages[page]),
        coded_(context.text.pages[page]),
        operators_(page_.size.height, context.resources) {}

  PageContent write() {
    write_items(page_.items);
    close();
    content_.operators = operators_.take();
    return std::move(content_);
  }

 private:
  // Marked content.
  void open(const Tag& tag);
  void open_with_actual_text(StructureId element, const std::string& text);
  void close();
  std::string sequence_start(std::string_view tag_name, StructureId element);

  // Items.
  void write_items(const std::vector<PageItem>&);
  std::size_t write_line(const std::vector<PageItem>&, std::size_t begin);
  std::size_t write_paths(const std::vector<PageItem>&, std::size_t begin);
  void write_path(const pages::PlacedPath&, const char* painting);
  void write_image(const pages::PlacedImage&);
  void write_group(const pages::ClipGroup&);
  std::size_t hold_back(const std::vector<PageItem>&, std::size_t begin);
  void write_held();

  // Text.
  std::size_t end_of_line(const std::vector<PageItem>&, std::size_t begin) const;
  StructureId block_of(const Tag&) const;
  void show(const std::vector<Run>&);
  void show_complex(const std::vector<Run>&);
  void show(const Run&);

  const ContentContext& context_;
  RepeatedShapes& shapes_;
  const pages::Page& page_;
  const std::vector<CodedRun>& coded_;
  Operators operators_;
  PageContent content_;
  std::size_t next_run_ = 0;
  std::optional<Tag> open_;       ///< of the sequence that is open and may go on
  std::vector<Rect> underlines_;  ///< of the open sequence, drawn when its text is done
  std::vector<Color> underline_colors_;
  std::vector<const PageItem*> held_;  ///< artifacts that wait for the end of the open sequence
};

std::string PageWriter::sequence_start(std::string_view tag_name, StructureId element) {
  std::string start = "/";
  start.append(tag_name).append("<</MCID ");
  append_integer(start, static_cast<std::int64_t>(content_.marks.size()));
  content_.marks.push_back(element);
  return start;
}

void PageWriter::open(const Tag& tag) {
  if (open_ == tag) return;
  close();
  if (const auto* element = std::get_if<StructureId>(&tag)) {
    const auto type = context_.document.structure[*element].type;
    operators_.begin_marked(sequence_start(type_name(type, context_.profile), *element) + ">>");
  } else {
    operators_.begin_marked(artifact_properties(std::get<Artifact>(tag)));
  }
  open_ = tag;
}

/// poppler honours ActualText on a Span only, and only where the Span is the marked-content sequence itself.
void PageWriter::open_with_actual_text(StructureId element, const std::string& text) {
  close();
  std::string start = sequence_start("Span", element) + "/ActualText<FEFF";
  append_utf16_hex(start, text);
  operators_.begin_marked(start + ">>>");
  open_ = element;
}

void PageWriter::close() {
  if (open_) {
    if (!underlines_.empty()) operators_.end_text();
    for (std::size_t i = 0; i < underlines_.size(); ++i) {
      operators_.fill_color(underline_colors_[i]);
      operators_.rectangle(underlines_[i]);
      operators_.paint("f");
    }
    underlines_.clear();
    underline_colors_.clear();
    operators_.end_marked();
    open_.reset();
  }
  write_held();
}

void PageWriter::write_items(const std::vector<PageItem>& items) {
  for (std::size_t i = 0; i < items.size();) {
    if (const std::size_t next = hold_back(items, i); next != i) {
      i = next;
    } else if (std::holds_alternative<pages::PlacedRun>(items[i])) {
      i = write_line(items, i);
    } else if (std::holds_alternative<pages::PlacedPath>(items[i])) {
      i = write_paths(items, i);
    } else if (const auto* image = std::get_if<pages::PlacedImage>(&items[i])) {
      write_image(*image);
      ++i;
    } else {
      write_group(*std::get<Group>(items[i]));
      ++i;
    }
  }
}

/// Skips the artifacts from `begin` on that may wait, where the open element goes on after them.
std::size_t PageWriter::hold_back(const std::vector<PageItem>& items, std::size_t begin) {
  if (!open_ || !std::holds_alternative<StructureId>(*open_)) return begin;
  std::size_t end = begin;
  while (end < items.size() && may_wait(items[end]))
    ++end;
  if (end == items.size() || common_tag(items[end]) != open_) return begin;
  for (std::size_t i = begin; i < end; ++i)
    held_.push_back(&items[i]);
  return end;
}

void PageWriter::write_held() {
  const std::vector<const PageItem*> held = std::move(held_);
  held_.clear();
  if (held.empty()) return;
  std::vector<PageItem> items;
  for (const PageItem* item : held)
    items.push_back(*item);
  write_items(items);
  close();
}

std::size_t PageWriter::write_paths(const std::vector<PageItem>& items, std::size_t begin) {
  const auto& path = std::get<pages::PlacedPath>(items[begin]);
  const char* painting = painting_operator(path);
  if (painting == nullptr) return begin + 1;
  open(path.tag);
  operators_.end_text();
  operators_.opacity(path.fill_opacity, path.stroke_opacity);
  if (path.fill) operators_.fill_color(*path.fill);
  if (path.stroke) operators_.stroke_style(*path.stroke);

  const std::string drawing = shapes_.drawing_of(split(path).front());
  if (drawing.empty()) {
    write_path(path, painting);
    return begin + 1;
  }
  // As many of the same, painted alike, as follow.
  std::vector<Point> places;
  std::size_t end = begin;
  for (; end < items.size(); ++end) {
    const auto* next = std::get_if<pages::PlacedPath>(&items[end]);
    if (next == nullptr || !painted_alike(*next, path)) break;
    const std::vector<Shape> shapes = split(*next);
    if (shapes_.drawing_of(shapes.front()) != drawing) break;
    for (const Shape& shape : shapes)
      places.push_back(shape.segments.front().end);
  }
  operators_.repeat(drawing, places);
  return end;
}

void PageWriter::write_path(const pages::PlacedPath& path, const char* painting) {
  // Lines that cross show it where they are translucent and stroked one by one.
  const bool lines = path.stroke && !path.fill && path.stroke_opacity == Factor() && path.stroke->dashes.empty();
  if (const std::optional<Grid> grid = path.stroke ? std::nullopt : as_grid(path.path)) {
    operators_.grid(*grid, painting);
  } else if (const std::optional<LineSeries> series = lines ? as_line_series(path.path) : std::nullopt) {
    operators_.line_series(*series);
  } else {
    operators_.path(path.path);
    operators_.paint(painting);
  }
}

void PageWriter::write_image(const pages::PlacedImage& image) {
  open(image.tag);
  operators_.end_text();
  operators_.opacity(Factor(), Factor());
  operators_.image(context_.resources.image(image.raster), image.box);
}

/// A group of one tag stays within its sequence; in one of several, each sequence begins and ends inside.
void PageWriter::write_group(const pages::ClipGroup& group) {
  const std::optional<Tag> tag = common_tag(group.items);
  if (tag) {
    open(*tag);
    operators_.end_text();
  } else {
    close();
  }
  operators_.save();
  operators_.clip(group.clip);
  write_items(group.items);
  if (tag) {
    operators_.end_text();
  } else {
    close();
  }
  operators_.restore();
}

StructureId PageWriter::block_of(const Tag& tag) const {
  const auto* element = std::get_if<StructureId>(&tag);
  if (element == nullptr) return {};
  StructureId id = *element;
  const auto& nodes = context_.document.structure.nodes;
  while (id.value != 0 && is_inline(nodes.at(id.value).type))
    id.value = nodes.at(id.value).parent;
  return id;
}

/// Runs of one line stand on one baseline, belong to one block, and count their places from 0, each once.
std::size_t PageWriter::end_of_line(const std::vector<PageItem>& items, std::size_t begin) const {
  const auto& first = std::get<pages::PlacedRun>(items[begin]);
  std::vector<std::uint32_t> orders;
  std::size_t end = begin;
  for (; end < items.size(); ++end) {
    const auto* run = std::get_if<pages::PlacedRun>(&items[end]);
    if (run == nullptr || run->origin.y != first.origin.y || block_of(run->run.tag) != block_of(first.run.tag)) break;
    if (std::find(orders.begin(), orders.end(), run->run.logical_order) != orders.end()) break;
    orders.push_back(run->run.logical_order);
  }
  return end;
}

std::size_t PageWriter::write_line(const std::vector<PageItem>& items, std::size_t begin) {
  const std::size_t end = end_of_line(items, begin);
  std::vector<Run> line;
  bool complex = false;
  for (std::size_t i = begin; i < end; ++i) {
    const auto& placed = std::get<pages::PlacedRun>(items[i]);
    complex = complex || needs_actual_text(placed.run.text);
    line.push_back({&placed, &coded_.at(next_run_++)});
  }
  std::stable_sort(line.begin(), line.end(), [](const Run& a, const Run& b) {
    return a.placed->run.logical_order < b.placed->run.logical_order;
  });
  if (complex) {
    show_complex(line);
  } else {
    show(line);
  }
  return end;
}

void PageWriter::show(const std::vector<Run>& line) {
  for (const Run& run : line) {
    open(run.placed->run.tag);
    show(run);
  }
}

void PageWriter::show_complex(const std::vector<Run>& line) {
  for (auto begin = line.begin(); begin != line.end();) {
    const Tag& tag = begin->placed->run.tag;
    const auto end = std::find_if(begin, line.end(), [&](const Run& run) { return run.placed->run.tag != tag; });
    if (const auto* element = std::get_if<StructureId>(&tag)) {
      std::string text;
      for (auto run = begin; run != end; ++run) {
        text += run->placed->run.text;
        if (run->coded->space_added) text += ' ';
      }
      open_with_actual_text(*element, text);
    }
    show(std::vector<Run>(begin, end));
    if (std::holds_alternative<StructureId>(tag)) close();  // the next line has its own text
    begin = end;
  }
}

void PageWriter::show(const Run& run) {
  const text::GlyphRun& glyphs = run.placed->run;
  operators_.opacity(Factor(), Factor());
  operators_.begin_text();
  operators_.fill_color(glyphs.color);
  show_run(operators_, *run.placed, *run.coded);
  if (glyphs.underline) {
    const text::FontMetrics& metrics = context_.text.fonts[run.coded->font].program().metrics;
    const auto in_points = [&](int units) { return scaled(glyphs.size, units, metrics.units_per_em); };
    const Length thickness = in_points(metrics.underline_thickness);
    const Length top = run.placed->origin.y - glyphs.rise - in_points(metrics.underline_position) - thickness / 2;
    underlines_.push_back({run.placed->origin.x, top, glyphs.width, thickness});
    underline_colors_.push_back(glyphs.color);
  }
}

}  // namespace

std::vector<PageContent> write_pages(const ContentContext& context) {
  RepeatedShapes shapes(context.document, context.resources);
  std::vector<PageContent> pages;
  for (std::size_t page = 0; page < context.document.pages.size(); ++page)
    pages.push_back(PageWriter(context, shapes, page).write());
  return pages;
}

}  // namespace handout::pdf
