#include "text/hyphenate.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <string>

#include "base/unicode.h"
#include "text/text_support.h"

using namespace handout;
using namespace handout::tests;

namespace {

std::string divided(const std::string& word, const char* tag) {
  static const text::HyphenationDictionaries dictionaries;
  const std::vector<std::size_t> divisions = dictionaries.divisions(word, locale(tag));
  std::string result;
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size(); ++count) {
    if (std::find(divisions.begin(), divisions.end(), count) != divisions.end()) result += '-';
    append_utf8(result, next_code_point(word, at));
  }
  return result;
}

bool installed(const char* name) {
  struct stat status {};
  return ::stat((std::string("/usr/share/hyphen/hyph_") + name + ".dic").c_str(), &status) == 0;
}

}  // namespace

TEST_CASE("words divide as their language's patterns say, in any character set") {
  struct Case {
    const char *tag, *file, *word, *expected;
  };
  for (const Case& row : {
           Case{"en-US", "en_US", "hyphenation", "hy-phen-ation"},
           Case{"en", "en_GB", "anaesthetic", "an-aes-thetic"},
           Case{"de", "de_DE", "rückenschmerzen", "rü-cken-schmer-zen"},
           Case{"es", "es_ES", "operación", "ope-ra-ción"},
           Case{"pl", "pl_PL", "kręgosłupa", "krę-go-słupa"},
           Case{"ru", "ru_RU", "операция", "опе-ра-ция"},
       }) {
    if (!installed(row.file)) {
      MESSAGE("SKIPPED: no patterns " << row.file << " (Debian packages hyphen-*)");
      continue;
    }
    CHECK(divided(row.word, row.tag) == std::string(row.expected));
  }
}

TEST_CASE("no patterns, other scripts and short words give no divisions") {
  CHECK(divided("leikkaus", "fi") == "leikkaus");
  CHECK(divided("शल्यचिकित्सा", "hi") == "शल्यचिकित्सा");
  CHECK(divided("การผ่าตัด", "th") == "การผ่าตัด");
  CHECK(divided("pain", "en") == "pain");
  CHECK(divided(std::string(200, 'a'), "en").find('-') == std::string::npos);
}
