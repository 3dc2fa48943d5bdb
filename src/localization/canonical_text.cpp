#include "localization/canonical_text.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "base/sha256.h"
#include "base/unicode.h"
#include "localization/coded_text.h"
#include "localization/each_words.h"

namespace handout::localization {
namespace {

/// docs/formats.md, Sign-offs.
constexpr std::size_t digest_digits = 16;

/// Writes one kind of inline element as its words between marks. What people typed has no < of its own then.
class InlineWriter {
 public:
  explicit InlineWriter(std::string& text) : text_(text) {}

  void write(const content::InlineList& inlines) {
    for (const content::Inline& part : inlines)
      std::visit([this](const auto& item) { add(item); }, part.item);
  }

 private:
  void add(const content::Text& words) { text_ += escaped(words.text); }
  void add(const content::Strong& strong) { add_marked("strong", strong.words); }
  void add(const content::NoBreak& no_break) { add_marked("nobr", no_break.words); }
  void add(const content::Superscript& raised) { add_marked("sup", raised.words); }
  void add(const content::Subscript& lowered) { add_marked("sub", lowered.words); }
  void add(const content::Term& term) { add_marked("term " + term.entry, term.words); }
  void add(const content::Link& link) { add_marked("link " + link.href + link.to, link.words); }
  void add(const content::FieldRef& field) { add_mark("field " + field.name); }
  void add(const content::FieldValue& field) { add_mark("field " + field.name); }
  void add(const content::Reference& reference) { add_mark("ref " + reference.source); }
  void add(const content::LineBreak&) { add_mark("br"); }
  void add(const content::Blank&) { add_mark("blank"); }
  void add(const content::Temperature& temperature) { add_mark("temperature " + temperature.celsius); }

  void add_mark(const std::string& mark) { text_ += "<" + mark + "/>"; }
  void add_marked(const std::string& mark, const content::InlineList& words) {
    text_ += "<" + mark + ">";
    write(words);
    text_ += "</>";
  }

  std::string& text_;
};

/// Takes everything that the walk meets.
struct CanonicalWriter {
  std::string& text;

  void operator()(const content::Words& words) const {
    InlineWriter(text).write(words.inlines);
    text += '\n';
  }
  void operator()(const content::RiskTable& table) const {
    for (const content::Risk& risk : table.risks)
      text += fmt::format("{} of {}\n", fmt::join(risk.counts, " "), table.of);
  }
  void operator()(const content::QrCode& code) const { text += code.href + '\n'; }
};

}  // namespace

std::string canonical_text(content::Document document) {
  std::string text;
  for_each_words(document, CanonicalWriter{text});
  return to_nfc(text);
}

std::string text_digest(const content::Document& document) {
  return sha256_hex(canonical_text(document)).substr(0, digest_digits);
}

}  // namespace handout::localization
