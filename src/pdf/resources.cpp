#include "pdf/resources.h"

#include <fmt/format.h>

#include <algorithm>

#include "pdf/numbers.h"

namespace handout::pdf {
namespace {

template <typename T>
std::size_t index_in(std::vector<T>& all, const T& wanted) {
  const auto found = std::find(all.begin(), all.end(), wanted);
  const auto index = static_cast<std::size_t>(found - all.begin());
  if (found == all.end()) all.push_back(wanted);
  return index;
}

Object add_image(HaruDocument& document, std::string_view bytes, Filter filter, const figures::Raster& raster) {
  const Object image = document.add_stream(bytes, filter);
  document.set(image, "Subtype", {Name{"Image"}});
  document.set(image, "Width", {static_cast<std::int32_t>(raster.width)});
  document.set(image, "Height", {static_cast<std::int32_t>(raster.height)});
  document.set(image, "BitsPerComponent", {8});
  return image;
}

/// A JPEG keeps its own bytes; transparency becomes a soft mask (ISO 32000-1, 11.6.5.3).
Object write_image(HaruDocument& document, Deflater& deflater, const figures::Raster& raster) {
  if (!raster.jpeg.empty()) {
    const Object image = add_image(document, raster.jpeg, Filter::dct, raster);
    document.set(image, "ColorSpace", {Name{raster.jpeg_components == 1 ? "DeviceGray" : "DeviceRGB"}});
    return image;
  }
  const Object image = add_image(document, deflater.deflate(raster.rgb), Filter::flate, raster);
  document.set(image, "ColorSpace", {Name{"DeviceRGB"}});
  if (!raster.alpha.empty()) {
    const Object mask = add_image(document, deflater.deflate(raster.alpha), Filter::flate, raster);
    document.set(mask, "ColorSpace", {Name{"DeviceGray"}});
    document.set(image, "SMask", {mask});
  }
  return image;
}

Object write_form(HaruDocument& document, Deflater& deflater, const Form& form) {
  const Object object = document.add_stream(deflater.deflate(form.operators), Filter::flate);
  document.set(object, "Subtype", {Name{"Form"}});
  std::string box = "/BBox[";
  for (const Length edge : {form.box.x, form.box.y, form.box.right(), form.box.bottom()}) {
    append_decimal(box, hundredths(edge), 2);
    box += ' ';
  }
  box.back() = ']';
  document.set_raw(object, box);
  return object;
}

/// The ToUnicode of each font's resources: one for all where codes allow it.
std::vector<std::vector<Object>> write_maps(HaruDocument& document, Deflater& deflater,
                                            const std::vector<EmbeddedFont>& fonts) {
  std::vector<CodeTexts> maps;
  std::vector<std::vector<std::size_t>> map_of(fonts.size());
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    for (std::size_t resource = 0; resource < fonts[i].resource_count(); ++resource)
      map_of[i].push_back(share_map(maps, fonts[i].texts(resource)));
  }
  std::vector<Object> streams;
  for (const CodeTexts& map : maps)
    streams.push_back(document.add_stream(deflater.deflate(to_unicode_map(map)), Filter::flate));
  std::vector<std::vector<Object>> of_fonts(fonts.size());
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    for (const std::size_t map : map_of[i])
      of_fonts[i].push_back(streams[map]);
  }
  return of_fonts;
}

std::string opacity_entries(Factor fill, Factor stroke) {
  std::string entries = "/ca ";
  append_decimal(entries, scaled(fill.units, 1000, Factor::one), 3);
  entries += "/CA ";
  append_decimal(entries, scaled(stroke.units, 1000, Factor::one), 3);
  return entries;
}

}  // namespace

std::string font_name(std::size_t font, std::size_t resource) {
  return resource == 0 ? fmt::format("F{}", font) : fmt::format("F{}.{}", font, resource);
}

std::string Resources::opacity(Factor fill, Factor stroke) {
  return fmt::format("G{}", index_in(opacities_, {fill, stroke}));
}
std::string Resources::image(const std::shared_ptr<const figures::Raster>& raster) {
  return fmt::format("I{}", index_in(images_, raster));
}
std::string Resources::form(Form form) {
  forms_.push_back(std::move(form));
  return fmt::format("X{}", forms_.size() - 1);
}

Object Resources::write(HaruDocument& document, Deflater& deflater, const std::vector<EmbeddedFont>& fonts) const {
  Entries font_entries, objects, states;
  for (std::size_t i = 0; i < opacities_.size(); ++i) {
    const Object state = document.add_dictionary("ExtGState");
    document.set_raw(state, opacity_entries(opacities_[i].first, opacities_[i].second));
    states.push_back({fmt::format("G{}", i), {state}});
  }
  for (std::size_t i = 0; i < forms_.size(); ++i)
    objects.push_back({fmt::format("X{}", i), {write_form(document, deflater, forms_[i])}});
  for (std::size_t i = 0; i < images_.size(); ++i)
    objects.push_back({fmt::format("I{}", i), {write_image(document, deflater, *images_[i])}});
  const Object resources = document.add_dictionary();
  const std::vector<std::vector<Object>> maps = write_maps(document, deflater, fonts);
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    const std::vector<Object> written = fonts[i].write(document, deflater, maps[i]);
    for (std::size_t resource = 0; resource < written.size(); ++resource)
      font_entries.push_back({font_name(i, resource), {written[resource]}});
  }
  if (!font_entries.empty()) document.set(resources, "Font", {std::move(font_entries)});
  if (!objects.empty()) document.set(resources, "XObject", {std::move(objects)});
  if (!states.empty()) document.set(resources, "ExtGState", {std::move(states)});
  return resources;
}

}  // namespace handout::pdf
