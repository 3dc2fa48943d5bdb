#include "localization/rebuild_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

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
      if (code.kind == UnitCode::Kind::mark) codes_.marks.emplace(code.name, &part);
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

/// `words`, found in a text part of `text`, becomes a part of its own. Whether it was found.
bool split_off(CodedText& text, const std::string& words, const CodedPart& as) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i].kind != Kind::text) continue;
    const std::size_t at = text[i].text.find(words);
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

  /// Tools that know no codes leave "{clinic.phone}" as words, and protected words unmarked.
  void take_back_flattened(CodedText& text) {
    for (const auto& [name, part] : codes_.marks) {
      const CodedPart mark{Kind::mark, name};
      if (is_line_break(mark) || count_of(text, mark) > 0 || !split_off(text, shown(mark), mark)) continue;
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
          list.push_back(*protected_with(part.text));
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

  const content::Inline* protected_with(const std::string& words) const {
    const auto found =
        std::find_if(codes_.protected_words.begin(), codes_.protected_words.end(),
                     [&](const content::Inline* part) { return words_inside(*words_of(*part)) == words; });
    ENSURE(found != codes_.protected_words.end());
    return *found;
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
