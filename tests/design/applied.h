#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "content/load_document.h"
#include "content/load_glossary.h"
#include "content/shared_blocks.h"
#include "design/apply_design.h"
#include "design/each_paragraph.h"
#include "design_project.h"
#include "figures/load_svg.h"

namespace handout::tests {

/// What a test of apply_design says beyond the least a handout and a layout need.
struct Sheet {
  std::string sections;  ///< of the handout; the roles that docs/formats.md requires are added where they are not in it
  std::string after;     ///< <glossary/> and <sources>
  std::string head;      ///< instead of title and summary
  std::string root;      ///< further attributes of <layout>
  std::string pages;     ///< instead of one page with the rest
  std::string texts, styles;
  std::string notices;                        ///< of the brand
  std::map<std::string, std::string> values;  ///< of fields
  std::map<std::string, std::vector<content::ListItem>> lists;
  std::map<std::string, std::string> files;  ///< further ones, or instead of those below
  std::string printed_in = "en";             ///< the language of a translation, whose words stay as they are
  bool draft = false;
};

inline std::string with_required_roles(std::string sections) {
  for (const char* role : {"condition", "procedure", "benefits", "recovery"}) {
    if (sections.find(std::string("role=\"") + role + "\"") != std::string::npos) continue;
    sections +=
        fmt::format(R"(<section role="{0}" id="{0}"><title>{0}</title><p id="{0}.p">About it.</p></section>)", role);
  }
  return sections;
}

inline MemoryFiles files_of(const Sheet& sheet) {
  MemoryFiles files;
  files.add(
      "content/h/handout.xml",
      fmt::format(
          R"(<handout id="h" lang="en" version="1.0" published="2026-11-22" review-by="2028-11-22">{}{}{}</handout>)",
          sheet.head.empty() ? R"(<title>The title</title><summary id="s"><p id="s.p">In short.</p></summary>)"
                             : sheet.head,
          with_required_roles(sheet.sections), sheet.after));
  files.add("content/glossary.xml",
            R"(<glossary lang="en"><entry id="disc"><term>disc</term><definition>A soft pad.</definition></entry>
               <entry id="nerve"><term>nerve</term><definition>It carries feeling.</definition></entry></glossary>)");
  files.add("content/h/figures/f.svg",
            R"(<svg viewBox="0 0 100 50"><circle cx="5" cy="5" r="4" class="fill-primary"/>
               <text id="bone" x="10" y="20" font-size="12" fill="#17262B" text-anchor="end" font-weight="700">Bone</text>
               <text x="20" y="30" font-size="12" class="fill-primary">2</text>
               <text id="gel" x="30" y="40" font-size="12" fill="#17262B"><tspan x="30" y="40">Soft</tspan><tspan
               x="30" y="44">gel</tspan></text></svg>)");
  files.add("layouts/icons/mark.svg", R"(<svg viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>)");
  files.add("layouts/brands/b/logo.svg", R"(<svg viewBox="0 0 20 10"><circle cx="5" cy="5" r="4"/></svg>)");
  files.add("layouts/brands/b/brand.xml", fmt::format(R"(<brand id="b" lang="en" default="yes"><name>Clinic</name>
      <paper default="a4"/><layouts default="l"/><languages default="en" offered="en"/><units temperature="celsius"/>
      <image name="logo" src="logo.svg" alt="The clinic"/>
      <palette><swatch name="text" value="#111111"/><swatch name="primary" value="#0B4A5B"/>
      <swatch name="accent" value="#F2A93B"/><swatch name="tint" value="#EAF3F4"/></palette>
      <family name="body" uses="sans"/><family name="heading" uses="sans"/>
      <field name="clinic.phone" kind="phone">020 7946 0123</field>
      <field name="clinic.website" kind="url">https://clinic.example</field>{}</brand>)",
                                                      sheet.notices));
  files.add("fonts/fonts.xml",
            R"(<fonts><family name="sans"><font scripts="any" regular="A.ttf" bold="B.ttf"/></family></fonts>)");
  const std::string pages =
      sheet.pages.empty() ? R"(<page on="all"><region><place what="rest"/></region></page>)" : sheet.pages;
  files.add("layouts/l.xml", fmt::format(R"(<layout id="l" lang="en" min-size="8pt" {}>
      <paper sizes="a4"/><fit pages="any" size="12pt"/>{}<icon name="mark" src="icons/mark.svg"/>
      <text name="summary">Main message</text><text name="callout.note">Note</text><text name="callout.tip">Tip</text>
      <text name="callout.warning">Take care</text><text name="glossary">Words to know</text>
      <text name="sources">Sources</text><text name="source.checked">checked <field name="source.checked"/></text>
      <text name="risk"><strong><field name="risk.count"/></strong> in <field name="risk.of"/></text>
      <text name="dots"><field name="risk.count"/> of <field name="risk.of"/> dots filled</text>
      <text name="dots.range"><field name="risk.low"/> to <field name="risk.high"/> of <field name="risk.of"/> dots filled</text>
      <text name="qr">Code that opens <field name="qr.href"/></text><text name="table.continued">continued</text>
      <text name="draft">Draft.</text>{}{}</layout>)",
                                         sheet.root, pages, sheet.texts, sheet.styles));
  for (const auto& [path, text] : sheet.files)
    files.add(path, text);
  return files;
}

/// A manuscript with what it was made of, which it does not own all of.
struct Applied {
  design::Manuscript manuscript;
  Diagnostics diagnostics;
};

inline localization::Fields fields_of(const Sheet& sheet) {
  localization::Fields fields;
  const auto set = [&](const std::string& name, const std::string& text) {
    content::FieldValue value;
    value.name = name;
    value.text = text;
    fields.values[name] = value;
  };
  set("clinic.phone", "020 7946 0123");
  set("clinic.website", "https://clinic.example");
  fields.values["clinic.website"].kind = content::FieldKind::url;
  set("handout.title", "The title");
  for (const auto& [name, text] : sheet.values)
    set(name, text);
  for (const auto& [name, items] : sheet.lists)
    fields.values[name] = {name, content::FieldKind::list, "all of them", std::nullopt, items};
  return fields;
}

inline std::optional<figures::Drawing> load_picture(const std::string& path, std::string_view bytes, const SourceRange&,
                                                    Diagnostics& diagnostics) {
  return figures::load_svg(source(path, std::string(bytes)), diagnostics);
}

/// Loads, resolves and applies; a mistake in what the test itself wrote ends the test.
inline Applied applied(const Sheet& sheet) {
  const MemoryFiles files = files_of(sheet);
  Applied result;
  Diagnostics loading;
  const auto glossary =
      content::load_glossary(source("content/glossary.xml", *files.read("content/glossary.xml")), loading);
  const auto shared = content::SharedBlocks::load(files, "content/shared", loading);
  REQUIRE_MESSAGE(glossary.has_value(), all_said(loading));
  const auto document = content::load_document(source("content/h/handout.xml", *files.read("content/h/handout.xml")),
                                               {files, shared, *glossary, load_picture}, loading);
  REQUIRE_MESSAGE(document.has_value(), all_said(loading));
  const auto sheet_read = design::load_design({files, load_picture}, "l", "b", loading);
  REQUIRE_MESSAGE(sheet_read != nullptr, all_said(loading));
  const auto design = design::resolve(*sheet_read, locale(sheet.printed_in.c_str()), design::PaperSize::a4, loading);
  REQUIRE_MESSAGE(design.has_value(), all_said(loading));
  design::Copy copy;
  copy.documents.push_back(*document);
  copy.documents.back().locale = locale(sheet.printed_in.c_str());
  copy.fields = fields_of(sheet);
  copy.edition = "h en 1.0";
  copy.draft = sheet.draft;
  copy.draw_code = [](const std::string& text) -> std::optional<figures::Drawing> {
    if (text.size() > 2331) return std::nullopt;  // as figures/qr_code
    figures::Drawing drawing;
    drawing.path = text;
    return drawing;
  };
  result.manuscript = design::apply_design(copy, *design, result.diagnostics);
  return result;
}

/// The structure tree with what is read in each element, one element a line; empty ones left out, as in a PDF.
class StructureDump {
 public:
  explicit StructureDump(design::Manuscript manuscript) : tree_(manuscript.structure), texts_(tree_.nodes.size()) {
    design::for_each_paragraph(manuscript, [this](design::StyledParagraph& paragraph) {
      for (const design::StyledSpan& span : paragraph.spans) {
        if (const auto* element = std::get_if<design::StructureId>(&span.tag)) {
          texts_.at(element->value) += paragraph.text.substr(span.begin, span.end - span.begin);
        }
      }
    });
  }

  std::string all() { return below(0, 0); }
  /// The elements below the first one of this type and content id.
  std::string of(std::string_view content_id) {
    for (std::uint32_t node = 0; node < tree_.nodes.size(); ++node) {
      if (tree_.nodes[node].content_id == content_id) return line_and_below(node, 0);
    }
    return "no element has the id " + std::string(content_id);
  }

 private:
  std::string below(std::uint32_t node, std::size_t depth) {
    std::string text;
    for (const std::uint32_t child : tree_.nodes[node].children)
      text += line_and_below(child, depth);
    return text;
  }
  std::string line_and_below(std::uint32_t index, std::size_t depth) {
    const design::StructureNode& node = tree_.nodes[index];
    const std::string inner = below(index, depth + 1);
    const bool is_cell = node.type == design::StructureType::table_cell;
    if (inner.empty() && texts_[index].empty() && !node.alt && !is_cell) return "";
    std::string text(2 * depth, ' ');
    text += design::type_name(node.type);
    if (node.scope == design::HeaderScope::column) text += " column";
    if (node.scope == design::HeaderScope::row) text += " row";
    if (node.column_span > 1) text += fmt::format(" span={}", node.column_span);
    if (node.numbering == design::ListNumbering::decimal) text += " decimal";
    if (node.numbering == design::ListNumbering::disc) text += " disc";
    if (node.numbering == design::ListNumbering::square) text += " square";
    if (node.lang && node.type != design::StructureType::document) text += " lang=" + node.lang->tag;
    if (node.alt) text += " alt='" + *node.alt + "'";
    if (!texts_[index].empty()) text += " '" + texts_[index] + "'";
    return text + "\n" + inner;
  }

  design::StructureTree tree_;
  std::vector<std::string> texts_;
};

inline std::string structure_of(const Applied& applied, std::string_view content_id) {
  return StructureDump(applied.manuscript).of(content_id);
}

/// Every block of a thread with its text, one a line: "thread|section_title|Words". Children are indented.
class FlowDump {
 public:
  std::string of(const design::FlowBlocks& blocks, std::size_t depth = 0) {
    std::string text;
    for (const design::FlowBlock& block : blocks)
      text += of(block, depth);
    return text;
  }

 private:
  std::string of(const design::FlowBlock& block, std::size_t depth) {
    const std::string indent(2 * depth, ' ');
    if (const auto* words = std::get_if<design::StyledParagraph>(&block.content)) return indent + words->text + "\n";
    if (const auto* stack = std::get_if<design::Stack>(&block.content))
      return indent + "stack\n" + of(stack->children, depth + 1);
    if (const auto* row = std::get_if<design::Row>(&block.content)) {
      std::string text = indent + (row->beside_chain ? "chain\n" : "row\n");
      for (const design::RowCell& cell : row->cells)
        text += of(cell.block, depth + 1);
      return text;
    }
    if (std::holds_alternative<design::Table>(block.content)) return indent + "table\n";
    if (std::holds_alternative<design::Picture>(block.content)) return indent + "picture\n";
    if (std::holds_alternative<design::Dots>(block.content)) return indent + "dots\n";
    if (std::holds_alternative<design::NoteLines>(block.content)) return indent + "lines\n";
    return indent + "rule\n";
  }
};

inline std::string flow_of(const design::FlowBlocks& blocks) {
  return FlowDump().of(blocks);
}

/// The paragraph that says just this.
inline std::optional<design::StyledParagraph> paragraph_saying(const Applied& applied, std::string_view text) {
  design::Manuscript manuscript = applied.manuscript;
  std::optional<design::StyledParagraph> found;
  design::for_each_paragraph(manuscript, [&](design::StyledParagraph& paragraph) {
    if (!found && paragraph.text == text) found = paragraph;
  });
  return found;
}

// What tests of content look for: one section with what is at hand, in the thread that takes the rest.

inline std::string section(const std::string& inner, const std::string& role = "condition") {
  return R"(<section role=")" + role + R"(" id=")" + role + R"("><title>)" + role + "</title>" + inner + "</section>";
}

inline Sheet with_section(const std::string& inner, std::string styles = "") {
  Sheet sheet;
  sheet.sections = section(inner);
  sheet.styles = std::move(styles);
  return sheet;
}

inline const design::Thread& rest_of(const Applied& applied) {
  for (const design::Thread& thread : applied.manuscript.threads) {
    if (thread.is_rest) return thread;
  }
  FAIL("no thread takes the rest");
  return applied.manuscript.threads.front();
}

inline const design::StyleProperties& style_of(const Applied& applied, design::StyleId style) {
  return applied.manuscript.styles.at(style.value).properties;
}

inline const design::FlowBlock* find_saying(const design::FlowBlocks& blocks, std::string_view text) {
  for (const design::FlowBlock& block : blocks) {
    if (const auto* words = std::get_if<design::StyledParagraph>(&block.content);
        words != nullptr && words->text == text) {
      return &block;
    }
    if (const auto* stack = std::get_if<design::Stack>(&block.content)) {
      if (const design::FlowBlock* found = find_saying(stack->children, text)) return found;
    }
    if (const auto* row = std::get_if<design::Row>(&block.content)) {
      for (const design::RowCell& cell : row->cells) {
        if (cell.block.content.index() == 0) {
          if (std::get<design::StyledParagraph>(cell.block.content).text == text) return &cell.block;
        } else if (const auto* inner = std::get_if<design::Stack>(&cell.block.content)) {
          if (const design::FlowBlock* found = find_saying(inner->children, text)) return found;
        }
      }
    }
  }
  return nullptr;
}

}  // namespace handout::tests
