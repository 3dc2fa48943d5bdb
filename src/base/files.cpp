#include "base/files.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/diagnostic.h"

namespace handout {
namespace fs = std::filesystem;

SourceFilePtr read_source(const Files& files, const std::string& path) {
  std::optional<std::string> text = files.read(path);
  if (!text) return nullptr;
  return std::make_shared<const SourceFile>(SourceFile{path, std::move(*text)});
}

std::optional<std::string> DiskFiles::read(const std::string& path) const {
  const fs::path full = fs::path(root_) / path;
  std::error_code error;
  if (!fs::is_regular_file(full, error)) return std::nullopt;
  std::ifstream stream(full, std::ios::binary);
  if (!stream) throw Failure("files.read", fmt::format("{} cannot be read", path));
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
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(root_) / folder, error)) {
    names.push_back(entry.path().filename().string() + (entry.is_directory(error) ? "/" : ""));
  }
  std::sort(names.begin(), names.end());
  return names;
}

void write_atomically(const std::string& path, std::string_view bytes) {
  const fs::path target(path);
  std::error_code error;
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
  const fs::path temporary = target.string() + fmt::format(".{}.tmp", getpid());
  {
    std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
      fs::remove(temporary, error);
      throw Failure("files.write", fmt::format("{} cannot be written", path));
    }
  }
  fs::rename(temporary, target, error);
  if (error) {
    const std::string reason = error.message();
    fs::remove(temporary, error);
    throw Failure("files.write", fmt::format("{} cannot be written: {}", path, reason));
  }
}

}  // namespace handout
