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

std::uintptr_t end_of_heap() {
  return reinterpret_cast<std::uintptr_t>(sbrk(0));
}

}  // namespace

void grow_heap_at_once() {
  // glibc's own bounds (mallopt(3)): 32 MB is the most for M_MMAP_THRESHOLD. What is freed at the top stays the heap's.
  mallopt(M_TOP_PAD, 8 * megabyte);
  mallopt(M_TRIM_THRESHOLD, 64 * megabyte);
  mallopt(M_MMAP_THRESHOLD, 32 * megabyte);
  const std::uintptr_t begin = (end_of_heap() + page - 1) / page * page;
  // More than the heap has left, so that it grows. A new-expression that nothing uses, a compiler may leave out.
  ::operator delete(::operator new(megabyte / 2));
  const std::uintptr_t end = end_of_heap();
  if (end < begin + megabyte) return;  // another allocator, which does not grow this heap
  // No failure: the kernel has none then.
  static_cast<void>(madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE));
}

}  // namespace handout::app
