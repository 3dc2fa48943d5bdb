#include "batch/sign.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "batch/jobs.h"
#include "batch/unknown_name.h"
#include "content/load_sign_offs.h"

namespace handout::batch {
namespace {

/// The handout in the language that was read, where it can be signed: a translation must be whole.
std::shared_ptr<const LoadedDocument> load_readable(const SignRequest& request, const Project& project, Press& press,
                                                    Diagnostics& diagnostics) {
  if (std::find(project.handouts.begin(), project.handouts.end(), request.handout) == project.handouts.end()) {
    report_unknown("handout", request.handout, project.handouts, diagnostics);
    return nullptr;
  }
  std::shared_ptr<const LoadedDocument> loaded = press.document(request.handout);
  if (loaded->document && !request.locale.empty() && request.locale != loaded->document->locale.tag) {
    const std::vector<Locale> locales = press.locales(request.handout);
    const std::optional<Locale> locale = parse_locale(request.locale);
    if (!locale || !can_print(locales, *locale)) {
      report_unknown("locale", request.locale, tags_of(locales), diagnostics);
      return nullptr;
    }
    if (request.role == content::SignOffRole::clinical) {
      diagnostics.error(
          "usage.no-role",
          fmt::format("a clinical sign-off is of the text as it is written, in \"{}\"", loaded->document->locale.tag),
          {}, "leave out --locale; who has read the translation adds --role language");
      return nullptr;
    }
    loaded = press.document(request.handout, *locale, localization::Untranslated::refused);
  }
  for (const Diagnostic& item : loaded->diagnostics.items()) {
    if (item.severity == Severity::error) diagnostics.add(item);
  }
  return loaded->document && loaded->sign_offs ? loaded : nullptr;
}

bool is_same_reader(const content::SignOff& one, const content::SignOff& other) {
  return one.by == other.by && one.role == other.role && one.locale == other.locale;
}

}  // namespace

std::optional<std::string> sign(const SignRequest& request, const Project& project, Press& press,
                                Diagnostics& diagnostics) {
  const std::shared_ptr<const LoadedDocument> loaded = load_readable(request, project, press, diagnostics);
  if (!loaded) return std::nullopt;
  const Locale& locale = loaded->document->locale;
  const content::SignOff signed_now{locale,       loaded->text_digest, collapse_and_trim(request.by),
                                    request.role, request.on,          {}};
  if (signed_now.by.empty()) {
    diagnostics.error("usage.no-name", "a sign-off needs the name of who has read the text", {}, "write --by \"NAME\"");
    return std::nullopt;
  }
  content::SignOffs all = *loaded->sign_offs;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const content::SignOff& one) { return is_same_reader(one, signed_now); }),
            all.end());
  all.push_back(signed_now);
  return content::write_sign_offs(all);
}

}  // namespace handout::batch
