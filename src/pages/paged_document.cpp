#include "pages/paged_document.h"

#include <algorithm>
#include <string>

namespace handout::pages {

namespace {

using design::StructureId;

std::string points(Length length) {
  const std::int64_t hundredths = scaled(length.units, 100, Length::per_point);
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  std::string digits = std::to_string(size % 100);
  if (digits.size() < 2) digits.insert(0, "0");
  return (hundredths < 0 ? "-" : "") + std::to_string(size / 100) + "." + digits;
}

std::string hex(Color color) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t channel : {color.red, color.green, color.blue}) {
    text += digits[channel / 16];
    text += digits[channel % 16];
  }
  return text;
}

const char* artifact_name(design::Artifact artifact) {
  switch (artifact) {
    case design::Artifact::layout:
      return "layout";
    case design::Artifact::header:
      return "header";
    case design::Artifact::footer:
      return "footer";
    case design::Artifact::background:
      return "background";
  }
  return "layout";
}

std::string tag_name(const design::Tag& tag) {
  if (const auto* element = std::get_if<StructureId>(&tag)) return "<" + std::to_string(element->value) + ">";
  return std::string("[") + artifact_name(std::get<design::Artifact>(tag)) + "]";
}

std::string box_text(const Rect& box) {
  return points(box.x) + " " + points(box.y) + " " + points(box.width) + "x" + points(box.height);
}

/// The box around a path's points: enough to tell where it is.
Rect bounds(const figures::Path& path) {
  Rect box;
  bool first = true;
  for (const figures::Segment& segment : path.segments) {
    if (segment.verb == figures::Verb::close) continue;
    const Point p = segment.end;
    if (first) {
      box = Rect{p.x, p.y, Length{}, Length{}};
      first = false;
      continue;
    }
    const Length right = std::max(box.right(), p.x), bottom = std::max(box.bottom(), p.y);
    box.x = std::min(box.x, p.x);
    box.y = std::min(box.y, p.y);
    box.width = right - box.x;
    box.height = bottom - box.y;
  }
  return box;
}

struct ItemDump {
  const text::FontSet& fonts;
  std::string indent;
  std::string& out;

  void operator()(const PlacedRun& placed) const {
    const text::GlyphRun& run = placed.run;
    out += indent + "text " + points(placed.origin.x) + " " + points(placed.origin.y) + " " + points(run.width) + " " +
           fonts.program(run.font).postscript_name + " " + points(run.size) + " " + hex(run.color) + " " +
           tag_name(run.tag) + " \"" + run.text + "\"";
    if (!run.field.empty()) out += " field=" + run.field;
    if (run.rise != Length{}) out += " rise=" + points(run.rise);
    out += "\n";
  }
  void operator()(const PlacedPath& path) const {
    out += indent + "path " + box_text(bounds(path.path));
    if (path.fill) out += " fill=" + hex(*path.fill);
    if (path.stroke) out += " stroke=" + hex(path.stroke->color) + "/" + points(path.stroke->width);
    out += " " + tag_name(path.tag) + "\n";
  }
  void operator()(const PlacedImage& image) const {
    out += indent + "image " + box_text(image.box) + " " + tag_name(image.tag) + "\n";
  }
  void operator()(const std::shared_ptr<const ClipGroup>& group) const {
    out += indent + "clip " + box_text(bounds(group->clip)) + "\n";
    const ItemDump inner{fonts, indent + "  ", out};
    for (const PageItem& item : group->items)
      std::visit(inner, item);
  }
};

void dump_page(const Page& page, const text::FontSet& fonts, std::string& out) {
  out += "page " + (page.label.empty() ? std::string("-") : page.label) + " " + points(page.size.width) + "x" +
         points(page.size.height) + "\n";
  const ItemDump dump{fonts, "  ", out};
  for (const PageItem& item : page.items)
    std::visit(dump, item);
  for (const LinkArea& link : page.links) {
    const auto* address = std::get_if<std::string>(&link.target);
    out += "  link " + box_text(link.box) + " " + tag_name(link.element) + " " +
           (address ? *address : tag_name(std::get<StructureId>(link.target))) + " \"" + link.contents + "\"\n";
  }
  for (const FigureArea& figure : page.figures) {
    out += "  figure " + box_text(figure.box) + " " + tag_name(figure.element) + "\n";
  }
}

}  // namespace

std::string dump_pages(const PagedDocument& document, const text::FontSet& fonts) {
  std::string out = "setting " + std::to_string(document.setting) + "\n";
  for (const Page& page : document.pages)
    dump_page(page, fonts, out);
  return out;
}

}  // namespace handout::pages
