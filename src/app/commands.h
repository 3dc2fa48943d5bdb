#pragma once

namespace handout::app {

/// How the program ends.
enum class ExitCode {
  done = 0,
  problems_in_input = 1,  ///< everything that could be printed was printed
  wrong_usage = 2,
  system_failed = 3  ///< disk, fonts, library
};

/// The whole program: reads the command line, does what it asks, and returns the exit code. Never throws.
int run(int argc, char** argv);

}  // namespace handout::app
