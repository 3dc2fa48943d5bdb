#include "design/press_defaults.h"

#include <memory>

#include "base/diagnostic.h"
#include "base/files.h"
#include "design/read_layout.h"

namespace handout::design {
namespace {

/// Written as a layout, so that it is read, merged and overridden like any other. Only what makes text legible at all
/// stands here; taste is for layouts/standard.xml.
constexpr const char* defaults = R"(<layout id="press" lang="en">
  <paper sizes="a4 letter" orientation="portrait" duplex="no"/>
  <fit pages="any" spacing="1" leading="1.4" tracking="0em" size="12pt"/>
  <style for="handout" family="body" ink="text" align="start"/>
  <style for="title" family="heading" weight="bold"/>
  <style for="strong" weight="bold"/>
  <style for="link" underline="yes"/>
  <style for="ref sup sub" size="0.7em"/>
  <style for="list.bullet" marker="disc" marker-size="0.4em"/>
  <style for="list.number" marker="1."/>
  <style for="list.check" marker="box"/>
  <style for="steps" marker="1"/>
  <style for="item step" indent="1.8em"/>
  <style for="blank.short" width="13mm"/>
  <style for="blank.long" width="30mm"/>
</layout>
)";

class NoFiles final : public Files {
 public:
  std::optional<std::string> read(const std::string&) const override { return std::nullopt; }
  bool exists(const std::string&) const override { return false; }
  std::vector<std::string> list(const std::string&) const override { return {}; }
};

}  // namespace

LayoutFile press_defaults() {
  const NoFiles no_files;
  Diagnostics diagnostics;
  const auto file = std::make_shared<const SourceFile>(SourceFile{"(the press's defaults)", defaults});
  std::optional<LayoutFile> layout = read_layout(file, "press", {no_files, {}}, diagnostics);
  ENSURE(layout.has_value() && diagnostics.items().empty());
  return *layout;
}

}  // namespace handout::design
