#include "design/styled_words.h"

#include <doctest/doctest.h>

#include <string>

using namespace handout;
using namespace handout::design;

namespace {

StyledParagraph saying(const char* text) {
  return plain_paragraph(text, {}, Artifact::layout);
}

}  // namespace

TEST_CASE("a run-in title is set apart by a space, but where its punctuation is full-width") {
  struct Case {
    const char *title, *text, *together;
  };
  for (const Case& one :
       {Case{"Take care:", "Wait.", "Take care: Wait."}, Case{"请了解：", "效果差不多。", "请了解：效果差不多。"},
        Case{"手術なし？", "はい", "手術なし？はい"}, Case{"椎间盘", "软垫", "椎间盘 软垫"},
        Case{"", "Wait.", "Wait."}}) {
    const StyledParagraph together = run_together(saying(one.title), saying(one.text));
    CHECK(together.text == one.together);
    // Spans cover the text without gaps.
    std::uint32_t at = 0;
    for (const StyledSpan& span : together.spans) {
      CHECK(span.begin == at);
      at = span.end;
    }
    CHECK(at == together.text.size());
  }
}
