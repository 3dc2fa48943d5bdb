#include "app/commands.h"

int main(int argc, char** argv) {
  return handout::app::run(argc, argv);
}
