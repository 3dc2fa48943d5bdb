#include "design/brand_defaults.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>

#include "base/peek_xml.h"
#include "base/xml.h"
#include "design/brand_chain.h"

namespace handout::design {
namespace {

std::optional<Peeked> peek(const SourceFilePtr& file, std::string_view child, std::string_view attribute) {
  return peek_attribute(file, {"brand", child, attribute});
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream words(text);
  std::vector<std::string> found;
  for (std::string word; words >> word;)
    found.push_back(word);
  return found;
}

void add_languages(const std::optional<Peeked>& said, std::vector<Locale>& languages) {
  if (!said) return;
  for (const std::string& word : words_of(said->value)) {
    const std::optional<Locale> locale = parse_locale(word);
    if (locale && std::find(languages.begin(), languages.end(), *locale) == languages.end())
      languages.push_back(*locale);
  }
}

/// What keeps brands from being read at all.
void report_no_xml(const Files& files, const std::vector<std::string>& brands, Diagnostics& diagnostics) {
  for (const std::string& id : brands)
    parse_xml(read_source(files, brand_path(id)), "design", diagnostics);
}

}  // namespace

BrandDefaults brand_defaults(const Files& files, const std::string& brand) {
  BrandDefaults defaults;
  std::set<std::string> met;
  for (std::string id = brand; !id.empty() && met.insert(id).second;) {
    const SourceFilePtr file = read_source(files, brand_path(id));
    if (!file) break;
    const std::optional<Peeked> layouts = peek(file, "layouts", "default");
    const std::optional<Peeked> paper = peek(file, "paper", "default");
    const std::optional<Peeked> extends = peek(file, "", "extends");
    if (layouts && defaults.layouts.empty()) defaults.layouts = words_of(layouts->value);
    if (paper && !defaults.paper) defaults.paper = paper_from_name(paper->value);
    add_languages(peek(file, "", "lang"), defaults.languages);
    add_languages(peek(file, "languages", "default"), defaults.languages);
    add_languages(peek(file, "languages", "offered"), defaults.languages);
    id = extends ? extends->value : "";
  }
  return defaults;
}

std::string find_default_brand(const Files& files, Diagnostics& diagnostics) {
  const std::vector<std::string> brands = brand_ids(files);
  std::string found;
  for (const std::string& id : brands) {
    const SourceFilePtr file = read_source(files, brand_path(id));
    const std::optional<Peeked> mark = file ? peek(file, "", "default") : std::nullopt;
    if (!mark || mark->value != "yes") continue;
    if (found.empty()) {
      found = id;
    } else {
      diagnostics.error("design.default-brand",
                        fmt::format("brands \"{}\" and \"{}\" both say default=\"yes\"", found, id), mark->where,
                        "keep it in one brand of the project");
    }
  }
  if (found.empty()) {
    report_no_xml(files, brands, diagnostics);
    diagnostics.error("design.default-brand", "no brand of the project says default=\"yes\"", {},
                      "add it to the <brand> that prints when nobody asks; " + known_brands(files));
  }
  return found;
}

}  // namespace handout::design
