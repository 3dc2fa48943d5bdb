#include "design/layout_ids.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace handout::design {
namespace {

constexpr std::string_view ending = ".xml";

void add_layouts_in(const Files& files, const std::string& folder, std::vector<std::string>& ids) {
  for (const std::string& name : files.list(folder)) {
    if (name.ends_with(ending) && name != "brand.xml") ids.push_back(name.substr(0, name.size() - ending.size()));
  }
}

std::vector<std::string> each_once(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

std::vector<std::string> layout_ids(const Files& files) {
  std::vector<std::string> ids;
  add_layouts_in(files, "layouts", ids);
  return each_once(std::move(ids));
}

std::vector<std::string> layout_ids_of_brand(const Files& files, const std::string& brand) {
  std::vector<std::string> ids = layout_ids(files);
  add_layouts_in(files, "layouts/brands/" + brand, ids);
  return each_once(std::move(ids));
}

}  // namespace handout::design
