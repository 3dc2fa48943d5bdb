#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/locale.h"
#include "base/source.h"
#include "content/words.h"
#include "figures/drawing.h"

namespace handout::content {

struct Block;
using Blocks = std::vector<Block>;
/// Words or blocks, never both (docs/formats.md).
using WordsOrBlocks = std::variant<Words, Blocks>;

struct Paragraph {
  Words words;
};

enum class ListKind { bullet, number, check };
struct Item {
  std::string id;
  WordsOrBlocks body;
  bool detail = false;
  SourceRange where;
};
struct List {
  ListKind kind = ListKind::bullet;
  std::vector<Item> items;
};

struct Step {
  std::string id;
  std::optional<Words> title;
  WordsOrBlocks body;
  SourceRange where;
};
struct Steps {
  std::vector<Step> steps;
};

struct Fact {
  std::string id;
  Words title;
  Words words;
  int of = 0;               ///< 0: no dots
  std::vector<int> counts;  ///< one, or two for a range
  SourceRange where;
};
struct Facts {
  std::vector<Fact> facts;
};

enum class StageKind { later, surgery };
struct Stage {
  std::string id;
  StageKind kind = StageKind::later;
  Words title;
  WordsOrBlocks body;
  SourceRange where;
};
struct Timeline {
  std::vector<Stage> stages;
};

struct Cell {
  std::string id;
  WordsOrBlocks body;  ///< empty Words: a space to write in
  bool header = false;
  int span = 1;
  SourceRange where;
};
using Row = std::vector<Cell>;
enum class TableKind { data, fill_in };
struct Table {
  TableKind kind = TableKind::data;
  std::optional<Words> caption;
  std::optional<Row> head;
  std::vector<Row> rows;
  int blank_rows = 0;
};

struct Risk {
  std::string id;
  Words words;
  std::vector<int> counts;
  SourceRange where;
};
struct RiskTable {
  std::optional<Words> caption;
  Row head;
  std::vector<Risk> risks;
  int of = 100;
};

struct Figure {
  figures::DrawingPtr drawing;
  std::map<std::string, Words> labels;  ///< by the label's id in the SVG; step numbers are not here
  Words alt;                            ///< empty: decoration
  std::optional<Words> caption;
  bool mirror = false;
};

enum class CalloutKind { note, tip, warning };
struct Callout {
  CalloutKind kind = CalloutKind::note;
  std::optional<Words> title;
  Blocks blocks;
};

enum class ZoneKind { emergency, call, expected };
struct Zone {
  std::string id;
  ZoneKind kind = ZoneKind::emergency;
  Words title;
  Blocks blocks;
  SourceRange where;
};
struct Zones {
  std::vector<Zone> zones;
};

struct NoteLines {
  int lines = 1;
};
struct QrCode {
  std::string href;  ///< fields written {name}
  std::optional<Words> caption;
  SourceRange href_where;
};
struct Subsection {
  Words title;
  Blocks blocks;
};

struct Block {
  std::string id;  ///< may be empty
  bool detail = false;
  SourceRange where;
  std::variant<Paragraph, List, Steps, Facts, Timeline, Table, RiskTable, Figure, Callout, Zones, NoteLines, QrCode,
               Subsection>
      item;
};

enum class Role {
  none,
  condition,
  options,
  procedure,
  benefits,
  risks,
  preparation,
  medicines,
  day_of_surgery,
  recovery,
  help,
  questions
};
/// "day-of-surgery"; "" for none.
std::string_view role_name(Role);

struct Section {
  std::string id;
  Role role = Role::none;
  Words title;
  Blocks blocks;
  SourceRange where;
};

struct Source {
  std::string id;
  std::string href;
  std::string checked;  ///< ISO 8601 date
  Words words;
};

/// What a term is called in a language, by agreement.
struct AgreedTerm {
  Locale locale;
  std::string term, also, avoid;
};
struct GlossaryEntry {
  std::string id;
  Locale locale;  ///< that it is written in: the glossary's, which may be another than the handout's
  Words term;
  Words definition;
  std::vector<AgreedTerm> agreed;  ///< one a language
};

struct Summary {
  std::string id;
  std::optional<Words> title;
  Blocks blocks;
};

/// One handout, shared blocks already in place. Reading order is this order, always.
struct Document {
  std::string id;
  Locale locale;
  std::string version, published, review_by, withdraw_on;  ///< dates ISO 8601; withdraw_on may be empty
  Words title;
  std::optional<Words> subtitle;
  Summary summary;
  std::vector<Section> sections;
  bool prints_glossary = false;
  std::vector<GlossaryEntry> glossary;  ///< the entries its terms name, in the order of first use
  std::vector<Source> sources;
  std::set<std::string, std::less<>> shared_files;  ///< names of those that a <use> took a block from
  SourceFilePtr file;
  SourceRange where;  ///< of <handout>
  SourceRange review_by_where, withdraw_on_where;
};

}  // namespace handout::content
