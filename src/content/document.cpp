#include "content/document.h"

#include <array>

namespace handout::content {

std::string_view role_name(Role role) {
  constexpr std::array<std::string_view, 12> names = {"",      "condition",   "options",   "procedure",      "benefits",
                                                      "risks", "preparation", "medicines", "day-of-surgery", "recovery",
                                                      "help",  "questions"};
  return names.at(static_cast<std::size_t>(role));
}

}  // namespace handout::content
