#!/bin/bash
# The command line as people meet it: exit codes, where words go, what is printed and what is not.
# usage: command_line.sh HANDOUT PROJECT
set -u
press=$1 project=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
# The project's own files: what someone has added who followed README in the same clone is none of this test's.
if git -C "$project" ls-files -z -- content layouts fonts >files 2>/dev/null; then
  tar -C "$project" --null -T files --ignore-failed-read -c 2>/dev/null | tar x || exit 1
else
  cp -r "$project/content" "$project/layouts" "$project/fonts" .
fi
# What languages there are is tests/batch/languages.py's matter; here one is enough.
find . -name '*.xlf' -delete
sed -i '/<swatch name="brick"/d; /<family name="book"/d' layouts/brands/northgate/brand.xml
handout=miss-disc-herniation
failures=0

try() { # try EXIT_CODE WORDS...
  local expected=$1
  shift
  "$press" "$@" >"$work/out" 2>"$work/err" </dev/null
  local code=$?
  if [ $code -ne "$expected" ]; then
    echo "handout $* ended with $code, not $expected:"
    cat "$work/out" "$work/err"
    failures=$((failures + 1))
  fi
  return 0
}
holds() { # holds FILE WORDS
  grep -qF -- "$2" "$1" || { echo "$1 does not hold: $2"; cat "$1"; failures=$((failures + 1)); }
}
empty() { [ ! -s "$1" ] || { echo "$1 should be empty:"; cat "$1"; failures=$((failures + 1)); }; }
there() { [ -s "$1" ] || { echo "$1 is not there"; failures=$((failures + 1)); }; }
absent() { [ ! -e "$1" ] || { echo "$1 should not be there"; failures=$((failures + 1)); }; }

# Wrong usage: 2, and what there is instead.
try 2
try 2 print
try 2 build no-such-handout
holds err "there is no handout “no-such-handout”"
try 2 build ${handout%n}
holds err "did you mean $handout?"
try 2 build --layout no-such-layout
try 2 build --brand no-such-brand
try 2 build --paper a2
try 2 build --locale tlh
try 2 build --name '{colour}'
try 2 build --release --draft
try 2 build --project "$work/fonts"
cd / && try 2 build && cd "$work"
holds err "--project"
absent output

# Asking is no mistake.
try 0 --version
holds out "handout "
try 0 --help
holds out "build"

# A check prints nothing; its words go to standard error.
try 0 check
empty out
absent output

# A check looks at every layout there is, also at those that the brand does not print in, and names the layout of what it
# finds in one alone; with --layout at no other. Its handouts may stand behind the options.
sed 's/id="sheet"/id="narrow"/; s/<fit pages="2"/<fit pages="1"/' layouts/sheet.xml >layouts/narrow.xml
try 1 check
holds err "pages.overflow"
holds err "  in layout: narrow"
try 0 check --layout sheet,standard $handout
try 1 check --layout narrow $handout
grep -q "in layout" err && { echo "one layout was asked for, and is named"; failures=$((failures + 1)); }
try 0 build $handout --out none
[ "$(ls none)" = "$handout.en.sheet.pdf
$handout.en.standard.pdf" ] || { echo "a build prints other layouts than the brand's"; ls none; failures=$((failures + 1)); }
rm -r none layouts/narrow.xml

# Default names; found from a folder below.
cd content/$handout && try 0 build $handout --layout sheet
cd "$work"
empty out
there output/$handout.en.sheet.pdf
try 0 build $handout --layout sheet --paper letter
there output/$handout.en.sheet-letter.pdf
try 0 build $handout --layout sheet --out there --name '{layout}/{handout}_{paper}'
there there/sheet/${handout}_a4.pdf
grep -q $'\x1b' err && { echo "colour or progress in a pipe"; failures=$((failures + 1)); }

# Machines read standard output.
try 0 build $handout --layout sheet --format json --report report.json
empty err
holds out '"file": "output/'
cmp -s out report.json || { echo "the report differs from standard output"; failures=$((failures + 1)); }

# A broken handout prints nothing, all its mistakes are told, and the others print: 1.
rm -rf output
mkdir content/broken
sed -e "s/id=\"$handout\"/id=\"broken\"/" -e '0,/<title>/s/<title>/<titel>x<\/titel><title>/' -e 's/published="[^"]*"/published="soon"/' \
  content/$handout/handout.xml >content/broken/handout.xml
cp -r content/$handout/figures content/broken/
try 1 build --layout sheet
there output/$handout.en.sheet.pdf
absent output/broken.en.sheet.pdf
holds err "content/broken/handout.xml:"
holds err "content.unknown-element"
[ "$(grep -c '^content/broken/handout.xml:.*error' err)" -ge 2 ] || { echo "not every mistake is told"; cat err; failures=$((failures + 1)); }
try 1 check
rm -r content/broken

# What is refused leaves no earlier print behind, whatever the mistake, and says so; others stay.
cp content/$handout/handout.xml whole
try 0 build $handout --layout sheet,standard
for mistake in 's/<title>/<titel>/' 's/lang="en"/lang=“en”/' 's/<field name="clinic.phone"/<field name="clinic.phonne"/'; do
  sed -i "$mistake" content/$handout/handout.xml
  try 1 check $handout --layout sheet
  there output/$handout.en.sheet.pdf
  try 1 build $handout --layout sheet
  absent output/$handout.en.sheet.pdf
  holds err "output/$handout.en.sheet.pdf  not printed; what was printed there before is removed"
  there output/$handout.en.standard.pdf
  cp whole content/$handout/handout.xml
  try 0 build $handout --layout sheet
done
# A handout without a language takes its prints in those of the project with it, and no copy that someone kept.
cp output/$handout.en.sheet.pdf output/$handout.old.sheet.pdf
cp output/$handout.en.sheet.pdf output/$handout.es.sheet.pdf
sed -i 's/lang="en"/lang=“en”/' content/$handout/handout.xml
try 1 build $handout --layout sheet
absent output/$handout.en.sheet.pdf
absent output/$handout.es.sheet.pdf
there output/$handout.old.sheet.pdf
cp whole content/$handout/handout.xml
try 0 build $handout --layout sheet
# A field without a value is told at each of its places, and once there.
sed -i 's/<field name="clinic.phone"\/>/<field name="clinic.fax"\/> <field name="clinic.fax"\/>/g' content/$handout/handout.xml
try 1 check $handout
[ "$(grep -c 'error.*clinic.fax' err)" -eq "$(grep -o 'name="clinic.fax"' content/$handout/handout.xml | wc -l)" ] || {
  echo "a field is not told once a place"
  cat err
  failures=$((failures + 1))
}
cp whole content/$handout/handout.xml
# A final never stands for a draft that was refused, nor a print of any kind for a release.
sed -i 's/<title>/<titel>/' content/$handout/handout.xml
try 1 build $handout --layout sheet --draft
absent output/$handout.en.sheet.pdf
cp whole content/$handout/handout.xml
try 0 build $handout --layout sheet --draft
try 1 build $handout --layout sheet --release --report report.json
absent output/$handout.en.sheet.pdf
holds report.json '"removed": ['

# A broken brand prints nothing, and tells of the prints that were asked for: those of its own layouts.
brand=layouts/brands/northgate/brand.xml
cp $brand whole
cp layouts/standard.xml layouts/other.xml
for mistake in 's/kind="phone"/kind="fone"/' 's/<name>/<name/'; do
  sed -i "$mistake" $brand
  try 1 build $handout
  holds err "$brand:"
  holds err "output/$handout.en.sheet.pdf  not printed"
  holds err "output/$handout.en.standard.pdf  not printed"
  grep -q "other.pdf" err && { echo "a layout is told of that nobody asked for"; cat err; failures=$((failures + 1)); }
  cp whole $brand
done
# Also where its own layouts are misspelt: no print in the one that was meant stays behind.
try 0 build $handout
sed -i '/<layouts/s/sheet/shet/' $brand
try 1 build $handout
holds err "did you mean sheet?"
absent output/$handout.en.sheet.pdf
absent output/$handout.en.standard.pdf
cp whole $brand
rm layouts/other.xml whole
# A brand that is not the default one is checked with the others; a folder without a handout is not passed over in silence.
mkdir layouts/brands/second content/ankle content/toe
touch content/ankle/Handout.xml
sed -e 's/id="northgate"/id="second" extends="northgate"/' -e 's/ default="yes"//' \
  -e 's/kind="phone"/kind="fone"/' -e '/<image/d' $brand >layouts/brands/second/brand.xml
try 1 check
holds err "layouts/brands/second/brand.xml:"
holds err "content/ankle holds no handout.xml"
holds err "hint: rename content/ankle/Handout.xml to handout.xml"
holds err "content/toe holds no handout.xml"
grep -q "content/shared holds" err && { echo "content/shared is no handout"; failures=$((failures + 1)); }
try 0 check $handout
sed -i 's/fone/phone/' layouts/brands/second/brand.xml
try 0 check
rm -r layouts/brands/second content/ankle content/toe

cp content/$handout/handout.xml whole

# A withdrawn handout is never printed; a release refuses what an ordinary print warns of.
cp -r content/$handout content/old
sed -i -e "s/id=\"$handout\"/id=\"old\"/" -e 's/withdraw-on="[^"]*"//' -e 's/review-by="[^"]*"/review-by="2001-01-01" withdraw-on="2002-01-01"/' \
  -e 's/published="[^"]*"/published="2000-01-01"/' content/old/handout.xml
try 1 build old --layout sheet
absent output/old.en.sheet.pdf
holds err "content.withdrawn"
sed -i -e 's/ withdraw-on="[^"]*"//' content/old/handout.xml
try 0 build old --layout sheet
holds err "warning[content.past-review]"
there output/old.en.sheet.pdf
rm output/old.en.sheet.pdf
try 1 build old --layout sheet --release
holds err "error[content.past-review]"
absent output/old.en.sheet.pdf
rm -r content/old

# A release has no page too many, which an ordinary print has; and no typed number, be it in a shared file.
sed 's/id="sheet"/id="narrow"/; s/<fit pages="2"/<fit pages="1"/' layouts/sheet.xml >layouts/narrow.xml
try 0 sign $handout --by "Dr A"
try 1 build $handout --layout narrow
holds err "too long by"
there output/$handout.en.narrow.pdf
try 1 build $handout --layout narrow --release
holds err "output/$handout.en.narrow.pdf  not printed; what was printed there before is removed"
absent output/$handout.en.narrow.pdf
rm layouts/narrow.xml
try 0 build $handout --layout sheet --release
there output/$handout.en.sheet.pdf
cp content/shared/safety.xml shared
for file in content/$handout/handout.xml content/shared/safety.xml; do
  sed -i '0,/<item id="\([^"]*\)">/s//<item id="\1">Or 020 7946 0123. /' $file
  try 0 sign $handout --by "Dr A"
  try 0 build $handout --layout sheet --draft
  holds err "warning[content.literal-phone]"
  try 1 build $handout --layout sheet --release
  holds err "$file:"
  holds err "error[content.literal-phone]"
  absent output/$handout.en.sheet.pdf
  cp whole content/$handout/handout.xml
  cp shared content/shared/safety.xml
done
rm whole shared content/$handout/sign-offs.xml

# What `new` starts prints as it stands.
try 0 new handout knee
try 2 new handout knee
holds err "already there"
try 2 new handout Knee
try 0 new layout poster
try 0 build --layout poster
there output/$handout.en.poster.pdf
try 0 new brand hill
there layouts/brands/hill/logo.svg
try 0 check knee $handout --layout standard,sheet,poster --brand hill
try 0 build knee --layout standard,poster --brand hill
there output/hill/knee.en.poster.pdf
grep -ri northgate layouts/brands/hill && { echo "a new brand names another clinic"; failures=$((failures + 1)); }

# The layout that README teaches with prints on the pages it promises, once the brand has what it names.
readme=$project/README.md
sed -n '/^<layout id="poster"/,/^<\/layout>/p' "$readme" >layouts/poster.xml
try 1 build $handout --layout poster
holds err "design.unknown-swatch"
holds err "design.unknown-family"
sed -i -e "/<palette>/a $(grep '^<swatch name="brick"' "$readme")" \
  -e "/<family name=\"heading\"/a $(grep '^<family name="book"' "$readme")" layouts/brands/northgate/brand.xml
try 0 build $handout --layout poster
holds err "2 pages"

# The section that README shows is right, and its mistake is told in README's words.
knee=content/knee/handout.xml
sed -n '/^<section role="recovery"/,/^<\/section>/p' "$readme" | sed 's/^/  /' >section
sed -i '/<section role="recovery"/,/<\/section>/{/<\/section>/r section
d}' $knee
try 0 check knee
sed -i '/<item id="recovery.call">/a \      <dosage>Paracetamol, 1 g</dosage>' $knee
try 1 check knee
sed -n '/^content\/knee\/handout.xml:/,/^  hint/p' "$readme" >expected
sed -n '/^content\/knee\/handout.xml:/,/^  hint/p' err | cmp -s - expected || {
  echo "README shows another message than:"
  cat err
  failures=$((failures + 1))
}
rm -r content/knee

# Every sentence that a new handout begins with is to be written over, whoever has signed it.
try 0 new handout knee
try 0 check knee --layout sheet --brand hill
[ "$(grep -c 'warning\[content.starter-text\]' err)" -eq 10 ] || { echo "not every sentence is told"; cat err; failures=$((failures + 1)); }
try 0 sign knee --by "Dr A"
try 1 build knee --layout sheet --brand hill --release
holds err "error[content.starter-text]"
absent output/hill/knee.en.sheet.pdf
rm -r content/knee

# A sign-off binds a name to the text as it stands.
try 0 new handout knee
try 0 check knee --layout sheet --brand hill
holds err "warning[content.not-signed-off]"
[ "$(grep -c not-signed-off err)" -eq 1 ] || { echo "more than one warning a handout"; cat err; failures=$((failures + 1)); }
try 2 sign knee
try 2 sign knee --by "Dr A" --role nurse
try 2 sign ankle --by "Dr A"
try 2 sign knee --by "Dr A" --locale es
try 0 sign knee --by "Dr A"
there content/knee/sign-offs.xml
try 0 build knee --layout sheet --brand hill
grep -q not-signed-off err && { echo "signed, and still warned"; failures=$((failures + 1)); }
sed -i 's/First this/First that/' content/knee/handout.xml
try 0 check knee --layout sheet --brand hill
holds err "has changed since Dr A signed it on"

# The system fails: 3.
mkdir closed && touch closed/file
try 3 build $handout --layout sheet --out closed/file
holds err "files.write"
if [ -w /dev/full ]; then
  for words in "check $handout --layout sheet" "check no-such-handout" "new layout wall" "build --nonsense"; do
    # shellcheck disable=SC2086
    "$press" $words 2>/dev/full >/dev/null </dev/null
    code=$?
    [ $code -eq 3 ] || { echo "handout $words 2>/dev/full ended with $code, not 3"; failures=$((failures + 1)); }
  done
  for words in "check $handout --layout sheet --format json" "--help"; do
    # shellcheck disable=SC2086
    "$press" $words >/dev/full 2>/dev/null </dev/null
    code=$?
    [ $code -eq 3 ] || { echo "handout $words >/dev/full ended with $code, not 3"; failures=$((failures + 1)); }
  done
fi

# Colour on a terminal alone, and not where NO_COLOR is set or the terminal is dumb.
on_terminal() { script -qec "env $1 '$press' check no-such-handout" /dev/null </dev/null >out 2>&1; }
if ! script -qec true /dev/null </dev/null >/dev/null 2>&1; then
  echo "SKIPPED: colours on a terminal, because this machine gives out no pseudo-terminal"
else
  on_terminal TERM=xterm
  grep -q $'\x1b\\[1;31m' out || { echo "no colour on a terminal"; cat out; failures=$((failures + 1)); }
  for setting in "TERM=xterm NO_COLOR=1" TERM=dumb; do
    on_terminal "$setting"
    grep -q $'\x1b\\[' out && { echo "colour with $setting"; failures=$((failures + 1)); }
    holds out "no-such-handout"
  done
fi

exit $((failures > 0))
