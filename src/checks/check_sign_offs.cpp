#include "checks/check_sign_offs.h"

#include <fmt/format.h>

namespace handout::checks {

void check_sign_offs(const content::Document& document, const Signing& signing, Diagnostics& diagnostics) {
  const content::SignOff* outdated = nullptr;
  for (const content::SignOff& one : signing.sign_offs) {
    if (one.role != content::SignOffRole::clinical || one.locale != document.locale) continue;
    if (one.of == signing.digest) return;
    outdated = &one;
  }
  const std::string message = outdated == nullptr ? fmt::format("the text of {} has no clinical sign-off", document.id)
                                                  : fmt::format("the text of {} has changed since {} signed it on {}",
                                                                document.id, outdated->by, outdated->on);
  diagnostics.warning("content.not-signed-off", message, document.where,
                      fmt::format("when a clinician has read it: handout sign {} --by \"NAME\"", document.id));
}

}  // namespace handout::checks
