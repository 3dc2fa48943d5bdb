#include "content/read_blocks.h"

#include <algorithm>
#include <array>

#include "content/attribute_values.h"
#include "content/read_words.h"
#include "content/vocabulary.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

using BlockItem = decltype(Block::item);

/// The enumerator beside the element's `kind` in `names`; the first one where it has none.
template <typename Kind, std::size_t count>
Kind kind_of(const XmlElement& element, const std::array<std::pair<std::string_view, Kind>, count>& names) {
  const std::string value = value_of(element, "kind");
  for (const auto& [name, kind] : names) {
    if (name == value) return kind;
  }
  return names.front().second;
}

bool says_yes(const XmlElement& element, std::string_view attribute) {
  return value_of(element, attribute) == "yes";
}

class BlockReader {
 public:
  explicit BlockReader(const Drawings& drawings) : drawings_(drawings) {}

  Blocks read(const XmlElement& parent) const {
    Blocks blocks;
    for (const XmlElement* child : parent.elements()) {
      if (child->name == "title") continue;
      blocks.push_back({value_of(*child, "id"), says_yes(*child, "detail"), child->where, read_item(*child)});
    }
    return blocks;
  }

 private:
  BlockItem read_item(const XmlElement& e) const {
    if (e.name == "p") return Paragraph{read_words(e, value_of(e, "id"))};
    if (e.name == "list") return read_list(e);
    if (e.name == "steps") return read_steps(e);
    if (e.name == "facts") return read_facts(e);
    if (e.name == "timeline") return read_timeline(e);
    if (e.name == "table") return read_table(e);
    if (e.name == "risk-table") return read_risk_table(e);
    if (e.name == "figure") return read_figure(e);
    if (e.name == "callout") return read_callout(e);
    if (e.name == "zones") return read_zones(e);
    if (e.name == "notes") return NoteLines{read_number(value_of(e, "lines"))};
    if (e.name == "qr") return QrCode{value_of(e, "href"), read_part(e, "caption"), place_of(e, "href")};
    ENSURE(e.name == "subsection");
    return Subsection{title_of(e), read(e)};
  }

  /// A title or caption, named after its owner where it has no id of its own.
  static std::optional<Words> read_part(const XmlElement& owner, std::string_view name) {
    const XmlElement* part = child_named(owner, name);
    if (part == nullptr) return std::nullopt;
    return read_words(*part, unit_of(*part, value_of(owner, "id")));
  }
  static Words title_of(const XmlElement& owner) { return read_part(owner, "title").value(); }

  WordsOrBlocks read_body(const XmlElement& element) const {
    const std::vector<const XmlElement*> children = element.elements();
    const bool has_blocks = std::any_of(children.begin(), children.end(),
                                        [](const XmlElement* child) { return is_small_block(child->name); });
    if (has_blocks) return read(element);
    return read_words(element, value_of(element, "id"));
  }

  List read_list(const XmlElement& element) const {
    constexpr std::array<std::pair<std::string_view, ListKind>, 3> kinds = {
        {{"bullet", ListKind::bullet}, {"number", ListKind::number}, {"check", ListKind::check}}};
    List list{kind_of(element, kinds), {}};
    for (const XmlElement* item : element.elements()) {
      list.items.push_back({value_of(*item, "id"), read_body(*item), says_yes(*item, "detail"), item->where});
    }
    return list;
  }

  Steps read_steps(const XmlElement& element) const {
    Steps steps;
    for (const XmlElement* step : element.elements()) {
      steps.steps.push_back({value_of(*step, "id"), read_part(*step, "title"), read_body(*step), step->where});
    }
    return steps;
  }

  static Facts read_facts(const XmlElement& element) {
    Facts facts;
    for (const XmlElement* fact : element.elements()) {
      facts.facts.push_back({value_of(*fact, "id"), title_of(*fact), read_words(*fact, value_of(*fact, "id")),
                             read_number(value_of(*fact, "of")),
                             read_counts(value_of(*fact, "counts")).value_or(std::vector<int>{}), fact->where});
    }
    return facts;
  }

  Timeline read_timeline(const XmlElement& element) const {
    constexpr std::array<std::pair<std::string_view, StageKind>, 2> kinds = {
        {{"later", StageKind::later}, {"surgery", StageKind::surgery}}};
    Timeline timeline;
    for (const XmlElement* stage : element.elements()) {
      timeline.stages.push_back(
          {value_of(*stage, "id"), kind_of(*stage, kinds), title_of(*stage), read_body(*stage), stage->where});
    }
    return timeline;
  }

  enum class RowKind { head, body };
  Row read_row(const XmlElement& element, RowKind kind) const {
    Row row;
    for (const XmlElement* cell : element.elements()) {
      const bool header = kind == RowKind::head || says_yes(*cell, "header");
      row.push_back({value_of(*cell, "id"), read_body(*cell), header, std::max(1, read_number(value_of(*cell, "span"))),
                     cell->where});
    }
    return row;
  }

  Table read_table(const XmlElement& element) const {
    constexpr std::array<std::pair<std::string_view, TableKind>, 2> kinds = {
        {{"data", TableKind::data}, {"fill-in", TableKind::fill_in}}};
    Table table;
    table.kind = kind_of(element, kinds);
    table.caption = read_part(element, "caption");
    table.blank_rows = read_number(value_of(element, "blank-rows"));
    for (const XmlElement* row : element.elements()) {
      if (row->name == "head") table.head = read_row(*row, RowKind::head);
      if (row->name == "row") table.rows.push_back(read_row(*row, RowKind::body));
    }
    return table;
  }

  RiskTable read_risk_table(const XmlElement& element) const {
    RiskTable table;
    table.caption = read_part(element, "caption");
    table.of = read_number(value_of(element, "of"));
    for (const XmlElement* row : element.elements()) {
      if (row->name == "head") table.head = read_row(*row, RowKind::head);
      if (row->name != "risk") continue;
      const std::string id = value_of(*row, "id");
      table.risks.push_back({id, read_words(*row, id), read_counts(value_of(*row, "counts")).value(), row->where});
    }
    return table;
  }

  Figure read_figure(const XmlElement& element) const {
    Figure figure;
    const std::string id = value_of(element, "id");
    figure.alt = read_attribute_words(element, "alt", id.empty() ? id : id + ".alt");
    figure.caption = read_part(element, "caption");
    figure.mirror = says_yes(element, "mirror");
    const auto drawing = drawings_.find(&element);
    if (drawing == drawings_.end() || drawing->second == nullptr) return figure;
    figure.drawing = drawing->second;
    for (const figures::DrawingItem& item : figure.drawing->items) {
      const auto* label = std::get_if<figures::Label>(&item);
      if (label == nullptr || label->step_number) continue;
      Words words;
      words.inlines.push_back({Text{label->text}, label->where});
      words.unit = id.empty() ? id : id + "." + label->id;
      words.lang = figure.alt.lang;
      words.translate = figure.alt.translate;
      words.where = label->where;
      figure.labels.emplace(label->id, std::move(words));
    }
    return figure;
  }

  Callout read_callout(const XmlElement& element) const {
    constexpr std::array<std::pair<std::string_view, CalloutKind>, 3> kinds = {
        {{"note", CalloutKind::note}, {"tip", CalloutKind::tip}, {"warning", CalloutKind::warning}}};
    return {kind_of(element, kinds), read_part(element, "title"), read(element)};
  }

  Zones read_zones(const XmlElement& element) const {
    constexpr std::array<std::pair<std::string_view, ZoneKind>, 3> kinds = {
        {{"emergency", ZoneKind::emergency}, {"call", ZoneKind::call}, {"expected", ZoneKind::expected}}};
    Zones zones;
    for (const XmlElement* zone : element.elements()) {
      zones.zones.push_back({value_of(*zone, "id"), kind_of(*zone, kinds), title_of(*zone), read(*zone), zone->where});
    }
    return zones;
  }

  const Drawings& drawings_;
};

}  // namespace

Blocks read_blocks(const XmlElement& parent, const Drawings& drawings) {
  return BlockReader(drawings).read(parent);
}

}  // namespace handout::content
