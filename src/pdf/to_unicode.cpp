#include "pdf/to_unicode.h"

#include <algorithm>

#include "base/unicode.h"
#include "pdf/numbers.h"

namespace handout::pdf {
namespace {

// A CMap section holds at most 100 entries (Adobe Technical Note 5014, 1.4.1).
constexpr std::size_t section_limit = 100;

struct Entry {
  std::uint16_t first = 0, last = 0;
  std::u16string text;  ///< of the first
};

/// Codes in a row whose texts are in a row share an entry; only the last byte of either may change within it.
bool continues(const Entry& entry, std::uint16_t code, const std::u16string& text) {
  if (entry.text.size() != 1 || text.size() != 1) return false;
  const unsigned steps = code - entry.first;
  const unsigned expected = static_cast<unsigned>(entry.text[0]) + steps;
  return code == entry.last + 1 && (code >> 8) == (entry.first >> 8) && text[0] == expected &&
         (expected >> 8) == static_cast<unsigned>(entry.text[0] >> 8);
}

void append_code(std::string& out, std::uint16_t code) {
  out += '<';
  append_hex(out, code);
  out += '>';
}

void append_text(std::string& out, const std::u16string& text) {
  out += '<';
  for (const char16_t unit : text)
    append_hex(out, static_cast<std::uint16_t>(unit));
  out += ">\n";
}

void append_sections(std::string& out, const std::vector<Entry>& entries, std::string_view kind) {
  for (std::size_t begin = 0; begin < entries.size(); begin += section_limit) {
    const std::size_t end = std::min(begin + section_limit, entries.size());
    append_integer(out, static_cast<std::int64_t>(end - begin));
    out.append(" begin").append(kind) += '\n';
    for (std::size_t i = begin; i < end; ++i) {
      append_code(out, entries[i].first);
      if (kind == "bfrange") append_code(out, entries[i].last);
      append_text(out, entries[i].text);
    }
    out.append("end").append(kind) += '\n';
  }
}

}  // namespace

std::string to_unicode_map(const CodeTexts& texts) {
  std::vector<Entry> all;
  for (const auto& [code, text] : texts) {
    std::u16string utf16 = to_utf16(text);
    if (!all.empty() && continues(all.back(), code, utf16)) {
      all.back().last = code;
    } else {
      all.push_back({code, code, std::move(utf16)});
    }
  }
  std::vector<Entry> single, ranges;
  for (Entry& entry : all)
    (entry.first == entry.last ? single : ranges).push_back(std::move(entry));

  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  append_sections(out, single, "bfchar");
  append_sections(out, ranges, "bfrange");
  out += "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
  return out;
}

std::size_t share_map(std::vector<CodeTexts>& maps, const CodeTexts& texts) {
  const auto agrees = [&](const CodeTexts& map) {
    return std::all_of(texts.begin(), texts.end(), [&](const auto& entry) {
      const auto known = map.find(entry.first);
      return known == map.end() || known->second == entry.second;
    });
  };
  const auto found = std::find_if(maps.begin(), maps.end(), agrees);
  const auto index = static_cast<std::size_t>(found - maps.begin());
  if (found == maps.end()) maps.emplace_back();
  maps[index].insert(texts.begin(), texts.end());
  return index;
}

}  // namespace handout::pdf
