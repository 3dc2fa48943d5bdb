#include "design/text_walk.h"

#include <array>
#include <bit>
#include <cstdint>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

#include "design/nesting.h"
#include "design/used_pages.h"

namespace handout::design {
namespace {

/// Lists may stand in items without end; deeper ones look like these.
constexpr int deepest = 12;
constexpr int deepest_inline = 2;

bool is_inline(std::string_view name) {
  for (const std::string_view known : {"strong", "term", "link", "field", "ref", "sup", "sub", "nobr", "temperature"}) {
    if (known == name) return true;
  }
  return false;
}

bool is_heading(std::string_view name) {
  return name == "title" || name == "subtitle";
}

/// Where an element stands: what its surroundings pass to it.
struct Surroundings {
  const ElementName& parent;
  PassedText text;
  Ground ground;
  int depth = 0, inline_depth = 0;
  bool in_heading = false;
  Around path;  ///< for messages
};

/// An element with its own style on.
struct Dressed {
  PassedText text;
  Ground ground;
  MarkerKind marker = MarkerKind::none;
  std::string_view marker_ink, marker_fill, stripe;
  const SourceRange* marker_where = nullptr;
  const SourceRange* stripe_where = nullptr;
};

const SourceRange* place_of(const StyleRule& rule, std::string_view property) {
  const auto place = rule.places.find(property);
  return place == rule.places.end() ? &rule.where : &place->second;
}

class TextWalk {
 public:
  TextWalk(const Design& design, const std::function<void(const MetText&)>& met) : design_(design), met_(met) {}

  void walk(const Surroundings& whole) {
    for (const auto& [on, page] : design_.pages)
      walk_page(on, page, whole);
    walk_draft(whole);
  }

  Dressed dress(const ElementName& element, const Surroundings& around) const {
    Dressed dressed{around.text, around.ground, MarkerKind::none, {}, {}, {}, nullptr, nullptr};
    design_.each_matching_rule(element, around.parent, [&](const StyleRule& rule) { put_on(rule, around, dressed); });
    const bool is_raised = element.name == "ref" || element.name == "sup" || element.name == "sub";
    if (!is_raised) dressed.text.line_size = dressed.text.size;
    return dressed;
  }

 private:
  static void put_on(const StyleRule& rule, const Surroundings& around, Dressed& dressed) {
    const StyleProperties& style = rule.properties;
    if (style.ink) {
      dressed.text.ink = *style.ink;
      dressed.text.ink_where = place_of(rule, "ink");
    }
    if (style.size) {
      const Measure& size = style.size->lower;
      dressed.text.size =
          size.unit == Measure::Unit::em ? scaled(around.text.size, size.units, Factor::one) : Length{size.units};
      dressed.text.size_where = place_of(rule, "size");
      if (size.unit != Measure::Unit::em) dressed.text.follows_fit = false;
    }
    if (style.bold) dressed.text.bold = *style.bold;
    if (style.min_size) dressed.text.min_size = style.min_size;
    if (style.fill) {
      dressed.ground = *style.fill == "none" ? around.ground : Ground{*style.fill, place_of(rule, "fill")};
    }
    if (style.marker) dressed.marker = *style.marker;
    if (style.marker_ink) {
      dressed.marker_ink = *style.marker_ink;
      dressed.marker_where = place_of(rule, "marker-ink");
    }
    if (style.marker_fill) dressed.marker_fill = *style.marker_fill;
    if (style.stripe) {
      dressed.stripe = *style.stripe;
      dressed.stripe_where = place_of(rule, "stripe");
    }
  }

  void walk_page(const std::string& on, const PageTemplate& page, const Surroundings& whole) {
    const ElementName page_name{"page", on};
    const Surroundings around = inside(page_name, whole);
    for (const PageBox& box : page.boxes) {
      ElementName name{"band", ""};
      if (box.kind == BoxKind::header) name.name = "header";
      if (box.kind == BoxKind::footer) name.name = "footer";
      if (box.kind == BoxKind::region) name = {"region", box.name};
      walk_furniture(box.furniture, inside(name, around));
    }
  }

  Surroundings inside(const ElementName& element, const Surroundings& around) const {
    const Dressed dressed = dress(element, around);
    return {element,           dressed.text,           dressed.ground, around.depth + 1, around.inline_depth,
            around.in_heading, {element, &around.path}};
  }

  void walk_furniture(const FurnitureList& list, const Surroundings& around) {
    for (const Furniture& furniture : list) {
      if (const auto* text = std::get_if<FurnitureText>(&furniture.item)) {
        walk_text(*text, around);
      } else if (const auto* notice = std::get_if<FurnitureNotice>(&furniture.item)) {
        walk_notice(notice->name, around);
      } else if (const auto* line = std::get_if<FurnitureLine>(&furniture.item)) {
        walk_furniture(line->items, inside({"line", ""}, around));
      } else if (const auto* box = std::get_if<FurnitureBox>(&furniture.item)) {
        walk_furniture(box->items, inside({"box", box->kind}, around));
      } else if (const auto* place = std::get_if<FurniturePlace>(&furniture.item)) {
        walk_place(*place, around);
      }
    }
  }

  /// The inline elements that the words themselves have, no others.
  void walk_text(const FurnitureText& text, const Surroundings& around) {
    const ElementName name{"p", text.kind};
    const Dressed dressed = dress(name, around);
    meet(name, around, dressed);
    const Surroundings within{name, dressed.text, dressed.ground, around.depth + 1, 0, false, {name, &around.path}};
    walk_inlines(text.fields.inlines, within);
    const auto words = design_.texts.find(text.text);
    if (words != design_.texts.end()) walk_inlines(words->second.inlines, within);
  }

  void walk_inlines(const content::InlineList& inlines, const Surroundings& around) {
    for (const content::Inline& item : inlines) {
      if (const auto* strong = std::get_if<content::Strong>(&item.item)) walk_inline("strong", strong->words, around);
      if (const auto* no_break = std::get_if<content::NoBreak>(&item.item))
        walk_inline("nobr", no_break->words, around);
      if (const auto* link = std::get_if<content::Link>(&item.item)) walk_inline("link", link->words, around);
      if (std::holds_alternative<content::FieldRef>(item.item)) walk_inline("field", {}, around);
    }
  }

  void walk_inline(const char* name, const content::InlineList& words, const Surroundings& around) {
    walk_words({name, ""}, words, around);
  }

  void walk_words(const ElementName& element, const content::InlineList& words, const Surroundings& around) {
    const Dressed dressed = dress(element, around);
    meet(element, around, dressed);
    walk_inlines(words, {element, dressed.text, dressed.ground, around.depth + 1, 0, false, {element, &around.path}});
  }

  void walk_notice(const std::string& name, const Surroundings& around) {
    const auto notice = design_.brand.notices.find(name);
    if (notice == design_.brand.notices.end()) return;
    const ElementName name_of_notice{"notice", ""};
    const Surroundings within = inside(name_of_notice, around);
    for (const NoticeParagraph& paragraph : notice->second) {
      walk_words({"p", ""}, paragraph.words.inlines, within);
    }
  }

  void walk_draft(const Surroundings& around) {
    const auto words = design_.texts.find("draft");
    if (words != design_.texts.end()) walk_words({"draft", ""}, words->second.inlines, around);
  }

  void walk_place(const FurniturePlace& place, const Surroundings& around) {
    std::vector<std::string> pieces = place.what;
    const bool is_rest = pieces.size() == 1 && pieces.front() == "rest";
    if (is_rest) pieces = unplaced_pieces(design_);
    // Around a placed piece stand its box, then the handout: the style names the handout, text passes from the box.
    const ElementName handout{"handout", ""};
    const Surroundings here{handout,
                            around.text,
                            around.ground,
                            around.depth,
                            around.inline_depth,
                            around.in_heading,
                            {handout, &around.path}};
    for (const std::string& piece : pieces) {
      // A title is short: the first box that may hold it does, so it never stands in the others.
      if (is_heading(piece) && !headings_met_.insert(piece).second) continue;
      const bool is_section =
          piece != "title" && piece != "subtitle" && piece != "summary" && piece != "glossary" && piece != "sources";
      visit(is_section ? ElementName{"section", piece} : ElementName{piece, ""}, here);
      if (piece == "title" && !subtitle_is_placed_alone()) visit({"subtitle", ""}, here);
    }
    if (!is_rest) return;
    for (const std::string& notice : design_.append)
      walk_notice(notice, here);
  }

  bool subtitle_is_placed_alone() const {
    bool alone = false;
    for (const auto& [on, page] : design_.pages) {
      each_furniture(page, [&alone](const Furniture& furniture) {
        const auto* place = std::get_if<FurniturePlace>(&furniture.item);
        if (place == nullptr) return;
        for (const std::string& piece : place->what)
          alone = alone || piece == "subtitle";
      });
    }
    return alone;
  }

  void visit(const ElementName& element, const Surroundings& around) {
    const Nesting* nesting = nesting_of(element.name);
    if (nesting == nullptr || around.depth > deepest || around.inline_depth > deepest_inline) return;
    if (!first_visit(element, around)) return;
    const Dressed dressed = dress(element, around);
    if (nesting->holds_words) meet(element, around, dressed);
    meet_number(element, dressed, around);
    Surroundings within{
        element, dressed.text, dressed.ground, around.depth + 1, 0, is_heading(element.name), {element, &around.path}};
    if (is_inline(element.name)) {
      within.inline_depth = around.inline_depth + 1;
      within.in_heading = around.in_heading;
    }
    for (const ElementName& child : nesting->children) {
      // The words of headings hold no links and no terms in practice, and a heading on a dark fill needs no ink for
      // them.
      if (within.in_heading && (child.name == "link" || child.name == "term")) continue;
      visit(child, within);
      if (dressed.stripe.empty() || dressed.stripe == "none" || (child.name != "row" && child.name != "risk")) continue;
      Surroundings striped = within;
      striped.ground = {dressed.stripe, dressed.stripe_where};
      visit(child, striped);
    }
  }

  /// Numbers before items are text too: in marker-ink, on the disc if there is one.
  void meet_number(const ElementName& element, const Dressed& dressed, const Surroundings& around) {
    if (dressed.marker != MarkerKind::number && dressed.marker != MarkerKind::number_with_point) return;
    PassedText text = dressed.text;
    if (!dressed.marker_ink.empty()) {
      text.ink = dressed.marker_ink;
      text.ink_where = dressed.marker_where;
    }
    Ground ground = dressed.ground;
    if (!dressed.marker_fill.empty() && dressed.marker_fill != "none") ground.swatch = dressed.marker_fill;
    met_({element, around.path, text, ground, true});
  }

  void meet(const ElementName& element, const Surroundings& around, const Dressed& dressed) const {
    met_({element, around.path, dressed.text, dressed.ground, false});
  }

  bool first_visit(const ElementName& element, const Surroundings& around) {
    const PassedText& text = around.text;
    std::string& key = key_;
    key.clear();
    for (const std::string_view part :
         {std::string_view(element.name), std::string_view(element.kind), std::string_view(around.parent.name),
          std::string_view(around.parent.kind), text.ink, around.ground.swatch}) {
      key += part;
      key += '\0';
    }
    const Length least = text.min_size.value_or(Length{});
    for (const std::int64_t number : {text.size.units, least.units, std::int64_t{around.inline_depth}}) {
      const auto bytes = std::bit_cast<std::array<char, sizeof number>>(number);
      key.append(bytes.data(), bytes.size());
    }
    key += text.bold ? 'b' : 'r';
    key += text.follows_fit ? 'f' : 's';
    key += around.in_heading ? 'h' : 't';
    return seen_.insert(key).second;
  }

  const Design& design_;
  const std::function<void(const MetText&)>& met_;
  std::unordered_set<std::string> seen_;  ///< never iterated
  std::string key_;                       ///< kept for its memory
  std::set<std::string> headings_met_;
};

}  // namespace

void walk_texts(const Design& design, const std::function<void(const MetText&)>& met) {
  TextWalk walk(design, met);
  const ElementName nobody, handout{"handout", ""};
  Surroundings nothing{nobody, {}, {}, 0, 0, false, {nobody, nullptr}};
  nothing.text.size = design.fit.size_lower;
  const Dressed dressed = walk.dress(handout, nothing);
  Surroundings whole{handout, dressed.text, dressed.ground, 0, 0, false, {handout, nullptr}};
  // <fit> sets the size of the whole text, whatever a style for `handout` says.
  whole.text.size = design.fit.size_lower;
  whole.text.size_where = &design.fit.size_where;
  whole.text.follows_fit = true;
  walk.walk(whole);
}

}  // namespace handout::design
