#include "design/intern_styles.h"

#include <utility>

namespace handout::design {

StyleInterner::StyleInterner(const Design& design) : design_(design) {
  styles_.push_back({design.look_up({"handout", ""}, {}), StyleId{}});
}

const StyleProperties& StyleInterner::properties(const ElementName& element, const ElementName& parent) {
  Key key(element.name, element.kind, parent.name, parent.kind);
  const auto known = looked_up_.find(key);
  if (known != looked_up_.end()) return known->second;
  return looked_up_.emplace(std::move(key), design_.look_up(element, parent)).first->second;
}

StyleId StyleInterner::intern(StyleProperties properties, StyleId parent) {
  const auto [begin, end] = inside_.equal_range(parent);
  for (auto known = begin; known != end; ++known) {
    if ((*this)[known->second].properties == properties) return known->second;
  }
  const StyleId style{static_cast<std::uint32_t>(styles_.size())};
  styles_.push_back({std::move(properties), parent});
  inside_.emplace(parent, style);
  return style;
}

Length StyleInterner::largest_size(StyleId style) const {
  if (style == StyleId{}) return design_.fit.size_upper;
  const StyleSource& source = (*this)[style];
  const std::optional<MeasureRange>& size = source.properties.size;
  if (!size) return largest_size(source.parent);
  if (size->upper.unit != Measure::Unit::em) return Length{size->upper.units};
  return largest_size(source.parent) * Factor{size->upper.units};
}

bool StyleInterner::prints_text(StyleId style) const {
  const StyleSource& source = (*this)[style];
  if (source.properties.ink) return *source.properties.ink != "none";
  return style == StyleId{} || prints_text(source.parent);
}

}  // namespace handout::design
