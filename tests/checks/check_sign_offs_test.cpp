#include "checks/check_sign_offs.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/memory_files.h"

namespace handout::checks {
namespace {

content::SignOff signed_by(const std::string& tag, const std::string& of, content::SignOffRole role) {
  return {parse_locale(tag).value(), of, "Dr A. Example", role, "2026-11-20", {}};
}

}  // namespace

TEST_CASE("A handout asks for a clinical sign-off of its own language and of the text as it stands") {
  using content::SignOffRole;
  struct Case {
    content::SignOffs sign_offs;
    std::string message;  ///< empty: none
  };
  const std::string none = "the text of knee has no clinical sign-off";
  const std::vector<Case> cases = {
      {{}, none},
      {{signed_by("en", "aa", SignOffRole::clinical)}, ""},
      {{signed_by("en", "bb", SignOffRole::clinical), signed_by("en", "aa", SignOffRole::clinical)}, ""},
      {{signed_by("en", "bb", SignOffRole::clinical)},
       "the text of knee has changed since Dr A. Example signed it on 2026-11-20"},
      {{signed_by("en", "aa", SignOffRole::language)}, none},
      {{signed_by("es", "aa", SignOffRole::clinical)}, none},
  };
  for (const Case& one : cases) {
    content::Document document;
    document.id = "knee";
    document.where = {tests::source("content/knee/handout.xml", "<handout/>"), 0, 10};
    Diagnostics diagnostics;
    check_sign_offs(document, {one.sign_offs, "aa"}, diagnostics);
    REQUIRE(diagnostics.items().size() == (one.message.empty() ? 0 : 1));
    if (one.message.empty()) continue;
    const Diagnostic& told = diagnostics.items().front();
    CHECK(told.code == "content.not-signed-off");
    CHECK(told.severity == Severity::warning);
    CHECK(told.message == one.message);
    CHECK(told.where.file);
  }
}

}  // namespace handout::checks
