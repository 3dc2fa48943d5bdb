#include "base/scan_xml.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/foreign_file.h"
#include "base/names.h"
#include "base/written_value.h"
#include "base/xml_characters.h"

namespace handout {
namespace {

constexpr auto npos = std::string_view::npos;

struct OpenElement {
  std::string_view name;
  XmlSpan tag;
  bool damaged = false;  ///< its tag has a mistake, so whether it was to be closed is unknown
};

/// Where the scanner stands, and what it has found. Steps call each other in the order of the file.
class Scanner {
 public:
  Scanner(SourceFilePtr file, std::string_view stage) : file_(std::move(file)), text_(file_->text), stage_(stage) {}

  void scan();
  std::vector<XmlPiece> take_pieces() { return std::move(pieces_); }
  /// In file order: a missing end tag is noticed late, but belongs to its start tag.
  Diagnostics found() const;

 private:
  void check_bytes();
  void scan_text();
  void scan_comment();
  void scan_cdata();
  void skip_doctype();
  void scan_instruction();
  void scan_end_tag();
  void scan_start_tag();
  bool scan_attributes(XmlPiece& tag);
  bool scan_attribute(XmlPiece& tag);
  void open_element(XmlPiece tag, bool damaged);
  void close_element(std::string_view name, XmlSpan tag);
  void names_differ(const OpenElement&, std::string_view name, XmlSpan tag);
  /// Whether an end tag's name is a slip away from that of the element it is to close: <titel>…</title>.
  bool is_misspelt(std::string_view name) const {
    return name.size() > 2 && !open_.empty() && !nearest_name(name, {open_.back().name}).empty();
  }
  void check_references(XmlSpan);
  void close_file();

  void mistake(XmlSpan span, std::string message, std::string hint) {
    found_.error(fmt::format("{}.not-well-formed", stage_), std::move(message), {file_, span.begin, span.end},
                 std::move(hint));
  }
  /// `bad` lies in the part of the file that begins at `begin`.
  void bad_bytes(std::size_t begin, const BadBytes& bad) {
    const XmlSpan where = span(begin + bad.begin, begin + bad.end);
    if (!bad.turns_direction) return mistake(where, bad.message, bad.hint);
    found_.error(fmt::format("{}.control-character", stage_), bad.message, {file_, where.begin, where.end}, bad.hint);
  }
  static XmlSpan span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  std::string_view text_of(XmlSpan s) const { return text_.substr(s.begin, s.end - s.begin); }
  bool at(std::string_view token) const { return text_.substr(position_).starts_with(token); }
  std::string_view take_name();
  bool skip_space();
  void resume_at_tag(std::size_t from) { position_ = std::min(text_.find('<', from), text_.size()); }
  void add_piece(XmlPieceKind kind, XmlSpan where) {
    if (!open_.empty()) pieces_.push_back({kind, where, {}, false, {}});
  }

  SourceFilePtr file_;
  std::string_view text_;
  std::string_view stage_;
  std::size_t position_ = 0;
  std::size_t first_ = 0;  ///< after a byte order mark
  std::vector<OpenElement> open_;
  bool root_seen_ = false;
  std::vector<XmlPiece> pieces_;
  Diagnostics found_;
};

void Scanner::scan() {
  const ForeignFile foreign = foreign_file(text_, stage_ == "figures" ? ReadAs::drawing : ReadAs::text);
  if (!foreign.message.empty()) return mistake({}, foreign.message, foreign.hint);
  if (text_.starts_with("\xEF\xBB\xBF")) first_ = 3;
  check_bytes();
  position_ = first_;
  while (position_ < text_.size()) {
    if (text_[position_] != '<') {
      scan_text();
    } else if (at("<!--")) {
      scan_comment();
    } else if (at("<![CDATA[")) {
      scan_cdata();
    } else if (at("<!")) {
      skip_doctype();
    } else if (at("<?")) {
      scan_instruction();
    } else if (at("</")) {
      scan_end_tag();
    } else {
      scan_start_tag();
    }
  }
  close_file();
}

Diagnostics Scanner::found() const {
  return first_hundred(in_file_order(found_), "is this an XML file, saved as UTF-8?");
}

void Scanner::check_bytes() {
  for (const BadBytes& bad : find_bad_bytes(text_))
    bad_bytes(0, bad);
}

void Scanner::scan_text() {
  const XmlSpan where = span(position_, std::min(text_.find('<', position_), text_.size()));
  position_ = where.end;
  const std::string_view text = text_of(where);
  const std::size_t visible = text.find_first_not_of(" \t\r\n");
  if (open_.empty()) {
    // A file without any tag is told to have no element.
    if (visible == npos || (!root_seen_ && where.end == text_.size())) return;
    return mistake(span(where.begin + visible, where.end),
                   root_seen_ ? "text after the end of the file's element" : "text before the file's first element",
                   "move it inside, or delete it");
  }
  check_references(where);
  for (std::size_t found = text.find("]]>"); found != npos; found = text.find("]]>", found + 3)) {
    mistake(span(where.begin + found, where.begin + found + 3), "]]> cannot stand in text", "write ]]&gt;");
  }
  add_piece(XmlPieceKind::text, where);
}

void Scanner::scan_comment() {
  const std::size_t begin = position_;
  const std::size_t end = text_.find("-->", begin + 4);
  if (end == npos) {
    mistake(span(begin, begin + 4), "this comment is never closed", "end it with -->");
    return resume_at_tag(begin + 1);
  }
  // "--->" is refused too: the comment would end in a hyphen.
  const std::size_t hyphens = text_.find("--", begin + 4);
  if (hyphens < end) mistake(span(hyphens, hyphens + 2), "-- cannot stand inside a comment", "write one hyphen");
  position_ = end + 3;
  add_piece(XmlPieceKind::comment, span(begin, position_));
}

void Scanner::scan_cdata() {
  const std::size_t begin = position_;
  const std::size_t end = text_.find("]]>", begin + 9);
  if (end == npos) {
    mistake(span(begin, begin + 9), "this CDATA section is never closed", "end it with ]]>");
    return resume_at_tag(begin + 1);
  }
  position_ = end + 3;
  if (open_.empty())
    mistake(span(begin, begin + 9), "CDATA outside the file's element", "move it inside, or delete it");
  add_piece(XmlPieceKind::cdata, span(begin, position_));
}

/// A document type, with whatever it declares, or an unknown <!…>.
void Scanner::skip_doctype() {
  const std::size_t begin = position_;
  if (!at("<!DOCTYPE")) {
    mistake(span(begin, begin + 2), "<! begins no comment here", "a comment is written <!-- like this -->");
    return resume_at_tag(begin + 1);
  }
  found_.error(fmt::format("{}.doctype", stage_), "a DOCTYPE is not allowed",
               {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + 9)}, "delete it");
  std::size_t close = text_.find('>', begin);
  // What it declares stands in brackets, and may hold > itself.
  const std::size_t subset = text_.find('[', begin);
  if (subset < close) close = text_.find('>', std::min(text_.find(']', subset), text_.size()));
  if (close == npos) return resume_at_tag(begin + 1);
  position_ = close + 1;
}

void Scanner::scan_instruction() {
  const std::size_t begin = position_;
  const std::size_t end = text_.find("?>", begin + 2);
  if (end == npos) {
    mistake(span(begin, begin + 2), "<? is never closed", "end it with ?>");
    return resume_at_tag(begin + 1);
  }
  position_ = begin + 2;
  const std::string_view name = take_name();
  const XmlSpan where = span(begin, end + 2);
  const bool spaced = position_ == end || is_xml_space(text_[position_]);
  if (name.empty() || !spaced) {
    mistake(where, "<? must be followed by a name", "delete it: the press needs no instructions");
  } else if (name == "xml" && begin != first_) {
    mistake(where, "<?xml …?> can only stand at the very beginning of the file", "move it up, or delete it");
  } else if (name == "xml") {
    const BadBytes bad = check_xml_declaration(text_.substr(position_, end - position_));
    if (!bad.message.empty()) mistake(where, bad.message, bad.hint);
  } else if (name.size() == 3 && (name[0] | 0x20) == 'x' && (name[1] | 0x20) == 'm' && (name[2] | 0x20) == 'l') {
    mistake(where, fmt::format("<?{} …?> must be written <?xml …?>", name), "use small letters");
  }
  position_ = where.end;
  add_piece(XmlPieceKind::comment, where);
}

void Scanner::scan_end_tag() {
  const std::size_t begin = position_;
  position_ += 2;
  const std::string_view name = take_name();
  if (name.empty()) {
    mistake(span(begin, begin + 2), "</ must be followed by an element's name",
            "write the name, or &lt; for the sign <");
    return resume_at_tag(begin + 1);
  }
  skip_space();
  if (position_ < text_.size() && text_[position_] == '>') {
    ++position_;
  } else {
    mistake(span(begin, position_), fmt::format("</{} is not closed", name), "end it with >");
    resume_at_tag(position_);
  }
  close_element(name, span(begin, position_));
}

void Scanner::close_element(std::string_view name, XmlSpan tag) {
  const std::string small = in_small_letters(name);
  auto opened = std::find_if(open_.rbegin(), open_.rend(),
                             [&](const OpenElement& e) { return in_small_letters(e.name) == small; });
  if (opened == open_.rend() && is_misspelt(name)) opened = open_.rbegin();
  if (opened == open_.rend()) {
    return mistake(tag, fmt::format("</{}> closes nothing: no <{}> is open", name, name),
                   open_.empty() ? "delete it"
                                 : fmt::format("<{}> is open: is </{}> meant?", open_.back().name, open_.back().name));
  }
  const std::string_view opened_as = opened->name;
  if (opened_as != name) names_differ(*opened, name, tag);
  while (open_.back().name != opened_as) {
    const OpenElement& inner = open_.back();
    if (!inner.damaged) {
      mistake(inner.tag, fmt::format("<{}> is not closed before </{}>", inner.name, name),
              fmt::format("write </{}>", inner.name));
    }
    open_.pop_back();
  }
  open_.pop_back();
  pieces_.push_back({XmlPieceKind::end_tag, tag, name, false, {}});
}

void Scanner::names_differ(const OpenElement& opened, std::string_view name, XmlSpan tag) {
  const std::string small = in_small_letters(name);
  std::string hint = fmt::format("names are in small letters: {}", small);
  if (stage_ == "figures" || in_small_letters(opened.name) != small) {
    const std::size_t line = line_column(*file_, opened.tag.begin).line;
    hint = fmt::format("write both names alike: <{}> is in line {}", opened.name, line);
  } else if (opened.name != small) {
    tag = opened.tag;  // what has to change is the tag with the capitals
  }
  mistake(tag, fmt::format("</{}> does not close <{}>", name, opened.name), std::move(hint));
}

void Scanner::scan_start_tag() {
  XmlPiece tag;
  tag.kind = XmlPieceKind::start_tag;
  const std::size_t begin = position_;
  ++position_;
  tag.name = take_name();
  if (tag.name.empty()) {
    mistake(span(begin, begin + 1), "< begins no element here", "write &lt; for the sign <");
    return resume_at_tag(begin + 1);
  }
  const std::size_t mistakes = found_.items().size();
  const bool closed = scan_attributes(tag);
  tag.span = span(begin, position_);
  open_element(std::move(tag), !closed || found_.items().size() > mistakes);
}

void Scanner::open_element(XmlPiece tag, bool damaged) {
  if (open_.empty() && root_seen_) {
    mistake(tag.span, fmt::format("<{}> is a second outermost element: a file has one", tag.name),
            "move it inside the first one, or into a file of its own");
  }
  root_seen_ = true;
  if (!tag.closes_itself) {
    open_.push_back({tag.name, tag.span, damaged});
    if (open_.size() == deepest_xml + 1) {
      mistake(tag.span, fmt::format("elements stand more than {} deep in one another", deepest_xml),
              "is an end tag missing?");
    }
  }
  pieces_.push_back(std::move(tag));
}

/// False when the tag has no end.
bool Scanner::scan_attributes(XmlPiece& tag) {
  while (true) {
    const bool spaced = skip_space();
    if (position_ >= text_.size() || text_[position_] == '<') {
      mistake(span(position_ - 1, position_), fmt::format("the tag <{} is not closed", tag.name), "end it with >");
      return false;
    }
    if (text_[position_] == '>') {
      ++position_;
      return true;
    }
    if (at("/>")) {
      position_ += 2;
      tag.closes_itself = true;
      return true;
    }
    if (!spaced) {
      mistake(span(position_, position_ + 1), fmt::format("a space is missing in the tag <{}", tag.name),
              "part the name and its attributes with spaces");
    }
    if (!scan_attribute(tag)) return false;
  }
}

/// False when the rest of the tag makes no sense; the scanner then stands at the next '<'.
bool Scanner::scan_attribute(XmlPiece& tag) {
  const std::size_t begin = position_;
  const std::string_view name = take_name();
  if (name.empty()) {
    mistake(span(begin, begin + 1), fmt::format("an attribute's name is expected in the tag <{}", tag.name),
            "write name=\"value\"");
    position_ = std::min(text_.find_first_of("<>", begin), text_.size());
    return position_ < text_.size() && text_[position_] == '>';
  }
  skip_space();
  if (position_ >= text_.size() || text_[position_] != '=') {
    mistake(span(begin, begin + name.size()), fmt::format("the attribute \"{}\" has no value", name),
            fmt::format("write {}=\"value\"", name));
    return true;
  }
  ++position_;
  skip_space();
  const std::size_t at = position_;
  const std::string_view rest = text_.substr(at);
  const WrittenValue written = written_value(rest);
  const QuotesMistake wrong = quotes_mistake(rest, written, name);
  position_ += written.after;
  if (written.quotes != Quotes::straight) {
    const bool is_misquoted = written.quotes == Quotes::curly || written.quotes == Quotes::none;
    const std::size_t end = std::min(std::max(position_, at + 1), text_.size());
    mistake(is_misquoted ? span(at, end) : span(begin, position_), wrong.message, wrong.hint);
    if (written.quotes != Quotes::unclosed) return true;
    resume_at_tag(position_);
    return false;
  }
  const XmlSpan value = span(at + written.begin, at + written.end);
  check_references(value);
  for (const ScannedAttribute& other : tag.attributes) {
    if (other.name == name) {
      mistake(span(begin, position_), fmt::format("<{}> has the attribute \"{}\" twice", tag.name, name), "delete one");
    }
  }
  tag.attributes.push_back({name, span(begin, position_), value});
  return true;
}

void Scanner::check_references(XmlSpan where) {
  for (const BadBytes& bad : find_bad_references(text_of(where)))
    bad_bytes(where.begin, bad);
}

void Scanner::close_file() {
  for (const OpenElement& element : open_) {
    if (element.damaged) continue;
    mistake(element.tag, fmt::format("<{}> is never closed", element.name), fmt::format("write </{}>", element.name));
  }
  if (!root_seen_) mistake(span(first_, first_), "the file has no element", "is it the right file?");
}

std::string_view Scanner::take_name() {
  const std::size_t begin = position_;
  position_ += name_length(text_.substr(begin));
  return text_.substr(begin, position_ - begin);
}

bool Scanner::skip_space() {
  const std::size_t begin = position_;
  while (position_ < text_.size() && is_xml_space(text_[position_]))
    ++position_;
  return position_ > begin;
}

}  // namespace

std::vector<XmlPiece> scan_xml(const SourceFilePtr& file, std::string_view stage, Diagnostics& diagnostics) {
  Scanner scanner(file, stage);
  scanner.scan();
  diagnostics.append(scanner.found());
  return scanner.take_pieces();
}

}  // namespace handout
