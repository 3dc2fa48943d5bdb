#include "batch/cache.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace handout::batch {

TEST_CASE("What several threads ask for is made once") {
  Cache<std::string, int> cache;
  std::atomic<int> made{0};
  std::vector<std::thread> threads;
  std::vector<std::shared_ptr<const int>> got(8);
  for (std::shared_ptr<const int>& mine : got) {
    threads.emplace_back([&] { mine = cache.get("a", [&] { return ++made; }); });
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(made == 1);
  for (const auto& value : got)
    CHECK(value == got.front());
}

TEST_CASE("What is let go is made again when asked for, and lives on with those who hold it") {
  Cache<std::string, int> cache;
  int made = 0;
  const auto first = cache.get("a", [&] { return ++made; });
  cache.release("a");
  const auto second = cache.get("a", [&] { return ++made; });
  CHECK(*first == 1);
  CHECK(*second == 2);
}

TEST_CASE("A maker that throws leaves the place empty") {
  Cache<std::string, int> cache;
  CHECK_THROWS_AS(cache.get("a", []() -> int { throw std::runtime_error("no"); }), std::runtime_error);
  CHECK(*cache.get("a", [] { return 3; }) == 3);
}

}  // namespace handout::batch
