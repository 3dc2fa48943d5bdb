#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "content/load_document.h"

namespace {

/// A project with nothing in it but the handout.
class NoFiles final : public handout::Files {
 public:
  std::optional<std::string> read(const std::string&) const override { return std::nullopt; }
  bool exists(const std::string&) const override { return false; }
  std::vector<std::string> list(const std::string&) const override { return {}; }
};

}  // namespace

/// Whatever the bytes: a handout, or errors that can be told, and never both or neither.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace handout;
  const NoFiles files;
  const content::Glossary glossary;
  Diagnostics diagnostics;
  const auto shared = content::SharedBlocks::load(files, "content/shared", diagnostics);
  const auto file = std::make_shared<const SourceFile>(
      SourceFile{"content/one-page/handout.xml", std::string(reinterpret_cast<const char*>(data), size)});
  const auto document = content::load_document(file, {files, shared, glossary}, diagnostics);
  ENSURE(document.has_value() != diagnostics.has_errors());
  for (const Diagnostic& diagnostic : diagnostics.items())
    ENSURE(!format(diagnostic).empty());
  return 0;
}
