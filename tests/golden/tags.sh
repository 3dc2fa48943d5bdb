#!/bin/bash
# Each golden project's PDF has the tags that its tags.txt shows, read back from the bytes by a reader of its own.
# UPDATE_GOLDEN=1 writes them anew and fails, so that someone reads the difference.
# usage: tags.sh HANDOUT PROJECT
set -eu
press=$1 tests=$2/tests
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
for case in "$tests"/golden/*/; do
  name=$(basename "$case")
  "$press" build --project "$case" --out "$work/$name" 2>"$work/log" || { cat "$work/log"; exit 1; }
  for pdf in "$work/$name"/*.pdf; do python3 "$tests/conformance/tags.py" "$pdf"; done >"$work/tags.txt"
  if ! diff -u "$case/tags.txt" "$work/tags.txt"; then
    failures=$((failures + 1))
    [ -z "${UPDATE_GOLDEN:-}" ] || cp "$work/tags.txt" "$case/tags.txt"
  fi
done
exit $((failures > 0))
