#include "app/new_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/diagnostic.h"

namespace handout::app {
namespace {

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
        <title>Emergency: call now</title>
        <list id="help.emergency.list"><item id="help.emergency.sign">A sign of danger</item></list>
      </zone>
      <zone id="help.call" kind="call">
        <title>Call us</title>
        <list id="help.call.list"><item id="help.call.sign">A sign to tell us about</item></list>
      </zone>
    </zones>
  </section>
</handout>
)";

constexpr std::string_view layout_text = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- Everything that is not stated here comes from the layout it extends. -->
<layout id="ID" extends="standard" lang="en">
  <fit size="13pt"/>
</layout>
)";

constexpr std::string_view brand_text = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- A brand of its own: fields and notices never come from another brand, since no clinic prints another's phone. -->
<brand id="ID" lang="en"EXTENDS>
  <name>The clinic's name</name>
  <field name="clinic.phone" kind="phone">020 7946 0000</field>
  <field name="clinic.emergency-number" kind="phone">999</field>
  <field name="clinic.email" kind="email">info@ID.example</field>
  <field name="clinic.website" kind="url">https://ID.example</field>
  <notice name="clinic-name"><p id="clinic-name.line"><strong>The clinic's name</strong></p></notice>
  <notice name="other-formats">
    <p id="other-formats.line">Large print, other languages: <field name="clinic.phone"/></p>
  </notice>
</brand>
)";

bool is_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// A new brand builds on the first one there is, so that it has swatches and families to change.
std::string extends_first_brand(const Files& files) {
  for (const std::string& name : files.list("layouts/brands")) {
    if (name.ends_with('/')) return fmt::format(" extends=\"{}\"", name.substr(0, name.size() - 1));
  }
  return "";
}

NewFile template_for(const NewRequest& request, const Files& files) {
  if (request.kind == "handout") return {"content/" + request.id + "/handout.xml", std::string(handout_text)};
  if (request.kind == "layout") return {"layouts/" + request.id + ".xml", std::string(layout_text)};
  return {"layouts/brands/" + request.id + "/brand.xml",
          replaced(std::string(brand_text), "EXTENDS", extends_first_brand(files))};
}

}  // namespace

NewFile new_file(const NewRequest& request, const Files& files) {
  if (!is_id(request.id)) {
    throw Failure({Severity::error,
                   "usage.bad-id",
                   fmt::format("“{}” is not an id", request.id),
                   {},
                   "an id is small letters, digits and hyphens: knee-surgery"});
  }
  NewFile file = template_for(request, files);
  if (files.exists(file.path)) throw Failure("usage.exists", file.path + " is already there");
  file.text = replaced(std::move(file.text), "ID", request.id);
  return file;
}

}  // namespace handout::app
