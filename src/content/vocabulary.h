#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/attribute_values.h"

namespace handout::content {

/// What may stand in an element besides the child elements that its rule lists.
enum class Body {
  nothing,          ///< no text: the listed elements alone
  words,            ///< text among them
  words_or_blocks,  ///< text among inline elements, or small blocks; never both
};

/// One place in the order of children: any of `names`, at least `least` and at most `most` times.
struct ChildRule {
  std::vector<std::string_view> names;
  std::size_t least = 0, most = 0;

  bool has(std::string_view name) const;
};

struct AttributeRule {
  std::string_view name;
  ValueRule value;
  bool required = false;
};

struct ElementRule {
  std::string_view name;
  Body body = Body::nothing;
  std::vector<ChildRule> children;  ///< in the order they must come
  std::vector<AttributeRule> attributes;

  bool allows(std::string_view child) const;
  const AttributeRule* attribute(std::string_view attribute_name) const;
  /// Every child's name, in order, each once.
  std::vector<std::string_view> child_names() const;
};

/// The elements of one kind of file (docs/formats.md, the tables of handout.xml and glossary.xml).
class Vocabulary {
 public:
  /// Each row: name, body, children in order, attributes; see vocabulary.cpp.
  struct Row {
    std::string_view name;
    Body body;
    std::string_view children, attributes;
  };
  explicit Vocabulary(const std::vector<Row>&);

  const ElementRule* find(std::string_view element) const;
  /// The element that an author who knows HTML, or another word, may mean by `name`; empty where none is near.
  std::string meant_by(std::string_view name, const ElementRule& parent) const;

 private:
  std::map<std::string_view, ElementRule> rules_;
};

/// handout.xml and content/shared/*.xml.
const Vocabulary& handout_vocabulary();
const Vocabulary& glossary_vocabulary();
const Vocabulary& sign_offs_vocabulary();

bool is_inline(std::string_view element);
/// p list figure notes qr use.
bool is_small_block(std::string_view element);

}  // namespace handout::content
