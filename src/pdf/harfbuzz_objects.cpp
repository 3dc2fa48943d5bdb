#include "pdf/harfbuzz_objects.h"

#include <hb-subset.h>
#include <hb.h>

namespace handout::pdf {

void DestroyHarfBuzz::operator()(hb_blob_t* blob) const {
  hb_blob_destroy(blob);
}
void DestroyHarfBuzz::operator()(hb_face_t* face) const {
  hb_face_destroy(face);
}
void DestroyHarfBuzz::operator()(hb_font_t* font) const {
  hb_font_destroy(font);
}
void DestroyHarfBuzz::operator()(hb_subset_input_t* input) const {
  hb_subset_input_destroy(input);
}
void DestroyHarfBuzz::operator()(hb_subset_plan_t* plan) const {
  hb_subset_plan_destroy(plan);
}

Owned<hb_blob_t> blob_of(std::string_view bytes) {
  return Owned<hb_blob_t>(
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
}

Owned<hb_face_t> face_of(const text::FontProgram& program) {
  const Owned<hb_blob_t> file = blob_of({reinterpret_cast<const char*>(program.bytes.data()), program.bytes.size()});
  return Owned<hb_face_t>(hb_face_create(file.get(), program.index));
}

std::string_view bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

}  // namespace handout::pdf
