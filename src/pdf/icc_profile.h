#pragma once

#include <string>

namespace handout::pdf {

/// A display profile of sRGB (IEC 61966-2-1) as ICC.1:2001 (version 2) has it, made here so that output does not depend
/// on which profile a machine has. 64 points of the transfer curve: linear between them is off by 0.03 of an 8-bit step
/// at most.
std::string srgb_profile();

}  // namespace handout::pdf
