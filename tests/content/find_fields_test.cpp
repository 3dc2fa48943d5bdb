#include "content/find_fields.h"

#include <doctest/doctest.h>

#include <string>

#include "content/load_sample.h"

namespace handout::content {
namespace {

TEST_CASE("fields are found in words and addresses of a file with other mistakes, and in the blocks it takes in") {
  tests::MemoryFiles files;
  files.add("content/shared/s.xml",
            "<shared id=\"s\" lang=\"en\"><p id=\"a\">Call <field name=\"clinic.night\"/></p></shared>");
  Diagnostics said;
  const SharedBlocks shared = SharedBlocks::load(files, "content/shared", said);
  const std::string text =
      "<handout id='x' lang='en'><wrong><p>At <field name='clinic.fax'/></p></wrong>\n"
      "<section><qr href='{clinic.web}/{handout.id}'/><figure alt='Open {clinic.day}'/><use block='s.a'/>\n"
      "<sources><source href='{clinic.no}'>A { brace</source></sources></section></handout>";
  std::string found;
  for (const NamedField& field : find_fields(tests::source("content/x/handout.xml", text), shared)) {
    REQUIRE(field.where.file);
    found += field.name + ":" + std::to_string(line_column(*field.where.file, field.where.begin).line) + " ";
  }
  CHECK(found == "clinic.fax:1 clinic.web:2 handout.id:2 clinic.day:2 clinic.night:1 ");
  CHECK(find_fields(tests::source("content/x/handout.xml", "<handout>"), shared).empty());
}

}  // namespace
}  // namespace handout::content
