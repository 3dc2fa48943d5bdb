#pragma once

#include <string>
#include <variant>

#include "batch/jobs.h"
#include "batch/render.h"
#include "batch/sign.h"

namespace handout::app {

enum class Format { human, json };

/// `handout build` and `handout check`.
struct PressOptions {
  batch::Request request;
  batch::RenderOptions render;
  unsigned workers = 1;
  Format format = Format::human;
  std::string report;   ///< a JSON file to write; empty: none
  std::string project;  ///< the project's folder; empty: found from the working directory
};

/// `handout new`.
struct NewOptions {
  std::string kind;  ///< handout, layout or brand
  std::string id;
  std::string project;
};

/// `handout sign`.
struct SignOptions {
  batch::SignRequest request;
  std::string project;
};

/// Help or version was asked for, or the command line is wrong (2): what to say and how to end.
struct EndNow {
  int exit_code = 0;
  std::string text;
};

using Options = std::variant<PressOptions, NewOptions, SignOptions, EndNow>;
Options parse_options(int argc, const char* const* argv);

}  // namespace handout::app
