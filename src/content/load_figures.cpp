#include "content/load_figures.h"

#include <fmt/format.h>

#include "content/attribute_values.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

std::string hint_for_missing(const Files& files, const std::string& path) {
  const std::string folder = folder_of(path);
  const std::vector<std::string> names = files.list(folder.empty() ? folder : folder.substr(0, folder.size() - 1));
  const std::string nearest = nearest_name(path.substr(folder.size()), {names.begin(), names.end()});
  return nearest.empty() ? fmt::format("put the picture there, or correct src")
                         : fmt::format("did you mean {}?", nearest);
}

/// Null where the file is missing or no picture, which is reported, or where no loader is given.
figures::DrawingPtr load_figure(const std::string& path, const SourceRange& where, const ContentContext& context,
                                Diagnostics& diagnostics) {
  const std::optional<std::string> bytes = context.files.read(path);
  if (!bytes) {
    diagnostics.error("content.missing-file", fmt::format("there is no file {}", path), where,
                      hint_for_missing(context.files, path));
    return nullptr;
  }
  if (!context.load_figure) return nullptr;
  std::optional<figures::Drawing> drawing = context.load_figure(path, *bytes, where, diagnostics);
  return drawing ? std::make_shared<const figures::Drawing>(std::move(*drawing)) : nullptr;
}

}  // namespace

Drawings load_figures(const XmlElement& handout, const ContentContext& context, Diagnostics& diagnostics) {
  Drawings drawings;
  each_element(handout, [&](const XmlElement& figure) {
    if (figure.name != "figure") return;
    const std::string source = value_of(figure, "src");
    const bool is_file = !check_value({ValueKind::file, {}}, source);
    if (!is_file) return;  // reported with its shape
    const std::string path = folder_of(figure.where.file->path) + source;
    drawings[&figure] = load_figure(path, place_of(figure, "src"), context, diagnostics);
  });
  return drawings;
}

}  // namespace handout::content
