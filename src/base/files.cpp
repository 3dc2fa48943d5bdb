#include "base/files.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/diagnostic.h"

namespace handout {
namespace fs = std::filesystem;

namespace {

Failure cannot_read(const std::string& path, const std::error_code& why) {
  return Failure("files.read", fmt::format("{} cannot be read: {}", path, why.message()));
}

Failure cannot_write(const std::string& path, const std::error_code& why) {
  return Failure("files.write", fmt::format("{} cannot be written: {}", path, why.message()));
}

/// Why a stream, which does not say, has failed: the system said it last.
std::error_code last_error() {
  return errno == 0 ? std::make_error_code(std::errc::io_error) : std::error_code(errno, std::generic_category());
}

}  // namespace

std::string folder_of(const std::string& path) {
  return path.substr(0, path.rfind('/') + 1);
}

SourceFilePtr read_source(const Files& files, const std::string& path) {
  std::optional<std::string> text = files.read(path);
  if (!text) return nullptr;
  return std::make_shared<const SourceFile>(SourceFile{path, std::move(*text)});
}

std::optional<std::string> DiskFiles::read(const std::string& path) const {
  const fs::path full = fs::path(root_) / path;
  std::error_code error;
  const fs::file_type type = fs::status(full, error).type();
  if (type == fs::file_type::none || type == fs::file_type::unknown) throw cannot_read(path, error);
  if (type != fs::file_type::regular) return std::nullopt;
  errno = 0;
  std::ifstream stream(full, std::ios::binary);
  if (!stream) throw cannot_read(path, last_error());
  std::string bytes(fs::file_size(full, error), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  if (stream.bad()) throw Failure("files.read", fmt::format("{} cannot be read", path));
  return bytes;
}

bool DiskFiles::exists(const std::string& path) const {
  std::error_code error;
  return fs::is_regular_file(fs::path(root_) / path, error);
}

std::vector<std::string> DiskFiles::list(const std::string& folder) const {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(fs::path(root_) / folder, error);
  if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) return names;
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code not_known;
    names.push_back(entry->path().filename().string() + (entry->is_directory(not_known) ? "/" : ""));
  }
  if (error) throw cannot_read(folder, error);
  std::sort(names.begin(), names.end());
  return names;
}

void write_atomically(const std::string& path, std::string_view bytes) {
  const fs::path target(path);
  std::error_code error;
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
  if (error) throw cannot_write(path, error);
  const fs::path temporary = target.string() + fmt::format(".{}.tmp", getpid());
  errno = 0;
  {
    std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
      const std::error_code why = last_error();
      fs::remove(temporary, error);
      throw cannot_write(path, why);
    }
  }
  fs::rename(temporary, target, error);
  if (error) {
    const std::error_code why = error;
    fs::remove(temporary, error);
    throw cannot_write(path, why);
  }
}

}  // namespace handout
