#include "design/read_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace handout::design {
namespace {

bool leaves_folder(std::string_view path) {
  if (path.starts_with('/') || path.find(':') != std::string_view::npos) return true;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find_first_of("/\\", begin), path.size());
    if (path.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

bool is_file_name(std::string_view path) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  const auto separates = [](char c) { return c == '.' || c == '/'; };
  bool after_separator = true;
  for (const char c : path) {
    if (!separates(c) && !allowed(c)) return false;
    if (separates(c) && after_separator) return false;
    after_separator = separates(c);
  }
  return path.ends_with(".svg") || path.ends_with(".png") || path.ends_with(".jpg");
}

}  // namespace

figures::DrawingPtr read_picture(const Value& value, const std::string& folder, const DesignContext& context,
                                 Diagnostics& diagnostics) {
  const std::string& name = value.text();
  if (leaves_folder(name)) {
    diagnostics.error(
        "design.outside-folder",
        fmt::format("{}=\"{}\" in <{}> leads out of the file's folder", value.attribute.name, name, value.element.name),
        value_range(value), "copy the picture beside this file, and name it from there");
    return nullptr;
  }
  if (!is_file_name(name)) {
    bad_value(value, "is not a picture's name",
              "write a file ending in .svg, .png or .jpg, of letters, digits, hyphens and underscores", diagnostics);
    return nullptr;
  }
  const std::string path = folder + name;
  if (!context.files.exists(path)) {
    diagnostics.error(
        "design.missing-file",
        fmt::format("{}=\"{}\" in <{}>: there is no file {}", value.attribute.name, name, value.element.name, path),
        value_range(value), "check its name, or add the file");
    return nullptr;
  }
  if (!context.load_figure) return nullptr;
  const std::optional<std::string> bytes = context.files.read(path);
  if (!bytes) return nullptr;
  std::optional<figures::Drawing> drawing = context.load_figure(path, *bytes, value_range(value), diagnostics);
  if (!drawing) return nullptr;
  return std::make_shared<const figures::Drawing>(std::move(*drawing));
}

}  // namespace handout::design
