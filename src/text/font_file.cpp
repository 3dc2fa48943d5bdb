#include "text/font_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/diagnostic.h"

namespace handout::text {
namespace {

/// Where Debian's fonts-noto-core and fonts-noto-cjk put their files. No other folder of the machine is searched, so
/// that a page does not depend on what else happens to be installed.
constexpr std::array<const char*, 2> noto_folders = {"/usr/share/fonts/truetype/noto",
                                                     "/usr/share/fonts/opentype/noto"};

/// The package of a Noto file, as `dpkg -S` tells: the plain and bold faces, upright and italic, are in the package
/// that ./bootstrap installs, all other weights in the one beside it.
std::string package_of(std::string_view name) {
  if (!name.starts_with("Noto")) return {};
  const std::string_view cut = name.substr(std::min(name.rfind('-'), name.size()));
  constexpr std::array<std::string_view, 4> plain = {"-Regular.", "-Bold.", "-Italic.", "-BoldItalic."};
  const bool is_plain =
      std::any_of(plain.begin(), plain.end(), [&](std::string_view known) { return cut.starts_with(known); });
  if (name.find("CJK") != std::string_view::npos) return is_plain ? "fonts-noto-cjk" : "fonts-noto-cjk-extra";
  return is_plain ? "fonts-noto-core" : "fonts-noto-extra";
}

std::string advice(std::string_view name) {
  const std::string package = package_of(name);
  if (package.empty())
    return "put the file in the project's fonts/ or the brand's fonts/ folder, or correct its name in fonts/fonts.xml";
  return fmt::format("install the Debian package {}, or put the file in the project's fonts/ folder", package);
}

bool is_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
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
  fail(fmt::format("the font file {} was found neither in the brand's fonts/ nor in the project's, nor among Debian's "
                   "Noto fonts in {}",
                   name, fmt::join(noto_folders, " and ")),
       advice(name));
}

}  // namespace handout::text
