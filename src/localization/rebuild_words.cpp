#include "localization/rebuild_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "localization/unit_codes.h"

namespace handout::localization {
namespace {

using Kind = CodedPart::Kind;

/// The source's inlines that codes stand for.
struct SourceCodes {
  std::map<std::string, const content::Inline*, std::less<>> elements, marks;
  std::vector<const content::Inline*> protected_words;
};

class CodeFinder {
 public:
  SourceCodes find(const content::InlineList& inlines) {
    look_in(inlines);
    return std::move(codes_);
  }

 private:
  void look_in(const content::InlineList& inlines) {
    for (const content::Inline& part : inlines) {
      const UnitCode code = names_.next(part);
      if (code.kind == UnitCode::Kind::protected_words) codes_.protected_words.push_back(&part);
      if (code.kind == UnitCode::Kind::mark) ENSURE(codes_.marks.emplace(code.name, &part).second);
      if (code.kind != UnitCode::Kind::element) continue;
      codes_.elements.emplace(code.name, &part);
      look_in(*words_of(part));
    }
  }

  UnitCodes names_;
  SourceCodes codes_;
};

/// How a message shows a code, as translation tools do.
std::string shown(const CodedPart& part) {
  if (part.kind == Kind::closing) return fmt::format("</{}>", part.text);
  if (part.kind == Kind::opening) return fmt::format("<{}>", part.text);
  return is_line_break(part) ? fmt::format("<{}/>", part.text) : fmt::format("{{{}}}", part.text);
}

/// What is said of a code, by its kind.
struct CodeProblems {
  const char *missing, *unknown, *duplicate;
};
constexpr CodeProblems of_placeholders{"localization.placeholder-missing", "localization.placeholder-unknown",
                                       "localization.placeholder-duplicate"};
constexpr CodeProblems of_tags{"localization.tag-missing", "localization.tag-unknown", "localization.tag-duplicate"};

const CodeProblems& problems_of(const CodedPart& part) {
  return part.kind == Kind::mark && !is_line_break(part) ? of_placeholders : of_tags;
}

std::size_t count_of(const CodedText& text, const CodedPart& wanted) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), wanted));
}

/// Whether `words` at `at` are whole words: "US" in "USA" is not.
bool stands_alone(std::string_view text, std::size_t at, std::string_view words) {
  std::size_t before = at;
  while (before > 0 && is_trail_byte(text[--before])) {
  }
  std::size_t end = at + words.size();
  const bool joins_before = at > 0 && is_letter_or_digit(next_code_point(text, before));
  return !joins_before && (end == text.size() || !is_letter_or_digit(next_code_point(text, end)));
}

/// `words`, found in a text part of `text`, becomes a part of its own. Whether it was found.
bool split_off(CodedText& text, const std::string& words, const CodedPart& as) {
  for (std::size_t i = 0; i < text.size() && !words.empty(); ++i) {
    if (text[i].kind != Kind::text) continue;
    std::size_t at = text[i].text.find(words);
    while (at != std::string::npos && words.front() != '{' && !stands_alone(text[i].text, at, words))
      at = text[i].text.find(words, at + 1);
    if (at == std::string::npos) continue;
    const std::string after = text[i].text.substr(at + words.size());
    text[i].text.resize(at);
    text.insert(text.begin() + static_cast<std::ptrdiff_t>(i) + 1, {as, CodedPart{Kind::text, after}});
    std::erase_if(text, [](const CodedPart& part) { return part.kind == Kind::text && part.text.empty(); });
    return true;
  }
  return false;
}

class Rebuilder {
 public:
  Rebuilder(const content::Words& source, const SourceRange& where, Diagnostics& diagnostics)
      : source_(source), where_(where), diagnostics_(diagnostics), codes_(CodeFinder().find(source.inlines)) {}

  std::optional<content::Words> rebuild(CodedText text) {
    const std::size_t errors = diagnostics_.error_count();
    take_back_flattened(text);
    check_codes(text);
    check_braces(text);
    check_protected(text);
    if (diagnostics_.error_count() == errors) check_nesting(text);
    if (diagnostics_.error_count() > errors) return std::nullopt;
    content::Words words = source_;
    std::size_t at = 0;
    words.inlines = build(text, at);
    words.where = where_;
    return words;
  }

 private:
  void error(std::string code, const std::string& message, std::string hint) {
    diagnostics_.error(std::move(code), fmt::format("in unit {}, {}", source_.unit, message), where_, std::move(hint));
  }

  /// Tools that know no codes leave "{clinic.phone}" as words, and protected words unmarked. The second one of a name,
  /// clinic.phone-2, is shown as the first.
  void take_back_flattened(CodedText& text) {
    for (const auto& [name, part] : codes_.marks) {
      const CodedPart mark{Kind::mark, name};
      if (is_line_break(mark) || count_of(text, mark) > 0) continue;
      const std::string first = name.substr(0, name.rfind('-'));
      const bool again = first != name && codes_.marks.contains(first);
      if (!split_off(text, shown(mark), mark) && !(again && split_off(text, "{" + first + "}", mark))) continue;
      diagnostics_.warning(
          "localization.flattened-placeholder",
          fmt::format("in unit {}, {} is plain words; it is taken for the code", source_.unit, shown(mark)), where_,
          "keep the codes of the translation tool");
    }
    for (const content::Inline* part : codes_.protected_words) {
      const CodedPart mark{Kind::protected_text, words_inside(*words_of(*part))};
      if (count_of(text, mark) == 0) split_off(text, mark.text, mark);
    }
  }

  /// What looks like a placeholder and is none would be printed with its braces.
  void check_braces(const CodedText& text) {
    for (const CodedPart& part : text) {
      if (part.kind != Kind::text) continue;
      for (std::size_t open = part.text.find('{'); open != std::string::npos; open = part.text.find('{', open + 1)) {
        const std::size_t close = part.text.find('}', open);
        if (close == std::string::npos) break;
        const std::string name = part.text.substr(open + 1, close - open - 1);
        if (name.find('.') == std::string::npos || name.find_first_of(" {") != std::string::npos) continue;
        const CodedPart mark{Kind::mark, name};
        if (codes_.marks.contains(name)) {
          error(of_placeholders.duplicate, fmt::format("the translation has more than one {}", shown(mark)),
                "let it stand once, where the source's words for it stand");
        } else {
          error(of_placeholders.unknown, fmt::format("the source has no {}", shown(mark)), "take it out");
        }
      }
    }
  }

  void check_codes(const CodedText& text) {
    std::vector<CodedPart> wanted;
    for (const auto& [name, part] : codes_.elements) {
      wanted.push_back({Kind::opening, name});
      wanted.push_back({Kind::closing, name});
    }
    for (const auto& [name, part] : codes_.marks)
      wanted.push_back({Kind::mark, name});
    for (const CodedPart& part : wanted) {
      const std::size_t count = count_of(text, part);
      if (count == 1) continue;
      const bool closing_too = part.kind == Kind::closing && count == count_of(text, {Kind::opening, part.text});
      if (closing_too) continue;  // told of the opening one
      error(count == 0 ? problems_of(part).missing : problems_of(part).duplicate,
            fmt::format("the translation has {} {}", count == 0 ? "no" : "more than one", shown(part)),
            "let it stand once, where the source's words for it stand");
    }
    for (const CodedPart& part : text) {
      const bool is_code = part.kind != Kind::text && part.kind != Kind::protected_text;
      if (!is_code || part.kind == Kind::closing || std::find(wanted.begin(), wanted.end(), part) != wanted.end())
        continue;
      error(problems_of(part).unknown, fmt::format("the source has no {}", shown(part)), "take it out");
    }
  }

  void check_protected(const CodedText& text) {
    std::vector<std::string> found;
    for (const CodedPart& part : text) {
      if (part.kind == Kind::protected_text) found.push_back(part.text);
    }
    std::vector<std::string> wanted;
    for (const content::Inline* part : codes_.protected_words)
      wanted.push_back(words_inside(*words_of(*part)));
    std::sort(found.begin(), found.end());
    std::sort(wanted.begin(), wanted.end());
    if (found == wanted) return;
    error("localization.protected-changed",
          fmt::format("what is to stay as it is does not: “{}”", fmt::join(wanted, "”, “")),
          "copy it letter by letter from the source");
  }

  void check_nesting(const CodedText& text) {
    std::vector<std::string> open;
    for (const CodedPart& part : text) {
      if (part.kind == Kind::opening) open.push_back(part.text);
      if (part.kind != Kind::closing) continue;
      if (open.empty() || open.back() != part.text) {
        return error("localization.tag-nesting", fmt::format("{} does not end what began last", shown(part)),
                     "let codes end in the other order than they begin: <1><2>…</2></1>");
      }
      open.pop_back();
    }
  }

  content::InlineList build(const CodedText& text, std::size_t& at) {
    content::InlineList list;
    while (at < text.size()) {
      const CodedPart& part = text[at++];
      switch (part.kind) {
        case Kind::text:
          list.push_back({content::Text{part.text}, where_});
          break;
        case Kind::mark:
          list.push_back(*codes_.marks.at(part.text));
          break;
        case Kind::protected_text:
          list.push_back(*take_protected(part.text));
          break;
        case Kind::opening: {
          content::Inline element = *codes_.elements.at(part.text);
          *words_of(element) = build(text, at);
          list.push_back(std::move(element));
          break;
        }
        case Kind::closing:
          return list;
      }
    }
    return list;
  }

  /// The next of the source's protected elements that say this, so that none stands for another.
  const content::Inline* take_protected(const std::string& words) {
    auto& left = codes_.protected_words;
    const auto found = std::find_if(
        left.begin(), left.end(), [&](const content::Inline* part) { return words_inside(*words_of(*part)) == words; });
    ENSURE(found != left.end());
    const content::Inline* const part = *found;
    left.erase(found);
    return part;
  }

  const content::Words& source_;
  const SourceRange& where_;
  Diagnostics& diagnostics_;
  SourceCodes codes_;
};

}  // namespace

std::optional<content::Words> rebuild_words(const CodedText& text, const content::Words& source,
                                            const SourceRange& where, Diagnostics& diagnostics) {
  return Rebuilder(source, where, diagnostics).rebuild(normalized(text));
}

}  // namespace handout::localization
