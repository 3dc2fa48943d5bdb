#include "localization/coded_text.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "base/sha256.h"
#include "base/unicode.h"
#include "localization/unit_codes.h"

namespace handout::localization {
namespace {

/// docs/formats.md, Translations.
constexpr std::size_t digest_digits = 12;

class Coder {
 public:
  CodedText code(const content::InlineList& inlines) {
    write(inlines);
    return std::move(coded_);
  }

 private:
  void write(const content::InlineList& inlines) {
    for (const content::Inline& part : inlines) {
      const UnitCode code = names_.next(part);
      switch (code.kind) {
        case UnitCode::Kind::words:
          add(CodedPart::Kind::text, std::get<content::Text>(part.item).text);
          break;
        case UnitCode::Kind::protected_words:
          add(CodedPart::Kind::protected_text, words_inside(*words_of(part)));
          break;
        case UnitCode::Kind::mark:
          add(CodedPart::Kind::mark, code.name);
          break;
        case UnitCode::Kind::element:
          add(CodedPart::Kind::opening, code.name);
          write(*words_of(part));
          add(CodedPart::Kind::closing, code.name);
          break;
      }
    }
  }
  void add(CodedPart::Kind kind, std::string text) { coded_.push_back({kind, std::move(text)}); }

  UnitCodes names_;
  CodedText coded_;
};

/// Takes white space in the order of reading, so that a run of it is one space whichever codes it spans.
class Normalizer {
 public:
  CodedText normalize(const CodedText& text) {
    for (const CodedPart& part : text) {
      if (part.kind == CodedPart::Kind::text) {
        add_words(part.text);
      } else {
        const bool breaks = is_line_break(part);
        if (breaks) drop_space_at_end();
        // A bracket of codes is no word: the space before it still stands before the word inside.
        if (part.kind == CodedPart::Kind::mark || part.kind == CodedPart::Kind::protected_text) after_space_ = breaks;
        result_.push_back(part);
      }
    }
    drop_space_at_end();
    std::erase_if(result_,
                  [](const CodedPart& part) { return part.kind == CodedPart::Kind::text && part.text.empty(); });
    return std::move(result_);
  }

 private:
  void add_words(const std::string& words) {
    if (result_.empty() || result_.back().kind != CodedPart::Kind::text) {
      result_.push_back({CodedPart::Kind::text, {}});
    }
    for (const char c : words) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!space || !after_space_) result_.back().text += space ? ' ' : c;
      after_space_ = space;
    }
  }
  /// The last word's space, also where codes have been closed since.
  void drop_space_at_end() {
    for (auto part = result_.rbegin(); part != result_.rend(); ++part) {
      if (part->kind == CodedPart::Kind::mark || part->kind == CodedPart::Kind::protected_text) return;
      if (part->kind != CodedPart::Kind::text || part->text.empty()) continue;
      if (part->text.back() != ' ') return;
      part->text.pop_back();
      if (!part->text.empty()) return;
    }
  }

  CodedText result_;
  bool after_space_ = true;
};

}  // namespace

std::string escaped(std::string_view words) {
  std::string text;
  for (const char c : words) {
    if (c == '<')
      text += "&lt;";
    else if (c == '&')
      text += "&amp;";
    else
      text += c;
  }
  return text;
}

CodedText coded_text(const content::Words& words) {
  return normalized(Coder().code(words.inlines));
}

CodedText normalized(const CodedText& text) {
  return Normalizer().normalize(text);
}

bool is_line_break(const CodedPart& part) {
  return part.kind == CodedPart::Kind::mark && !part.text.empty() &&
         part.text.find_first_not_of("0123456789") == std::string::npos;
}

bool has_words(const CodedText& text) {
  return std::any_of(text.begin(), text.end(), [](const CodedPart& part) {
    if (part.kind != CodedPart::Kind::text) return false;
    for (std::size_t at = 0; at < part.text.size();) {
      if (is_letter_or_digit(next_code_point(part.text, at))) return true;
    }
    return false;
  });
}

std::string canonical_unit(const CodedText& coded) {
  std::string text;
  for (const CodedPart& part : normalized(coded)) {
    switch (part.kind) {
      case CodedPart::Kind::text:
        text += escaped(part.text);
        break;
      case CodedPart::Kind::opening:
        text += "<" + part.text + ">";
        break;
      case CodedPart::Kind::closing:
        text += "</" + part.text + ">";
        break;
      case CodedPart::Kind::mark:
        text += "<" + part.text + "/>";
        break;
      case CodedPart::Kind::protected_text:
        text += "<mrk>" + escaped(part.text) + "</mrk>";
        break;
    }
  }
  return to_nfc(text);
}

std::string unit_digest(const CodedText& coded) {
  return sha256_hex(canonical_unit(coded)).substr(0, digest_digits);
}

}  // namespace handout::localization
