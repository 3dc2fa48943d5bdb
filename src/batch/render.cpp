#include "batch/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "batch/collect_fields.h"
#include "batch/earlier_prints.h"
#include "batch/edition.h"
#include "checks/check_content.h"
#include "checks/check_pages.h"
#include "checks/check_sign_offs.h"
#include "checks/release.h"
#include "design/apply_design.h"
#include "figures/qr_code.h"
#include "localization/fill_fields.h"
#include "pages/fit.h"
#include "pdf/write_pdf.h"

namespace handout::batch {
namespace {

/// Whether a page must not be printed. Text that runs over is printed all the same, with its page too many: people see
/// then what has to go. Patients get no such print.
bool must_not_print(Standing standing, const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.items().begin(), diagnostics.items().end(), [standing](const Diagnostic& d) {
    return d.severity == Severity::error && (d.code != "pages.overflow" || standing == Standing::release);
  });
}

void hold_to(Standing standing, Diagnostics& diagnostics) {
  if (standing == Standing::release) diagnostics = checks::hold_to_release(diagnostics);
}

/// What a release may not have of what is warned of in the shared files that the handout takes words from: told once
/// for the whole batch, it keeps each of these handouts from being printed.
void hold_shared_files(const LoadedDocument& loaded, const Press& press, Diagnostics& diagnostics) {
  Diagnostics warned;
  for (const Diagnostic& item : press.shared_problems().items()) {
    if (item.severity == Severity::warning && item.where.file && loaded.digests.contains(item.where.file->path))
      warned.add(item);
  }
  const Diagnostics held = checks::hold_to_release(warned);
  for (const Diagnostic& item : held.items()) {
    if (item.severity == Severity::error) diagnostics.add(item);
  }
}

void check_loaded(const LoadedDocument& loaded, const RenderOptions& options, JobResult& result) {
  if (!loaded.document) return;
  const content::Document& document = *loaded.document;
  checks::check_content(document, options.today, result.diagnostics);
}

/// Its clinical content is signed as it is written, its wording in each other language.
void check_signed(const LoadedDocument& written, const LoadedDocument& loaded, Diagnostics& diagnostics) {
  using Role = content::SignOffRole;
  if (!written.sign_offs || !written.document) return;
  checks::check_sign_offs(*written.document, {*written.sign_offs, written.text_digest, Role::clinical}, diagnostics);
  if (&written == &loaded || !loaded.document) return;
  checks::check_sign_offs(*loaded.document, {*written.sign_offs, loaded.text_digest, Role::language}, diagnostics);
}

/// Before a job ends for other mistakes: what the brand lacks is told with them, not when they are mended.
void check_fields(const LoadedDocument& loaded, Press& press, JobResult& result) {
  const std::optional<design::Brand> brand = press.brand(result.job.brand);
  if (brand) check_clinic_fields(press.fields_named(loaded), *brand, result.job.locale, result.diagnostics);
}

void write_pages(const pages::PagedDocument& paged, const RenderOptions& options, Press& press, JobResult& result) {
  const text::FontSet& fonts = press.fonts(*press.design(result.job)->design);
  const std::string bytes = pdf::write_pdf(paged, fonts, options.standard);
  write_atomically(result.job.file, bytes);
  result.bytes = bytes.size();
  result.printed = true;
}

/// What the world, or a library, throws while `work` is done becomes a diagnostic of the result.
template <typename Work>
void keep_failures(JobResult& result, const Work& work) {
  try {
    work();
  } catch (const Failure& failure) {
    result.diagnostics.add(failure.diagnostic());
    result.failed = true;
  } catch (const std::exception& error) {
    result.diagnostics.error("system.failed", error.what());
    result.failed = true;
  }
}

}  // namespace

// The journey of a handout through the press, stage by stage.
std::optional<pages::PagedDocument> make_pages(const RenderOptions& options, Press& press, JobResult& result) {
  const Job& job = result.job;
  Diagnostics& diagnostics = result.diagnostics;

  const localization::Untranslated untranslated =
      options.standing == Standing::draft ? localization::Untranslated::marked : localization::Untranslated::refused;
  const std::shared_ptr<const LoadedDocument> loaded = press.document(job.handout, job.locale, untranslated);
  const std::shared_ptr<const LoadedDesign> designed = press.design(job);
  diagnostics.append(loaded->diagnostics);
  diagnostics.append(designed->diagnostics);
  check_loaded(*loaded, options, result);
  check_signed(*press.document(job.handout), *loaded, diagnostics);
  if (options.standing == Standing::release) hold_shared_files(*loaded, press, diagnostics);
  hold_to(options.standing, diagnostics);
  if (!loaded->document || !designed->design || must_not_print(options.standing, diagnostics)) {
    check_fields(*loaded, press, result);
    return std::nullopt;
  }
  const content::Document& document = *loaded->document;
  const design::Design& design = *designed->design;

  result.edition = edition(document, job.locale, {loaded->digests, designed->digests, design});
  const localization::Fields fields = collect_fields(document, design.brand, job.locale, result.edition);
  const design::Copy copy{{localization::fill_fields(document, fields, diagnostics)},
                          fields,
                          result.edition,
                          options.standing == Standing::draft || loaded->unreviewed > 0,
                          figures::qr_code};
  const design::Manuscript manuscript = design::apply_design(copy, design, diagnostics);
  if (must_not_print(options.standing, diagnostics)) return std::nullopt;

  pages::PagedDocument paged = pages::paginate(manuscript, press.fonts(design), diagnostics);
  checks::check_pages(paged, design, diagnostics);
  result.pages = paged.pages.size();
  result.setting = paged.setting;
  result.overflow_lines = paged.overflow_lines;
  hold_to(options.standing, diagnostics);
  if (must_not_print(options.standing, diagnostics)) return std::nullopt;
  return paged;
}

JobResult render(const Job& job, const RenderOptions& options, Press& press) {
  JobResult result;
  result.job = job;
  keep_failures(result, [&] {
    const std::optional<pages::PagedDocument> paged = make_pages(options, press, result);
    if (paged && options.purpose == Purpose::print) write_pages(*paged, options, press, result);
  });
  // Where the machine failed nothing is known to be wrong with what was printed before: it stays.
  if (options.purpose == Purpose::print && !result.printed && !result.failed)
    keep_failures(result, [&] { result.removed = remove_earlier_prints(job); });
  return result;
}

}  // namespace handout::batch
