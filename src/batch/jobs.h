#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/locale.h"
#include "batch/project.h"
#include "design/design.h"

namespace handout::batch {

/// What was asked for, as it stands on the command line. Empty: what the brand says, or everything there is.
struct Request {
  std::vector<std::string> handouts;
  std::vector<std::string> locales;  ///< or "all"
  std::vector<std::string> layouts;  ///< or "all"
  std::string brand;
  std::string paper;
  std::string out = "output";  ///< the folder that files go to
  std::string name;            ///< the file's name, with {handout} {locale} {layout} {brand} {paper}
};

/// The names of a handout's prints in all languages: what stands before and after the language. Empty where the name
/// does not hold the language, or not the handout.
struct PrintNames {
  std::string before_locale, after_locale;
};

/// One PDF to be made.
struct Job {
  std::string handout;
  Locale locale;  ///< English where the handout does not say its language: it is broken, and the job tells why
  std::string layout, brand;
  design::PaperSize paper = design::PaperSize::a4;
  bool paper_asked = false;  ///< on the command line: then the layout must have it
  std::string file;          ///< where the PDF goes
  PrintNames in_any_locale;  ///< the same, whatever the language
  /// Where it may have gone before, if the handout does not say its language: its names in each other language that a
  /// file of the project names.
  std::vector<std::string> files_in_other_locales;
};

/// What the brand says where nobody asks.
struct Defaults {
  std::string brand;  ///< the project's default brand
  std::vector<std::string> layouts;
  design::PaperSize paper = design::PaperSize::a4;
  std::vector<Locale> languages;  ///< those that the brand names
};

/// Whether a handout that has these languages can be printed in `locale`: in one of them, in one that it stands for
/// (es-MX has what es has), or in none, where the press makes one up.
bool can_print(const std::vector<Locale>& available, const Locale& locale);

/// Every job that was asked for, handout by handout, so that each is loaded once and let go.
/// `defaults.layouts` and `.paper` are those of the brand that prints: request.brand, or defaults.brand.
/// What does not exist is reported with what there is instead: `usage.unknown-handout`, `usage.unknown-layout`,
/// `usage.unknown-locale`, `usage.unknown-paper`, `usage.unknown-name-field`, `usage.same-file`; then there are no
/// jobs. Warning: `usage.no-translation`, of a handout asked for by name that has no words in a language asked for.
struct Plan {
  const Project& project;
  const Files& files;
  const Defaults& defaults;
};
std::vector<Job> make_jobs(const Request&, const Plan&, Diagnostics&);

}  // namespace handout::batch
