#!/usr/bin/env python3
"""The English sheet keeps to its two pages, A4 and Letter, when every text is 30 % longer, and when body leading is 20 pt.

usage: fits.py HANDOUT_BINARY PROJECT
Translations are longer than English and some scripts need more leading; the English has to leave them the room. Every
word of content, layout and brand grows by 30 % of its letters (fields and names of things do not). Page counts are
poppler's, not ours.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

LONGER = 0.30
SKIPPED = {"field", "name", "translation", "term", "style"}


class Lengthener:
    """Adds letters to words so that the sum of all grows by the share, whatever each word's length is."""

    def __init__(self):
        self.owed = 0.0

    def word(self, match):
        word = match.group(0)
        self.owed += len(word) * LONGER
        extra = int(self.owed)
        self.owed -= extra
        letters = word.lower()
        return word + "".join(letters[i % len(letters)] for i in range(extra))

    def text(self, text):
        return re.sub(r"[^\W\d_]+", self.word, text) if text else text


def lengthen(path):
    root = tree.parse(path)
    lengthener = Lengthener()

    def visit(element, inside_words):
        words = inside_words or element.tag not in SKIPPED
        if words:
            element.text = lengthener.text(element.text)
        for child in element:
            visit(child, words and element.tag not in SKIPPED)
            child.tail = lengthener.text(child.tail)

    visit(root.getroot(), False)
    root.write(path, encoding="unicode", xml_declaration=False)


def longer_text(project):
    for path in project.glob("content/*/handout.xml"):
        lengthen(path)
    for path in project.glob("content/shared/*.xml"):
        lengthen(path)
    for path in project.glob("layouts/*.xml"):
        lengthen(path)


def wider_leading(project):
    sheet = project / "layouts" / "sheet.xml"
    text = sheet.read_text(encoding="utf-8")
    changed = re.sub(r"<fit [^>]*/>", '<fit pages="2" leading="1.739"/>', text, count=1)
    assert changed != text, "sheet.xml states no fit"
    sheet.write_text(changed, encoding="utf-8")


def pages(pdf):
    said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, timeout=60, check=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", said, re.M).group(1))


def main():
    binary, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    passed = failed = 0
    for name, change in (("30 % longer", longer_text), ("20 pt leading", wider_leading)):
        with tempfile.TemporaryDirectory() as folder:
            project = pathlib.Path(folder)
            for part in ("content", "layouts", "fonts"):
                shutil.copytree(source / part, project / part)
            change(project)
            for paper in ("a4", "letter"):
                run = subprocess.run([binary, "build", "miss-disc-herniation", "--layout", "sheet", "--paper", paper, "--locale",
                                      "en", "--project", folder, "--out", folder + "/out"], capture_output=True, text=True, timeout=60)
                pdfs = sorted(project.glob("out/**/*.pdf"))
                count = pages(next(p for p in pdfs if paper in p.name)) if run.returncode == 0 and pdfs else 0
                if run.returncode == 0 and count == 2:
                    passed += 1
                else:
                    failed += 1
                    print(f"{name}, {paper}: exit {run.returncode}, {count} pages\n{run.stderr}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or passed != 4 else 0


if __name__ == "__main__":
    sys.exit(main())
