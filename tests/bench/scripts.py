#!/usr/bin/env python3
"""What one more handout costs in each script, in a warm process with one worker, and how much of it the fonts' first use
costs. Prints a table; fails nobody.

usage: scripts.py HANDOUT_BINARY PROJECT [SCRIPT...] [--pages 2] [--handouts 30] [--rounds 3]

Every script's handout has the same number of full pages, composed as tests/text/scripts/long_text.py composes them.
Warm: the time of a batch of N + 1 less that of a batch of 1, by N. First: a batch of 1. Least of all rounds, which go
round by round through all scripts, so that a slow moment of the machine hits all alike.
"""
import argparse
import collections
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "text", "scripts"))
from long_text import compose, pages_of, short_word  # noqa: E402
from sample_project import handout, make_project, read_texts  # noqa: E402


def seconds(options, folder):
    """Of the processor, which other people's work on the machine disturbs less than the clock."""
    process = subprocess.Popen([options.press, "--project", folder, "build", "--jobs", "1", "--out", f"{folder}/output"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{folder} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def fill(options, folder, script, lang, texts, count):
    """A batch of as many handouts of the pages wanted; the size of one print in KB, its pages and letters."""
    word = short_word(texts)
    least, most = 0, options.pages * 5000
    paragraphs, path = [], f"{folder}/output/h0.{lang}.plain.pdf"
    for _ in range(8):  # as many letters as the pages hold
        letters = (least + most) // 2
        tried = compose(script, texts, letters)
        make_project(folder, options.source, {"h0": handout("h0", lang, word, tried)})
        seconds(options, folder)
        pages = pages_of(path)
        if pages <= options.pages:
            least, paragraphs, size = letters, tried, os.path.getsize(path) / 1024
        else:
            most = letters
    made = {f"h{n}": handout(f"h{n}", lang, word, paragraphs) for n in range(count)}
    make_project(folder, options.source, made)
    return size, options.pages, sum(map(len, paragraphs))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("press")
    parser.add_argument("source")
    parser.add_argument("scripts", nargs="*")
    parser.add_argument("--pages", type=int, default=2)
    parser.add_argument("--handouts", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts, tags = collections.defaultdict(list), {}
    for script, lang, words in read_texts():
        tags.setdefault(script, lang)
        texts[script].append(words)
    scripts = ["Latn"] + [s for s in (options.scripts or sorted(texts)) if s != "Latn"]
    with tempfile.TemporaryDirectory() as work:
        about = {}
        for script in scripts:
            about[script] = fill(options, f"{work}/{script}", script, tags[script], texts[script], options.handouts + 1)
            made = f"{work}/{script}/content/h0/handout.xml"
            with open(made, encoding="utf-8") as file:
                make_project(f"{work}/{script}-one", options.source, {"h0": file.read()})
        one, many = {}, {}
        for _ in range(options.rounds):
            for script in scripts:
                one[script] = min(one.get(script, 9e9), seconds(options, f"{work}/{script}-one"))
                many[script] = min(many.get(script, 9e9), seconds(options, f"{work}/{script}"))
    warm = {script: (many[script] - one[script]) / options.handouts * 1000 for script in scripts}
    print("script  warm ms  x English  first ms  pages  letters    KB")
    for script in scripts:
        size, pages, letters = about[script]
        print(f"{script:6} {warm[script]:8.2f} {warm[script] / warm['Latn']:10.2f} {one[script] * 1000:9.1f} {pages:6} "
              f"{letters:8} {size:5.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
