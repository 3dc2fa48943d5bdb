#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "batch/jobs.h"
#include "batch/press.h"
#include "batch/render.h"

namespace handout::batch {

struct BatchOptions {
  RenderOptions render;
  unsigned workers = 1;  ///< 0 counts as 1
};

/// Takes one result. Called on one thread at a time, in the order of the jobs.
using TakeResult = std::function<void(const JobResult&)>;

/// Renders every job on `workers` threads. A result is handed on as soon as it and all before it are there, and then
/// forgotten, so that memory stays flat however long the batch. What `take` throws ends the batch and is thrown here.
void run_batch(const std::vector<Job>&, const BatchOptions&, Press&, const TakeResult&);

}  // namespace handout::batch
