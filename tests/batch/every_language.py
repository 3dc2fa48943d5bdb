#!/usr/bin/env python3
"""Every language keeps to the pages of its layouts on A4, English on Letter too, and no page has anything to be told of;
what belongs together stands on one page of `standard`, however the language fills its pages. Each page of a translation that
no one has reviewed says so, not only the first; no page in English does.

usage: every_language.py HANDOUT PROJECT
What may be told is that the text is a draft, and of the units in SAID_IN_WORDS that their words say a number; a label that
has no room in its picture may not. Exit status: 0 as said, 1 not.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as xml

HANDOUT = "miss-disc-herniation"
PAGES = {"standard": 4, "sheet": 2}
# Units on one page: the three zones, the first and the last question.
TOGETHER = [("help.title", "help.expected.title"), ("questions.title", "questions.who")]
# Of these pdftotext parts and turns letters, and loses some: a unit is on the page that has most of its words side by side.
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"
DRAFT = {"content.not-signed-off", "localization.unreviewed", "design.unreviewed"}
# "Weeks 1 and 2" for "first 2 weeks", and "the 2 legs" for "both legs": right, and nothing that a program can be certain of.
SAID_IN_WORDS = {*((locale, "recovery.start.title") for locale in ("es", "fr", "ht", "pt-BR", "ru")), ("fr", "safety.red-flags.legs")}


def jobs(press, project, folder, *words):
    said = subprocess.run([press, "build", HANDOUT, "--project", project, "--out", folder, "--format", "json", *words],
                          capture_output=True, text=True)
    return said.returncode, json.loads(said.stdout)["jobs"]


def squashed(text):
    return re.sub(r"\s+", "", text.replace("\u00ad", ""))


def words(text):
    return re.findall(r"\w+", re.sub("[\u200b-\u200f\u202a-\u202e]", "", unicodedata.normalize("NFKC", text)))


def most_at_once(unit, page):
    """So many words of the unit stand side by side on the page."""
    return max((sum(word in page[at:at + len(unit) + 2] for word in unit) for at in range(len(page))), default=0)


def pages_with(unit, pages, locale):
    if locale not in RIGHT_TO_LEFT:
        return {number for number, page in enumerate(pages) if squashed(unit) in squashed(page)}
    found = [most_at_once(words(unit), words(page)) for page in pages]
    best = max(found)
    return {number for number, count in enumerate(found) if count == best and 2 * best >= len(words(unit))}


def units_of(project, folder, locale):
    """What a file translates, by unit; for English, which any file translates, what it says in English."""
    file, side = ("es", "source") if locale == "en" else (locale, "target")
    units = xml.parse(f"{project}/{folder}/{file}.xlf").iter(f"{XLIFF}trans-unit")
    return {unit.get("id"): "".join(unit.find(XLIFF + side).itertext()) for unit in units}


def pages_of(pdf, locale):
    order = [] if locale in RIGHT_TO_LEFT else ["-raw"]
    text = subprocess.run(["pdftotext", *order, pdf, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def parted(project, pages, locale):
    """The pairs of TOGETHER that do not stand on one page."""
    units = units_of(project, f"content/{HANDOUT}", locale)
    for first, last in TOGETHER:
        if not pages_with(units[first], pages, locale) & pages_with(units[last], pages, locale):
            yield f"{first} and {last} stand on two pages"


def wrongly_drafts(project, pages, locale):
    """Pages of a translation without the draft line, pages in English with it."""
    marked = pages_with(units_of(project, "layouts", locale)["standard.draft"], pages, locale)
    for number in range(len(pages)):
        if (number in marked) == (locale == "en"):
            yield f"page {number + 1} {'says' if locale == 'en' else 'does not say'} that it is a draft"


def is_expected(problem, locale):
    if problem["code"] == "localization.number-in-words":
        return (locale, re.match(r"in unit ([^ ]+),", problem["message"])[1]) in SAID_IN_WORDS
    return problem["code"] in DRAFT


def main():
    press, project = sys.argv[1:3]
    failures = 0
    for paper, words in (("a4", ()), ("letter", ("--locale", "en"))):
        with tempfile.TemporaryDirectory() as folder:
            code, printed = jobs(press, project, folder, "--paper", paper, *words)
            for job in printed:
                pages = pages_of(os.path.join(folder, os.path.basename(job["file"])), job["locale"])
                said = list(wrongly_drafts(project, pages, job["locale"]))
                if job["layout"] == "standard":
                    said += parted(project, pages, job["locale"])
                job["problems"] += [{"code": "pages", "message": message} for message in said]
        for job in printed:
            problems = [problem["message"] for problem in job["problems"] if not is_expected(problem, job["locale"])]
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
