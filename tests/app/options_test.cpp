#include "app/options.h"

#include <doctest/doctest.h>

#include <vector>

namespace handout::app {
namespace {

Options parse(std::vector<const char*> words) {
  words.insert(words.begin(), "handout");
  return parse_options(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_CASE("A build is read from the command line") {
  const Options options =
      parse({"build",     "back",     "knee",  "--locale", "en,es",     "--layout=all", "--brand", "north", "--paper",
             "letter",    "--out",    "there", "--name",   "{handout}", "--jobs",       "3",       "--pdf", "ua2",
             "--release", "--format", "json",  "--report", "r.json",    "--project",    "p"});
  const auto* press = std::get_if<PressOptions>(&options);
  REQUIRE(press);
  CHECK(press->request.handouts == std::vector<std::string>{"back", "knee"});
  CHECK(press->request.locales == std::vector<std::string>{"en", "es"});
  CHECK(press->request.layouts == std::vector<std::string>{"all"});
  CHECK(press->request.brand == "north");
  CHECK(press->request.paper == "letter");
  CHECK(press->request.out == "there");
  CHECK(press->request.name == "{handout}");
  CHECK(press->workers == 3);
  CHECK(press->render.purpose == batch::Purpose::print);
  CHECK(press->render.standard == pdf::Standard::ua2);
  CHECK(press->render.standing == batch::Standing::release);
  CHECK(press->format == Format::json);
  CHECK(press->report == "r.json");
  CHECK(press->project == "p");
}

TEST_CASE("A list ends with its word: handouts may stand before options or after them") {
  const std::vector<std::vector<const char*>> cases = {
      {"build", "back", "knee", "--layout", "sheet,standard", "--locale", "en"},
      {"build", "--layout", "sheet,standard", "--locale", "en", "back", "knee"},
      {"build", "back", "--layout", "sheet", "--locale", "en", "--layout", "standard", "knee"},
      {"build", "--layout", "sheet,", "back", "--layout=standard", "knee", "--locale=en"},
      {"check", "--layout", "sheet,,standard", "--locale", "en", "back", "knee"},
  };
  for (const std::vector<const char*>& words : cases) {
    const Options options = parse(words);
    const auto* press = std::get_if<PressOptions>(&options);
    REQUIRE(press);
    CHECK(press->request.handouts == std::vector<std::string>{"back", "knee"});
    CHECK(press->request.layouts == std::vector<std::string>{"sheet", "standard"});
    CHECK(press->request.locales == std::vector<std::string>{"en"});
  }
}

TEST_CASE("Nothing said means everything, for people, on every core") {
  const Options options = parse({"build"});
  const auto* press = std::get_if<PressOptions>(&options);
  REQUIRE(press);
  CHECK(press->request.handouts.empty());
  CHECK(press->request.layouts.empty());
  CHECK(press->request.out.empty());
  CHECK(press->workers >= 1);
  CHECK(press->render.standing == batch::Standing::ordinary);
  CHECK(press->render.standard == pdf::Standard::ua1);
  CHECK(press->format == Format::human);
}

TEST_CASE("A check prints nothing; a draft is marked; a new file has a kind and an id") {
  const Options check = parse({"check", "back"});
  REQUIRE(std::holds_alternative<PressOptions>(check));
  CHECK(std::get<PressOptions>(check).render.purpose == batch::Purpose::check);
  CHECK(std::get<PressOptions>(check).request.layouts == std::vector<std::string>{"all"});
  const Options one = parse({"check", "--layout", "sheet"});
  CHECK(std::get<PressOptions>(one).request.layouts == std::vector<std::string>{"sheet"});
  const Options draft = parse({"build", "--draft"});
  REQUIRE(std::holds_alternative<PressOptions>(draft));
  CHECK(std::get<PressOptions>(draft).render.standing == batch::Standing::draft);
  const Options made = parse({"new", "layout", "poster"});
  REQUIRE(std::holds_alternative<NewOptions>(made));
  CHECK(std::get<NewOptions>(made).kind == "layout");
  CHECK(std::get<NewOptions>(made).id == "poster");
}

TEST_CASE("Help and version end well, a wrong command line ends with 2 and says why") {
  struct Case {
    std::vector<const char*> words;
    int exit_code;
    std::string says;
  };
  const std::vector<Case> cases = {
      {{"--version"}, 0, "handout " HANDOUT_VERSION},
      {{"--help"}, 0, "build"},
      {{"build", "--help"}, 0, "--layout"},
      {{}, 2, "say what to do: handout build, or handout check"},
      {{"bild"}, 2, "there is no command “bild”: did you mean build?"},
      {{"--project", "p", "chekc", "knee"}, 2, "did you mean check?"},
      {{"--jobs", "3", "build"}, 2, "--jobs stands behind the command: handout build --jobs 3\n"},
      {{"--layout", "sheet", "build", "x"}, 2, "--layout stands behind the command: handout build --layout sheet x\n"},
      {{"--name={handout} x", "build"}, 2, "--name stands behind the command: handout build '--name={handout} x'\n"},
      {{"--jobs", "3"}, 2, "--jobs stands behind the command: handout build --jobs 3\n"},
      {{"--project"}, 2, "--project needs a value"},
      {{"--versoin"}, 2, "handout has no option --versoin: did you mean --version?"},
      {{"build", "--layout", ","}, 2, "--layout: “,” names nothing"},
      {{"build", "--locale="}, 2, "--locale"},
      {{"print"}, 2, "there is no command “print”: there are: build, check, new, sign"},
      {{"build", "--colour"}, 2, "build has no option --colour: there are: --"},
      {{"build", "--layot=sheet"}, 2, "did you mean --layout?"},
      {{"build", "--layot=sheet", "--papr"}, 2, "did you mean --paper?"},
      {{"build", "--prject", "x"}, 2, "did you mean --project?"},
      {{"build", "--layout"}, 2, "--layout needs a value"},
      {{"build", "--paper"}, 2, "--paper needs a value"},
      {{"new", "layout", "a", "b"}, 2, "new takes no further word: “b”"},
      {{"build", "--pdf", "x"}, 2, "--pdf"},
      {{"build", "--format", "xml"}, 2, "--format"},
      {{"build", "--jobs", "0"}, 2, "--jobs"},
      {{"build", "--release", "--draft"}, 2, "--draft"},
      {{"check", "--out", "x"}, 2, "check has no option --out"},
      {{"new", "layout"}, 2, "ID"},
      {{"new", "page", "x"}, 2, "KIND"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.says);
    const Options options = parse(one.words);
    const auto* end = std::get_if<EndNow>(&options);
    REQUIRE(end);
    CHECK(end->exit_code == one.exit_code);
    CHECK_MESSAGE(end->text.find(one.says) != std::string::npos, end->text);
  }
}

TEST_CASE("What is told of options is told once, and in help a list is one word") {
  const auto said = [](std::vector<const char*> words) { return std::get<EndNow>(parse(std::move(words))).text; };
  const std::string colour = said({"build", "--colour"});
  CHECK(colour.find("--help,") == colour.rfind("--help,"));
  const std::string help = said({"build", "--help"});
  CHECK(help.find("--layout LIST  ") != std::string::npos);
  CHECK(help.find("LIST ...") == std::string::npos);
}

}  // namespace handout::app
