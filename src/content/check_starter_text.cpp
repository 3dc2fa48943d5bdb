#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "content/content_checks.h"
#include "content/vocabulary.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// What app/new_files.cpp writes to be written over; tests/app/command_line.sh holds the two together. Its titles of
/// sections are not among them: those may stay.
constexpr std::array<std::string_view, 10> starter_texts = {"The name of the operation",
                                                            "The one thing to do or know.",
                                                            "Say what is wrong, in short words.",
                                                            "First this.",
                                                            "Then that.",
                                                            "Say what gets better, and how often.",
                                                            "Say what can go wrong, and how often.",
                                                            "Say what to expect, week by week.",
                                                            "A sign of danger",
                                                            "A sign to tell us about"};

/// Not a list of one item, whose words are the item's.
bool holds_words(const XmlElement& element) {
  const auto parts = element.elements();
  return !is_inline(element.name) &&
         std::all_of(parts.begin(), parts.end(), [](const XmlElement* part) { return is_inline(part->name); });
}

}  // namespace

void check_starter_text(const XmlElement& handout, Diagnostics& diagnostics) {
  each_element(handout, [&](const XmlElement& element) {
    if (!is_from(element, handout) || !holds_words(element)) return;
    const std::string text = text_of(element);
    if (std::find(starter_texts.begin(), starter_texts.end(), text) == starter_texts.end()) return;
    diagnostics.warning("content.starter-text", fmt::format("\"{}\" is what a new handout begins with", text),
                        element.where, "write over it what patients are to read, or delete it");
  });
}

}  // namespace handout::content
