#!/bin/bash
# Has PDFs judged by programs that are not ours. usage: run.sh FILE.pdf...
#   veraPDF      PDF/UA-1 and PDF/A-2a; of a PDF 2.0 file PDF/UA-2, PDF/A-4 and WTPDF 1.0 (accessibility, reuse)
#   qpdf         the file's structure
#   pdffonts     every font embedded, subset, with Unicode
#   Ghostscript, mutool   every page draws without a word of complaint
# Exit status: 0 all is well, 1 not, 2 wrong usage, 77 (skipped) where a judge is not to be had.
set -u
here=$(dirname "$(readlink -f "$0")")
[ $# -gt 0 ] || { sed -n '2,7s/^# \?//p' "$0" >&2; exit 2; }

skip() {
  printf '\n*** SKIPPED: %s ***\n' "$*" >&2
  exit 77
}
for program in qpdf pdffonts gs mutool; do
  command -v "$program" >/dev/null || skip "$program is not installed; ./bootstrap test installs it"
done

# veraPDF's jars, once, into target/ (which git ignores).
build_judge() {
  [ -e "$here/target/classes/Judge.class" ] && [ -d "$here/target/dependency" ] &&
    [ "$here/target/classes/Judge.class" -nt "$here/src/main/java/Judge.java" ] && return
  command -v java >/dev/null && command -v mvn >/dev/null || skip "no java or no mvn, so no veraPDF; ./bootstrap test installs them"
  (
    flock 9
    cd "$here" && timeout 600 mvn -q -B package dependency:copy-dependencies -DoutputDirectory=target/dependency
  ) >"$here/.build.log" 2>&1 9>"$here/.lock"
  local status=$?
  rm -f "$here/.lock"
  if [ $status -ne 0 ]; then
    tail -5 "$here/.build.log" >&2
    rm -f "$here/.build.log"
    skip "Maven could not build the judge (no network?)"
  fi
  rm -f "$here/.build.log"
}

failed=0
fail() {
  printf 'FAIL %s\n' "$*"
  failed=1
}

judge_one() {
  local file=$1 said status
  failed=0
  said=$(timeout 60 qpdf --check "$file" 2>&1) || fail "qpdf $file: $said"
  # The last columns are: emb sub uni object ID. A page without words has no fonts.
  said=$(timeout 60 pdffonts "$file" 2>&1 | sed 1,2d | grep -v ' yes yes yes  *[0-9][0-9]* *[0-9][0-9]*$')
  [ -z "$said" ] || fail "pdffonts $file: $said"
  said=$(timeout 120 gs -q -dSAFER -dNOPAUSE -dBATCH -sDEVICE=nullpage "$file" 2>&1)
  [ $? -eq 0 ] && [ -z "$said" ] || fail "gs $file: $said"
  said=$(timeout 120 mutool draw -q -F pgm -o /dev/null "$file" 2>&1)
  status=$?
  said=$(grep -v 'ICC support is not available' <<<"$said") # Debian builds mutool without it
  [ $status -eq 0 ] && [ -z "$said" ] || fail "mutool $file: $said"
  return $failed
}
export -f fail judge_one

build_judge
one=() two=()
for file in "$@"; do
  [ -r "$file" ] || { fail "$file: cannot be read" && continue; }
  case $(head -c 8 "$file") in
    %PDF-2.*) two+=("$file") ;;
    *) one+=("$file") ;;
  esac
done
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" bash -c 'judge_one "$1"' judge || failed=1

arguments=()
[ ${#one[@]} -eq 0 ] || arguments+=(ua1,2a "${one[@]}")
[ ${#two[@]} -eq 0 ] || arguments+=(ua2,4,wt1a,wt1r "${two[@]}")
if [ ${#arguments[@]} -gt 0 ]; then
  java -Xmx512m -XX:+UseSerialGC -cp "$here/target/classes:$here/target/dependency/*" Judge "${arguments[@]}" || failed=1
fi
exit $failed
