#!/usr/bin/env python3
"""Measures the ink of every row of fonts/fonts.xml on texts.txt, and holds `size` and `leading` to what it says of them.

usage: ink.py HANDOUT PROJECT [--table]

Ink comes from `hb-shape --show-extents`: the highest and the lowest of all glyphs of a text, in em, regular and bold
together; a row's ink is that of its text with the most. On a body of 11.5 pt on 16 (the shipped layouts' own) two lines of a row are 16 * leading apart, its letters
11.5 * size high; between the lowest ink of one and the highest of the next a tenth of an em must stay, even if both
extremes met. --table prints the measures of each row. Exit status: 0 as said, 1 not, 77 without hb-shape.
"""
import math
import os
import re
import shutil
import statistics
import struct
import subprocess
import sys
import xml.etree.ElementTree as xml

from sample_project import read_texts

LEADING = 16 / 11.5
CLEARANCE = 0.1
# Arabic's highest and lowest letters seldom meet, and Nastaliq's lines are made to reach into one another: newspapers set
# both closer than their extremes. These were chosen on printed pages (12 pt on 17.6, 11.5 on 19.8) and change only there.
CHOSEN_ON_PAGES = {("sans", "Arab", ""): 1.10, ("sans", "Arab", "ur"): 1.24}
FOLDERS = ("/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto")
OF_HAN = {"Hans": "Hani", "Hant": "Hani", "Jpan": "Hani", "Kore": "Hang"}


def path_of(name):
    return next(f"{folder}/{name}" for folder in FOLDERS if os.path.exists(f"{folder}/{name}"))


def units_per_em(path, index):
    with open(path, "rb") as file:
        data = file.read(65536)
        start = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
        for table in range(struct.unpack_from(">H", data, start + 4)[0]):
            tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * table)
            if tag == b"head":
                file.seek(offset + 18)
                return struct.unpack(">H", file.read(2))[0]
    raise ValueError(path)


def glyph_boxes(path, index, script, lang, words):
    """(top, bottom) of every glyph, in em."""
    said = subprocess.run(["hb-shape", path, f"--face-index={index}", "--show-extents", "--no-glyph-names",
                           f"--language={lang}", f"--script={OF_HAN.get(script, script)}", f"--text={words}"],
                          capture_output=True, text=True, check=True).stdout
    units = units_per_em(path, index)
    glyph = re.compile(r"\d+=\d+(?:@-?\d+,(-?\d+))?\+-?\d+<-?\d+,(-?\d+),-?\d+,(-?\d+)>")
    return [((int(top) + int(rise or 0)) / units, (int(top) + int(height) + int(rise or 0)) / units)
            for rise, top, height in glyph.findall(said)]


def covers(ranges, lang):
    return any(lang == tag or lang.startswith(tag + "-") for tag in ranges)


def main():
    if not shutil.which("hb-shape"):
        print("hb-shape is missing (Debian package libharfbuzz-bin)")
        return 77
    texts, failures = read_texts(), 0
    for family in xml.parse(f"{sys.argv[2]}/fonts/fonts.xml").getroot():
        special = {(script, tag) for row in family for script in row.get("scripts").split()
                   for tag in (row.get("lang") or "").split()}
        for row in family:
            for script in row.get("scripts").split():
                ranges = (row.get("lang") or "").split()
                words = [(lang, text) for code, lang, text in texts if code == script and
                         (covers(ranges, lang) if ranges else not covers([t for s, t in special if s == script], lang))]
                files = [file for file in (row.get("regular"), row.get("bold")) if file]
                of_texts = [[box for file in files
                             for box in glyph_boxes(path_of(file), int(row.get("index", 0)), script, lang, text)]
                            for lang, text in words]
                if not of_texts:
                    continue
                boxes = [box for text in of_texts for box in text]
                size, leading = float(row.get("size", 1)), float(row.get("leading", 1))
                ink = max(max(top for top, _ in text) - min(bottom for _, bottom in text) for text in of_texts)
                letters = [top for top, bottom in boxes if top - bottom > 0.25 and bottom < 0.15]
                middle = statistics.median(letters)
                least = math.ceil(((ink + CLEARANCE) * size) / LEADING * 100 - 1e-6) / 100
                wrong = []
                chosen = CHOSEN_ON_PAGES.get((family.get("name"), script, ranges[0] if ranges else ""))
                if chosen is not None and leading != chosen:
                    wrong.append(f"leading was chosen on printed pages: {chosen}")
                if chosen is None and leading < least:
                    wrong.append(f"leading must be {least:.2f} or more")
                # In the sloping hand of Urdu a letter's height is where it stands on the slope.
                if family.get("name") == "sans" and not ranges and (size > 1.1) != (middle < 0.495):
                    wrong.append("size must be 1.13 where the middle letter is below half an em, and only there")
                if wrong or "--table" in sys.argv:
                    print(f"{'FAIL ' if wrong else ''}{family.get('name')} {script} {row.get('lang') or ''}: ink {ink:.2f} em, middle "
                          f"letter {middle:.2f}, size {size}, leading {leading} (least {least:.2f}) {'; '.join(wrong)}")
                failures += bool(wrong)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
