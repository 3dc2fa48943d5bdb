#include "pdf/write_pdf.h"

#include "pdf/coded_text.h"
#include "pdf/content_stream.h"
#include "pdf/deflate.h"
#include "pdf/destinations.h"
#include "pdf/haru_document.h"
#include "pdf/metadata.h"
#include "pdf/numbers.h"
#include "pdf/resources.h"
#include "pdf/structure_tree.h"
#include "pdf/write_file.h"

namespace handout::pdf {
namespace {

std::string media_box_entry(Size size) {
  std::string entry = "/MediaBox[0 0 ";
  append_decimal(entry, hundredths(size.width), 2);
  entry += ' ';
  append_decimal(entry, hundredths(size.height), 2);
  entry += ']';
  return entry;
}

std::vector<Object> add_pages(HaruDocument& haru, const pages::PagedDocument& document,
                              const std::vector<PageContent>& contents, Deflater& deflater) {
  std::vector<Object> added;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const Object page = haru.add_page(deflater.deflate(contents[i].operators));
    haru.remove(page, "MediaBox");  // libharu's is in single precision
    haru.set_raw(page, media_box_entry(document.pages[i].size));
    haru.set(page, "StructParents", {static_cast<std::int32_t>(i)});
    haru.set(page, "Tabs", {Name{"S"}});  // in the structure's order
    added.push_back(page);
  }
  return added;
}

}  // namespace

std::string write_pdf(const pages::PagedDocument& document, const text::FontSet& fonts, Standard standard) {
  const Profile& profile = profile_of(standard);
  HaruDocument haru;
  Deflater deflater;
  Resources resources;

  const CodedText text = code_text(document, fonts);
  const std::vector<PageContent> contents = write_pages({document, text, profile, resources});
  const std::vector<Object> pages = add_pages(haru, document, contents, deflater);

  const StructureElements elements(haru, document, contents);
  const ElementPlaces places(elements, pages, profile);
  const std::vector<LinkAnnotation> links = write_links(haru, document, pages, places);
  write_structure(haru, elements, {contents, pages, links}, profile);
  write_outline(haru, elements, places);
  write_metadata(haru, document, profile, deflater);

  const Object page_resources = resources.write(haru, deflater, text.fonts);
  for (const Object page : pages)
    haru.set(page, "Resources", {page_resources});
  return write_file(haru, profile, deflater);
}

}  // namespace handout::pdf
