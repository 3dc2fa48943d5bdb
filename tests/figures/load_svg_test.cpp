#include "figures/load_svg.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/memory_files.h"

using namespace handout;
using namespace handout::figures;

namespace {

constexpr std::int64_t one = Length::per_point;
Length units(std::int64_t n) {
  return Length{n * one};
}

std::string svg(const std::string& inside) {
  return "<svg viewBox=\"0 0 100 80\">\n" + inside + "\n</svg>";
}

Drawing load(const std::string& text) {
  Diagnostics diagnostics;
  auto drawing = load_svg(tests::source("figures/test.svg", text), diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.items())
    FAIL_CHECK(format(diagnostic));
  REQUIRE(drawing);
  return *std::move(drawing);
}

template <typename Item>
Item only(const std::string& inside) {
  const Drawing drawing = load(svg(inside));
  REQUIRE(drawing.items.size() == 1);
  REQUIRE(std::holds_alternative<Item>(drawing.items.front()));
  return std::get<Item>(drawing.items.front());
}

Color color_of(const Ink& ink) {
  REQUIRE(std::holds_alternative<Color>(ink));
  return std::get<Color>(ink);
}
std::string swatch_of(const Ink& ink) {
  REQUIRE(std::holds_alternative<SwatchName>(ink));
  return std::get<SwatchName>(ink).name;
}

struct Wrong {
  std::string inside;
  std::string code;
  std::size_t line;
  std::string part;  ///< of message or hint
};

void check_refused(const std::string& text, const Wrong& wrong) {
  CAPTURE(wrong.inside);
  Diagnostics diagnostics;
  CHECK_FALSE(load_svg(tests::source("figures/test.svg", text), diagnostics));
  REQUIRE(diagnostics.items().size() == 1);
  const Diagnostic& found = diagnostics.items().front();
  CHECK(found.code == wrong.code);
  CHECK_MESSAGE((found.message + " / " + found.hint).find(wrong.part) != std::string::npos,
                found.message << " / " << found.hint);
  CHECK_FALSE(found.hint.empty());
  REQUIRE(found.where.file);
  CHECK(line_column(*found.where.file, found.where.begin).line == wrong.line);
}

}  // namespace

TEST_CASE("The drawing's space is its view box; size, role and title are ignored") {
  const Drawing drawing = load(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 26 870 600.5\" width=\"87mm\" height=\"60mm\" "
      "role=\"img\">"
      "<title>A disc</title></svg>");
  CHECK(drawing.path == "figures/test.svg");
  CHECK(drawing.view_box == Rect{units(0), units(26), units(870), Length{600 * one + one / 2}});
  CHECK(drawing.items.empty());
}

TEST_CASE("A drawing may say what must be seen of it") {
  CHECK_FALSE(load("<svg viewBox=\"0 0 100 80\"/>").kept);
  const Drawing drawing = load("<svg viewBox=\"0 0 100 80\" data-kept=\"0 10 100 50.5\"/>");
  REQUIRE(drawing.kept);
  CHECK(*drawing.kept == Rect{units(0), units(10), units(100), Length{50 * one + one / 2}});
  const std::string bad = "<svg viewBox=\"0 0 100 80\" data-kept=\"0 10 100\"/>";
  check_refused(bad, {bad, "figures.bad-value", 1, "data-kept"});
}

TEST_CASE("Shapes become paths in painting order") {
  const Drawing drawing = load(svg(
      "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\"/><circle cx=\"5\" cy=\"6\" r=\"2\"/><path d=\"M0 0 L9 9\"/>"));
  REQUIRE(drawing.items.size() == 3);
  CHECK(std::get<Shape>(drawing.items[0]).path.segments.front().end == Point{units(1), units(2)});
  CHECK(std::get<Shape>(drawing.items[1]).path.segments.front().end == Point{units(7), units(6)});
  CHECK(std::get<Shape>(drawing.items[2]).path.segments.back().end == Point{units(9), units(9)});
}

TEST_CASE("A rectangle may have round corners") {
  CHECK(only<Shape>("<rect width=\"30\" height=\"40\" rx=\"5\"/>").path.segments.size() == 10);
  CHECK(only<Shape>("<rect width=\"30\" height=\"40\"/>").path.segments.size() == 5);
}

TEST_CASE("What nothing paints is left out") {
  CHECK(load(svg("<path d=\"M0 0 H9\" fill=\"none\"/>")).items.empty());
  CHECK(load(svg("<path d=\"M0 0 H9\" fill=\"none\" stroke=\"#123\" stroke-width=\"0\"/>")).items.empty());
}

TEST_CASE("Unset paint is SVG's: black, without a line") {
  const Shape shape = only<Shape>("<path d=\"M0 0 H9 V9 Z\"/>");
  REQUIRE(shape.fill);
  CHECK(color_of(*shape.fill) == Color{0, 0, 0});
  CHECK_FALSE(shape.stroke);
  CHECK(shape.fill_opacity.units == Factor::one);
  CHECK(shape.stroke_opacity.units == Factor::one);
  CHECK_FALSE(shape.clip);
}

TEST_CASE("Every property of a line") {
  const Shape shape = only<Shape>(
      "<path d=\"M0 0 H9\" fill=\"none\" stroke=\"#0B4A5B\" stroke-width=\"2.5\" stroke-linecap=\"round\" "
      "stroke-linejoin=\"bevel\" stroke-dasharray=\"6, 4\" stroke-opacity=\"0.5\"/>");
  CHECK_FALSE(shape.fill);
  REQUIRE(shape.stroke);
  CHECK(color_of(shape.stroke->ink) == Color{0x0B, 0x4A, 0x5B});
  CHECK(shape.stroke->width == Length{5 * one / 2});
  CHECK(shape.stroke->cap == LineCap::round);
  CHECK(shape.stroke->join == LineJoin::bevel);
  CHECK(shape.stroke->dashes == std::vector{units(6), units(4)});
  CHECK(shape.stroke_opacity.units == Factor::one / 2);
}

TEST_CASE("Dashes of zeros, or none, are a solid line") {
  for (const char* dashes : {"0 0", "none"}) {
    const Shape shape =
        only<Shape>(std::string("<path d=\"M0 0 H9\" stroke=\"#000\" stroke-dasharray=\"") + dashes + "\"/>");
    CHECK(shape.stroke->dashes.empty());
  }
}

TEST_CASE("A class names a swatch and beats the attribute beside it") {
  const Shape shape =
      only<Shape>("<circle r=\"3\" class=\"fill-tint-2 stroke-accent\" fill=\"#ffffff\" stroke=\"#000000\"/>");
  CHECK(swatch_of(*shape.fill) == "tint-2");
  CHECK(swatch_of(shape.stroke->ink) == "accent");
}

TEST_CASE("Groups pass paint on; what is inside them decides") {
  const Drawing drawing =
      load(svg("<g fill=\"#112233\" stroke=\"#445566\" class=\"fill-primary\"><circle r=\"1\"/>"
               "<circle r=\"1\" fill=\"#778899\" stroke=\"none\"/></g><circle r=\"1\"/>"));
  const Shape first = std::get<Shape>(drawing.items.at(0)), second = std::get<Shape>(drawing.items.at(1)),
              third = std::get<Shape>(drawing.items.at(2));
  CHECK(swatch_of(*first.fill) == "primary");
  CHECK(first.stroke);
  CHECK(color_of(*second.fill) == Color{0x77, 0x88, 0x99});
  CHECK_FALSE(second.stroke);
  CHECK(color_of(*third.fill) == Color{0, 0, 0});
}

TEST_CASE("Transforms of groups add up, and scale lines, dashes and words") {
  const Drawing drawing =
      load(svg("<g transform=\"translate(10 20) scale(2)\"><g transform=\"translate(1 1) scale(3)\">"
               "<path d=\"M1 2 L3 4\" stroke=\"#000\" stroke-width=\"0.5\" stroke-dasharray=\"1 2\"/>"
               "<text id=\"a\" x=\"1\" y=\"2\" font-size=\"5\" data-width=\"7\">Word</text></g></g>"));
  const Shape shape = std::get<Shape>(drawing.items.at(0));
  CHECK(shape.path.segments.at(0).end == Point{units(18), units(34)});
  CHECK(shape.path.segments.at(1).end == Point{units(30), units(46)});
  CHECK(shape.stroke->width == units(3));
  CHECK(shape.stroke->dashes == std::vector{units(6), units(12)});
  const Label label = std::get<Label>(drawing.items.at(1));
  CHECK(label.at == Point{units(18), units(34)});
  CHECK(label.size == units(30));
  CHECK(label.width == units(42));
}

TEST_CASE("A clip is a circle where it is used, even when written later") {
  const Drawing drawing =
      load(svg("<g transform=\"translate(10 0)\" clip-path=\"url(#lens)\"><rect width=\"9\" height=\"9\"/></g>"
               "<rect width=\"9\" height=\"9\" clip-path=\"url(#lens)\"/>"
               "<clipPath id=\"lens\"><circle cx=\"4\" cy=\"4\" r=\"3\"/></clipPath>"));
  REQUIRE(drawing.items.size() == 2);
  const auto clip = [&](std::size_t i) { return std::get<Shape>(drawing.items.at(i)).clip; };
  REQUIRE(clip(0));
  REQUIRE(clip(1));
  CHECK(clip(0)->segments.front().end == Point{units(17), units(4)});
  CHECK(clip(1)->segments.front().end == Point{units(7), units(4)});
}

TEST_CASE("A label: its lines join into one text at the first line's place") {
  const Label label = only<Label>(
      "<text id=\"soft-gel\" data-width=\"220\" x=\"640\" y=\"364\" font-family=\"Noto Sans\" font-size=\"35\"\n"
      "  fill=\"#17262B\" text-anchor=\"end\" font-weight=\"700\">\n  <tspan x=\"640\" y=\"364\">Soft  gel</tspan>\n"
      "  <tspan x=\"640\" y=\"406\">leaks out,</tspan><tspan x=\"640\" dy=\"42\">presses &amp; more</tspan></text>");
  CHECK(label.id == "soft-gel");
  CHECK(label.text == "Soft gel leaks out, presses & more");
  CHECK_FALSE(label.step_number);
  CHECK(label.at == Point{units(640), units(364)});
  CHECK(label.anchor == Anchor::end);
  CHECK(label.size == units(35));
  CHECK(label.bold);
  CHECK(color_of(label.ink) == Color{0x17, 0x26, 0x2B});
  CHECK(label.width == units(220));
  REQUIRE(label.where.file);
  CHECK(line_column(*label.where.file, label.where.begin).line == 2);
}

TEST_CASE("What a label does not say itself") {
  const Label label = only<Label>("<text id=\"a\" class=\"fill-muted\">One<tspan x=\"9\" y=\"9\">two</tspan></text>");
  CHECK(label.text == "One two");
  CHECK(label.at == Point{units(9), units(9)});
  CHECK(label.size == units(16));
  CHECK(label.width == units(192));
  CHECK(label.anchor == Anchor::start);
  CHECK_FALSE(label.bold);
  CHECK(swatch_of(label.ink) == "muted");
  CHECK(
      only<Label>("<g font-weight=\"bold\" font-size=\"10\" text-anchor=\"middle\"><text id=\"a\">x</text></g>").bold);
}

TEST_CASE("Digits alone without an id are a step number") {
  const Label step = only<Label>("<text x=\"7\" y=\"8\" font-size=\"37\" class=\"fill-on-primary\"> 12 </text>");
  CHECK(step.step_number);
  CHECK(step.id.empty());
  CHECK(step.text == "12");
  CHECK(step.at == Point{units(7), units(8)});
  CHECK_FALSE(only<Label>("<text id=\"l5\" x=\"7\" y=\"8\">5</text>").step_number);
}

TEST_CASE("What figures do not use is refused, each with what to do") {
  const std::string shape = "<path d=\"M0 0 H9\"";
  const std::vector<Wrong> cases = {
      {"<ellipse rx=\"1\" ry=\"2\"/>", "figures.unsupported", 2, "<ellipse> is not used"},
      {"<line x1=\"1\"/>", "figures.unsupported", 2, "convert it to a path"},
      {"<style>a{}</style>", "figures.unsupported", 2, "as attributes"},
      {"<defs><clipPath id=\"a\"><circle r=\"1\"/></clipPath></defs>", "figures.unsupported", 2, "directly in <svg>"},
      {"<image href=\"x.png\"/>", "figures.unsupported", 2, "PNG or JPEG"},
      {"<linearGradient id=\"a\"/>", "figures.unsupported", 2, "flat fills"},
      {"<metadata/>", "figures.unsupported", 2, "plain SVG"},
      {"<circel r=\"1\"/>", "figures.unsupported", 2, "did you mean circle?"},
      {"\n<script>x</script>", "figures.unsupported", 3, "<script>"},
      {"<g><title>x</title></g>", "figures.unsupported", 2, "may not stand in <g>"},
      {"<tspan>x</tspan>", "figures.unsupported", 2, "may not stand in <svg>"},
      {"words", "figures.unsupported", 1, "Text stands directly"},
      {shape + "\n style=\"fill:red\"/>", "figures.unsupported", 3, "style is not used in <path>"},
      {shape + " transform=\"scale(2)\"/>", "figures.unsupported", 2, "only <g>"},
      {shape + " opacity=\".5\"/>", "figures.unsupported", 2, "fill-opacity"},
      {shape + " id=\"p\"/>", "figures.unsupported", 2, "id is not used in <path>"},
      {shape + " fill-rule=\"evenodd\"/>", "figures.unsupported", 2, "the other way round"},
      {shape + " strok=\"#000\"/>", "figures.unsupported", 2, "did you mean stroke?"},
      {shape + " onclick=\"x\"/>", "figures.unsupported", 2, "onclick"},
      {"<rect width=\"1\" height=\"1\" ry=\"1\"/>", "figures.unsupported", 2, "give rx alone"},
      {"<clipPath id=\"a\"><rect width=\"1\" height=\"1\"/></clipPath>", "figures.unsupported", 2, "one <circle>"},
      {"<clipPath id=\"a\"/>", "figures.unsupported", 2, "0 circles"},
      {"<clipPath id=\"a\"><circle r=\"1\"/></clipPath><g clip-path=\"url(#a)\"><g clip-path=\"url(#a)\"/></g>",
       "figures.unsupported", 2, "clip once"},
      {"<clipPath id=\"a\"><circle r=\"1\"/></clipPath><g clip-path=\"url(#a)\"><text id=\"b\">Word</text></g>",
       "figures.unsupported", 2, "never clipped"},
  };
  for (const Wrong& wrong : cases)
    check_refused(svg(wrong.inside), wrong);
}

TEST_CASE("Values that are not understood are refused") {
  const std::string shape = "<path d=\"M0 0 H9\" ";
  std::vector<Wrong> cases = {
      {"<path d=\"M0 0\n l1 1\"/>", "figures.bad-value", 3, "command l is relative"},
      {"<path d=\"\"/>", "figures.bad-value", 2, "empty"},
      {"<circle r=\"0\"/>", "figures.bad-value", 2, "r=\"0\" of <circle>"},
      {"<circle r=\"-1\"/>", "figures.bad-value", 2, "above 0"},
      {"<circle cx=\"1px\" r=\"1\"/>", "figures.bad-value", 2, "without a unit"},
      {"<rect width=\"1\" height=\"1\" rx=\"-1\"/>", "figures.bad-value", 2, "0 or more"},
      {"<rect width=\"40000\" height=\"1\"/>", "figures.bad-value", 2, "30000"},
      {"<g transform=\"scale(30000)\"><g transform=\"scale(2)\"><rect width=\"1\" height=\"1\"/></g></g>",
       "figures.bad-value", 2, "<g> reaches beyond 30000"},
      {"<g transform=\"scale(30000)\"><g transform=\"translate(2 0)\"/></g>", "figures.bad-value", 2, "beyond 30000"},
      {"<g transform=\"scale(30000)\">\n<circle cx=\"1\" r=\"1\"/></g>", "figures.bad-value", 3,
       "<circle> reaches beyond 30000"},
      {"<g transform=\"scale(2)\"><text id=\"a\" x=\"15001\">Word</text></g>", "figures.bad-value", 2,
       "<text> reaches beyond 30000"},
      {"<g transform=\"rotate(4)\"/>", "figures.bad-value", 2, "rotate(4)"},
      {"<g clip-path=\"url(#none)\"/>", "figures.bad-value", 2, "id of a <clipPath>"},
      {"<text id=\"Nerve Root\">Word</text>", "figures.bad-value", 2, "small letters"},
      {"<text id=\"a\" fill=\"none\">Word</text>", "figures.bad-value", 2, "no fill"},
      {"<text id=\"a\" font-size=\"12pt\">Word</text>", "figures.bad-value", 2, "font-size"},
      {"<text id=\"a\" font-weight=\"600\">Word</text>", "figures.bad-value", 2, "normal, 400, bold, 700"},
      {"<text id=\"a\" text-anchor=\"left\">Word</text>", "figures.bad-value", 2, "start, middle, end"},
      {"<text id=\"a\" data-width=\"0\">Word</text>", "figures.bad-value", 2, "data-width"},
  };
  for (const char* paint :
       {"fill=\"red\"", "fill=\"url(#a)\"", "stroke=\"\"", "stroke-width=\"-1\"", "stroke-linecap=\"flat\"",
        "stroke-linejoin=\"arcs\"", "stroke-dasharray=\"1 -1\"", "stroke-dasharray=\"\"", "stroke-opacity=\"1.5\"",
        "fill-opacity=\"50%\"", "class=\"fill-\"", "class=\"cls-1\"", "class=\"fill-Primary\"", "class=\"stroke-\""}) {
    cases.push_back({shape + paint + "/>", "figures.bad-value", 2, paint});
  }
  for (const Wrong& wrong : cases)
    check_refused(svg(wrong.inside), wrong);
}

TEST_CASE("What is missing or given twice is refused") {
  const std::vector<Wrong> cases = {
      {"<path/>", "figures.missing-attribute", 2, "<path> has no d"},
      {"<circle/>", "figures.missing-attribute", 2, "<circle> has no r"},
      {"<rect width=\"1\"/>", "figures.missing-attribute", 2, "<rect> has no height"},
      {"<clipPath><circle r=\"1\"/></clipPath>", "figures.missing-attribute", 2, "no id"},
      {"<text id=\"a\"> <tspan/> </text>", "figures.empty-text", 2, "no words"},
      {"<text id=\"a\">One</text>\n<text id=\"a\">Two</text>", "figures.duplicate-id", 3, "id a"},
      {"<text>\nNerve</text>", "content.figure-label-id", 2, "\"Nerve\" has no id"},
      {"<text>12 cm</text>", "content.figure-label-id", 2, "12 cm"},
  };
  for (const Wrong& wrong : cases)
    check_refused(svg(wrong.inside), wrong);
}

TEST_CASE("A root that is no drawing is refused") {
  check_refused("<html/>", {"html", "figures.unsupported", 1, "begins with <svg>"});
  check_refused("<svg/>", {"no view box", "figures.missing-attribute", 1, "viewBox"});
  for (const char* box : {"0 0 1", "0 0 0 1", "0 0 1 -1", "0 0 1 1 1", "a"}) {
    check_refused(std::string("<svg viewBox=\"") + box + "\"/>", {box, "figures.bad-value", 1, "viewBox"});
  }
}

TEST_CASE("Bytes that are no XML are refused by the reader of XML") {
  Diagnostics diagnostics;
  CHECK_FALSE(load_svg(tests::source("figures/test.svg", "<svg viewBox=\"0 0 1 1\"><g></svg>"), diagnostics));
  REQUIRE(diagnostics.has_errors());
  CHECK(diagnostics.items().front().code == "figures.not-well-formed");
}

TEST_CASE("All mistakes of a file are reported at once") {
  Diagnostics diagnostics;
  CHECK_FALSE(load_svg(tests::source("f.svg", svg("<ellipse/><circle r=\"x\"/><path d=\"M0 0 a1\"/><text>Word</text>")),
                       diagnostics));
  CHECK(diagnostics.items().size() == 4);
}
