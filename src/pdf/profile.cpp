#include "pdf/profile.h"

namespace handout::pdf {
namespace {

// PDF/A-2 (ISO 19005-2, 6.6.2.3) wants every schema that is not XMP's own described; pdfuaid is one.
constexpr Profile ua1{
    "%PDF-1.7",
    InfoDictionary::written,
    R"(<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>
<pdfaid:part xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">2</pdfaid:part>
<pdfaid:conformance xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">A</pdfaid:conformance>
<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" )"
    R"(xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">)"
    R"(<rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>)"
    R"(<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>)"
    R"(<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>)"
    R"(<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>)"
    R"(<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>)"
    R"(<pdfaProperty:description>The part of ISO 14289 kept to</pdfaProperty:description></rdf:li>)"
    R"(</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>)",
    "",
    Destinations::pages,
    "Reference",
    "None"};

// Well-Tagged PDF is claimed by two declarations (WTPDF 1.0, 6.1.3).
constexpr Profile ua2{
    "%PDF-2.0",
    InfoDictionary::left_out,
    R"(<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">2</pdfuaid:part>
<pdfuaid:rev xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">2024</pdfuaid:rev>
<pdfaid:part xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">4</pdfaid:part>
<pdfaid:rev xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">2020</pdfaid:rev>
<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag>)"
    R"(<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li>)"
    R"(<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0)"
    R"(</pdfd:conformsTo></rdf:li></rdf:Bag></pdfd:declarations>)",
    "http://iso.org/pdf2/ssn",
    Destinations::structure,
    "Span",
    "Description"};

}  // namespace

const Profile& profile_of(Standard standard) {
  return standard == Standard::ua1 ? ua1 : ua2;
}

}  // namespace handout::pdf
