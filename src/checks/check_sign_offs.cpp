#include "checks/check_sign_offs.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace handout::checks {

void check_sign_offs(const content::Document& document, const Signing& signing, Diagnostics& diagnostics) {
  // What es-MX takes from es has been read there.
  const std::vector<Locale> languages = fallback_chain(document.locale);
  const content::SignOff* outdated = nullptr;
  for (const content::SignOff& one : signing.sign_offs) {
    if (one.role != signing.wanted || std::find(languages.begin(), languages.end(), one.locale) == languages.end()) {
      continue;
    }
    if (one.of == signing.digest) return;
    outdated = &one;
  }
  const bool clinical = signing.wanted == content::SignOffRole::clinical;
  const std::string text = clinical ? document.id : fmt::format("{} in \"{}\"", document.id, document.locale.tag);
  const std::string message =
      outdated == nullptr
          ? fmt::format("the text of {} has no {} sign-off", text, clinical ? "clinical" : "language")
          : fmt::format("the text of {} has changed since {} signed it on {}", text, outdated->by, outdated->on);
  diagnostics.warning(
      "content.not-signed-off", message, document.where,
      clinical
          ? fmt::format("when a clinician has read it: handout sign {} --by \"NAME\"", document.id)
          : fmt::format("when someone who knows the language has read it: handout sign {} --locale {} --role language "
                        "--by \"NAME\"",
                        document.id, document.locale.tag));
}

}  // namespace handout::checks
