#include "figures/load_svg.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/names.h"
#include "base/unicode.h"
#include "base/xml.h"
#include "figures/svg_path.h"
#include "figures/svg_style.h"
#include "figures/svg_values.h"
#include "figures/svg_vocabulary.h"

namespace handout::figures {
namespace {

/// Where a label gives no data-width (docs/formats.md, Figures).
constexpr std::int64_t default_label_ems = 12;

struct Surroundings {
  SvgStyle style;
  Transform transform;
  std::optional<Path> clip;  ///< already transformed
};

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The words of a text: each tspan is a line as drawn, and the lines join with spaces.
std::string words_of(const XmlElement& text) {
  std::string words;
  for (const XmlNode& child : text.children) {
    const XmlText* run = std::get_if<XmlText>(&child);
    words += run ? run->text : " " + words_of(*std::get<std::unique_ptr<XmlElement>>(child)) + " ";
  }
  return collapse_and_trim(words);
}

class SvgReader {
 public:
  SvgReader(std::string path, Diagnostics& diagnostics) : diagnostics_(diagnostics) { drawing_.path = std::move(path); }

  Drawing read(const XmlElement& root) {
    drawing_.view_box = read_box(root, "viewBox").value_or(Rect{});
    if (root.attribute("data-kept")) drawing_.kept = read_box(root, "data-kept");
    collect_clips(root);
    Surroundings surroundings;
    surroundings.style = styled({}, root, diagnostics_);
    read_children(root, surroundings);
    return std::move(drawing_);
  }

 private:
  std::optional<Rect> read_box(const XmlElement& root, std::string_view name) {
    const XmlAttribute* attribute = root.attribute(name);
    if (!attribute) {
      diagnostics_.error("figures.missing-attribute", "<svg> has no viewBox", root.where,
                         "add viewBox=\"0 0 WIDTH HEIGHT\" with the size of the drawing");
      return std::nullopt;
    }
    const auto numbers = parse_numbers(attribute->value);
    if (!numbers || numbers->size() != 4 || numbers->at(2) <= 0 || numbers->at(3) <= 0) {
      report_bad_value(root, *attribute, "four numbers: left, top, width and height, such as \"0 0 870 600\"",
                       diagnostics_);
      return std::nullopt;
    }
    return Rect{Length{numbers->at(0)}, Length{numbers->at(1)}, Length{numbers->at(2)}, Length{numbers->at(3)}};
  }

  /// Clips may be used before they are written, so they are read first.
  void collect_clips(const XmlElement& parent) {
    for (const XmlElement* child : parent.elements()) {
      if (child->name == "g") collect_clips(*child);
      if (child->name == "clipPath") read_clip(*child);
    }
  }

  void read_clip(const XmlElement& clip) {
    const XmlAttribute* id = clip.attribute("id");
    if (!id) {
      diagnostics_.error("figures.missing-attribute", "<clipPath> has no id", clip.where,
                         "add an id, and use it as clip-path=\"url(#id)\"");
      return;
    }
    if (!take_id(*id)) return;
    const auto circles = clip.elements();
    std::optional<Path>& outline = clips_[id->value];
    const bool circles_only =
        std::all_of(circles.begin(), circles.end(), [](const XmlElement* child) { return child->name == "circle"; });
    if (circles.size() == 1 && circles_only) {
      outline = circle_of(*circles.front());
    } else if (circles_only) {  // anything else is reported with the vocabulary
      diagnostics_.error("figures.unsupported", "<clipPath> holds " + std::to_string(circles.size()) + " circles",
                         clip.where, "clip with one circle, or cut the shapes in the drawing program");
    }
  }

  void read_children(const XmlElement& parent, const Surroundings& around) {
    for (const XmlElement* child : parent.elements()) {
      if (child->name == "g") read_group(*child, around);
      if (child->name == "path" || child->name == "circle" || child->name == "rect") read_shape(*child, around);
      if (child->name == "text") read_text(*child, around);
    }
  }

  void read_group(const XmlElement& group, const Surroundings& around) {
    Surroundings inside = around;
    inside.style = styled(around.style, group, diagnostics_);
    if (const XmlAttribute* attribute = group.attribute("transform")) {
      const auto transform = parse_transform(attribute->value);
      if (!transform) {
        return report_bad_value(group, *attribute,
                                "one translate(x y) and one scale(s), with plain numbers and s above 0; for anything "
                                "else let the drawing program apply the transform",
                                diagnostics_);
      }
      const auto whole = composed(around.transform, *transform);
      if (!whole) return report_too_large(group, attribute->where);
      inside.transform = *whole;
    }
    inside.clip = clip_of(group, inside);
    read_children(group, inside);
  }

  void report_too_large(const XmlElement& element, const SourceRange& where) {
    diagnostics_.error("figures.bad-value",
                       "<" + element.name + "> reaches beyond " + std::to_string(greatest_value) +
                           " once every group has moved and scaled it",
                       where, "make the drawing smaller: scale it to the size it is printed in");
  }

  void read_shape(const XmlElement& element, const Surroundings& around) {
    const SvgStyle style = styled(around.style, element, diagnostics_);
    std::optional<Path> path = outline_of(element);
    std::optional<Path> clip = clip_of(element, around);
    if (!path) return;
    Shape shape;
    shape.path = around.transform.apply(*std::move(path));
    if (!is_drawable(shape.path)) return report_too_large(element, element.where);
    shape.fill = style.fill;
    shape.fill_opacity = style.fill_opacity;
    shape.stroke_opacity = style.stroke_opacity;
    shape.clip = std::move(clip);
    // A width of 0 draws nothing in SVG, but the thinnest possible line in PDF.
    if (style.stroke && style.stroke_width > Length{}) {
      shape.stroke = Stroke{*style.stroke, around.transform.apply(style.stroke_width), style.cap, style.join, {}};
      for (const Length dash : style.dashes)
        shape.stroke->dashes.push_back(around.transform.apply(dash));
    }
    if (shape.fill || shape.stroke) drawing_.items.push_back(std::move(shape));
  }

  std::optional<Path> outline_of(const XmlElement& element) {
    if (element.name == "circle") return circle_of(element);
    if (element.name == "rect") return rectangle_of(element);
    const XmlAttribute* data = element.attribute("d");
    if (!data) {
      diagnostics_.error("figures.missing-attribute", "<path> has no d", element.where,
                         "delete the path, or give it d");
      return std::nullopt;
    }
    auto parsed = parse_path(data->value);
    if (auto* path = std::get_if<Path>(&parsed)) return std::move(*path);
    const PathMistake& mistake = std::get<PathMistake>(parsed);
    diagnostics_.error("figures.bad-value", mistake.message, inside_value(*data, mistake.offset), mistake.hint);
    return std::nullopt;
  }

  /// Byte `offset` of an attribute's value, to point at; the value's begin where entities make it uncertain.
  static SourceRange inside_value(const XmlAttribute& attribute, std::size_t offset) {
    const std::uint32_t begin = attribute.value_begin + static_cast<std::uint32_t>(offset);
    if (begin >= attribute.where.end) return attribute.where;
    return {attribute.where.file, begin, begin + 1};
  }

  std::optional<Path> circle_of(const XmlElement& element) {
    const auto x = number_of(element, "cx", 0), y = number_of(element, "cy", 0), radius = size_of(element, "r");
    if (!x || !y || !radius) return std::nullopt;
    return circle({*x, *y}, *radius);
  }

  std::optional<Path> rectangle_of(const XmlElement& element) {
    const auto x = number_of(element, "x", 0), y = number_of(element, "y", 0), corner = number_of(element, "rx", 0);
    const auto width = size_of(element, "width"), height = size_of(element, "height");
    if (!x || !y || !corner || !width || !height) return std::nullopt;
    if (*corner < Length{}) {
      report_bad_value(element, *element.attribute("rx"), "a number of 0 or more", diagnostics_);
      return std::nullopt;
    }
    return rounded_rectangle({*x, *y, *width, *height}, *corner);
  }

  std::optional<Length> number_of(const XmlElement& element, std::string_view name, std::int64_t unset) {
    const XmlAttribute* attribute = element.attribute(name);
    if (!attribute) return Length{unset};
    const auto number = parse_number(attribute->value);
    if (number) return Length{*number};
    report_bad_value(element, *attribute, "a plain number up to 30000, without a unit", diagnostics_);
    return std::nullopt;
  }

  /// A length that must be given and be above 0.
  std::optional<Length> size_of(const XmlElement& element, std::string_view name) {
    const XmlAttribute* attribute = element.attribute(name);
    if (!attribute) {
      diagnostics_.error("figures.missing-attribute", "<" + element.name + "> has no " + std::string(name),
                         element.where, "add it, or delete the element");
      return std::nullopt;
    }
    const auto number = parse_number(attribute->value);
    if (number && *number > 0) return Length{*number};
    report_bad_value(element, *attribute, "a plain number above 0 and up to 30000, without a unit", diagnostics_);
    return std::nullopt;
  }

  std::optional<Path> clip_of(const XmlElement& element, const Surroundings& around) {
    const XmlAttribute* attribute = element.attribute("clip-path");
    if (!attribute || attribute->value == "none") return around.clip;
    std::string_view id = attribute->value;
    const bool well_formed = id.starts_with("url(#") && id.ends_with(")");
    if (well_formed) id = id.substr(5, id.size() - 6);
    const auto clip = clips_.find(std::string(id));
    if (!well_formed || clip == clips_.end()) {
      report_bad_value(element, *attribute, "url(#id) with the id of a <clipPath> of this drawing", diagnostics_);
      return std::nullopt;
    }
    if (around.clip) {
      diagnostics_.error("figures.unsupported",
                         "<" + element.name + "> is clipped inside a group that is clipped itself", attribute->where,
                         "clip once: delete one of the two");
      return std::nullopt;
    }
    if (!clip->second) return std::nullopt;  // reported where it is written
    return around.transform.apply(*clip->second);
  }

  void read_text(const XmlElement& text, const Surroundings& around) {
    const SvgStyle style = styled(around.style, text, diagnostics_);
    Label label;
    label.where = text.where;
    label.text = words_of(text);
    if (!take_identity(text, label)) return;
    const auto at = position_of(text);
    const auto width = text.attribute("data-width") ? size_of(text, "data-width") : style.font_size * default_label_ems;
    if (!at || !width) return;
    if (!style.fill) {
      diagnostics_.error("figures.bad-value", "The text \"" + label.text + "\" has no fill, so it would not show",
                         text.where, "give it a fill such as #17262B, or a class such as fill-text");
      return;
    }
    if (around.clip) {
      diagnostics_.error("figures.unsupported", "The text \"" + label.text + "\" stands in a clipped group", text.where,
                         "words are never clipped: move the text out of the group");
      return;
    }
    label.at = around.transform.apply(*at);
    if (!is_drawable(label.at)) return report_too_large(text, text.where);
    label.anchor = style.anchor;
    label.size = around.transform.apply(style.font_size);
    label.bold = style.bold;
    label.ink = *style.fill;
    label.width = around.transform.apply(*width);
    drawing_.items.push_back(std::move(label));
  }

  /// Whether the text is a label with an id of its own, or a step number; sets which.
  bool take_identity(const XmlElement& text, Label& label) {
    const XmlAttribute* id = text.attribute("id");
    if (label.text.empty()) {
      diagnostics_.error("figures.empty-text", "<text> has no words", text.where, "delete it, or write the label");
      return false;
    }
    if (!id) {
      label.step_number = is_digits(label.text);
      if (label.step_number) return true;
      diagnostics_.error("content.figure-label-id", "The label \"" + label.text + "\" has no id", text.where,
                         "add an id such as id=\"nerve\", so that it can be translated");
      return false;
    }
    if (!is_id(id->value)) {
      report_bad_value(text, *id, "small letters, digits, hyphens and dots, such as outer-ring", diagnostics_);
      return false;
    }
    label.id = id->value;
    return take_id(*id);
  }

  /// The first line's own place: the text's, or else its first tspan's.
  std::optional<Point> position_of(const XmlElement& text) {
    const auto lines = text.elements();
    const XmlElement& first = text.attribute("y") || lines.empty() ? text : *lines.front();
    const auto x = number_of(text.attribute("x") || lines.empty() ? text : *lines.front(), "x", 0);
    const auto y = number_of(first, "y", 0);
    if (!x || !y) return std::nullopt;
    return Point{*x, *y};
  }

  bool take_id(const XmlAttribute& id) {
    if (ids_.insert(id.value).second) return true;
    diagnostics_.error("figures.duplicate-id", "The id " + id.value + " is used twice in this drawing", id.where,
                       "give each its own id");
    return false;
  }

  Drawing drawing_;
  std::map<std::string, std::optional<Path>> clips_;  ///< by id; null where the clip itself is wrong
  std::set<std::string> ids_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Drawing> load_svg(const SourceFilePtr& file, Diagnostics& diagnostics) {
  const std::unique_ptr<XmlElement> root = parse_xml(file, "figures", diagnostics);
  if (!root) return std::nullopt;
  const std::size_t errors_before = diagnostics.error_count();
  check_vocabulary(*root, diagnostics);
  if (root->name != "svg") return std::nullopt;
  Drawing drawing = SvgReader(file->path, diagnostics).read(*root);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return drawing;
}

}  // namespace handout::figures
