#include "app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <sstream>
#include <thread>

namespace handout::app {
namespace {

constexpr int wrong_usage = 2;

/// What CLI11 writes into before it is known which command was given.
struct Raw {
  PressOptions press;
  NewOptions made;
  SignOptions sign;
  std::string pdf = "ua1", format = "human", role = "clinical";
  bool release = false, draft = false;
};

void add_choice(CLI::App& command, Raw& raw) {
  batch::Request& request = raw.press.request;
  command.add_option("HANDOUT", request.handouts, "Ids of handouts; none: every one");
  command.add_option("--locale", request.locales, "Languages, or all")->delimiter(',');
  command.add_option("--layout", request.layouts, "Layouts, or all; none: the brand's own choice")->delimiter(',');
  command.add_option("--brand", request.brand, "The brand to print with");
  command.add_option("--paper", request.paper, "a4, letter, ...");
  command.add_option("--jobs", raw.press.workers, "How many to make at once")->check(CLI::Range(1U, 1024U));
  command.add_option("--format", raw.format, "human (to standard error) or json (to standard output)")
      ->check(CLI::IsMember({"human", "json"}));
  command.add_option("--report", raw.press.report, "Write what was done into this JSON file");
}

void add_build(CLI::App& app, Raw& raw) {
  CLI::App& build = *app.add_subcommand("build", "Prints handouts");
  add_choice(build, raw);
  build.add_option("--out", raw.press.request.out, "The folder to print into (output)");
  build.add_option("--name", raw.press.request.name, "File names, of {handout} {locale} {layout} {brand} {paper}");
  build.add_option("--pdf", raw.pdf, "ua1: PDF/UA-1 and PDF/A-2a; ua2: PDF/UA-2 and PDF/A-4")
      ->check(CLI::IsMember({"ua1", "ua2"}));
  CLI::Option* release = build.add_flag("--release", raw.release, "For patients: refuses what is not ready");
  build.add_flag("--draft", raw.draft, "Marks every page as a draft")->excludes(release);
}

void add_check(CLI::App& app, Raw& raw) {
  CLI::App& check = *app.add_subcommand("check", "Finds every problem in content, design and pages; prints nothing");
  add_choice(check, raw);
}

void add_new(CLI::App& app, Raw& raw) {
  CLI::App& made = *app.add_subcommand("new", "Starts a handout, a layout or a brand");
  made.add_option("KIND", raw.made.kind, "handout, layout or brand")
      ->required()
      ->check(CLI::IsMember({"handout", "layout", "brand"}));
  made.add_option("ID", raw.made.id, "Its id: small letters, digits and hyphens")->required();
}

void add_sign(CLI::App& app, Raw& raw) {
  CLI::App& sign = *app.add_subcommand("sign", "Says who has read a handout; any later edit unsigns it");
  sign.add_option("HANDOUT", raw.sign.request.handout, "Its id")->required();
  sign.add_option("--by", raw.sign.request.by, "The name of who has read it")->required();
  sign.add_option("--role", raw.role, "clinical (its content) or language (its wording)")
      ->check(CLI::IsMember({"clinical", "language"}));
  sign.add_option("--locale", raw.sign.request.locale, "The language that was read; none: the handout's own");
}

Options settled(const CLI::App& app, Raw raw, const std::string& project) {
  raw.press.project = raw.made.project = raw.sign.project = project;
  if (app.got_subcommand("new")) return raw.made;
  if (app.got_subcommand("sign")) {
    if (raw.role == "language") raw.sign.request.role = content::SignOffRole::language;
    return raw.sign;
  }
  batch::RenderOptions& render = raw.press.render;
  render.purpose = app.got_subcommand("check") ? batch::Purpose::check : batch::Purpose::print;
  // What is checked may be printed in any layout tomorrow; what is printed goes out in the brand's own.
  std::vector<std::string>& layouts = raw.press.request.layouts;
  if (render.purpose == batch::Purpose::check && layouts.empty()) layouts = {"all"};
  if (raw.release) render.standing = batch::Standing::release;
  if (raw.draft) render.standing = batch::Standing::draft;
  render.standard = raw.pdf == "ua2" ? pdf::Standard::ua2 : pdf::Standard::ua1;
  raw.press.format = raw.format == "json" ? Format::json : Format::human;
  return raw.press;
}

}  // namespace

Options parse_options(int argc, const char* const* argv) {
  CLI::App app("A press for patient handouts: XML in, branded, accessible PDFs out.", "handout");
  Raw raw;
  raw.press.request.out.clear();
  raw.press.workers = std::max(1U, std::thread::hardware_concurrency());
  std::string project;
  app.add_option("--project", project, "The folder that holds content/ and layouts/");
  app.set_version_flag("--version", "handout " HANDOUT_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  add_build(app, raw);
  add_check(app, raw);
  add_new(app, raw);
  add_sign(app, raw);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, problem;
    const int code = app.exit(error, out, problem);
    return EndNow{code == 0 ? 0 : wrong_usage, code == 0 ? out.str() : problem.str()};
  }
  return settled(app, std::move(raw), project);
}

}  // namespace handout::app
