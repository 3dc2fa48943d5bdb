#include "pages/fit.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "pages/composer.h"
#include "pages/document_layout.h"
#include "pages/picture_labels.h"
#include "pages/print_pages.h"
#include "pages/title_size.h"
#include "pages/typeset.h"

namespace handout::pages {

namespace {

/// The document laid out once, at one setting of the ladder.
struct Pass {
  int step;
  TitledStyles titled;
  Typesetter text;
  Composer composer;
  DocumentLayout layout;
  std::map<int, design::StyleTable> looser;  ///< by what is given back; the pages' pieces point into them
  PictureKeys misfits;                       ///< of pictures whose labels do not fit as they are printed

  Pass(const design::Manuscript& manuscript, int setting, ShapedText& shaped)
      : step(setting),
        titled(find_title_size(manuscript, setting, shaped)),
        text(titled.styles, shaped),
        composer(manuscript, titled.styles, text) {}
  Pass(const Pass&) = delete;
  Pass& operator=(const Pass&) = delete;

  bool fits() const { return !layout.stopped && layout.leftover.lines == 0; }
};
using PassPtr = std::unique_ptr<Pass>;

/// What a document is laid out with in every trial.
struct Trials {
  const design::Manuscript& manuscript;
  ShapedText& shaped;
  PictureKeys keys;    ///< of pictures with numbers in place of labels
  int first_step = 0;  ///< no setting more comfortable than this
};

PassPtr lay_out(const Trials& trials, int setting) {
  const design::Manuscript& manuscript = trials.manuscript;
  auto pass = std::make_unique<Pass>(manuscript, setting, trials.shaped);
  pass->composer.keys = trials.keys;
  // The tightest setting is printed even if it does not fit, so it is always laid out to the end.
  const bool to_the_end = setting == design::FitSetting::last_step;
  pass->layout = lay_out_document(pass->composer, to_the_end ? std::nullopt : manuscript.fit.pages);
  pass->layout.stopped = manuscript.fit.pages && pass->layout.counted_pages > *manuscript.fit.pages;
  return pass;
}

/// The most comfortable setting that fits. The first is tried first: most handouts fit at once. Then 1 to 15 and "none"
/// are sixteen answers, which four halvings tell apart; the last trial before "none" is always 15.
PassPtr choose_setting(const Trials& trials) {
  PassPtr best = lay_out(trials, trials.first_step);
  if (!trials.manuscript.fit.pages || best->fits()) return best;
  PassPtr tightest;
  int low = trials.first_step + 1, none = design::FitSetting::last_step + 1;
  int fitting = none;
  while (low < fitting) {
    const int middle = (low + fitting) / 2;
    PassPtr tried = lay_out(trials, middle);
    if (tried->fits()) {
      fitting = middle;
      best = std::move(tried);
    } else {
      low = middle + 1;
      if (middle == design::FitSetting::last_step) tightest = std::move(tried);
    }
  }
  if (fitting < none) return best;
  return tightest ? std::move(tightest) : std::move(best);
}

/// Do labels want numbers on this page that kept their words on it before?
bool wants_more_keys(const Composer& again, const Composer& before) {
  return !std::includes(before.keys_wanted.begin(), before.keys_wanted.end(), again.keys_wanted.begin(),
                        again.keys_wanted.end());
}

/// A page that was squeezed for the sake of others takes back as much space and height of its figures as its own
/// leftover allows, in sixteenths, and holds what it did.
void give_back_room(const design::Manuscript& manuscript, Pass& pass) {
  if (pass.step == 0 || !pass.fits()) return;
  const auto styles_with = [&](int back) -> const design::StyleTable& {
    const auto known = pass.looser.find(back);
    if (known != pass.looser.end()) return known->second;
    design::StyleTable styles =
        styles_with_title(manuscript, design::FitSetting{pass.step, back}, pass.titled.title_step);
    return pass.looser.emplace(back, std::move(styles)).first->second;
  };
  for (std::size_t page = 0; page < pass.layout.pages.size(); ++page) {
    int fits = 0, too_much = design::FitSetting::all_taken_back + 1;
    for (int back = design::FitSetting::all_taken_back; too_much - fits > 1; back = (fits + too_much) / 2) {
      Composer composer(manuscript, styles_with(back), pass.text);
      composer.keys = pass.composer.keys;
      std::optional<PageLayout> again = lay_out_again(composer, pass.layout, page);
      if (wants_more_keys(composer, pass.composer)) again.reset();
      (again ? fits : too_much) = back;
      if (again) pass.layout.pages[page] = std::move(*again);
    }
  }
}

/// A figure that has its height back may have room for its labels again.
PictureKeys find_misfits(Pass& pass) {
  PictureKeys misfits;
  if (pass.composer.keys_wanted.empty()) return misfits;
  for (const PageLayout& page : pass.layout.pages) {
    for (const Piece& piece : page.pieces) {
      const auto* drawing = std::get_if<DrawingPiece>(&piece);
      if (!drawing || !drawing->picture || !drawing->picture->key || drawing->numbered) continue;
      if (fit_labels(*drawing, pass.composer).fit != LabelFit::clear) misfits.insert(*drawing->picture->key);
    }
  }
  return misfits;
}

PassPtr lay_out_comfortably(const Trials& trials) {
  PassPtr pass = choose_setting(trials);
  give_back_room(trials.manuscript, *pass);
  pass->misfits = find_misfits(*pass);
  return pass;
}

/// Labels that do not fit at the setting that is chosen become numbers, if there is room for their keys. Only then: the
/// halving needs settings that take less and less room.
PassPtr lay_out_comfortably(const design::Manuscript& manuscript, ShapedText& shaped) {
  PassPtr best = lay_out_comfortably(Trials{manuscript, shaped, {}, 0});
  if (!best->fits() || best->misfits.empty()) return best;
  PassPtr numbered = lay_out_comfortably(Trials{manuscript, shaped, best->misfits, best->step});
  return numbered->fits() ? std::move(numbered) : std::move(best);
}

/// Text on the pages that are too many, and text that no page has room for.
int lines_too_many(const Pass& pass, std::optional<int> most_pages) {
  int lines = pass.layout.leftover.lines;
  if (!most_pages) return lines;
  int extra = pass.layout.counted_pages - *most_pages;
  for (auto page = pass.layout.pages.rbegin(); page != pass.layout.pages.rend() && extra > 0; ++page) {
    if (page->number == 0 || page->is_appended) continue;
    lines += page->lines;
    --extra;
  }
  return lines;
}

/// Where the text that is too much begins.
SourceRange start_of_overflow(const Pass& pass, std::optional<int> most_pages) {
  if (!most_pages) return pass.layout.leftover.where;
  int pages = 0;
  for (const PageLayout& page : pass.layout.pages) {
    if (++pages <= *most_pages) continue;
    const SourceRange start = start_of_words(page.pieces);
    if (start.file) return start;
  }
  return pass.layout.leftover.where;
}

void report_overflow(const Pass& pass, const PagedDocument& document, std::optional<int> most_pages,
                     Diagnostics& diagnostics) {
  const std::string lines =
      document.overflow_lines == 1 ? "1 line" : std::to_string(document.overflow_lines) + " lines";
  const std::string pages = std::to_string(pass.layout.counted_pages);
  std::string message = "the layout's pages have no room for " + lines + " of the text";
  if (most_pages && pass.layout.stopped) {
    message = "the text takes " + pages + " pages at the tightest setting, and the layout allows " +
              std::to_string(*most_pages) + ": " + lines + " too many";
  }
  diagnostics.error("pages.overflow", message, start_of_overflow(pass, most_pages),
                    "shorten the text, mark what can be left out with detail=\"yes\", or print it in a layout with "
                    "more pages");
}

/// A figure is named by its first label.
void report_labels(const Pass& pass, Diagnostics& diagnostics) {
  for (const PageLayout& page : pass.layout.pages) {
    for (const Piece& piece : page.pieces) {
      const auto* drawing = std::get_if<DrawingPiece>(&piece);
      if (!drawing || !drawing->picture || !drawing->picture->key || !pass.misfits.contains(*drawing->picture->key))
        continue;
      diagnostics.warning(
          "pages.labels",
          "the labels of " + drawing->drawing->path + " do not fit, and the pages have no room for numbers and a key",
          drawing->picture->labels.front().words.where, "shorten the labels, or the text around the figure");
    }
  }
}

}  // namespace

PagedDocument paginate(const design::Manuscript& manuscript, const text::FontSet& fonts, Diagnostics& diagnostics) {
  ShapedText shaped(fonts);
  const PassPtr pass = lay_out_comfortably(manuscript, shaped);
  PagedDocument document = print_pages(pass->composer, pass->layout, diagnostics);
  document.setting = pass->step;
  document.overflows = !pass->fits();
  diagnostics.append(shaped.diagnostics());
  report_labels(*pass, diagnostics);
  if (document.overflows) {
    document.overflow_lines = lines_too_many(*pass, manuscript.fit.pages);
    report_overflow(*pass, document, manuscript.fit.pages, diagnostics);
  }
  return document;
}

}  // namespace handout::pages
