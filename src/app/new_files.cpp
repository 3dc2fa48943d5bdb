#include "app/new_files.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "base/names.h"

namespace handout::app {
namespace {

/// content/shared holds no handout.
constexpr std::string_view shared_folder = "shared";

constexpr std::string_view handout_text = R"(<?xml version="1.0" encoding="UTF-8"?>
<handout id="ID" lang="en" version="0.1" published="2026-01-01" review-by="2028-01-01">
  <title>The name of the operation</title>
  <summary id="summary">
    <p id="summary.main"><strong>The one thing to do or know.</strong></p>
  </summary>
  <section role="condition" id="condition">
    <title>What is the problem?</title>
    <p id="condition.what">Say what is wrong, in short words.</p>
  </section>
  <section role="procedure" id="procedure">
    <title>What happens?</title>
    <steps id="procedure.steps">
      <step id="procedure.first">First this.</step>
      <step id="procedure.then">Then that.</step>
    </steps>
  </section>
  <section role="benefits" id="benefits">
    <title>How can it help?</title>
    <p id="benefits.what">Say what gets better, and how often.</p>
  </section>
  <section role="risks" id="risks">
    <title>What are the risks?</title>
    <p id="risks.what">Say what can go wrong, and how often.</p>
  </section>
  <section role="recovery" id="recovery">
    <title>Getting better</title>
    <p id="recovery.what">Say what to expect, week by week.</p>
  </section>
  <section role="help" id="help">
    <title>When to get help</title>
    <zones id="help.zones">
      <zone id="help.emergency" kind="emergency">
        <title>Emergency: call <field name="clinic.emergency-number"/> now</title>
        <!-- What all handouts say alike stands in content/shared/: in place of this list <use block="safety.red-flags"/> -->
        <list id="help.emergency.list"><item id="help.emergency.sign">A sign of danger</item></list>
      </zone>
      <zone id="help.call" kind="call">
        <title>Call us today: <field name="clinic.phone"/></title>
        <list id="help.call.list"><item id="help.call.sign">A sign to tell us about</item></list>
      </zone>
    </zones>
  </section>
</handout>
)";

// pages="any": however long a handout is, it prints.
constexpr std::string_view layout_text = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- Everything that is not stated here comes from the layout it extends. In this order: -->
<layout id="ID" extends="standard" lang="en">
  <paper sizes="a4 letter"/>
  <fit pages="any" size="13pt"/>
  <!-- <page on="first all" ...> boxes of the pages; README has a whole example -->
  <!-- <icon name="..." src="..."/> -->
  <!-- <text name="...">words of this layout</text> -->
  <style for="title" in="section glossary sources" size="18pt"/>
  <!-- <when lang="de"> entries that hold for some languages, papers or brands </when> -->
</layout>
)";

constexpr std::string_view brand_text = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- Everything a clinic calls its own. Write over what is here; the order of the elements is fixed.
     extends="another-brand" on the root takes its colours, type and pictures, but never its fields and notices: no clinic
     prints another's phone. -->
<brand id="ID" lang="en">
  <name>The clinic's name</name>
  <layouts default="standard"/>
  <languages default="en" offered="en"/>
  <!-- `reversed` stands on dark grounds. alt is what the picture says to those who cannot see it. -->
  <image name="logo" src="logo.svg" reversed="logo-reversed.svg" alt="The clinic's name"/>
  <!-- The picture behind the first title, small and large. -->
  <image name="motif" src="motif.svg" alt=""/>
  <image name="motif-lens" src="motif.svg" alt=""/>
  <!-- Words in text, muted and primary must be dark enough to read on paper, tint and tint-2. More names may follow. -->
  <palette>
    <swatch name="text" value="#20252B"/>
    <swatch name="muted" value="#505863"/>
    <swatch name="primary" value="#37475A"/>
    <swatch name="accent" value="#8896A8"/>
    <swatch name="tint" value="#EEF1F4"/>
    <swatch name="tint-2" value="#D8DEE6"/>
    <swatch name="mid" value="#A9B4C2"/>
    <swatch name="line" value="#A9B4C2"/>
    <swatch name="outline" value="#6F7C8C"/>
    <swatch name="motif-1" value="#4A5C71"/>
    <swatch name="motif-2" value="#5E7188"/>
  </palette>
  <!-- `uses` is a family of fonts/fonts.xml. -->
  <family name="body" uses="sans"/>
  <family name="heading" uses="sans"/>
  <field name="clinic.phone" kind="phone">020 7946 0000</field>
  <field name="clinic.emergency-number" kind="phone">999</field>
  <field name="clinic.email" kind="email">info@ID.example</field>
  <field name="clinic.website" kind="url">https://ID.example</field>
  <notice name="clinic-name"><p id="clinic-name.line" translate="no"><strong>The clinic's name</strong></p></notice>
  <notice name="other-formats">
    <p id="other-formats.line">Large print, other languages: <field name="clinic.phone"/></p>
  </notice>
</brand>
)";

// A mark that nobody takes for a clinic's own.
constexpr std::string_view logo_text = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
  <circle cx="20" cy="20" r="16" fill="none" stroke="#37475A" class="stroke-primary" stroke-width="6"/>
  <circle cx="20" cy="20" r="6" fill="#8896A8" class="fill-accent"/>
</svg>
)";
constexpr std::string_view reversed_logo_text = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
  <circle cx="20" cy="20" r="16" fill="none" stroke="#FFFFFF" class="stroke-on-primary" stroke-width="6"/>
  <circle cx="20" cy="20" r="6" fill="#FFFFFF" class="fill-on-primary"/>
</svg>
)";
constexpr std::string_view motif_text = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80">
  <circle cx="90" cy="40" r="60" fill="none" stroke="#4A5C71" class="stroke-motif-1" stroke-width="10"/>
  <circle cx="90" cy="40" r="36" fill="none" stroke="#5E7188" class="stroke-motif-2" stroke-width="10"/>
  <circle cx="90" cy="40" r="14" fill="#5E7188" class="fill-motif-2"/>
</svg>
)";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::vector<NewFile> templates_for(const NewRequest& request) {
  if (request.kind == "handout") return {{"content/" + request.id + "/handout.xml", std::string(handout_text)}};
  if (request.kind == "layout") return {{"layouts/" + request.id + ".xml", std::string(layout_text)}};
  const std::string folder = "layouts/brands/" + request.id + "/";
  return {{folder + "brand.xml", std::string(brand_text)},
          {folder + "logo.svg", std::string(logo_text)},
          {folder + "logo-reversed.svg", std::string(reversed_logo_text)},
          {folder + "motif.svg", std::string(motif_text)}};
}

}  // namespace

std::vector<NewFile> new_files(const NewRequest& request, const Files& files, Diagnostics& diagnostics) {
  if (!is_name(request.id)) {
    diagnostics.error("usage.bad-id", fmt::format("“{}” is not an id", request.id), {},
                      "an id is small letters, digits and single hyphens, and begins with a letter: knee-surgery");
    return {};
  }
  if (request.kind == "handout" && request.id == shared_folder) {
    diagnostics.error("usage.bad-id", "content/shared is the folder of what handouts share", {}, "choose another id");
    return {};
  }
  std::vector<NewFile> made = templates_for(request);
  for (NewFile& file : made) {
    if (files.exists(file.path)) {
      diagnostics.error("usage.exists", file.path + " is already there", {}, "choose another id, or edit that file");
      return {};
    }
    file.text = replaced(std::move(file.text), "ID", request.id);
  }
  return made;
}

}  // namespace handout::app
