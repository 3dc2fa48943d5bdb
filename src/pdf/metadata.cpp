#include "pdf/metadata.h"

#include <charconv>
#include <string>
#include <string_view>

#include "pdf/icc_profile.h"

namespace handout::pdf {
namespace {

constexpr std::string_view producer = "handout " HANDOUT_VERSION;

std::string escaped(std::string_view text) {
  std::string xml;
  for (const char c : text) {
    if (c == '&') {
      xml += "&amp;";
    } else if (c == '<') {
      xml += "&lt;";
    } else if (c == '>') {
      xml += "&gt;";
    } else {
      xml += c;
    }
  }
  return xml;
}

/// ISO 16684-1. The edition stands in dc:identifier, so that a sheet of paper leads back to its text.
std::string xmp_packet(const pages::PagedDocument& document, const Profile& profile) {
  std::string xmp =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">)"
      R"(<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" )"
      R"(xmlns:pdf="http://ns.adobe.com/pdf/1.3/">)"
      "\n";
  xmp.append(R"(<dc:title><rdf:Alt><rdf:li xml:lang="x-default">)").append(escaped(document.title));
  xmp.append("</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>").append(document.locale.tag);
  xmp.append("</rdf:li></rdf:Bag></dc:language>\n");
  if (!document.edition.empty())
    xmp.append("<dc:identifier>").append(escaped(document.edition)).append("</dc:identifier>\n");
  xmp.append("<pdf:Producer>").append(producer).append("</pdf:Producer>\n");
  xmp.append(profile.identification);
  xmp.append("\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return xmp;
}

/// A reader should show the title, print at full size (an A4 page fitted to Letter prints 11.5 pt as 10.8) on the paper
/// it is made for, and turn the sheet as the layout says.
Entries viewer_preferences(const pages::PagedDocument& document) {
  Entries entries{{"DisplayDocTitle", {true}}, {"PrintScaling", {Name{"None"}}}, {"PickTrayByPDFSize", {true}}};
  switch (document.duplex) {
    case design::Duplex::no:
      entries.push_back({"Duplex", {Name{"Simplex"}}});
      break;
    case design::Duplex::long_edge:
      entries.push_back({"Duplex", {Name{"DuplexFlipLongEdge"}}});
      break;
    case design::Duplex::short_edge:
      entries.push_back({"Duplex", {Name{"DuplexFlipShortEdge"}}});
      break;
  }
  if (document.locale.direction == Direction::right_to_left) entries.push_back({"Direction", {Name{"R2L"}}});
  return entries;
}

/// The number that a label is in plain digits, or 0.
int plain_number(const std::string& label) {
  int number = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  return error == std::errc() && end == label.data() + label.size() && std::to_string(number) == label ? number : 0;
}

/// ISO 32000-1, 12.4.2. Left out where every page's label is its place; pages in a row share a range.
void write_page_labels(HaruDocument& haru, const pages::PagedDocument& document) {
  Array ranges;
  bool needed = false;
  int expected = 0;  // the label that the running range gives the next page; 0: none
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    const std::string& label = document.pages[page].label;
    const int number = plain_number(label);
    needed = needed || number != static_cast<int>(page) + 1;
    if (number == 0 || number != expected) {
      ranges.push_back({static_cast<std::int32_t>(page)});
      if (number > 0) {
        ranges.push_back({Entries{{"S", {Name{"D"}}}, {"St", {number}}}});
      } else {
        ranges.push_back({Entries{{"P", {Text{label}}}}});
      }
    }
    expected = number > 0 ? number + 1 : 0;
  }
  if (needed) haru.set(haru.catalog(), "PageLabels", {Entries{{"Nums", {std::move(ranges)}}}});
}

void write_output_intent(HaruDocument& haru, Deflater& deflater) {
  const Object profile = haru.add_stream(deflater.deflate(srgb_profile()), Filter::flate);
  haru.set(profile, "N", {3});
  haru.set(haru.catalog(), "OutputIntents",
           {Array{{Entries{{"Type", {Name{"OutputIntent"}}},
                           {"S", {Name{"GTS_PDFA1"}}},
                           {"OutputConditionIdentifier", {Ascii{"sRGB IEC61966-2.1"}}},
                           {"DestOutputProfile", {profile}}}}}});
}

}  // namespace

void write_metadata(HaruDocument& haru, const pages::PagedDocument& document, const Profile& profile,
                    Deflater& deflater) {
  // PDF/A-2 lifts PDF/A-1's ban on compressing it; plain, it would be a twentieth of a handout.
  const Object metadata = haru.add_stream(deflater.deflate(xmp_packet(document, profile)), Filter::flate);
  haru.set(metadata, "Type", {Name{"Metadata"}});
  haru.set(metadata, "Subtype", {Name{"XML"}});
  haru.set(haru.catalog(), "Metadata", {metadata});
  haru.set(haru.info(), "Title", {Text{document.title}});
  haru.set(haru.info(), "Producer", {Ascii{std::string(producer)}});
  haru.set(haru.catalog(), "Lang", {Ascii{document.locale.tag}});
  haru.set(haru.catalog(), "ViewerPreferences", {viewer_preferences(document)});
  write_page_labels(haru, document);
  write_output_intent(haru, deflater);
}

}  // namespace handout::pdf
