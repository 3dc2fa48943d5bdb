#!/usr/bin/env python3
"""What translators and hospitals do with languages, on a copy of the project: one XLIFF file adds a language; what is stale or
missing is never printed but as a draft; XLIFF 2.0 prints what 1.2 prints; a language stands in for its regions.

usage: languages.py HANDOUT PROJECT
Words are those that `pdftotext` and `pdfinfo -struct-text` find in the PDFs. Exit status: 0 as said, 1 not.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"
HANDOUT = "miss-disc-herniation"
failures = []


def check(what, holds, seen=""):
    print(f"{'ok  ' if holds else 'FAIL'} {what}")
    if not holds:
        failures.append(what)
        print(f"     {seen}")


class Project:
    def __init__(self, press, source, folder):
        self.press, self.folder = press, folder
        for part in ("content", "layouts", "fonts"):
            shutil.copytree(f"{source}/{part}", f"{folder}/{part}")

    def build(self, *words):
        shutil.rmtree(f"{self.folder}/output", ignore_errors=True)
        layout = () if "--layout" in words else ("--layout", "sheet")
        done = subprocess.run([self.press, "--project", self.folder, "build", HANDOUT, *layout, *words],
                              capture_output=True, text=True)
        return done.returncode, done.stderr

    def pdf(self, locale):
        return f"{self.folder}/output/{HANDOUT}.{locale}.sheet.pdf"

    def text(self, locale):
        said = subprocess.run(["pdfinfo", "-struct-text", self.pdf(locale)], capture_output=True, text=True).stdout
        return " ".join(re.sub(r'"\s*\n\s*"', "", said).replace("\u00ad", "").split())

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def edit(self, path, change):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        changed = change(text)
        assert changed != text, path
        with open(path, "w", encoding="utf-8") as file:
            file.write(changed)


def as_two(path):
    """The file as XLIFF 2.0: units of one segment each, but for those that can be cut at their first full stop."""
    root = xml.parse(path).getroot()
    units = []
    for unit in root.iter(XLIFF + "trans-unit"):
        segment = "".join(xml.tostring(unit.find(XLIFF + name), encoding="unicode") for name in ("source", "target"))
        segment = re.sub(r"ns0:|xmlns:ns0=\"[^\"]*\"|state=\"\w*\"", "", segment)
        segment = re.sub(r"<(/?)g\b", r"<\1pc", segment)
        segment = re.sub(r"<x (id=\"\d+\")[^>]*/>", r"<ph \1/>", segment)
        segment = re.sub(r"<ph id=\"([^\"]*)\" ctype=\"x-placeholder\">(\{[^}]*\})</ph>", r'<ph id="\1" equiv="\2"/>', segment)
        segment = re.sub(r' ctype="[^"]*"', "", segment).replace('mtype="protected"', 'id="m" translate="no"')
        units.append(f'<unit id="{unit.get("id")}"><segment state="translated">{segment}</segment></unit>')
    target = root.find(XLIFF + "file").get("target-language")
    return (f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="{target}">'
            f'<file id="f">{"".join(units)}</file></xliff>')


def renamed(project, known, added):
    """Every file of a language once more, as another language's."""
    for folder, _, files in os.walk(project.folder):
        if f"{known}.xlf" not in files:
            continue
        with open(os.path.join(folder, f"{known}.xlf"), encoding="utf-8") as file:
            text = file.read()
        with open(os.path.join(folder, f"{added}.xlf"), "w", encoding="utf-8") as file:
            file.write(text.replace(f'target-language="{known}"', f'target-language="{added}"'))


def neighbours(press, source):
    """The same words need the same room, so what layouts do for a language they must do for those that are set as it is."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(press, source, folder)
        for known, added in (("ur", "ks"), ("ur", "skr")):
            renamed(project, known, added)
            code, said = project.build("--locale", added, "--layout", "standard")
            check(f"an XLIFF file of {added} as long as {known}'s keeps to its pages too", code == 0, said)


def main():
    press, source = os.path.abspath(sys.argv[1]), sys.argv[2]
    neighbours(press, source)
    with tempfile.TemporaryDirectory() as folder:
        project = Project(press, source, folder)
        spanish = project.path("content", HANDOUT, "es.xlf")

        code, said = project.build("--locale", "all")
        check("every language of the handout is printed by one command", code == 0 and len(os.listdir(f"{folder}/output")) == 25, said)
        one = project.text("es")
        draft = "Borrador de traducción"
        check("an unreviewed translation says on the page that it is a draft", draft in one, one[:300])
        code, said = project.build("--locale", "es", "--release")
        check("a release refuses it", code == 1 and "localization.unreviewed" in said and not os.path.exists(project.pdf("es")), said)

        code, said = project.build("--locale", "es-MX")
        check("Spanish stands in for Mexico's, dates and all", code == 0 and "Cirugía" in project.text("es-MX"), said)
        check("  and the page says es-MX", "es-MX 1.0" in project.text("es-MX"))

        # XLIFF 2.0.
        for path in (spanish, project.path("content", "shared", "es.xlf"), project.path("layouts", "es.xlf")):
            two = as_two(path)
            with open(path, "w", encoding="utf-8") as file:
                file.write(two)
        code, said = project.build("--locale", "es")
        edition = re.compile(rf"({HANDOUT} es 1\.0) [0-9a-f]{{4}}")
        check("XLIFF 2.0 prints what 1.2 prints", code == 0 and edition.sub(r"\1", project.text("es")) == edition.sub(r"\1", one), said)

        # The source changes: nobody may get the old words.
        handout = project.path("content", HANDOUT, "handout.xml")
        project.edit(handout, lambda text: text.replace("Sit only <nobr>20 to 30 minutes</nobr>", "Sit only <nobr>10 to 15 minutes</nobr>"))
        code, said = project.build("--locale", "es,ar")
        check("a changed source makes its translations stale", code == 1 and said.count("localization.stale") == 2 and
              "unit recovery.start has changed since it was translated into \"ar\"" in said, said)
        check("  and nothing is printed", not os.path.exists(project.pdf("es")) and not os.path.exists(project.pdf("ar")))
        code, said = project.build("--locale", "ar", "--draft")
        check("  but as a draft, with the source's words between brackets",
              code == 0 and "[Walk more daily. Sit only 10 to 15 minutes at a time.]" in project.text("ar"), project.text("ar")[:200])
        code, said = project.build("--locale", "en")
        check("  and English prints", code == 0 and "10 to 15 minutes" in project.text("en"), said)

        # What is not words must be the source's.
        french = project.path("content", HANDOUT, "fr.xlf")
        project.edit(french, lambda text: re.sub(r"(<target[^>]*>)", r'\1<ph id="clinic.fax">{clinic.fax}</ph>', text, count=1))
        code, said = project.build("--locale", "fr")
        check("a code that the source does not have is refused", code == 1 and "localization.placeholder-unknown" in said and
              not os.path.exists(project.pdf("fr")), said)

        # A typed number is dropped, or another is typed.
        project.edit(handout, lambda text: text.replace("10 to 15 minutes", "20 to 30 minutes"))
        german = project.path("content", HANDOUT, "de.xlf")
        whole = open(german, encoding="utf-8").read()
        target = re.search(r'id="recovery\.start".*?<target[^>]*>(.*?)</target>', whole, re.S)
        for what, change, said_so in (("dropped", lambda text: text.replace("30", ""), "does not say 30"),
                                      ("changed", lambda text: text.replace("30", "300"), "says 300 where the source says 30")):
            project.edit(german, lambda text: text.replace(target[1], change(target[1])))
            code, said = project.build("--locale", "de")
            check(f"a translation with a number {what} is refused, with its file, unit and number",
                  code == 1 and re.search(rf"de\.xlf:\d+:\d+: error\[localization\.number\]: in unit recovery\.start, the translation {said_so}", said)
                  and not os.path.exists(project.pdf("de")), said)
            project.edit(german, lambda text: whole)
        code, said = project.build("--locale", "de")
        check("  and mended it prints", code == 0 and os.path.exists(project.pdf("de")), said)

        # What words may say is told, and printed.
        first = re.search(r'id="recovery\.start\.title".*?<target[^>]*>(.*?)</target>', whole, re.S)[1]
        for words in ("Wochen zu Hause", "Wochen 1 und 2"):
            project.edit(german, lambda text: text.replace(f">{first}<", f">{words}<", 1))
            code, said = project.build("--locale", "de")
            check(f"“{words}” for “{first}” prints with a warning that names its file and unit",
                  code == 0 and re.search(r"de\.xlf:\d+:\d+: warning\[localization\.number-in-words\]: in unit recovery\.start\.title, ", said)
                  and os.path.exists(project.pdf("de")), said)
            project.edit(german, lambda text: whole)

        # One file for the handout and one for what it shares add a language that the project has no other words in.
        for part in (HANDOUT, "shared"):
            shutil.copy(project.path("content", part, "pl.xlf"), project.path("content", part, "cs.xlf"))
            project.edit(project.path("content", part, "cs.xlf"), lambda text: text.replace('target-language="pl"', 'target-language="cs"'))
        code, said = project.build("--locale", "cs")
        words = project.text("cs")
        check("one XLIFF file adds a language", code == 0 and "operacja" in words.lower(), said)
        check("  what has no translation prints in its own language, with a warning",
              "design.untranslated" in said and "Draft translation." in words, said)
        code, said = project.build("--locale", "cs", "--release")
        check("  and a release refuses it", code == 1 and "error[design.untranslated]" in said, said)

        for pseudo, sign in (("en-XA", "Ķéýĥóĺé"), ("ar-XB", "كهىحوله")):
            code, said = project.build("--locale", pseudo)
            check(f"{pseudo} prints without a file", os.path.exists(project.pdf(pseudo)) and sign in project.text(pseudo), said)
    print(f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
