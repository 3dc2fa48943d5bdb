#include "base/files.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "base/diagnostic.h"

namespace handout {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone at the end.
struct TemporaryFolder {
  fs::path path = fs::temp_directory_path() / ("handout-files-test-" + std::to_string(getpid()));
  TemporaryFolder() { fs::create_directories(path); }
  ~TemporaryFolder() { fs::remove_all(path); }
};

TEST_CASE("files are written whole, read back and listed") {
  const TemporaryFolder folder;
  const std::string bytes("one\0two\xFF", 8);
  write_atomically((folder.path / "a/b/c.xml").string(), bytes);
  write_atomically((folder.path / "a/z.xml").string(), "first");
  write_atomically((folder.path / "a/z.xml").string(), "second");

  const DiskFiles files(folder.path.string());
  CHECK(files.read("a/b/c.xml") == bytes);
  CHECK(files.read("a/z.xml") == "second");
  CHECK(files.exists("a/z.xml"));
  CHECK(!files.exists("a/b"));
  CHECK(!files.read("a/nothing.xml"));
  CHECK(!files.read("a"));
  CHECK(files.list("a") == std::vector<std::string>{"b/", "z.xml"});
  CHECK(files.list("nowhere").empty());
  CHECK(read_source(files, "a/z.xml")->text == "second");
  CHECK(read_source(files, "nothing.xml") == nullptr);
}

TEST_CASE("what is there but cannot be read is a failure with its reason, and not nothing") {
  const TemporaryFolder folder;
  fs::create_symlink("loop", folder.path / "loop");
  const DiskFiles files(folder.path.string());
  const auto message = [](const auto& read) -> std::string {
    try {
      read();
    } catch (const Failure& failure) {
      CHECK(failure.diagnostic().code == "files.read");
      return failure.diagnostic().message;
    }
    return "no failure";
  };
  CHECK(message([&] { files.list("loop"); }).starts_with("loop cannot be read: "));
  CHECK(message([&] { files.read("loop"); }).starts_with("loop cannot be read: "));
  write_atomically((folder.path / "file").string(), "x");
  CHECK(files.list("file").empty());
  CHECK(!files.read("file/inside"));
}

TEST_CASE("a place that cannot be written is a failure that names it") {
  const TemporaryFolder folder;
  write_atomically((folder.path / "file").string(), "x");
  const std::string path = (folder.path / "file/inside.xml").string();
  CHECK_THROWS_AS(write_atomically(path, "y"), Failure);
  CHECK_THROWS_WITH(write_atomically(std::string(300, 'x'), "y"),
                    (std::string(300, 'x') + " cannot be written: File name too long").c_str());
  try {
    write_atomically(path, "y");
  } catch (const Failure& failure) {
    CHECK(failure.diagnostic().code == "files.write");
    CHECK(failure.diagnostic().message.find("inside.xml") != std::string::npos);
  }
}

}  // namespace
}  // namespace handout
