#!/usr/bin/env python3
"""Sets thirty pages in each script and reads every word back.

usage: long_text.py HANDOUT PROJECT [SCRIPT...] [--pages 30]

Each text is composed from the lines of texts.txt in that script: their words (in scripts that part no words: their
clusters and phrases) drawn in an order that is the same every time, in paragraphs of many lengths, some of one long
word. The press must end with 0, that is without an overfull line or a lost character; `pdfinfo -struct-text` must give
every paragraph exactly and in order; and there must be as many pages as were asked for. Exit status: 0 so it is, 1 not,
77 without pdfinfo.
"""
import argparse
import collections
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

from printed import paragraphs, run, squashed
from sample_project import handout, make_project, read_texts

# Written without spaces: phrases are joined to one long stretch.
JOINED = set("Jpan Hans Hant Thai Laoo Khmr Mymr Java Bali Lana Talu Tale Tibt Yiii Cham Batk Bugi Rjng Ahom Tavt".split())


def phrases(words):
    """What may follow each other in any order: what stands between spaces, and after Chinese and Japanese punctuation."""
    return [part for part in re.split(r"\s+|(?<=[。，、：；])(?=[^」』”》）])", words) if part]


def compose(script, texts, letters_wanted):
    """Paragraphs of 3 to 60 phrases, and that are long enough together."""
    choose = random.Random(script)
    pool = [part for text in texts for part in phrases(text)]
    made, letters = [], 0
    while letters < letters_wanted:
        count = choose.choice((3, 8, 20, 40, 60))
        between = "" if script in JOINED and choose.random() < 0.8 else " "
        text = between.join(choose.choice(pool) for _ in range(count))
        made.append(text)
        letters += len(text)
    return made


def short_word(texts):
    """For the titles: a word, and where none is parted from the next, the beginning of one."""
    words = [part for text in texts for part in text.split(" ") if part]
    return next((word for word in words if 2 <= len(word) <= 12), words[0][:6])


def pages_of(path):
    return int(re.search(r"^Pages:\s+(\d+)", run("pdfinfo", path).stdout, re.M)[1])


def judge(path, expected):
    """What is wrong with a print; empty: nothing."""
    found = [text for text in paragraphs(path) if text]
    at = 0
    for number, text in enumerate(expected):
        wanted = squashed(text)
        while at < len(found) and found[at] != wanted:
            at += 1
        if at == len(found):
            return f"paragraph {number} is not read back: {wanted[:80]}"
        at += 1
    return ""


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("press")
    arguments.add_argument("source")
    arguments.add_argument("scripts", nargs="*")
    arguments.add_argument("--pages", type=int, default=30)
    options = arguments.parse_args()
    if not shutil.which("pdfinfo"):
        print("pdfinfo is missing (Debian package poppler-utils)")
        return 77
    by_script, tags = collections.defaultdict(list), {}
    for script, lang, words in read_texts():
        tags.setdefault(script, lang)
        # The lines of a script are of several languages; the first one's letters set them all.
        by_script[script].append(words)
    failures = 0
    for script in options.scripts or sorted(by_script):
        lang = tags[script]
        # A page holds 1500 to 4000 letters: set, count, and set again with as many as are needed.
        letters, per_page = options.pages * 2500, None
        for _ in range(4):
            texts = compose(script, by_script[script], letters)
            with tempfile.TemporaryDirectory() as folder:
                make_project(folder, options.source, {"long": handout("long", lang, short_word(by_script[script]), texts)})
                printed = subprocess.run([options.press, "--project", folder, "build", "--out", f"{folder}/output"],
                                         capture_output=True, text=True)
                if printed.returncode != 0:
                    wrong = "\n".join(re.findall(r".*error\[.*", printed.stderr)[:5]) or printed.stderr[-500:]
                    break
                path = f"{folder}/output/long.{lang}.plain.pdf"
                pages = pages_of(path)
                wrong = ""
                if pages >= options.pages:
                    wrong = judge(path, texts)
                    break
                per_page = letters / pages
                letters = int(per_page * (options.pages + 1.5))
        else:
            wrong = "is not long enough"
        failures += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok  '} {script} {lang}: {pages if not wrong else ''} pages, {len(texts)} paragraphs, "
              f"{sum(map(len, texts))} characters {wrong}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
