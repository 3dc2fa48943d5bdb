#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "batch/jobs.h"
#include "batch/press.h"
#include "design/manuscript.h"
#include "pages/paged_document.h"
#include "pdf/profile.h"

namespace handout::batch {

enum class Purpose { print, check };
/// How strictly a print is held to: as a working copy, as one for patients, or marked on every page as a draft.
enum class Standing { ordinary, release, draft };

struct RenderOptions {
  Purpose purpose = Purpose::print;
  Standing standing = Standing::ordinary;
  pdf::Standard standard = pdf::Standard::ua1;
  std::string today;  ///< ISO 8601: for review and withdrawal dates only, never for what is printed
};

/// The last setting of the fitting ladder, the first being 0.
constexpr int tightest_setting = design::FitSetting::last_step;

/// What became of a job.
struct JobResult {
  Job job;
  bool printed = false;
  std::vector<std::string> removed;  ///< earlier prints, taken away because nothing was printed in their place
  std::string edition;
  std::size_t pages = 0;
  std::size_t bytes = 0;
  int setting = 0;         ///< of the fitting ladder
  int overflow_lines = 0;  ///< lines too many at the tightest setting
  bool failed = false;     ///< the world failed: disk, fonts, library
  Diagnostics diagnostics;
};

/// A job's pages, before they become a PDF. nullopt where they must not be printed: `result.diagnostics` says why.
/// `result` is told what is known of them. Throws Failure.
std::optional<pages::PagedDocument> make_pages(const RenderOptions&, Press&, JobResult& result);

/// One job from XML to a PDF on disk. A handout with errors prints nothing, and what was printed of it before is taken
/// away, so that no one hands it out for what the text says now (also not a final for a draft, whose name is the same);
/// one that overflows its pages is printed,
/// with the page too many, but not for patients. Never throws: a Failure, or whatever else a library throws, becomes a
/// diagnostic of the result, and what was printed before stays: the text may have no mistake.
JobResult render(const Job&, const RenderOptions&, Press&);

}  // namespace handout::batch
