#include "app/heap.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("what is allocated before, while and after the heap grows keeps its bytes") {
  const std::string before(1000, 'a');
  handout::app::grow_heap_at_once();
  const std::string small(1000, 'b'), large(1 << 20, 'c'), largest(16 << 20, 'd');
  handout::app::grow_heap_at_once();
  CHECK(before == std::string(1000, 'a'));
  CHECK(small == std::string(1000, 'b'));
  CHECK(large.find_first_not_of('c') == std::string::npos);
  CHECK(largest.find_first_not_of('d') == std::string::npos);
}
