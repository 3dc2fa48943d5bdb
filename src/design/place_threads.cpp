#include "design/place_threads.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <variant>

namespace handout::design {
namespace {

/// Numbered pages and `first` come before `all`, page 1 with `first`.
int reading_rank(const std::string& on) {
  if (on == "cover") return -1;
  if (on == "first") return 1;
  if (on == "all") return 1'000'000;
  if (on == "back") return 1'000'001;
  int number = 0;
  std::from_chars(on.data(), on.data() + on.size(), number);
  return number;
}

class ThreadFinder {
 public:
  explicit ThreadFinder(Applying& applying) : applying_(applying) {}
  std::vector<PlacedThread> threads;

  void look_in(const FurnitureList& list, const Surroundings& around, BoxKind box) {
    for (const Furniture& furniture : list) {
      if (const auto* place = std::get_if<FurniturePlace>(&furniture.item)) {
        add(*place, around, box);
      } else if (const auto* line = std::get_if<FurnitureLine>(&furniture.item)) {
        look_in(line->items, inside(applying_, around, {"line", ""}), box);
      } else if (const auto* stack = std::get_if<FurnitureBox>(&furniture.item)) {
        look_in(stack->items, inside(applying_, around, {"box", stack->kind}), box);
      }
    }
  }

 private:
  void add(const FurniturePlace& place, const Surroundings& around, BoxKind box) {
    const bool known = std::any_of(threads.begin(), threads.end(),
                                   [&](const PlacedThread& thread) { return thread.what == place.what; });
    if (known) return;
    PlacedThread thread;
    thread.what = place.what;
    thread.style = around.style;
    thread.is_rest = names(thread, "rest");
    thread.box = box;
    threads.push_back(std::move(thread));
  }

  Applying& applying_;
};

}  // namespace

std::vector<const PageTemplate*> pages_in_order(const Design& design) {
  std::vector<const PageTemplate*> pages;
  for (const auto& [on, page] : design.pages)
    pages.push_back(&page);
  std::stable_sort(pages.begin(), pages.end(), [](const PageTemplate* a, const PageTemplate* b) {
    return reading_rank(a->on) < reading_rank(b->on);
  });
  return pages;
}

Surroundings around_box(Applying& applying, const PageTemplate& page, const PageBox& box) {
  Surroundings handout;
  handout.name = {"handout", ""};
  handout.locale = applying.design.locale;
  const Surroundings around = inside(applying, handout, {"page", page.on});
  switch (box.kind) {
    case BoxKind::band:
      return inside(applying, around, {"band", ""});
    case BoxKind::header:
      return inside(applying, around, {"header", ""});
    case BoxKind::footer:
      return inside(applying, around, {"footer", ""});
    case BoxKind::region:
      break;
  }
  return inside(applying, around, {"region", box.name});
}

std::vector<PlacedThread> find_threads(Applying& applying) {
  ThreadFinder finder(applying);
  for (const PageTemplate* page : pages_in_order(applying.design)) {
    for (const PageBox& box : page->boxes) {
      finder.look_in(box.furniture, around_box(applying, *page, box), box.kind);
    }
  }
  // A layout without a place for the rest is refused when it is resolved; what is left out there goes nowhere.
  const bool has_rest =
      std::any_of(finder.threads.begin(), finder.threads.end(), [](const PlacedThread& t) { return t.is_rest; });
  if (!has_rest) {
    PlacedThread rest;
    rest.what = {"rest"};
    rest.is_rest = true;
    finder.threads.push_back(std::move(rest));
  }
  return std::move(finder.threads);
}

std::size_t thread_of(const std::vector<PlacedThread>& threads, const std::vector<std::string>& what) {
  const auto found =
      std::find_if(threads.begin(), threads.end(), [&](const PlacedThread& thread) { return thread.what == what; });
  ENSURE(found != threads.end());
  return static_cast<std::size_t>(found - threads.begin());
}

bool names(const PlacedThread& thread, const std::string& piece) {
  return std::find(thread.what.begin(), thread.what.end(), piece) != thread.what.end();
}

std::size_t thread_of_piece(const std::vector<PlacedThread>& threads, const std::string& piece) {
  const auto named = std::find_if(threads.begin(), threads.end(),
                                  [&](const PlacedThread& thread) { return !piece.empty() && names(thread, piece); });
  if (named != threads.end()) return static_cast<std::size_t>(named - threads.begin());
  if (piece == "subtitle") return thread_of_piece(threads, "title");
  const auto rest =
      std::find_if(threads.begin(), threads.end(), [](const PlacedThread& thread) { return thread.is_rest; });
  ENSURE(rest != threads.end());
  return static_cast<std::size_t>(rest - threads.begin());
}

std::string joined(const std::vector<std::string>& what) {
  std::string text;
  for (const std::string& piece : what)
    text += (text.empty() ? "" : " ") + piece;
  return text;
}

}  // namespace handout::design
