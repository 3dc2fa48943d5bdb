#!/bin/bash
# The handouts as printed: their words against the XML and XLIFF, then the judges that are not ours.
# usage: printed.sh HANDOUT PROJECT [all]
#   as it is   every language in every layout on A4; on Letter in the language each handout is written in; the second family
#              of standards (PDF 2.0) in every language, in one layout or the other by turns
#   all        every language in every layout in both families
set -u
press=$1 project=$2 choice=${3:-pairs}
here=$(dirname "$(readlink -f "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printing=0

print() { # print FOLDER WORDS...
  local folder=$1
  shift
  "$press" build --project "$project" --out "$work/$folder" "$@" 2>"$work/log" || {
    cat "$work/log"
    printing=1 # what was printed all the same is judged too
  }
}

layouts=$("$here/layouts_on.py" "$project" a4)
print ua1 --layout "$layouts" --paper a4
print letter --locale en --layout "$("$here/layouts_on.py" "$project" letter)" --paper letter
if [ "$choice" = all ]; then
  print ua2 --layout "$layouts" --paper a4 --pdf ua2
else
  turn=0
  IFS=, read -ra names <<<"$layouts"
  for locale in $(cd "$project/content" && ls ./*/*.xlf 2>/dev/null | sed 's/.*\///; s/\.xlf$//' | sort -u) en; do
    print ua2 --locale "$locale" --layout "${names[turn % ${#names[@]}]}" --paper a4 --pdf ua2
    turn=$((turn + 1))
  done
fi
mapfile -t files < <(find "$work" -name '*.pdf' | sort)
workers=$(nproc)
printf '%s\0' "${files[@]}" | xargs -0 -n 6 -P "$workers" "$here/struct_text.py" "$project" || exit 1
# A comparison that never fails proves nothing. It takes many words to change: those of a handout that someone has just
# started are too few.
long=$(printf '%s\n' "${files[@]}" | grep -m 1 /miss-disc-herniation.en.standard) || long=${files[0]}
"$here/struct_text.py" "$project" "$long" --self-test || exit
printf '%s\0' "${files[@]}" |
  xargs -0 -n 1 -P "$workers" sh -c '"$0" "$1" >/dev/null || { echo "FAIL tags $1" && exit 1; }' "$here/tags.py" || exit 1
"$here/run.sh" "${files[@]}" || exit
exit $printing
