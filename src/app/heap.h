#pragma once

namespace handout::app {

/// Lets the heap grow 8 MB at a time, and begin in huge pages where the kernel gives them to those who ask: a handout
/// takes about that much, and its 1,300 page faults are a twentieth of a short run. Where there are no huge pages only
/// the steps are larger. To be called before there are threads: the bounds are the whole process's (mallopt(3)).
void grow_heap_at_once();

}  // namespace handout::app
