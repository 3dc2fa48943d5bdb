#!/usr/bin/env python3
"""Every language keeps to the pages of its layouts on A4, English on Letter too, and no page has anything to be told of;
what belongs together stands on one page of `standard`, however the language fills its pages.

usage: every_language.py HANDOUT PROJECT
What may be told is that the text is a draft; a label that has no room in its picture may not. Exit status: 0 as said, 1 not.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

HANDOUT = "miss-disc-herniation"
PAGES = {"standard": 4, "sheet": 2}
# Units on one page: the three zones, the first and the last question. In scripts whose letters pdftotext keeps in order.
TOGETHER = [("help.title", "help.expected.title"), ("questions.title", "questions.who")]
IN_ORDER = ("de", "es", "fr", "pl", "pt-BR", "ru", "tl", "uk")
XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"
DRAFT = {"content.not-signed-off", "localization.unreviewed", "design.unreviewed"}


def jobs(press, project, folder, *words):
    said = subprocess.run([press, "build", HANDOUT, "--project", project, "--out", folder, "--format", "json", *words],
                          capture_output=True, text=True)
    return said.returncode, json.loads(said.stdout)["jobs"]


def squashed(text):
    return re.sub(r"\s+", "", text.replace("\u00ad", ""))


def parted(project, pdf, locale):
    """The pairs of TOGETHER that do not stand on one page."""
    units = {}
    for unit in xml.parse(f"{project}/content/{HANDOUT}/{locale}.xlf").iter(f"{XLIFF}trans-unit"):
        units[unit.get("id")] = squashed("".join(unit.find(f"{XLIFF}target").itertext()))
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
    pages = [squashed(page) for page in text.split("\f")]
    for first, last in TOGETHER:
        if not any(units[first] in page and units[last] in page for page in pages):
            yield f"{first} and {last} stand on two pages"


def main():
    press, project = sys.argv[1:3]
    failures = 0
    for paper, words in (("a4", ()), ("letter", ("--locale", "en"))):
        with tempfile.TemporaryDirectory() as folder:
            code, printed = jobs(press, project, folder, "--paper", paper, *words)
            for job in printed:
                if job["layout"] == "standard" and job["locale"] in IN_ORDER:
                    pdf = os.path.join(folder, os.path.basename(job["file"]))
                    job["problems"] += [{"code": "parted", "message": said} for said in parted(project, pdf, job["locale"])]
        for job in printed:
            problems = [problem["message"] for problem in job["problems"] if problem["code"] not in DRAFT]
            if job["pages"] <= PAGES[job["layout"]] and not problems:
                continue
            failures += 1
            print(f"FAIL {job['locale']} {job['layout']} {paper}: {job['pages']} pages", *problems, sep="\n     ")
        languages = {job["locale"] for job in printed}
        print(f"{paper}: {len(printed)} prints in {len(languages)} languages, exit status {code}")
        failures += code != 0 or len(languages) < (25 if paper == "a4" else 1)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
