#include "figures/svg_vocabulary.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace handout::figures {
namespace {

using Names = std::vector<std::string_view>;

struct ElementRule {
  std::string_view name;
  Names inside;  ///< the elements that it may stand in; the root stands in ""
  Names attributes;
};

struct Advice {
  std::string_view name;
  std::string_view hint;
};

Names joined(Names names, const Names& more) {
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

/// Built once for each file; a figure is loaded once for each job at most.
std::vector<ElementRule> element_rules() {
  const Names paint = {"fill",           "stroke",       "stroke-width",     "stroke-linecap", "stroke-linejoin",
                       "stroke-opacity", "fill-opacity", "stroke-dasharray", "class"};
  const Names words = {"font-family", "font-size", "font-weight", "text-anchor"};
  const Names shape = joined(paint, {"clip-path"});
  const Names group = joined(joined(shape, words), {"transform"});
  const Names holders = {"svg", "g"};
  return {
      {"svg", {""}, joined(joined(paint, words), {"xmlns", "viewBox", "data-kept", "width", "height", "role"})},
      {"title", {"svg"}, {}},
      {"g", holders, group},
      {"path", holders, joined(shape, {"d"})},
      {"circle", {"svg", "g", "clipPath"}, joined(shape, {"cx", "cy", "r"})},
      {"rect", holders, joined(shape, {"x", "y", "width", "height", "rx"})},
      {"clipPath", holders, {"id"}},
      {"text", holders, joined(words, {"id", "data-width", "x", "y", "fill", "class"})},
      {"tspan", {"text"}, {"x", "y", "dy"}},
  };
}

constexpr std::array element_advice = {
    Advice{"ellipse", "convert it to a path"},
    Advice{"line", "convert it to a path"},
    Advice{"polygon", "convert it to a path"},
    Advice{"polyline", "convert it to a path"},
    Advice{"style", "write fill and stroke as attributes of each shape"},
    Advice{"defs", "let a <clipPath> stand directly in <svg>; delete the rest"},
    Advice{"symbol", "draw the shape where it is used"},
    Advice{"use", "draw the shape where it is used"},
    Advice{"image", "place a PNG or JPEG file by itself as the figure, or trace it to paths"},
    Advice{"linearGradient", "use flat fills"},
    Advice{"radialGradient", "use flat fills"},
    Advice{"pattern", "use flat fills"},
    Advice{"textPath", "set the words in a straight <text>"},
    Advice{"mask", "use a <clipPath> of one circle, or cut the shapes"},
    Advice{"a", "a figure has no links; put a <link> in the text"},
};

constexpr std::array attribute_advice = {
    Advice{"style", "write what is in it as attributes: fill, stroke, stroke-width …"},
    Advice{"transform", "only <g> can be moved and scaled: put the element into one"},
    Advice{"opacity", "use fill-opacity and stroke-opacity on each shape"},
    Advice{"fill-rule", "draw holes as parts of the path that run the other way round"},
    Advice{"ry", "corners are round: give rx alone"},
    Advice{"preserveAspectRatio", "delete it: a figure always keeps its shape"},
    Advice{"data-width", "only a <text> is wrapped"},
};

template <typename Table>
std::string_view advice_for(const Table& table, std::string_view name) {
  for (const Advice& advice : table) {
    if (advice.name == name) return advice.hint;
  }
  return {};
}

bool contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A drawing program's own notes: `sodipodi:namedview`, `xmlns:inkscape`, `metadata`.
bool is_program_note(std::string_view name) {
  return name.find(':') != std::string_view::npos || name == "metadata";
}

std::string hint_for(std::string_view advice, std::string_view name, const Names& known) {
  if (!advice.empty()) return std::string(advice);
  if (is_program_note(name)) return "delete it, or save the drawing as plain SVG";
  const std::string nearest = nearest_name(name, known);
  if (!nearest.empty() && nearest != name) return "did you mean " + nearest + "?";
  return "delete it";
}

class VocabularyCheck {
 public:
  explicit VocabularyCheck(Diagnostics& diagnostics) : rules_(element_rules()), diagnostics_(diagnostics) {
    for (const ElementRule& rule : rules_)
      names_.push_back(rule.name);
  }

  void check(const XmlElement& element, std::string_view parent) {
    const auto rule = std::find_if(rules_.begin(), rules_.end(),
                                   [&](const ElementRule& candidate) { return candidate.name == element.name; });
    if (rule == rules_.end() || !contains(rule->inside, parent)) return refuse(element, parent);
    for (const XmlAttribute& attribute : element.attributes) {
      if (!contains(rule->attributes, attribute.name)) refuse(attribute, element, rule->attributes);
    }
    if (element.name != "text" && element.name != "tspan" && element.name != "title" && element.has_text()) {
      diagnostics_.error("figures.unsupported", "Text stands directly in <" + element.name + ">", element.where,
                         "put it into a <text>");
    }
    for (const XmlElement* child : element.elements())
      check(*child, element.name);
  }

 private:
  void refuse(const XmlElement& element, std::string_view parent) {
    if (parent.empty()) {
      diagnostics_.error("figures.unsupported", "A drawing begins with <svg>, not with <" + element.name + ">",
                         element.where, "save the drawing as plain SVG");
    } else if (contains(names_, element.name)) {
      diagnostics_.error("figures.unsupported", "<" + element.name + "> may not stand in <" + std::string(parent) + ">",
                         element.where,
                         parent == "clipPath" ? "clip with one <circle>, or cut the shapes in the drawing program"
                                              : "move it out, directly into <svg> or a <g>");
    } else {
      diagnostics_.error("figures.unsupported", "<" + element.name + "> is not used in figures", element.where,
                         hint_for(advice_for(element_advice, element.name), element.name, names_));
    }
  }

  void refuse(const XmlAttribute& attribute, const XmlElement& element, const Names& known) {
    diagnostics_.error("figures.unsupported",
                       "The attribute " + attribute.name + " is not used in <" + element.name + "> of a figure",
                       attribute.where, hint_for(advice_for(attribute_advice, attribute.name), attribute.name, known));
  }

  std::vector<ElementRule> rules_;
  Names names_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_vocabulary(const XmlElement& root, Diagnostics& diagnostics) {
  VocabularyCheck(diagnostics).check(root, "");
}

}  // namespace handout::figures
