#include "content/load_figures.h"

#include <fmt/format.h>

#include "content/attribute_values.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// With its slash; empty for a file in the project's root.
std::string folder_of(const std::string& path) {
  return path.substr(0, path.rfind('/') + 1);
}

std::string hint_for_missing(const Files& files, const std::string& path) {
  const std::string folder = folder_of(path);
  const std::vector<std::string> names = files.list(folder.empty() ? folder : folder.substr(0, folder.size() - 1));
  const std::string nearest = nearest_name(path.substr(folder.size()), {names.begin(), names.end()});
  return nearest.empty() ? fmt::format("put the picture there, or correct src")
                         : fmt::format("did you mean {}?", nearest);
}

}  // namespace

Drawings load_figures(const XmlElement& handout, const ContentContext& context, Diagnostics& diagnostics) {
  Drawings drawings;
  each_element(handout, [&](const XmlElement& figure) {
    const std::string source = figure.name == "figure" ? value_of(figure, "src") : std::string{};
    if (source.empty() || check_value({ValueKind::file, {}}, source)) return;
    const SourceRange where = place_of(figure, "src");
    const std::string path = folder_of(figure.where.file->path) + source;
    const std::optional<std::string> bytes = context.files.read(path);
    if (!bytes) {
      return diagnostics.error("content.missing-file", fmt::format("there is no file {}", path), where,
                               hint_for_missing(context.files, path));
    }
    if (!context.load_figure) return;
    std::optional<figures::Drawing> drawing = context.load_figure(path, *bytes, where, diagnostics);
    if (drawing) drawings[&figure] = std::make_shared<const figures::Drawing>(std::move(*drawing));
  });
  return drawings;
}

}  // namespace handout::content
