#pragma once

#include <string>

#include "support/memory_files.h"

namespace handout::batch {

/// A whole handout, with `blocks` in its help.
inline std::string whole_handout(const std::string& attributes, const std::string& blocks) {
  return "<handout id=\"knee\" version=\"1.0\" published=\"2026-11-22\" review-by=\"2028-11-22\" " + attributes + R"(>
  <title>A new knee</title>
  <summary id="summary"><p id="summary.main">Come with your bag packed.</p></summary>
  <section role="condition" id="condition"><title>Why</title><p id="condition.p">It is worn.</p></section>
  <section role="procedure" id="procedure"><title>How</title><p id="procedure.p">You sleep.</p></section>
  <section role="benefits" id="benefits"><title>What for</title><p id="benefits.p">It helps.</p></section>
  <section role="risks" id="risks"><title>Risks</title><p id="risks.p">It may hurt.</p></section>
  <section role="recovery" id="recovery"><title>Then</title><p id="recovery.p">You walk.</p></section>
  <section role="help" id="help"><title>Help</title><zones id="zones">
    <zone kind="emergency" id="now"><title>Now</title><p id="now.p">Chest pain.</p></zone>
    <zone kind="call" id="today"><title>Today</title><p id="today.p">Fever.</p></zone>
  </zones>)" +
         blocks + "</section>\n</handout>\n";
}

/// A project of that handout and a brand, without a layout: its jobs end before they reach a page.
inline tests::MemoryFiles project_of(const std::string& handout) {
  return tests::MemoryFiles({{"content/knee/handout.xml", handout},
                             {"layouts/brands/north/brand.xml", R"(<brand id="north" lang="en" default="yes">
  <name>North</name>
  <palette><swatch name="text" value="#000000"/><swatch name="primary" value="#0B4A5B"/>
    <swatch name="accent" value="#8A3B12"/><swatch name="tint" value="#EEF4F5"/></palette>
  <family name="body" uses="sans"/><family name="heading" uses="sans"/>
  <field name="clinic.phone" kind="phone">020 7946 0000</field>
</brand>)"}});
}

}  // namespace handout::batch
