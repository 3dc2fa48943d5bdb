#include "base/sha256.h"

#include <glib.h>

#include <memory>
#include <string>
#include <string_view>

namespace handout {
namespace {

struct FreeString {
  void operator()(gchar* text) const { g_free(text); }
};

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  const std::unique_ptr<gchar, FreeString> hex(
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(bytes.data()), bytes.size()));
  return hex.get();
}

}  // namespace handout
