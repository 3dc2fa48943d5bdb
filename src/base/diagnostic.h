#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace handout {

enum class Severity { error, warning };

/// One thing to tell the author. `code` is `stage.problem`. `message` says what is wrong and names the element and
/// the value; `hint` (may be empty) says what to do.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  std::string message;
  SourceRange where;
  std::string hint;
};

/// The author's mistakes, in the order found. Nothing throws: callers append and go on.
class Diagnostics {
 public:
  void error(std::string code, std::string message, SourceRange where = {}, std::string hint = {});
  void warning(std::string code, std::string message, SourceRange where = {}, std::string hint = {});
  void add(Diagnostic);
  void append(const Diagnostics&);

  const std::vector<Diagnostic>& items() const { return items_; }
  std::size_t error_count() const;
  bool has_errors() const { return error_count() > 0; }

 private:
  std::vector<Diagnostic> items_;
};

/// The same from the top of each file to its end, files in the order they were first named: checks find the mistakes of
/// a file in many rounds, its author mends them in one.
Diagnostics in_file_order(const Diagnostics&);

/// The first hundred, and how many more there are: a picture under the name of an XML file has thousands of mistakes,
/// and no one reads them. `hint` says what may be behind so many.
Diagnostics first_hundred(const Diagnostics&, const std::string& hint);

/// How a message about `seen_from` names another place: "line 12", or "line 12 of content/shared/safety.xml" where that
/// is another file. `place` has a file.
std::string line_name(const SourceRange& place, const SourceRange& seen_from);

/// The three-part form people read:
///     path:12:9: error[content.unknown-element]: <dosage> is not allowed in <list>
///       12 |   <dosage>
///          |   ^
///       hint: did you mean <item>?
/// Of a long line only what stands around the caret is shown, between "…". Characters that a terminal obeys rather than
/// shows are U+FFFD. Without colour; ends with a newline.
std::string format(const Diagnostic&);

/// The world failed: disk, a corrupt font, a library's status. Thrown only by the wrappers around files and libraries;
/// caught in batch/render and at the top of each command (exit code 3).
class Failure : public std::exception {
 public:
  explicit Failure(Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}
  Failure(std::string code, std::string message);
  const Diagnostic& diagnostic() const { return diagnostic_; }
  const char* what() const noexcept override { return diagnostic_.message.c_str(); }

 private:
  Diagnostic diagnostic_;
};

[[noreturn]] void ensure_failed(const char* condition, const char* file, int line) noexcept;

/// The nearest of `candidates` to a misspelt `name` (edit distance of a third of its length at most, capitals counting
/// as small letters), or empty.
std::string nearest_name(std::string_view name, const std::vector<std::string_view>& candidates);

}  // namespace handout

/// Our own bug if it does not hold. On in every build; terminates.
#define ENSURE(condition) ((condition) ? void(0) : ::handout::ensure_failed(#condition, __FILE__, __LINE__))
