#include "app/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <memory>
#include <sstream>
#include <string_view>
#include <thread>

#include "base/diagnostic.h"
#include "base/names.h"

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

/// A list with commas: one word, so that it ends where the next word begins, be that a handout. CLI11's own delimiter
/// would have the option take every word up to the next option; `split` does it instead.
void add_list(CLI::App& command, const std::string& name, std::vector<std::string>& list, const std::string& help) {
  command.add_option(name, list, help)
      ->allow_extra_args(false)
      ->type_name("LIST")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check([](const std::string& word) -> std::string {
        const bool names_nothing = word.find_first_not_of(", ") == std::string::npos;
        return names_nothing ? fmt::format("“{}” names nothing: write names with commas between, or all", word) : "";
      });
}

std::vector<std::string> split(const std::vector<std::string>& lists) {
  std::vector<std::string> parts;
  for (const std::string& list : lists) {
    std::istringstream words(list);
    for (std::string word; std::getline(words, word, ',');) {
      if (!word.empty()) parts.push_back(word);
    }
  }
  return parts;
}

void add_choice(CLI::App& command, Raw& raw, const std::string& layouts_help) {
  batch::Request& request = raw.press.request;
  command.add_option("HANDOUT", request.handouts, "Ids of handouts; none: every one");
  add_list(command, "--locale", request.locales, "Languages, with commas between, or all");
  add_list(command, "--layout", request.layouts, layouts_help);
  command.add_option("--brand", request.brand, "The brand to print with");
  command.add_option("--paper", request.paper, "a3, a4, a5, letter, legal or phone");
  command.add_option("--jobs", raw.press.workers, "How many to make at once")->check(CLI::Range(1U, 1024U));
  command.add_option("--format", raw.format, "human (to standard error) or json (to standard output)")
      ->check(CLI::IsMember({"human", "json"}));
  command.add_option("--report", raw.press.report, "Write what was done into this JSON file");
}

void add_build(CLI::App& app, Raw& raw) {
  CLI::App& build = *app.add_subcommand("build", "Prints handouts");
  add_choice(build, raw, "Layouts, or all; none: those that the brand prints in");
  build.add_option("--out", raw.press.request.out, "The folder to print into (output)");
  build.add_option("--name", raw.press.request.name, "File names, of {handout} {locale} {layout} {brand} {paper}");
  build.add_option("--pdf", raw.pdf, "ua1: PDF/UA-1 and PDF/A-2a; ua2: PDF/UA-2 and PDF/A-4")
      ->check(CLI::IsMember({"ua1", "ua2"}));
  CLI::Option* release = build.add_flag("--release", raw.release, "For patients: refuses what is not ready");
  build.add_flag("--draft", raw.draft, "Marks every page as a draft")->excludes(release);
}

void add_check(CLI::App& app, Raw& raw) {
  CLI::App& check = *app.add_subcommand("check", "Finds every problem in content, design and pages; prints nothing");
  add_choice(check, raw, "Layouts; none: all");
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
  std::vector<std::string>& layouts = raw.press.request.layouts;
  layouts = split(layouts);
  raw.press.request.locales = split(raw.press.request.locales);
  // What is checked may be printed in any layout tomorrow; what is printed goes out in the brand's own.
  if (render.purpose == batch::Purpose::check && layouts.empty()) layouts = {"all"};
  if (raw.release) render.standing = batch::Standing::release;
  if (raw.draft) render.standing = batch::Standing::draft;
  render.standard = raw.pdf == "ua2" ? pdf::Standard::ua2 : pdf::Standard::ua1;
  raw.press.format = raw.format == "json" ? Format::json : Format::human;
  return raw.press;
}

std::vector<std::string> names_of(const std::vector<const CLI::App*>& commands) {
  std::vector<std::string> names;
  for (const CLI::App* command : commands)
    names.push_back(command->get_name());
  return names;
}

/// The options that may stand behind a command: its own, and those of the program.
std::vector<std::string> options_of(const CLI::App& app, const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* one : {&command, &app}) {
    for (const CLI::Option* option : one->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        // Each command has its own --help.
        if (std::find(names.begin(), names.end(), "--" + name) == names.end()) names.push_back("--" + name);
      }
    }
  }
  return names;
}

/// `what` is not among the `known`: which of them may be meant.
std::string not_known(const std::string& what, const std::string& name, const std::vector<std::string>& known) {
  const std::string nearest = nearest_name(name, {known.begin(), known.end()});
  const std::string there_are = fmt::format("there are: {}", fmt::join(known, ", "));
  return fmt::format("{}: {}\n", what, nearest.empty() ? there_are : fmt::format("did you mean {}?", nearest));
}

/// As it is typed into a shell.
std::string as_typed(const std::string& word) {
  const bool is_plain = std::all_of(word.begin(), word.end(), [](char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 ||
           std::string_view("-_=./,").find(letter) != std::string_view::npos;
  });
  return is_plain && !word.empty() ? word : "'" + word + "'";
}

/// `option` is the command's, and stood before it: the line with the command first.
std::string answer_to_order(const std::string& option, const std::string& command, std::vector<std::string> words) {
  const auto at = std::find(words.begin(), words.end(), command);
  if (at == words.end()) {
    words.insert(words.begin(), command);
  } else {
    std::rotate(words.begin(), at, at + 1);
  }
  std::string line = "handout";
  for (const std::string& word : words)
    line += " " + as_typed(word);
  return fmt::format("{} stands behind the command: {}\n", option, line);
}

std::string answer_without_command(const CLI::App& app, const std::vector<std::string>& words) {
  const std::vector<const CLI::App*> commands = app.get_subcommands({});
  const std::vector<std::string> names = names_of(commands);
  for (const std::string& word : app.remaining()) {
    if (!word.starts_with('-')) continue;
    const std::string option = word.substr(0, word.find('='));
    for (const CLI::App* command : commands) {
      if (contains(options_of(app, *command), option)) return answer_to_order(option, command->get_name(), words);
    }
  }
  for (const std::string& word : app.remaining()) {
    if (!word.starts_with('-')) return not_known(fmt::format("there is no command “{}”", word), word, names);
  }
  if (!app.remaining().empty()) {
    const std::string word = app.remaining().front(), option = word.substr(0, word.find('='));
    return not_known(fmt::format("handout has no option {}", option), option, options_of(app, app));
  }
  return fmt::format("say what to do: handout {}\n", fmt::join(names, ", or handout "));
}

/// "--layout: 1 required LIST missing"
std::string needs_a_value(const std::string& says) {
  return says.substr(0, says.find(':')) + " needs a value\n";
}

/// Every word that nothing is known of, options with those that are near.
std::string answer_to_extras(const CLI::App& app, const CLI::App& command, const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : app.remaining(true)) {
    if (!word.starts_with('-')) {
      text += fmt::format("{} takes no further word: “{}”\n", command.get_name(), word);
    } else {
      const std::string name = word.substr(0, word.find('='));
      if (contains(options_of(app, command), name)) return answer_to_order(name, command.get_name(), words);
      text += not_known(fmt::format("{} has no option {}", command.get_name(), name), name, options_of(app, command));
    }
  }
  return text;
}

/// What someone is told whose command line is wrong: what is known instead, and where more stands.
std::string answer(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words) {
  const std::vector<CLI::App*> given = app.get_subcommands();
  const std::string says = error.what();
  const bool lacks_value = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
  if (given.empty()) {
    return (lacks_value ? needs_a_value(says) : answer_without_command(app, words)) + "more: handout --help\n";
  }
  const CLI::App& command = *given.front();
  std::string text = lacks_value ? needs_a_value(says) : says + "\n";
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) text = answer_to_extras(app, command, words);
  return fmt::format("{}more: handout {} --help\n", text, command.get_name());
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
  } catch (const CLI::Success& asked) {
    std::ostringstream out;
    app.exit(asked, out);
    return EndNow{0, out.str()};
  } catch (const CLI::ParseError& error) {
    return EndNow{wrong_usage, answer(app, error, {argv + 1, argv + argc})};
  }
  return settled(app, std::move(raw), project);
}

}  // namespace handout::app
