#!/usr/bin/env python3
"""Prints a handout for every text of texts.txt and reads it back.

usage: printed.py HANDOUT PROJECT [--readers]

`pdfinfo -struct-text`, which reads what a screen reader reads, must give every paragraph exactly, white space squashed.
With --readers, the texts that pdftotext and mutool get wrong are listed too: they guess at words and order from where
glyphs stand, so they are told and fail nobody (docs/scripts.md says what they get wrong and why). Exit status: 0 the
same, 1 not, 77 without pdfinfo.
"""
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

from sample_project import handout, make_project, read_texts


def run(*command):
    """Poppler hangs on some right-to-left files: every reader gets a minute."""
    return subprocess.run(["timeout", "60", *command], capture_output=True, text=True, errors="replace")


def squashed(text):
    return " ".join(text.replace("\u00ad", "").split())


def paragraphs(path):
    """The words of each P, in order: its spans joined."""
    found, spans = [], None
    for line in run("pdfinfo", "-struct-text", path).stdout.split("\n"):
        content = line.strip(" ")
        if spans is not None:
            spans += "\n" + line
        elif content.startswith('"'):
            spans = content
        else:
            if re.match(r"[A-Za-z0-9]+( \(|:|$)", content):
                found.append("")
            continue
        if len(spans) > 1 and spans.endswith('"'):
            if not found:
                found.append("")
            found[-1] += spans[1:-1]
            spans = None
    return [squashed(text) for text in found]


def letters(text):
    """Without white space and controls of direction, which readers set as they like."""
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]", "", text)


def what_is_wrong(expected, text):
    """How a reader's text of a page differs from the words on it; None: not at all."""
    wanted, found = letters(expected), letters(text)
    if wanted in found:
        return None
    if letters(unicodedata.normalize("NFC", expected)) in letters(unicodedata.normalize("NFC", text)):
        return "equivalent characters"
    if letters(unicodedata.normalize("NFKC", expected)) in letters(unicodedata.normalize("NFKC", text)):
        return "compatibility characters"
    missing = collections.Counter(wanted) - collections.Counter(found)
    if not missing:
        return "order"
    return "lost " + " ".join(sorted(f"U+{ord(c):04X}" for c in missing)[:6])


def main():
    press, source = sys.argv[1:3]
    if not shutil.which("pdfinfo"):
        print("pdfinfo is missing (Debian package poppler-utils)")
        return 77
    texts = {}
    for number, (script, lang, words) in enumerate(read_texts()):
        texts[f"t{number}-{script.lower()}"] = (script, lang, words)
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        make_project(folder, source, {ident: handout(ident, lang, words.split(" ")[0], [words])
                                      for ident, (_, lang, words) in texts.items()}, columns=1)
        printed = subprocess.run([press, "--project", folder, "build", "--out", f"{folder}/output"],
                                 capture_output=True, text=True)
        problems = [line for line in printed.stderr.split("\n") if re.search(r"(error|warning)\[", line)]
        # Nobody has signed or translated these; readability is an English measure; Mongolian columns are what they are.
        unexpected = [line for line in problems if not re.search(r"\[(content\.not-signed-off|checks\.readability|text\.vertical-script|design\.untranslated)\]", line)]
        if printed.returncode != 0 or unexpected:
            print(printed.stdout, "\n".join(unexpected) or printed.stderr)
            return 1
        readers = collections.defaultdict(list)
        for ident, (script, lang, words) in texts.items():
            path = f"{folder}/output/{ident}.{lang}.plain.pdf"
            if squashed(words) not in paragraphs(path):
                failures += 1
                print(f"FAIL {script} {lang}: pdfinfo -struct-text does not hold\n  {words}\n  but\n  "
                      + "\n  ".join(p for p in paragraphs(path) if p))
            if "--readers" in sys.argv:
                for reader, command in (("pdftotext", ["pdftotext", path, "-"]), ("mutool", ["mutool", "draw", "-q", "-F", "text", path])):
                    wrong = what_is_wrong(words, run(*command).stdout)
                    if wrong:
                        readers[reader, wrong.split()[0]].append(f"{script} {lang}" + (f" ({wrong})" if "lost" in wrong else ""))
    for (reader, wrong), where in sorted(readers.items()):
        print(f"{reader}: {wrong}: {', '.join(where)}")
    print(f"{len(texts)} texts in {len({script for script, _, _ in texts.values()})} scripts, {failures} not read back")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
