#include "app/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <new>

namespace handout::app {
namespace {

constexpr int megabyte = 1 << 20;
constexpr std::uintptr_t page = 4096;  // of the smallest kind that Linux has

char* end_of_heap() {
  return static_cast<char*>(sbrk(0));
}

char* next_page(char* place) {
  return place + (page - reinterpret_cast<std::uintptr_t>(place) % page) % page;
}

}  // namespace

void grow_heap_at_once() {
  mallopt(M_TOP_PAD, 8 * megabyte);
  // The largest buffers of a print, HarfBuzz's and libdeflate's, have 0.6 to 1.4 MB: they come from the heap too.
  mallopt(M_MMAP_THRESHOLD, 2 * megabyte);
  char* const begin = next_page(end_of_heap());
  // More than the heap has left, so that it grows. A new-expression that nothing uses, a compiler may leave out.
  ::operator delete(::operator new(megabyte / 2));
  const char* const end = end_of_heap();
  if (end < begin + megabyte) return;  // another allocator, which does not grow this heap
  // No failure: the kernel has none then.
  static_cast<void>(madvise(begin, static_cast<std::size_t>(end - begin), MADV_HUGEPAGE));
}

}  // namespace handout::app
