#pragma once

#include <memory>
#include <string_view>

#include "text/fonts.h"

struct hb_blob_t;
struct hb_face_t;
struct hb_font_t;
struct hb_subset_input_t;
struct hb_subset_plan_t;

namespace handout::pdf {

struct DestroyHarfBuzz {
  void operator()(hb_blob_t*) const;
  void operator()(hb_face_t*) const;
  void operator()(hb_font_t*) const;
  void operator()(hb_subset_input_t*) const;
  void operator()(hb_subset_plan_t*) const;
};
/// A HarfBuzz object's one reference, given back at the end.
template <typename T>
using Owned = std::unique_ptr<T, DestroyHarfBuzz>;

/// Of bytes that outlive it.
Owned<hb_blob_t> blob_of(std::string_view bytes);
/// The face of a program; the FontSet keeps its bytes.
Owned<hb_face_t> face_of(const text::FontProgram&);
/// As long as the blob lives.
std::string_view bytes_of(hb_blob_t*);

}  // namespace handout::pdf
