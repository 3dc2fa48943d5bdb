#!/usr/bin/env python3
"""Writes a handout as a Typst file, with the same words and pieces as our layout prints, so that both presses do one job.

usage: from_handout.py PROJECT HANDOUT LAYOUT FOLDER      writes FOLDER/handout.typ, FOLDER/main.typ and its figures
"""
import pathlib
import re
import shutil
import sys
import xml.etree.ElementTree as tree

PAIRS = (("condition", "procedure"), ("benefits", "risks"), ("preparation", "medicines"))


def escape(text):
    return re.sub(r"([\\#$*_`<>@\[\]~\"'/])", r"\\\1", re.sub(r"\s+", " ", text or ""))


def quoted(text):
    return '"' + re.sub(r"\s+", " ", text).replace("\\", "\\\\").replace('"', '\\"') + '"'


class Writer:
    def __init__(self, project, handout, layout):
        self.folder = project / "content" / handout
        self.root = tree.parse(self.folder / "handout.xml").getroot()
        self.project = project
        chain, name = [], layout
        while name:
            chain.append(tree.parse(project / "layouts" / f"{name}.xml").getroot())
            name = chain[-1].get("extends")
        omitted = [root.get("omit") for root in chain if root.get("omit")]
        self.omit = set(omitted[0].split()) if omitted else set()
        self.fields = {"clinic.name": "", "handout.id": handout, "handout.locale": self.root.get("lang")}
        brand = next(path for path in sorted((project / "layouts/brands").glob("*/brand.xml"))
                     if tree.parse(path).getroot().get("default") == "yes")
        brand = tree.parse(brand).getroot()
        self.fields["clinic.name"] = brand.findtext("name")
        for field in brand.findall("field"):
            self.fields.setdefault(field.get("name"), "".join(field.itertext()).strip())
        self.figures = []

    def shown(self, elements):
        return [e for e in elements if not ("detail" in self.omit and e.get("detail") == "yes")]

    # Words.
    def words(self, element):
        text = escape(element.text)
        for child in element:
            text += self.inline(child) + escape(child.tail)
        return text.strip()

    def inline(self, element):
        inner = self.words(element)
        name = element.tag
        if name in ("strong", "term"):
            return f"#strong[{inner}]"
        if name == "nobr":
            return f"#box[{inner}]"
        if name == "sup":
            return f"#super[{inner}]"
        if name == "sub":
            return f"#sub[{inner}]"
        if name == "field":
            return escape(self.fields.get(element.get("name"), "")) or "#write()"
        if name == "br":
            return " \\ "
        if name == "blank":
            return "#write(width: 13mm)" if element.get("size") == "short" else "#write()"
        if name == "temperature":
            celsius = element.get("celsius")
            return escape(f"{celsius}\u00a0°C ({float(celsius) * 9 / 5 + 32:g}\u00a0°F)")
        if name == "link" and element.get("href"):
            return f"#link({quoted(element.get('href'))})[{inner}]"
        return "" if name == "ref" else inner

    def title(self, element):
        found = element.find("title")
        return self.words(found) if found is not None else ""

    # What stands in an item, a step or a stage: words or blocks.
    def body(self, element):
        blocks = [child for child in element if child.tag in ("p", "list", "figure", "notes", "qr", "use")]
        if blocks:
            return self.blocks(blocks)
        copy = tree.fromstring(tree.tostring(element))
        copy.tail = None
        title = copy.find("title")
        if title is not None:
            copy.text = title.tail
            copy.remove(title)
        return self.words(copy)

    def blocks(self, elements):
        return "\n\n".join(filter(None, (self.block(e) for e in self.shown(elements))))

    def block(self, element):
        return getattr(self, "block_" + element.tag.replace("-", "_"))(element)

    def block_title(self, _):
        return ""

    def block_p(self, element):
        return self.words(element)

    def items(self, element, mark):
        return "\n".join(f"{mark} {self.body(item)}" for item in self.shown(element.findall("item")))

    def block_list(self, element):
        if element.get("kind") == "check":
            items = ", ".join(f"[{self.body(item)}]" for item in self.shown(element.findall("item")))
            return f"#check({items})"
        return self.items(element, "+" if element.get("kind") == "number" else "-")

    def block_steps(self, element):
        return "\n".join(f"+ {self.body(step)}" for step in element.findall("step"))

    def block_facts(self, element):
        facts = []
        for fact in element.findall("fact"):
            counted = "none"
            if fact.get("of"):
                counted = f"({fact.get('counts').split()[0]}, {fact.get('of')})"
            written = f"fact([{self.title(fact)}], {counted}, [{self.body(fact)}])"
            facts.append(f"wide({written})" if fact.get("of") else written)
        return "#facts(" + ", ".join(facts) + ")"

    def block_timeline(self, element):
        stages = ", ".join(f"([{self.title(stage)}], [{self.body(stage)}])" for stage in element.findall("stage"))
        return f"#stages({stages})"

    def table(self, head, rows, stroke=""):
        columns = len(head)
        text = f"#table(columns: (2fr, {'1fr, ' * (columns - 1)}), {stroke}table.header("
        text += ", ".join(f"strong[{cell}]" for cell in head) + "), "
        return text + ", ".join(f"[{cell}]" for row in rows for cell in row) + ")"

    def block_table(self, element):
        head = [self.body(cell) for cell in element.find("head")]
        rows = [[self.body(cell) for cell in row] for row in element.findall("row")]
        rows += [[""] * len(head)] * int(element.get("blank-rows", 0))
        filled_in = element.get("kind") == "fill-in"
        return self.table(head, rows, "stroke: 0.75pt + primary, inset: 6pt, " if filled_in else "")

    def block_risk_table(self, element):
        head = [self.words(cell) for cell in element.find("head")]
        rows = [[self.words(risk)] + [f"#strong[{count}]" for count in risk.get("counts").split()]
                for risk in element.findall("risk")]
        return self.table(head, rows)

    def block_figure(self, element):
        self.figures.append(element.get("src"))
        caption = element.find("caption")
        caption = f"[{self.words(caption)}]" if caption is not None else "none"
        return f"#picture({quoted(element.get('src'))}, {quoted(element.get('alt'))}, {caption})"

    def block_callout(self, element):
        return f"#callout[{self.title(element)}][{self.blocks(element)}]"

    def block_zones(self, element):
        zones = {zone.get("kind"): f"zone({quoted(zone.get('kind'))}, [{self.title(zone)}], [{self.blocks(zone)}])"
                 for zone in element.findall("zone")}
        expected = "\n#" + zones["expected"] if "expected" in zones else ""
        return f"#pair({zones['emergency']}, {zones['call']}){expected}"

    def block_notes(self, element):
        return f"#lines({element.get('lines')})"

    def block_qr(self, _):
        return ""

    def block_subsection(self, element):
        return f"== {self.title(element)}\n" + self.blocks(element)

    def block_use(self, element):
        name, wanted = element.get("block").split(".", 1)
        root = tree.parse(self.project / "content/shared" / f"{name}.xml").getroot()
        found = next(e for e in root.iter() if e.get("id") == wanted)
        return "" if not self.shown([found]) else self.block(found)

    def section(self, element):
        return f"= {self.title(element)}\n" + self.blocks(element)

    def document(self):
        root = self.root
        title = root.findtext("title")
        formats = f"Large print, audio, other languages: {self.fields.get('clinic.phone', '')}"
        text = '#import "handout.typ": *\n#show: handout.with(title: ' + quoted(title)
        text += f", clinic: {quoted(self.fields['clinic.name'])}, formats: [{escape(formats)}]"
        text += f", edition: {quoted(' '.join((root.get('id'), root.get('lang'), root.get('version'))))})\n\n"
        summary = root.find("summary")
        text += f"#message[{self.title(summary) or 'Main message'}][{self.blocks(summary)}]\n\n"
        sections = [s for s in root.findall("section") if s.get("role") not in self.omit]
        partner = dict(PAIRS)
        by_role = {s.get("role"): s for s in sections}
        for section in sections:
            role = section.get("role")
            if partner.get(role) in by_role:
                text += f"#pair([\n{self.section(section)}\n], [\n{self.section(by_role[partner[role]])}\n])\n\n"
            elif role not in partner.values():
                text += self.section(section) + "\n\n"
        if "sources" not in self.omit and root.find("sources") is not None:
            text += "= Where this comes from\n"
            text += "\n".join(f"- {self.words(source)}" for source in root.find("sources")) + "\n"
        return text


def main():
    project, handout, layout, folder = sys.argv[1:5]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    writer = Writer(pathlib.Path(project), handout, layout)
    (folder / "main.typ").write_text(writer.document(), encoding="utf-8")
    shutil.copy(pathlib.Path(__file__).with_name("handout.typ"), folder / "handout.typ")
    for name in writer.figures:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(writer.folder / name, folder / name)


main()
