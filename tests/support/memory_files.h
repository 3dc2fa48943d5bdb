#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/files.h"

namespace handout::tests {

/// Files from memory, by path.
class MemoryFiles final : public Files {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  void add(const std::string& path, std::string text) { files_[path] = std::move(text); }

  std::optional<std::string> read(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end()) return std::nullopt;
    return found->second;
  }
  bool exists(const std::string& path) const override { return files_.contains(path); }
  std::vector<std::string> list(const std::string& folder) const override {
    const std::string prefix = folder.empty() || folder.ends_with('/') ? folder : folder + "/";
    std::set<std::string> names;
    for (const auto& [path, text] : files_) {
      if (!path.starts_with(prefix)) continue;
      const std::string rest = path.substr(prefix.size());
      const std::size_t slash = rest.find('/');
      names.insert(slash == std::string::npos ? rest : rest.substr(0, slash + 1));
    }
    return {names.begin(), names.end()};
  }

 private:
  std::map<std::string, std::string> files_;
};

/// A source file made of a literal.
inline SourceFilePtr source(std::string path, std::string text) {
  return std::make_shared<const SourceFile>(SourceFile{std::move(path), std::move(text)});
}

}  // namespace handout::tests
