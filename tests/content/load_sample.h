#pragma once

#include <string>

#include "base/diagnostic.h"
#include "content/document.h"
#include "content/load_document.h"
#include "support/memory_files.h"

namespace handout::tests {

/// A file of tests/.
std::string read_test_file(const std::string& path);
/// The names of the .xml files in a folder of tests/, sorted.
std::vector<std::string> xml_files_in(const std::string& folder);

/// The press's own loaders of pictures.
content::LoadFigure figure_loader();

/// A project with the samples' shared blocks and glossary, and pictures good and bad beside the handout "x".
MemoryFiles sample_project();

/// What loading says of a handout, a shared file, a glossary or sign-offs, by the root element that its text names
/// first. A handout or sign-offs are those of content/x, a shared file is content/shared/safety.xml.
Diagnostics load_any(const std::string& text);
/// Where load_any has it stand in the project.
std::string project_path(const std::string& text);
bool is_content(const std::string& text);

/// A handout with every required part, and `blocks` in its section "options" (line 8 of the file).
std::string handout_with(const std::string& blocks);
/// Loads it; fails the test where it says anything.
content::Document load_clean(const std::string& text);

}  // namespace handout::tests
