#include "text/hyphen_dictionary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace handout::text {
namespace {

/// The lines of a text, without what ends them.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }
  std::string_view next() {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

 private:
  std::string_view rest_;
};

/// What follows a line's keyword; nullopt where it does not begin with it.
std::optional<std::string_view> after(std::string_view line, std::string_view keyword) {
  if (!line.starts_with(keyword)) return std::nullopt;
  line.remove_prefix(keyword.size());
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line;
}

/// Settings that a level has or has not.
struct Settings {
  std::size_t left_min = 0, right_min = 0, part_left_min = 0, part_right_min = 0;
  std::vector<std::string> unhyphenated;
};

/// "-,'" names two; a comma that comes first is one itself.
std::vector<std::string> names_in(std::string_view list) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t comma = std::min(list.find(',', std::max<std::size_t>(begin, 1)), list.size());
    if (comma > begin) names.emplace_back(list.substr(begin, comma - begin));
    begin = comma + 1;
  }
  return names;
}

bool take_setting(std::string_view line, Settings& settings) {
  if (const auto list = after(line, "NOHYPHEN")) {
    settings.unhyphenated = names_in(*list);
    return true;
  }
  struct Number {
    std::string_view keyword;
    std::size_t& value;
  };
  const std::array<Number, 4> numbers = {{{"LEFTHYPHENMIN", settings.left_min},
                                          {"RIGHTHYPHENMIN", settings.right_min},
                                          {"COMPOUNDLEFTHYPHENMIN", settings.part_left_min},
                                          {"COMPOUNDRIGHTHYPHENMIN", settings.part_right_min}}};
  for (const Number& number : numbers) {
    const auto written = after(line, number.keyword);
    if (!written) continue;
    number.value = 0;
    std::from_chars(written->data(), written->data() + written->size(), number.value);
    return true;
  }
  return false;
}

struct Level {
  Settings settings;
  HyphenPatterns patterns;
};

/// Up to the line NEXTLEVEL, which is left at the front, or the end.
Level read_level(Lines& lines, HyphenCharset charset) {
  Level level{{}, HyphenPatterns(lines.rest().size())};
  while (!lines.at_end() && !lines.rest().starts_with("NEXTLEVEL")) {
    const std::string_view line = lines.next();
    if (line.empty() || line.front() == '%' || line.front() == '#') continue;
    const bool may_be_setting = line.front() >= 'A' && line.front() <= 'Z';
    if (!may_be_setting || !take_setting(line, level.settings)) level.patterns.add(line, charset);
  }
  return level;
}

/// libhyphen's own first level: parts meet at hyphens, dashes and apostrophes.
Level apostrophes(const Settings& settings, HyphenCharset charset) {
  const auto first_set = [](std::size_t part, std::size_t word) { return part != 0 ? part : word != 0 ? word : 3; };
  Level level;
  level.settings = settings;
  level.settings.part_left_min = first_set(settings.part_left_min, settings.left_min);
  level.settings.part_right_min = first_set(settings.part_right_min, settings.right_min);
  level.settings.unhyphenated = {"-", "'"};
  if (charset == HyphenCharset::utf8) level.settings.unhyphenated.insert(level.settings.unhyphenated.end(), {"–", "’"});
  for (const std::string& mark : level.settings.unhyphenated)
    level.patterns.add("1" + mark + "1", charset);
  return level;
}

}  // namespace

HyphenDictionary read_hyphen_dictionary(std::string_view text) {
  Lines lines(text);
  HyphenDictionary dictionary;
  dictionary.charset = std::string(lines.next());
  if (dictionary.charset == "UTF-8") dictionary.bytes = HyphenCharset::utf8;
  Level first = read_level(lines, dictionary.bytes);
  if (lines.at_end()) {
    dictionary.syllables = std::move(first.patterns);
    first = apostrophes(first.settings, dictionary.bytes);
  } else {
    lines.next();  // NEXTLEVEL; the settings after it are not used
    dictionary.syllables = read_level(lines, dictionary.bytes).patterns;
  }
  dictionary.compounds = std::move(first.patterns);
  const auto two_unless_set = [](std::size_t set) { return set != 0 ? set : std::size_t{2}; };
  dictionary.left_min = two_unless_set(first.settings.left_min);
  dictionary.right_min = two_unless_set(first.settings.right_min);
  dictionary.part_left_min = first.settings.part_left_min;
  dictionary.part_right_min = first.settings.part_right_min;
  dictionary.unhyphenated = std::move(first.settings.unhyphenated);
  return dictionary;
}

}  // namespace handout::text
