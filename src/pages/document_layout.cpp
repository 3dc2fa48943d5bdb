#include "pages/document_layout.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "pages/furniture.h"

namespace handout::pages {

namespace {

using design::StyledPage;
using Templates = std::map<std::string, StyledPage, std::less<>>;

/// A handout of more pages than this is no handout: something never fits.
constexpr int absurd_pages = 2000;

const StyledPage* find(const Templates& pages, std::string_view name) {
  const auto found = pages.find(name);
  return found == pages.end() ? nullptr : &found->second;
}

/// docs/formats.md, Pages: a number beats `first`, which beats `all`.
const StyledPage* template_of(const Templates& pages, int number) {
  if (const StyledPage* page = find(pages, std::to_string(number))) return page;
  if (number == 1) {
    if (const StyledPage* page = find(pages, "first")) return page;
  }
  return find(pages, "all");
}

std::optional<int> as_number(const std::string& name) {
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return number;
}

bool has_slot(const StyledPage& page, std::size_t thread) {
  return std::any_of(page.boxes.begin(), page.boxes.end(),
                     [thread](const design::StyledBox& box) { return has_slot_for(box.furniture, thread); });
}

/// One page of several names is the same under each, but for a band that says less where it stands again.
bool may_differ(const StyledPage& page, const StyledPage& next) {
  if (&page == &next) return false;
  const bool is_same_page =
      page.where.file && page.where.file == next.where.file && page.where.begin == next.where.begin;
  if (!is_same_page) return true;
  return std::any_of(page.boxes.begin(), page.boxes.end(),
                     [](const design::StyledBox& box) { return box.kind == design::BoxKind::band; });
}

class DocumentSetter {
 public:
  DocumentSetter(Composer& composer, std::optional<int> most_pages)
      : composer_(composer), pages_(composer.manuscript.pages), most_pages_(most_pages) {
    for (const design::Thread& thread : composer.manuscript.threads) {
      flows_.push_back(start_thread(composer, thread));
    }
  }
  /// For one page of a document that has been laid out.
  DocumentSetter(Composer& composer, const PageStart& start)
      : composer_(composer), pages_(composer.manuscript.pages), flows_(start.flows) {
    for (ThreadFlow& flow : flows_)
      forget_strips(flow);
  }

  DocumentLayout set() {
    if (const StyledPage* cover = find(pages_, "cover")) set_page(*cover, 0);
    for (int number = 1; number <= absurd_pages && is_needed(number); ++number) {
      if (is_too_long()) return std::move(layout_);
      set_page(*template_of(pages_, number), number);
      layout_.text_pages = number;
    }
    send_homeless_to_rest(layout_.text_pages, {});
    if (const StyledPage* back = find(pages_, "back")) set_page(*back, 0);
    if (is_too_long()) return std::move(layout_);
    layout_.end = flows_;
    for (ThreadFlow& flow : flows_)
      add_leftover(composer_, flow, layout_.leftover);
    return std::move(layout_);
  }

  /// nullopt unless the threads go on after the page where they do in `end`.
  std::optional<PageLayout> set_again(const PageJob& job, const std::vector<ThreadFlow>& end) {
    set_page(job);
    for (std::size_t i = 0; i < flows_.size(); ++i) {
      if (!goes_on_alike(flows_[i], end.at(i))) return std::nullopt;
    }
    PageLayout page = std::move(layout_.pages.front());
    if (page.forced) return std::nullopt;
    return page;
  }

 private:
  bool is_too_long() {
    layout_.stopped = most_pages_ && layout_.counted_pages > *most_pages_;
    return layout_.stopped;
  }

  bool is_needed(int number) const {
    if (!template_of(pages_, number)) return false;
    // Where every page is named (a folded leaflet), every one is printed.
    if (number == 1 || !find(pages_, "all")) return true;
    for (std::size_t i = 0; i < flows_.size(); ++i) {
      if (!flows_[i].done() && has_slot_from(i, number)) return true;
    }
    return false;
  }

  /// Has the thread a box on this text page or a later one?
  bool has_slot_from(std::size_t thread, int number) const {
    for (const auto& [name, page] : pages_) {
      if (!has_slot(page, thread)) continue;
      if (name == "all") return true;
      if (name == "first" && number <= 1) return true;
      const std::optional<int> own = as_number(name);
      if (own && *own >= number) return true;
    }
    return false;
  }

  bool has_slot_later(std::size_t thread, int number) const {
    const StyledPage* back = find(pages_, "back");
    return has_slot_from(thread, number + 1) || (back && has_slot(*back, thread));
  }

  std::optional<std::size_t> rest() const {
    const auto& threads = composer_.manuscript.threads;
    for (std::size_t i = 0; i < threads.size(); ++i) {
      if (threads[i].is_rest) return i;
    }
    return std::nullopt;
  }

  /// Text that has overflowed the last box of its own goes on in the rest.
  void send_homeless_to_rest(int number, const std::vector<const design::StyledBox*>& still_to_come) {
    const std::optional<std::size_t> home = rest();
    if (!home) return;
    for (std::size_t i = flows_.size(); i-- > 0;) {
      if (i == *home || flows_[i].done() || has_slot_later(i, number)) continue;
      const bool has_box = std::any_of(still_to_come.begin(), still_to_come.end(),
                                       [i](const design::StyledBox* box) { return has_slot_for(box->furniture, i); });
      if (!has_box) append_to(flows_[*home], flows_[i]);
    }
  }

  bool only_appended_is_left() const {
    bool any = false;
    for (const ThreadFlow& flow : flows_) {
      if (flow.done()) continue;
      if (!flow.items[flow.item].is_appended) return false;
      any = true;
    }
    return any;
  }

  void set_page(const StyledPage& page, int number) {
    const std::size_t sheet_side = layout_.pages.size();
    PageJob job;
    job.page = &page;
    job.number = number;
    const bool is_front = composer_.manuscript.duplex == design::Duplex::no || sheet_side % 2 == 0;
    job.side = is_front ? Side::front : Side::back;
    const StyledPage* next = number > 0 ? template_of(pages_, number + 1) : nullptr;
    job.next_page_differs = next && may_differ(page, *next);
    layout_.starts.push_back({job, flows_});
    const bool is_appended = number > 0 && only_appended_is_left();
    set_page(job);
    layout_.pages.back().is_appended = is_appended;
    if (!is_appended) ++layout_.counted_pages;
  }

  void set_page(const PageJob& job) {
    const int number = job.number;
    PageThreads threads{flows_, [this, number](const std::vector<const design::StyledBox*>& still_to_come) {
                          send_homeless_to_rest(number, still_to_come);
                        }};
    layout_.pages.push_back(lay_out_page(composer_, job, threads));
    if (number > 0) send_homeless_to_rest(number, {});
  }

  Composer& composer_;
  const Templates& pages_;
  std::optional<int> most_pages_;
  std::vector<ThreadFlow> flows_;
  DocumentLayout layout_;
};

}  // namespace

DocumentLayout lay_out_document(Composer& composer, std::optional<int> most_pages) {
  return DocumentSetter(composer, most_pages).set();
}

std::optional<PageLayout> lay_out_again(Composer& composer, const DocumentLayout& layout, std::size_t page) {
  const PageStart& start = layout.starts.at(page);
  const bool is_last = page + 1 == layout.starts.size();
  return DocumentSetter(composer, start).set_again(start.job, is_last ? layout.end : layout.starts[page + 1].flows);
}

}  // namespace handout::pages
