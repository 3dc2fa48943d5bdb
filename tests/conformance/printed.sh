#!/bin/bash
# Every handout in every layout, on A4 and Letter, in both families of standards, before judges that are not ours.
# usage: printed.sh HANDOUT PROJECT
set -eu
press=$1 project=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for standard in ua1 ua2; do
  for paper in a4 letter; do
    "$press" build --project "$project" --layout all --paper $paper --pdf $standard --out "$work/$standard" 2>"$work/log" || {
      cat "$work/log"
      exit 1
    }
  done
done
find "$work" -name '*.pdf' | sort | xargs "$(dirname "$0")/run.sh"
