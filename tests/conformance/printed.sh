#!/bin/bash
# Every handout in every layout, on A4 and Letter where it has them, in both families of standards: its words against the XML, then the
# judges that are not ours. usage: printed.sh HANDOUT PROJECT
set -u
press=$1 project=$2
here=$(dirname "$(readlink -f "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printing=0
for standard in ua1 ua2; do
  for paper in a4 letter; do
    layouts=$("$here/layouts_on.py" "$project" $paper)
    [ -n "$layouts" ] || continue
    "$press" build --project "$project" --layout "$layouts" --paper $paper --pdf $standard --out "$work/$standard" 2>"$work/log" || {
      cat "$work/log"
      printing=1 # what was printed all the same is judged too
    }
  done
done
mapfile -t files < <(find "$work" -name '*.pdf' | sort)
"$here/struct_text.py" "$project" "${files[@]}" || exit
# A comparison that never fails proves nothing. It takes many words to change: those of a handout that someone has just
# started are too few.
long=$(printf '%s\n' "${files[@]}" | grep -m 1 /miss-disc-herniation) || long=${files[0]}
"$here/struct_text.py" "$project" "$long" --self-test || exit
for file in "${files[@]}"; do
  "$here/tags.py" "$file" >/dev/null || { echo "FAIL tags $file" && exit 1; }
done
"$here/run.sh" "${files[@]}" || exit
exit $printing
