#include "text/font_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"

namespace handout::text {
namespace {

constexpr const char* system_fonts = "/usr/share/fonts";
/// Looked at first, because walking the whole tree costs more than setting a page.
constexpr std::array<const char*, 2> noto_folders = {"/usr/share/fonts/truetype/noto",
                                                     "/usr/share/fonts/opentype/noto"};

std::string advice(std::string_view name) {
  const std::string_view package = name.find("CJK") != std::string_view::npos ? "fonts-noto-cjk"
                                   : name.starts_with("Noto")                 ? "fonts-noto-core"
                                                                              : "";
  if (package.empty()) return "put the file in the project's fonts/ folder, or correct its name in fonts/fonts.xml";
  return fmt::format("install the Debian package {}, or put the file in the project's fonts/ folder", package);
}

bool is_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

/// The first by bytes, so that the same machine always takes the same file.
std::optional<std::string> find_below(const char* folder, const std::string& name) {
  namespace fs = std::filesystem;
  std::vector<std::string> found;
  std::error_code error;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator entry(folder, options, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().filename() == name && is_file(entry->path().string())) found.push_back(entry->path().string());
  }
  if (found.empty()) return std::nullopt;
  return *std::min_element(found.begin(), found.end());
}

[[noreturn]] void fail(std::string message, std::string hint) {
  throw Failure(Diagnostic{Severity::error, "text.missing-font", std::move(message), {}, std::move(hint)});
}

}  // namespace

FontFile::FontFile(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (file < 0 || ::fstat(file, &status) != 0 || status.st_size <= 0) {
    if (file >= 0) ::close(file);
    fail(fmt::format("the font file {} cannot be read", path), "make the file readable, or replace it");
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (mapped == MAP_FAILED) fail(fmt::format("the font file {} cannot be read", path), "make the file readable");
  bytes_ = {static_cast<const std::byte*>(mapped), size};
}

FontFile::~FontFile() {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): it was mapped by us, as bytes that are not const
  ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

std::string find_font_file(const std::string& name, const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    std::string path = fmt::format("{}/{}", folder, name);
    if (is_file(path)) return path;
  }
  for (const char* folder : noto_folders) {
    std::string path = std::string(folder) + "/" + name;
    if (is_file(path)) return path;
  }
  if (auto path = find_below(system_fonts, name)) return *path;
  fail(
      fmt::format("the font file {} was found neither in the project's fonts/ folder nor below {}", name, system_fonts),
      advice(name));
}

}  // namespace handout::text
