#include "batch/sign.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "batch/sample_project.h"

namespace handout::batch {
namespace {

struct Signed {
  std::optional<std::string> text;
  Diagnostics diagnostics;
};

Signed sign_in(const tests::MemoryFiles& files, const SignRequest& request) {
  Press press(files, ".");
  Signed made;
  made.text = sign(request, find_project(files), press, made.diagnostics);
  return made;
}

SignRequest clinical(const std::string& by) {
  return {"knee", "", by, content::SignOffRole::clinical, "2026-11-25"};
}

std::size_t count_of(const std::string& words, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    ++count;
  return count;
}

/// Whether the handout is warned of as not signed.
bool asks_for_sign_off(const tests::MemoryFiles& files) {
  Press press(files, ".");
  const auto loaded = press.document("knee");
  REQUIRE(loaded->sign_offs);
  for (const content::SignOff& one : *loaded->sign_offs) {
    if (one.role == content::SignOffRole::clinical && one.of == loaded->text_digest) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("Signing binds a name to the text, and an edit unsigns it") {
  tests::MemoryFiles files = project_of(whole_handout("lang=\"en\"", ""));
  CHECK(asks_for_sign_off(files));
  const Signed first = sign_in(files, clinical("Dr A"));
  REQUIRE(first.text);
  CHECK(first.diagnostics.items().empty());
  files.add("content/knee/sign-offs.xml", *first.text);
  CHECK_FALSE(asks_for_sign_off(files));
  CHECK(sign_in(files, clinical("Dr A")).text == first.text);

  files.add("content/knee/handout.xml", whole_handout("lang=\"en\"", "<p id=\"p\">One more.</p>"));
  CHECK(asks_for_sign_off(files));
  // The same reader's earlier sign-off gives way, another's stays.
  const Signed second = sign_in(files, clinical("Dr B"));
  REQUIRE(second.text);
  CHECK(count_of("<sign-off ", *second.text) == 2);
  files.add("content/knee/sign-offs.xml", *second.text);
  const Signed third = sign_in(files, clinical("Dr A"));
  REQUIRE(third.text);
  CHECK(count_of("<sign-off ", *third.text) == 2);
  CHECK(count_of("Dr A", *third.text) == 1);
}

TEST_CASE("Nobody signs what is not there or is broken, and nobody unnamed signs") {
  struct Case {
    SignRequest request;
    std::string blocks, code;
  };
  SignRequest other = clinical("Dr A"), spanish = other;
  other.handout = "nee";
  spanish.locale = "es";
  const std::vector<Case> cases = {{other, "", "usage.unknown-handout"},
                                   {spanish, "", "usage.unknown-locale"},
                                   {clinical("  "), "", "usage.no-name"},
                                   {clinical("Dr A"), "<wrong/>", "content.unknown-element"}};
  for (const Case& one : cases) {
    CAPTURE(one.code);
    const Signed made = sign_in(project_of(whole_handout("lang=\"en\"", one.blocks)), one.request);
    CHECK_FALSE(made.text);
    REQUIRE(made.diagnostics.items().size() == 1);
    CHECK(made.diagnostics.items().front().code == one.code);
  }
}

}  // namespace handout::batch
