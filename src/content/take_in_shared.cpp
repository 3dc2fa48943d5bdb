#include "content/take_in_shared.h"

#include <fmt/format.h>

#include <set>

#include "content/attribute_values.h"
#include "content/vocabulary.h"

namespace handout::content {
namespace {

class SharedTaker {
 public:
  SharedTaker(const SharedBlocks& shared, std::optional<Locale> locale, Diagnostics& diagnostics)
      : shared_(shared), locale_(std::move(locale)), diagnostics_(diagnostics) {}

  void take_in(XmlElement& parent) {
    for (XmlNode& node : parent.children) {
      auto* child = std::get_if<std::unique_ptr<XmlElement>>(&node);
      if (child == nullptr) continue;
      if ((*child)->name != "use") {
        take_in(**child);
      } else if (can_take(**child, parent)) {
        const std::string block = value_of(**child, "block");
        *child = shared_.copy(block);
        files_.insert(block.substr(0, block.find('.')));
      }
    }
  }
  const std::set<std::string, std::less<>>& files() const { return files_; }

 private:
  bool can_take(const XmlElement& use, const XmlElement& parent) {
    const std::string name = value_of(use, "block");
    const ElementRule* rule = handout_vocabulary().find(parent.name);
    // A <use> that the shape's check has refused already says no more.
    if (rule == nullptr || !rule->allows("use") || check_value({ValueKind::block, {}}, name)) return false;

    const SourceRange where = place_of(use, "block");
    const XmlElement* block = shared_.find(name);
    if (block == nullptr) return report_unknown(name, where);
    if (!rule->allows(block->name)) {
      diagnostics_.error(
          "content.unknown-element",
          fmt::format("{} is a <{}>, which is not allowed in <{}>", name, block->name, parent.name), where,
          block->name == "section" ? "put this <use> between the sections" : "put this <use> in a section");
      return false;
    }
    if (!used_.insert(name).second) {
      diagnostics_.error("content.duplicate-id", fmt::format("{} is used twice", name), where,
                         "a handout takes a shared block once: point to it with <link to=\"…\">");
      return false;
    }
    const std::optional<Locale> written_in = shared_.locale(name);
    if (written_in && locale_ && (written_in->language != locale_->language || written_in->script != locale_->script)) {
      diagnostics_.error(
          "content.bad-value",
          fmt::format("{} is written in \"{}\", this handout in \"{}\"", name, written_in->tag, locale_->tag), where,
          "write the block here, in the handout's language");
      return false;
    }
    return true;
  }

  bool report_unknown(const std::string& name, const SourceRange& where) {
    const std::string broken = shared_.broken_file(name);
    const std::string nearest = nearest_name(name, shared_.names());
    std::string hint = "shared blocks stand in content/shared";
    if (!broken.empty()) {
      hint = fmt::format("mend the mistakes in {} first", broken);
    } else if (!nearest.empty()) {
      hint = fmt::format("did you mean {}?", nearest);
    }
    diagnostics_.error("content.unknown-block", fmt::format("there is no shared block \"{}\"", name), where, hint);
    return false;
  }

  const SharedBlocks& shared_;
  std::optional<Locale> locale_;
  Diagnostics& diagnostics_;
  std::set<std::string> used_;                ///< blocks
  std::set<std::string, std::less<>> files_;  ///< that they came from
};

}  // namespace

std::set<std::string, std::less<>> take_in_shared(XmlElement& handout, const SharedBlocks& shared,
                                                  Diagnostics& diagnostics) {
  SharedTaker taker(shared, parse_locale(value_of(handout, "lang")), diagnostics);
  taker.take_in(handout);
  return taker.files();
}

}  // namespace handout::content
