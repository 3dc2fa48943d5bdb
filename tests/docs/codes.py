#!/usr/bin/env python3
"""Holds the list of codes in docs/formats.md and the codes that the source gives its messages to one another.

In the list, `content.` on its own is the stage of the names that follow it in its paragraph. In the source a code stands
whole ("design.no-room"), or its problem alone, where the stage or the problem is put together at run time.
usage: codes.py PROJECT
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
STAGES = "base|figures|content|localization|design|text|pages|pdf|checks|batch|app|files|usage|system"

failures = []


def documented():
    """code -> the mark behind it: "", "w" or "r"."""
    section = (ROOT / "docs/formats.md").read_text().split("\n## Codes\n")[1].split("\n## ")[0]
    found = {}
    stages = []
    for paragraph in re.split(r"\n\n(?!\|)", section):
        stages = []
        # A code, or several of them, and then a mark: `past-review` r
        for match in re.finditer(r"`([a-z.-]+)`(?: ([wr])(?![a-z]))?", paragraph):
            name, mark = match[1], match[2] or ""
            if name in ("w", "r") or name.startswith("--"):
                continue
            if name.endswith("."):
                stages.append(name)
            elif "." in name:
                found[name] = mark
            else:
                for stage in stages:
                    found[stage + name] = mark
    return found


def source_text():
    """The source without its comments."""
    files = sorted((ROOT / "src").rglob("*.cpp")) + sorted((ROOT / "src").rglob("*.h"))
    return "\n".join(re.sub(r"(?m)(^|\s)//.*$", "", file.read_text()) for file in files)


codes = documented()
source = source_text()
literals = set(re.findall(r'"([^"\n]*)"', source))

said = {text for text in literals if re.fullmatch(rf"(?:{STAGES})\.[a-z-]*[a-z]", text)}
for code in sorted(said - set(codes)):
    failures.append(f"{code} is in the source, and not in the list of docs/formats.md")
# "usage.unknown-" + kind
for beginning in sorted(t for t in literals if re.fullmatch(rf"(?:{STAGES})\.[a-z-]*-", t)):
    if not any(code.startswith(beginning) for code in codes):
        failures.append(f"no code of docs/formats.md begins with {beginning}")
# "{}.doctype", or stage + ".bad-image"
for problem in sorted(re.findall(r'"(?:\{\})?\.([a-z]+(?:-[a-z]+)+|doctype)"', source)):
    if not any(code.endswith("." + problem) for code in codes):
        failures.append(f"{problem}, of any stage, is not in the list of docs/formats.md")

for code in sorted(codes):
    problem = code.split(".")[1]
    whole = code in said
    part = problem in literals or "." + problem in literals or "{}." + problem in literals
    begun = any(code.startswith(t) and t.endswith("-") and "." in t for t in literals)
    if not (whole or part or begun):
        failures.append(f"{code} is in the list of docs/formats.md, and not in the source")

# What --release refuses.
refused = set(re.findall(r'"([a-z.-]+)"', (ROOT / "src/checks/release.cpp").read_text().split("namespace {")[1].split("}};")[0]))
marked = {code for code, mark in codes.items() if mark == "r"}
for code in sorted(refused ^ marked):
    failures.append(f"{code}: src/checks/release.cpp and the r in docs/formats.md say different things")

if len(codes) < 80:
    failures.append(f"only {len(codes)} codes found in docs/formats.md: its form has changed")
print("\n".join(failures) or f"{len(codes)} codes agree")
sys.exit(1 if failures else 0)
