#!/bin/bash
# The same project always prints the same bytes: on one worker or several, today or years from now, in any time zone,
# language, working directory and output folder, and from a copy of the project whose files are newer.
# usage: reproducible.sh HANDOUT PROJECT
set -eu
press=$1 project=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/copy"
cp -r "$project/content" "$project/layouts" "$project/fonts" "$work/copy/"
find "$work/copy" -exec touch -d 2031-05-06 {} +

build() { # build NAME [WORDS OF env] -- [OPTIONS]
  local name=$1 settings=()
  shift
  while [ "$1" != -- ]; do settings+=("$1") && shift; done
  shift
  env "${settings[@]}" "$press" build --out "$work/$name" "$@" 2>"$work/$name.log" || {
    cat "$work/$name.log"
    exit 1
  }
}
failures=0
same() { # same NAME
  if diff -r "$work/first" "$work/$1"; then echo "same: $1"; else failures=$((failures + 1)); fi
}

for standard in ua1 ua2; do
  rm -rf "$work/first"
  build first TZ=UTC LANG=C -- --project "$project" --pdf $standard --jobs 1
  [ -n "$(ls "$work/first")" ] || { echo "nothing was printed"; exit 1; }
  build again-$standard TZ=UTC LANG=C -- --project "$project" --pdf $standard --jobs 1
  build workers-$standard TZ=Pacific/Kiritimati LANG=C.UTF-8 LC_ALL=C.UTF-8 -- --project "$project" --pdf $standard --jobs 4
  (cd "$work/copy/content" && build elsewhere-$standard TZ=America/Los_Angeles HOME=/nonexistent -- --pdf $standard --jobs 2)
  same again-$standard
  same workers-$standard
  same elsewhere-$standard
  if command -v faketime >/dev/null; then
    faketime '2027-03-04 05:06:07' "$press" build --project "$project" --out "$work/faked-$standard" --pdf $standard --jobs 1 \
      2>/dev/null
    same faked-$standard
  fi
done
exit $((failures > 0))
