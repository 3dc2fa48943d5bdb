#!/usr/bin/env python3
"""Holds the table of docs/scripts.md, fonts/fonts.xml and tests/text/scripts/texts.txt to one another: the same scripts,
a bold where the font has one, the languages that were tried.
usage: scripts.py PROJECT
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()

fonts = {}
for row in next(f for f in xml.parse(ROOT / "fonts/fonts.xml").getroot() if f.get("name") == "sans"):
    for script in row.get("scripts").split():
        if script != "any" and not row.get("lang"):
            fonts[script] = "yes" if row.get("bold") else "no"
tried = {}
for line in (ROOT / "tests/text/scripts/texts.txt").read_text(encoding="utf-8").splitlines():
    if line and not line.startswith("#"):
        script, lang, _ = line.split(" ", 2)
        tried.setdefault(script, {})[lang] = None
told = {}
for row in re.findall(r"^\| `(\w{4})` \|(.*)\|$", (ROOT / "docs/scripts.md").read_text(encoding="utf-8"), re.M):
    cells = [cell.strip() for cell in row[1].split("|")]
    told[row[0]] = (cells[1], cells[2])

failures = 0
for script in sorted(fonts.keys() | tried.keys() | told.keys()):
    expected = (" ".join(tried.get(script, {})), fonts.get(script))
    if told.get(script) != expected:
        failures += 1
        print(f"docs/scripts.md says of {script}: {told.get(script)}, but it is {expected}")
print(f"{len(fonts)} scripts, {failures} told wrong")
sys.exit(1 if failures else 0)
