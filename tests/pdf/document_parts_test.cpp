// Outline, page labels, viewer preferences, pictures: as other people's readers find them.
#include <doctest/doctest.h>

#include "made_document.h"
#include "pdf/write_pdf.h"

using namespace handout;
using namespace handout::literals;
using namespace handout::tests;
using pdf::Standard;
using pdf::write_pdf;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string seen_by(const std::string& command, const MadeDocument& made, Standard standard = Standard::ua1) {
  const TemporaryFile file(write_pdf(made.document, test_fonts(), standard));
  std::string with_file = command;
  with_file.replace(with_file.find("FILE"), 4, file.path());
  return run(with_file).output;
}

std::shared_ptr<figures::Raster> raster() {
  auto made = std::make_shared<figures::Raster>();
  made->width = 2;
  made->height = 1;
  made->rgb = std::string("\xFF\x00\x00\x00\x00\xFF", 6);
  return made;
}

}  // namespace

TEST_CASE("the outline has the headings that ask for it, by level, and opens their pages") {
  if (!installed("mutool")) return;
  MadeDocument made;
  const StructureId h1 = made.write({}, StructureType::h1, "Spine");
  made.new_page();
  const StructureId h2 = made.write({}, StructureType::h2, "R\u00e9sum\u00e9");
  const StructureId h3 = made.write({}, StructureType::h3, "Keep moving");
  made.write({}, StructureType::h2, "Not listed");
  made.document.structure[h1].outline_title = "Spine";
  made.document.structure[h2].outline_title = "R\u00e9sum\u00e9";
  made.document.structure[h3].outline_title = "Keep moving";
  for (const Standard standard : {Standard::ua1, Standard::ua2}) {
    const std::string outline = seen_by("mutool show FILE outline", made, standard);
    CAPTURE(outline);
    CHECK(has(outline, "\"Spine\"\t#page=1"));
    CHECK(has(outline, "\"R\u00e9sum\u00e9\"\t#page=2"));
    CHECK(outline.find("Keep moving") > outline.find("sum"));
    CHECK(!has(outline, "Not listed"));
  }
}

TEST_CASE("page labels are written where they differ from the pages' places") {
  if (!installed("qpdf")) return;
  MadeDocument made;
  made.write({}, StructureType::h1, "Cover");
  made.new_page();
  made.new_page();
  const std::string command = "qpdf --json=1 --json-key=pagelabels FILE";
  CHECK(!has(seen_by(command, made), "\"label\""));
  made.document.pages[0].label.clear();
  made.document.pages[1].label = "1";
  made.document.pages[2].label = "2";
  const std::string labels = squashed(seen_by(command, made));
  CAPTURE(labels);
  CHECK(has(labels, "\"index\": 0, \"label\": { \"/P\": \"\", \"/St\": 1 }"));
  CHECK(has(labels, "\"index\": 1, \"label\": { \"/S\": \"/D\", \"/St\": 1 }"));
}

TEST_CASE("a reader is asked to print at full size, on both sides, from the right") {
  MadeDocument made("ar");
  Setting setting;
  setting.language = "ar";
  made.write({}, StructureType::h1, "\u062f\u0648\u0627\u0621", setting);
  made.document.duplex = design::Duplex::short_edge;
  if (!installed("qpdf")) return;
  const std::string catalog = squashed(seen_by("qpdf --json=1 --json-key=objects FILE", made));
  CHECK(has(catalog,
            "\"/Direction\": \"/R2L\", \"/DisplayDocTitle\": true, \"/Duplex\": \"/DuplexFlipShortEdge\", "
            "\"/PickTrayByPDFSize\": true, \"/PrintScaling\": \"/None\""));
  CHECK(has(catalog, "\"/Lang\": \"ar\""));
}

TEST_CASE("pixels, pixels that are see-through, and a JPEG as it is") {
  if (!installed("pdfimages")) return;
  MadeDocument made;
  const StructureId figure = made.add({}, StructureType::figure);
  const Rect box{60_pt, 60_pt, 100_pt, 50_pt};
  auto clear = raster();
  clear->alpha = std::string("\x80\xFF", 2);
  auto photo = raster();
  photo->rgb.clear();
  photo->jpeg = "\xFF\xD8\xFF\xD9";  // the writer only passes it on
  photo->jpeg_components = 1;
  for (const auto& picture : {raster(), clear, photo})
    made.page().items.push_back(pages::PlacedImage{picture, box, figure});
  const std::string images = squashed(seen_by("pdfimages -list FILE", made));
  CAPTURE(images);
  CHECK(has(images, "image 2 1 rgb 3 8 image"));
  CHECK(has(images, "smask 2 1 gray 1 8 image"));
  CHECK(has(images, "image 2 1 gray 1 8 jpeg"));
}

TEST_CASE("a picture that is drawn twice is stored once") {
  MadeDocument made;
  const StructureId figure = made.add({}, StructureType::figure);
  const auto picture = raster();
  for (int i = 0; i < 2; ++i)
    made.page().items.push_back(pages::PlacedImage{picture, {60_pt, 60_pt, 9_pt, 9_pt}, figure});
  const std::string bytes = write_pdf(made.document, test_fonts(), Standard::ua1);
  const std::size_t first = bytes.find("/Image");
  REQUIRE(first != std::string::npos);
  CHECK(bytes.find("/Image", first + 1) == std::string::npos);
}
