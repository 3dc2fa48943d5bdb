/// libhyphen 2.8.8, the judge of hyphens, forgets the first of two equal patterns when it loads a dictionary (a few
/// bytes each, once a dictionary). LeakSanitizer asks this function what to leave out; without it, nothing does.
// NOLINTBEGIN(bugprone-reserved-identifier): the name is the sanitizer's
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libhyphen.so";
}
// NOLINTEND(bugprone-reserved-identifier)
