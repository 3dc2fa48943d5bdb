#include "app/commands.h"
#include "app/heap.h"

int main(int argc, char** argv) {
  handout::app::grow_heap_at_once();
  return handout::app::run(argc, argv);
}
