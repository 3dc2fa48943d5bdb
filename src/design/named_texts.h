#pragma once

#include <map>
#include <string>
#include <string_view>

#include "design/applying.h"

namespace handout::design {

/// Values of the fields that a text takes from its place: risk.count, risk.of, source.checked, qr.href.
using TextValues = std::map<std::string, std::string, std::less<>>;

/// A text of the layout, these fields filled. The layout must have it.
content::Words named_text(Applying&, std::string_view name, const TextValues& values = {});

/// The same as read out: for alternative texts.
std::string named_alternative(Applying&, std::string_view name, const TextValues& values);

}  // namespace handout::design
