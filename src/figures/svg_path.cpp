#include "figures/svg_path.h"

#include <optional>

#include "figures/svg_values.h"

namespace handout::figures {
namespace {

/// Two thirds of the way from `from` to `to`: where a cubic curve's control stands that replaces a quadratic one's.
Point two_thirds(Point from, Point to) {
  return {from.x + scaled(to.x - from.x, 2, 3), from.y + scaled(to.y - from.y, 2, 3)};
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class PathReader {
 public:
  explicit PathReader(std::string_view data) : scanner_(data) {}

  std::variant<Path, PathMistake> read() {
    while (!mistake_ && scanner_.peek() != '\0')
      read_command();
    if (!mistake_ && path_.segments.empty())
      fail("The path is empty", "give it data such as \"M0 0 H10\", or delete it");
    if (mistake_) return *std::move(mistake_);
    return std::move(path_);
  }

 private:
  void read_command() {
    const char letter = scanner_.peek();
    if (is_letter(letter)) {
      command_ = letter;
      if (!known()) return;
      scanner_.skip();
    } else if (command_ == '\0') {
      return fail("Path data must begin with M", "start with M and the first point, such as \"M10 20\"");
    } else if (command_ == 'Z') {
      return fail("A number stands after Z", "write a command letter first: M, L, H, V, C or Q");
    } else if (command_ == 'M') {
      command_ = 'L';  // further pairs after a move are lines (SVG 1.1, 8.3.2)
    }
    if (command_ != 'M' && path_.segments.empty()) {
      return fail("Path data must begin with M", "start with M and the first point, such as \"M10 20\"");
    }
    draw();
  }

  bool known() {
    constexpr std::string_view commands = "MLHVCQZ";
    if (commands.find(command_) != std::string_view::npos) return true;
    const std::string name(1, command_);
    if (std::string_view("mlhvcqz").find(command_) != std::string_view::npos) {
      fail("The path command " + name + " is relative", "save the drawing with absolute coordinates: M L H V C Q Z");
    } else {
      fail("The path command " + name + " is not used in figures", "convert it to C curves; used are M L H V C Q Z");
    }
    return false;
  }

  void draw() {
    switch (command_) {
      case 'M':
        if (const auto end = point()) add({Verb::move, {}, {}, *end});
        break;
      case 'L':
        if (const auto end = point()) add({Verb::line, {}, {}, *end});
        break;
      case 'H':
        if (const auto x = length()) add({Verb::line, {}, {}, {*x, current_.y}});
        break;
      case 'V':
        if (const auto y = length()) add({Verb::line, {}, {}, {current_.x, *y}});
        break;
      case 'C': {
        const auto first = point(), second = point(), end = point();
        if (first && second && end) add({Verb::curve, *first, *second, *end});
        break;
      }
      case 'Q': {
        const auto control = point(), end = point();
        if (control && end) add({Verb::curve, two_thirds(current_, *control), two_thirds(*end, *control), *end});
        break;
      }
      default:
        add({Verb::close, {}, {}, {}});
    }
  }

  void add(const Segment& segment) {
    if (segment.verb == Verb::close) {
      if (!path_.segments.empty() && path_.segments.back().verb != Verb::close) path_.segments.push_back(segment);
      current_ = start_;
      return;
    }
    if (segment.verb == Verb::move) {
      start_ = segment.end;
    } else if (path_.segments.back().verb == Verb::close) {
      path_.segments.push_back({Verb::move, {}, {}, start_});
    }
    path_.segments.push_back(segment);
    current_ = segment.end;
  }

  std::optional<Length> length() {
    if (mistake_) return std::nullopt;
    if (const auto number = scanner_.number()) return Length{*number};
    fail(std::string("A number is missing or not plain after ") + command_,
         "write plain decimals up to 30000, such as 12.5, as many as the command needs");
    return std::nullopt;
  }

  std::optional<Point> point() {
    const auto x = length(), y = length();
    if (!x || !y) return std::nullopt;
    return Point{*x, *y};
  }

  void fail(std::string message, std::string hint) {
    mistake_ = PathMistake{scanner_.offset(), std::move(message), std::move(hint)};
  }

  ValueScanner scanner_;
  Path path_;
  Point start_, current_;
  char command_ = '\0';
  std::optional<PathMistake> mistake_;
};

}  // namespace

std::variant<Path, PathMistake> parse_path(std::string_view data) {
  return PathReader(data).read();
}

}  // namespace handout::figures
