#pragma once

#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "batch/render.h"

namespace handout::app {

/// What was done, for machines: one JSON object with every job in order, each with its problems and their places.
class JsonReport {
 public:
  JsonReport();
  ~JsonReport();
  JsonReport(const JsonReport&) = delete;
  JsonReport& operator=(const JsonReport&) = delete;

  /// Problems of no job of its own.
  void add(const Diagnostics&);
  void add(const batch::JobResult&);
  std::string text() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace handout::app
