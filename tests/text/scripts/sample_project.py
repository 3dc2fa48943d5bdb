"""A project of handouts in any language, in a layout without furniture: what the tests of scripts print."""
import os
import shutil
from xml.sax.saxutils import escape

BRAND = """<brand id="north" lang="en" default="yes">
  <name>North</name>
  <layouts default="plain"/>
  <languages default="en" offered="en"/>
  <image name="motif" src="motif.svg" alt=""/>
  <palette><swatch name="text" value="#000000"/><swatch name="primary" value="#0B4A5B"/>
    <swatch name="accent" value="#8A3B12"/><swatch name="tint" value="#EEF4F5"/></palette>
  <family name="body" uses="sans"/><family name="heading" uses="sans"/>
  <field name="clinic.phone" kind="phone">020 7946 0000</field>
</brand>
"""
LAYOUT = """<layout id="plain" extends="standard" lang="en">
  <paper sizes="a4"/>
  <fit pages="any"/>
  <page on="first all" margin="16mm"><band><place what="title"/></band><region{columns}><place what="rest"/></region></page>
</layout>
"""


def read_texts(path=os.path.join(os.path.dirname(os.path.abspath(__file__)), "texts.txt")):
    """(script, language, words) of every line."""
    with open(path, encoding="utf-8") as file:
        return [tuple(line.rstrip("\n").split(" ", 2)) for line in file if line.strip() and not line.startswith("#")]


def handout(ident, lang, word, paragraphs):
    """`word` stands wherever a handout must have words; the paragraphs are the procedure."""
    word = escape(word)
    body = "".join(f'<p id="procedure.{number}">{escape(text)}</p>\n' for number, text in enumerate(paragraphs))

    def section(role):
        return (f'<section role="{role}" id="{role}"><title>{word}</title>'
                f'{body if role == "procedure" else f"""<p id="{role}.p">{word}</p>"""}</section>\n')

    sections = "".join(section(role) for role in ("condition", "procedure", "benefits", "risks", "recovery"))
    return f"""<handout id="{ident}" lang="{lang}" version="1.0" published="2026-11-22" review-by="2028-11-22">
<title>{word}</title>
<summary id="summary"><p id="summary.main">{word}</p></summary>
{sections}<section role="help" id="help"><title>{word}</title><zones id="zones">
<zone kind="emergency" id="now"><title>{word}</title><p id="now.p">{word}</p></zone>
<zone kind="call" id="today"><title>{word}</title><p id="today.p">{word}</p></zone>
</zones></section>
</handout>
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def make_project(folder, source, handouts, columns=2):
    """`source`: the project with fonts.xml and the layout `standard`; handouts: {id: XML}. Two columns are as narrow as
    those of the shipped layouts; programs that read only where letters stand read across them."""
    write(f"{folder}/layouts/brands/north/brand.xml", BRAND)
    shutil.copy(f"{source}/layouts/brands/northgate/motif.svg", f"{folder}/layouts/brands/north/motif.svg")
    in_columns = ' columns="2" column-gap="6mm"' if columns == 2 else ""
    write(f"{folder}/layouts/plain.xml", LAYOUT.format(columns=in_columns))
    shutil.copy(f"{source}/layouts/standard.xml", f"{folder}/layouts/standard.xml")
    shutil.copytree(f"{source}/layouts/icons", f"{folder}/layouts/icons", dirs_exist_ok=True)
    shutil.copytree(f"{source}/fonts", f"{folder}/fonts", dirs_exist_ok=True)
    for ident, text in handouts.items():
        write(f"{folder}/content/{ident}/handout.xml", text)
