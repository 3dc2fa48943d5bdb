#!/usr/bin/env python3
"""Compares the words a screen reader finds in printed PDFs, exactly, with the words that the XML says they hold.

usage: struct_text.py PROJECT FILE.pdf... [--brand ID] [--paper a4] [--xliff FILE]... [--field NAME=VALUE]... [--draft]
       struct_text.py PROJECT FILE.pdf --self-test     proves that a lost or moved word is found

A file is named <handout>.<locale>.<layout>.pdf, as the press names it. The expected words are worked out here from
content, glossary, layouts and brand (docs/formats.md), knowing nothing of the press's own code; the found ones come from
`pdfinfo -struct-text`, the spans of one element joined. White space is squashed and soft hyphens are dropped; nothing
else is forgiven. Exit status: 0 the same, 1 not, 2 wrong usage, 77 without pdfinfo.
"""
import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"
LANG = "lang"

# Words that come from CLDR, checked by hand: month names, the order of a date, digits, a language's own name.
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ht": "janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm",
    "vi": "1 2 3 4 5 6 7 8 9 10 11 12",
    "tl": "Enero Pebrero Marso Abril Mayo Hunyo Hulyo Agosto Setyembre Oktubre Nobyembre Disyembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "fa": "ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "bn": "জানুয়ারী ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "pa": "ਜਨਵਰੀ ਫ਼ਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "am": "ጃንዋሪ ፌብሩዋሪ ማርች ኤፕሪል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር ኖቬምበር ዲሴምበር",
}
DATES = {"es": "{d} de {m} de {y}", "pt": "{d} de {m} de {y}", "de": "{d}. {m} {y}", "ru": "{d} {m} {y}\u00a0г.",
         "uk": "{d} {m} {y}\u00a0р.", "vi": "{d} tháng {m}, {y}", "tl": "{m} {d}, {y}", "zh": "{y}年{n}月{d}日",
         "ja": "{y}年{n}月{d}日", "ko": "{y}년 {n}월 {d}일", "ur": "{d} {m}، {y}", "bn": "{d} {m}, {y}",
         "he": "{d} ב{m} {y}", "th": "{d} {m} ค.ศ. {y} (พ.ศ. {b})", "so": "Bisha Kow iyo Tobnaad {d}, {y}"}
DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "bn": "০১২৩৪৫৬৭৮৯", "fa": "۰۱۲۳۴۵۶۷۸۹"}
DECIMAL_COMMA = {"es", "fr", "de", "pt", "pl", "ru", "uk", "vi"}
FULL_WIDTH = {"zh", "ja"}
FULL_WIDTH_MARKS = tuple("：。！？，、；")
DECIMAL_SIGNS = {"fa": "٫"}
LANGUAGE_NAMES = {
    "en": "English", "ar": "العربية", "bn": "বাংলা", "es": "Español", "fr": "Français", "pa": "ਪੰਜਾਬੀ", "pl": "Polski",
    "ur": "اردو", "zh-Hans": "简体中文", "de": "Deutsch", "th": "ไทย", "ru": "Русский",
}
INLINE_TYPES = {"Link", "Span", "Reference", "Quote", "Code"}
SCRIPTS = {"ar": "Arab", "ur": "Arab", "fa": "Arab", "he": "Hebr", "bn": "Beng", "hi": "Deva", "pa": "Guru", "th": "Thai",
           "zh-Hans": "Hans", "zh-Hant": "Hant", "ja": "Jpan", "ko": "Kore", "ru": "Cyrl", "uk": "Cyrl", "el": "Grek"}


def squashed(text):
    return " ".join(text.replace("\u00ad", "").split())


def language_table(table, locale):
    """The entry of the locale or of what it is a part of."""
    while locale:
        if locale in table:
            return table[locale]
        locale = locale.rpartition("-")[0]
    return None


# What was printed -----------------------------------------------------------------------------------------------------

def pdfinfo(*arguments):
    """Poppler hangs on some right-to-left files: it gets a minute."""
    return subprocess.run(["timeout", "60", "pdfinfo", *arguments], capture_output=True, text=True, check=True).stdout


class Found:
    """The tree as pdfinfo prints it: an element a line, indented, and its spans in quotes below."""

    def __init__(self, path):
        self.pages = int(re.search(r"^Pages:\s+(\d+)", pdfinfo(path), re.M)[1])
        self.edition = ""
        identifier = re.search(r"<dc:identifier>([^<]*)<", pdfinfo("-meta", path))
        if identifier:
            self.edition = identifier[1]
        self.words = squashed(self.joined(pdfinfo("-struct-text", path)))

    @staticmethod
    def joined(tree):
        out, open_types, spans = [], [], None
        for line in tree.split("\n"):
            if spans is not None:  # a span that goes on in the next line
                spans += "\n" + line
            else:
                depth = (len(line) - len(line.lstrip(" "))) // 2
                content = line.strip(" ")
                if content.startswith('"'):
                    spans = content
                else:
                    kind = re.match(r"([A-Za-z0-9]+)( \(|:|$)", content)
                    if not kind or kind[1] == "Object" or content.startswith("/"):
                        continue
                    while open_types and open_types[-1][0] >= depth:
                        if open_types.pop()[1] not in INLINE_TYPES:
                            out.append(" ")
                    open_types.append((depth, kind[1]))
                    if kind[1] not in INLINE_TYPES:
                        out.append(" ")
                    continue
            if len(spans) > 1 and spans.endswith('"'):
                # A span below a shallower element than the last one closes what is deeper.
                span_depth = (len(line) - len(line.lstrip(" "))) // 2 if not spans.count("\n") else None
                while span_depth is not None and open_types and open_types[-1][0] >= span_depth:
                    if open_types.pop()[1] not in INLINE_TYPES:
                        out.append(" ")
                out.append(spans[1:-1])
                spans = None
        return "".join(out)


# What the project says ------------------------------------------------------------------------------------------------

def read_xml(path):
    return xml.parse(path).getroot()


class Translations:
    """Targets by unit id, from XLIFF 1.2; `draft` where no reviewer has approved one of the handout's."""

    def __init__(self, paths):
        self.targets, self.draft = {}, False
        for path in paths:
            if not os.path.exists(path):
                continue
            for unit in read_xml(path).iter(XLIFF + "trans-unit"):
                target = unit.find(XLIFF + "target")
                if target is not None and (target.text or len(target)):
                    self.targets[unit.get("id")] = target
                    approved = unit.get("approved") == "yes" or target.get("state") in ("final", "signed-off")
                    self.draft |= path.startswith("content", path.rfind("/content/") + 1) and not approved

    def of(self, unit):
        return self.targets.get(unit) if unit else None


class Layout:
    """The extends chain, root first, with the entries of every `when` that holds, merged by key."""

    def __init__(self, project, layout, brand, brand_chain, locale, paper):
        self.omit, self.append, self.pages, self.texts, self.styles, self.duplex = set(), [], {}, {}, [], None
        chain = []
        name = layout
        while name:
            own = f"{project}/layouts/brands/{brand}/{name}.xml"
            in_brand = os.path.exists(own) and own not in [path for path, _ in chain]
            path = own if in_brand else f"{project}/layouts/{name}.xml"
            root = read_xml(path)
            chain.append((path, root))
            name = root.get("extends")
        chain.reverse()
        for _, root in chain:
            if root.get("omit") is not None:
                self.omit = set(root.get("omit").split())
            if root.get("append") is not None:
                self.append = root.get("append").split()
            self.add(root, root, "")
        for _, root in chain:
            for when in root.findall("when"):
                conditions = self.holds(when, locale, paper, brand_chain)
                if conditions is not None:
                    self.add(when, root, "".join("." + c for c in conditions))

    @staticmethod
    def holds(when, locale, paper, brand_chain):
        script = language_table(SCRIPTS, locale) or "Latn"
        named = []
        for key, matches in (("lang", lambda w: locale == w or locale.startswith(w + "-")),
                             ("script", lambda w: w == script), ("paper", lambda w: w == paper),
                             ("brand", lambda w: w in brand_chain)):
            words = when.get(key)
            if words is None:
                continue
            if not any(matches(word) for word in words.split()):
                return None
            named.append((key + "-" + "-".join(words.split())).lower())
        return named

    def add(self, entries, root, conditions):
        for entry in entries:
            if entry.tag == "page":
                for on in entry.get("on").split():
                    self.pages[on] = entry
            elif entry.tag == "text":
                unit = f"{root.get('id')}.{entry.get('name')}{conditions}"
                self.texts[entry.get("name")] = (entry, unit, root.get(LANG))
            elif entry.tag == "style":
                for target in entry.get("for").split():
                    for parent in (entry.get("in") or "").split() or [None]:
                        self.styles.append((target, parent, entry.attrib))

    def style(self, prop, element, parent=None):
        """The property of `element` (name or name.kind) directly inside `parent`; None where no rule has it."""
        found = None
        names = [element.split(".")[0]] + ([element] if "." in element else [])
        parents = [None] + ([parent.split(".")[0]] if parent else []) + ([parent] if parent and "." in parent else [])
        for wanted_parent in parents:
            for name in names:
                for target, rule_parent, attributes in self.styles:
                    if target == name and rule_parent == wanted_parent and prop in attributes:
                        found = attributes[prop]
        return found


class Brand:
    """A brand and those it extends, child first; fields and notices never inherit."""

    def __init__(self, project, brand):
        self.chain, self.roots = [], []
        while brand:
            root = read_xml(f"{project}/layouts/brands/{brand}/brand.xml")
            self.chain.append(brand)
            self.roots.append(root)
            brand = root.get("extends")
        self.own = self.roots[0]

    def first(self, path):
        for root in self.roots:
            found = root.find(path)
            if found is not None:
                return found
        return None

    @staticmethod
    def default_of(project):
        folder = f"{project}/layouts/brands"
        for name in sorted(os.listdir(folder)):
            path = f"{folder}/{name}/brand.xml"
            if os.path.exists(path) and read_xml(path).get("default") == "yes":
                return name
        return sorted(os.listdir(folder))[0]


class Expected:
    """Walks the XML in reading order and collects the words."""

    def __init__(self, project, options, found):
        self.project, self.found, self.locale, self.draft = project, found, options.locale, options.draft
        self.folder = f"{project}/content/{options.handout}"
        self.document = read_xml(f"{self.folder}/handout.xml")
        self.brand = Brand(project, options.brand or Brand.default_of(project))
        paper = options.paper or (self.brand.first("paper").get("default") if self.brand.first("paper") is not None else "a4")
        self.layout = Layout(project, options.layout, self.brand.chain[0], self.brand.chain, self.locale, paper)
        folders = [f"content/{options.handout}", "content/shared", "content", "layouts"]
        folders += [f"layouts/brands/{brand}" for brand in self.brand.chain]
        self.translations = Translations(options.xliff or [f"{project}/{f}/{self.locale}.xlf" for f in folders])
        self.draft = self.draft or self.translations.draft
        self.fields = {}
        self.collect_fields(dict(field.split("=", 1) for field in options.field))
        self.resolve_uses(self.document)
        self.leave_out(self.document)
        self.replace_questions()
        self.sources = {s.get("id"): n + 1 for n, s in enumerate(self.document.iter("source"))}
        self.out = []

    # Values

    def collect_fields(self, given):
        values = self.fields
        best = {}
        for field in self.brand.own.findall("field"):
            lang = field.get(LANG)
            if lang and not (self.locale == lang or self.locale.startswith(lang + "-")):
                continue
            if len(lang or "") < best.get(field.get("name"), 0):
                continue
            best[field.get("name")] = len(lang or "")
            target = self.translations.of(field.get("name")) if field.get("translate") == "yes" else None
            text = squashed("".join((field if target is None else target).itertext()))
            if field.get("kind") == "url":
                text = re.sub("^https?://", "", text).rstrip("/")
            values[field.get("name")] = text
        values["clinic.name"] = squashed(self.brand.first("name").text)
        document = self.document
        values["handout.id"] = document.get("id")
        values["handout.version"] = document.get("version")
        values["handout.published"] = self.date(document.get("published"))
        values["handout.review-by"] = self.date(document.get("review-by")) if document.get("review-by") else ""
        values["handout.locale"] = self.locale
        values["handout.language"] = language_table(LANGUAGE_NAMES, self.locale) or ""
        offered = self.brand.first("languages")
        languages = offered.get("offered").split() if offered is not None else [self.locale]
        others = [tag for tag in languages if tag != self.locale or len(languages) == 1]
        values["handout.languages"] = " · ".join(LANGUAGE_NAMES[tag] for tag in others)
        values["handout.edition"] = self.found.edition
        values.update(given)

    def digits(self, number):
        """Whole numbers that the press itself counts."""
        form = None
        for locale in (e for root in self.brand.roots for e in root.findall("locale")):
            if self.locale == locale.get(LANG) or self.locale.startswith(locale.get(LANG) + "-"):
                form = form or locale.get("digits")
        local = language_table(DIGITS, self.locale)
        if form == "latin" or not local:
            return str(number)
        return "".join(local[int(d)] if d.isdigit() else d for d in str(number))

    def date(self, iso):
        year, month, day = map(int, iso.split("-"))
        months = language_table(MONTHS, self.locale)
        name = months.split()[month - 1] if months else ""
        order = language_table(DATES, self.locale) or "{d} {m} {y}"
        return order.format(d=self.digits(day), m=name, n=self.digits(month), y=self.digits(year),
                            b=self.digits(year + 543), iso=iso)

    def in_brackets(self, text):
        """As the press writes them itself, after words: Chinese and Japanese have full-width ones without a space."""
        return f"（{text}）" if self.locale.split("-")[0] in FULL_WIDTH else f" ({text})"

    def temperature(self, celsius):
        units = self.brand.first("units")
        wanted = units.get("temperature") if units is not None else "celsius"
        fahrenheit = f"{float(celsius) * 9 / 5 + 32:.1f}".removesuffix(".0")
        language = self.locale.split("-")[0]
        point = "," if language in DECIMAL_COMMA else DECIMAL_SIGNS.get(language, ".")
        c, f = (self.digits(t.replace(".", point)) for t in (celsius, fahrenheit))
        return {"celsius": f"{c}\u00a0°C", "fahrenheit": f"{f}\u00a0°F", "both": f"{c}\u00a0°C" + self.in_brackets(f"{f}\u00a0°F")}[wanted]

    # Leaving out

    def resolve_uses(self, element):
        for parent in list(element.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag != "use":
                    continue
                name, _, ident = child.get("block").partition(".")
                shared = read_xml(f"{self.project}/content/shared/{name}.xml")
                block = next(e for e in shared.iter() if e.get("id") == ident)
                for inner in block.iter():
                    if inner.get("id"):
                        inner.set("id", f"{name}.{inner.get('id')}")
                block.tail = child.tail
                position = list(parent).index(child)
                parent.remove(child)
                parent.insert(position, block)

    def leave_out(self, document):
        omit = self.layout.omit
        for section in document.findall("section"):
            if section.get("role") in omit:
                document.remove(section)
        for name in ("glossary", "sources"):
            piece = document.find(name)
            if piece is not None and name in omit:
                document.remove(piece)
        if "detail" in omit:
            for parent in list(document.iter()):
                for child in list(parent):
                    if child.get("detail") == "yes":
                        parent.remove(child)

    def replace_questions(self):
        """Codes and lines to write on that are furniture replace those of the section with the questions."""
        furniture = {item.tag for _, page in self.printed_pages() for item in page.iter()}
        for section in self.document.findall("section"):
            if section.get("role") == "questions":
                for block in list(section):
                    if block.tag in ("qr", "notes") and block.tag in furniture:
                        section.remove(block)

    # Words

    def say(self, text):
        """A block's words: apart from those before and after."""
        if text.strip():
            self.out.append(text)

    def words(self, element, unit=None, extra=None):
        """The text of an element with words, translated where there is a translation."""
        if element is None:
            return ""
        target = None
        if element.get("translate") != "no" and element.get(LANG) in (None, self.document.get(LANG)):
            target = self.translations.of(unit or element.get("id"))
        source_text = self.inline(element, extra or {})
        return squashed(source_text) if target is None else squashed(self.target(target, element, extra or {}))

    def inline(self, element, extra):
        text = element.text or ""
        previous_ref = False
        for child in element:
            part = self.inline_item(child, extra)
            if child.tag == "ref" and previous_ref and part:
                part = "," + part
            previous_ref = child.tag == "ref" and not (child.tail or "").strip() and not (child.tail or "")
            text += part + (child.tail or "")
        return text

    def inline_item(self, child, extra):
        if child.tag == "field":
            return extra.get(child.get("name"), self.fields.get(child.get("name"), ""))
        if child.tag == "ref":
            number = self.sources.get(child.get("source"))
            return self.digits(number) if number and "sources" not in self.layout.omit else ""
        if child.tag == "br":
            return " "
        if child.tag == "blank":
            return ""
        if child.tag == "temperature":
            return self.temperature(child.get("celsius"))
        return self.inline(child, extra)

    def target(self, target, source, extra):
        """XLIFF's inline codes: a placeholder's name says what it stands for, a second one of a name ends in -2."""
        names = {e.get("name") for e in source.iter("field")} | {"ref." + e.get("source") for e in source.iter("ref")}

        def placeholder(node):
            name = node.get("id")
            name = name if name in names else re.sub(r"-\d+$", "", name)
            if node.get("ctype") == "lb":
                return " "
            if name.startswith("celsius."):
                return self.temperature(name.removeprefix("celsius."))
            if name.startswith("ref."):
                reference = xml.Element("ref", {"source": name.removeprefix("ref.")})
                return self.inline_item(reference, extra)
            return extra.get(name, self.fields.get(name, ""))

        def of(node):
            text, after_ref = node.text or "", False
            for child in node:
                is_placeholder = child.tag in (XLIFF + "ph", XLIFF + "x")
                part = placeholder(child) if is_placeholder else of(child)
                is_ref = is_placeholder and (child.get("id") or "").startswith("ref.")
                text += ("," if is_ref and after_ref and part else "") + part + (child.tail or "")
                after_ref = is_ref and not child.tail
            return text

        return of(target)

    def named(self, name, extra=None):
        """A text of the layout."""
        if name not in self.layout.texts:
            return ""
        element, unit, _ = self.layout.texts[name]
        return self.words(element, unit, extra)

    # Document

    def collect(self):
        document = self.document
        self.say(self.words(document.find("title"), "title"))
        self.fields["handout.title"] = self.words(document.find("title"), "title")
        if document.find("subtitle") is not None:
            self.say(self.words(document.find("subtitle"), "subtitle"))
        slots = self.furniture()
        self.out += slots["before"]
        if self.draft:
            self.say(self.named("draft"))
        for piece in document:
            if piece.tag in ("title", "subtitle"):
                continue
            self.piece(piece)
            self.out += slots.get("after " + (piece.get("role") or piece.tag), [])
        self.out += slots["text"]
        for name in self.layout.append:
            self.out += self.notice(name)
        self.out += slots["end"]
        return squashed(" ".join(self.out))

    def piece(self, piece):
        if piece.tag == "summary":
            title = piece.find("title")
            owner = piece.get("id") or "summary"
            self.run_in(self.words(title, f"{owner}.title") if title is not None else self.named("summary"), piece)
        elif piece.tag == "section":
            self.titled(piece)
        elif piece.tag == "glossary":
            self.glossary()
        elif piece.tag == "sources":
            self.say(self.named("sources"))
            days = [source.get("checked") for source in piece]
            once = len(days) > 1 and len(set(days)) == 1
            for source in piece:
                after = "" if once else self.checked(source.get("checked"))
                self.say(f"{self.digits(self.sources[source.get('id')])}. {self.words(source)}{after}")
            if once:
                self.say(self.checked(days[0]).strip())

    def checked(self, day):
        return self.in_brackets(self.named("source.checked", {"source.checked": self.date(day)}))

    def titled(self, element):
        title = element.find("title")
        if title is not None:
            self.say(self.words(title, f"{element.get('id')}.title"))
        self.blocks(element)

    def run_in(self, title, element):
        """A title and its blocks. Run into a paragraph, full-width punctuation leaves white enough without a space."""
        self.say(title)
        first = len(self.out)
        self.blocks(element)
        parent = f"{element.tag}.{element.get('kind')}" if element.get("kind") else element.tag
        leads = next((child.tag for child in element if child.tag != "title"), None) == "p"
        if leads and self.layout.style("run-in", "title", parent) == "yes" and title.endswith(FULL_WIDTH_MARKS):
            self.out[first - 1:first + 1] = ["".join(self.out[first - 1:first + 1])]

    def blocks(self, element):
        for child in element:
            if child.tag not in ("title", "caption"):
                self.block(child)

    def body(self, element):
        """Words or small blocks."""
        small = {"p", "list", "figure", "notes", "qr", "table", "callout"}
        if any(child.tag in small for child in element):
            self.blocks(element)
        elif element.find("title") is not None:
            bare = xml.Element("words", element.attrib)
            title = element.find("title")
            bare.text = (element.text or "") + (title.tail or "")
            bare.extend([c for c in element if c is not title])
            self.say(self.words(bare))
        else:
            self.say(self.words(element))

    def block(self, block):
        owner = block.get("id")
        tag = block.tag
        if tag == "p":
            self.say(self.words(block))
        elif tag in ("list", "steps"):
            kind = f"list.{block.get('kind', 'bullet')}" if tag == "list" else "steps"
            marker = self.layout.style("marker", kind) or {"list.number": "1.", "steps": "1"}.get(kind, "")
            for number, item in enumerate(block, 1):
                if marker in ("1", "1."):
                    self.say(self.digits(number) + marker[1:])
                if item.find("title") is not None:
                    self.say(self.words(item.find("title"), f"{item.get('id')}.title"))
                self.body(item)
        elif tag in ("facts", "timeline"):
            for part in block:
                self.say(self.words(part.find("title"), f"{part.get('id')}.title"))
                self.body(part)
        elif tag in ("table", "risk-table"):
            self.table(block)
        elif tag == "figure":
            self.figure(block)
        elif tag == "callout":
            title = block.find("title")
            self.run_in(self.words(title, f"{owner}.title") if title is not None
                        else self.named(f"callout.{block.get('kind')}"), block)
        elif tag == "zones":
            for zone in block:
                self.run_in(self.words(zone.find("title"), f"{zone.get('id')}.title"), zone)
        elif tag == "subsection":
            self.titled(block)
        elif tag == "qr":
            self.say(self.words(block.find("caption"), f"{owner}.caption"))
            address = re.sub(r"\{([^}]*)\}", lambda m: self.fields.get(m[1], ""), block.get("href"))
            self.say(re.sub("^https?://", "", address).rstrip("/"))

    def table(self, table):
        self.say(self.words(table.find("caption"), f"{table.get('id')}.caption"))
        for row in table:
            if row.tag in ("head", "row"):
                for cell in row:
                    self.body(cell)
            elif row.tag == "risk":
                self.say(self.words(row))
                for count in row.get("counts").split():
                    self.say(self.named("risk", {"risk.count": self.digits(count), "risk.of": self.digits(table.get("of"))}))

    def figure(self, figure):
        """Labels in the drawing's order, then the caption, then the key of numbered labels. A decoration has no words.
        Labels that do not fit are numbered: whether they do is told by the page."""
        labels = [] if figure.get("alt") == "" else self.labels(figure)
        said = [(ident, self.digits(text) if not ident else self.label(figure, ident, text)) for ident, text in labels]
        numbered = (self.layout.style("labels", "figure") == "numbers"
                    or " ".join(words for _, words in said) not in self.found.words)
        number = max([int(text) for ident, text in labels if not ident], default=0)
        key = []
        for ident, words in said:
            if not ident:
                self.say(words)
            elif numbered:
                number += 1
                self.say(self.digits(number))
                key.append((number, words))
            else:
                self.say(words)
        self.say(self.words(figure.find("caption"), f"{figure.get('id')}.caption"))
        for number, words in key:
            point = (self.layout.style("marker", "key", "figure") or "1")[1:]
            self.say(f"{self.digits(number)}{point} {words}")

    def label(self, figure, ident, text):
        target = self.translations.of(f"{figure.get('id')}.{ident}")
        return squashed("".join(target.itertext())) if target is not None else text

    def labels(self, figure):
        if not figure.get("src").endswith(".svg"):
            return []
        found = []
        for text in read_xml(f"{self.folder}/{figure.get('src')}").iter("{http://www.w3.org/2000/svg}text"):
            spans = [squashed("".join(span.itertext())) for span in text] or [squashed("".join(text.itertext()))]
            found.append((text.get("id"), " ".join(spans)))
        return found

    def glossary(self):
        named = []
        for piece in self.document:
            named += [t.get("define") for t in piece.iter("term") if t.get("define")]
        entries = [e for e in read_xml(f"{self.project}/content/glossary.xml") if e.get("id") in named]
        if not entries:
            return
        self.say(self.named("glossary"))
        for entry in entries:
            term = entry.find("term")
            for translation in entry.findall("translation"):
                if translation.get(LANG) == self.locale:
                    term = translation
            self.say(squashed("".join(term.itertext())))
            self.say(self.words(entry.find("definition"), f"{entry.get('id')}.definition"))

    # Furniture

    def notice(self, name):
        for notice in self.brand.own.findall("notice"):
            if notice.get("name") == name:
                return [self.words(p) for p in notice]
        return []

    def printed_pages(self):
        """The templates of the pages that are there, in order, each once."""
        pages = self.layout.pages
        count = self.found.pages - ("cover" in pages) - ("back" in pages)
        names = ["cover"] if "cover" in pages else []
        for number in range(1, count + 1):
            name = str(number) if str(number) in pages else "first" if number == 1 and "first" in pages else "all"
            if name not in names:
                names.append(name)
        return [(name, pages[name]) for name in names + (["back"] if "back" in pages else [])]

    def furniture(self):
        """The first printing of each text and notice, by where it is read."""
        slots = {"before": [], "text": [], "end": []}
        printed = set()
        pages = self.printed_pages()
        has_first = any(name in ("first", "1") for name, _ in pages)
        for name, page in pages:
            for box in page:
                if name == "cover" or box.tag == "band":
                    slot = "before"
                elif box.tag != "region":
                    slot = "end"
                else:
                    slot = self.region_slot(box)
                running = box.tag == "band" and name == "all" and has_first
                slots.setdefault(slot, [])
                self.items(box, slots[slot], printed, running)
        return slots

    def region_slot(self, region):
        places = [what for place in region.iter("place") for what in place.get("what").split()]
        printed = ["summary"] + [s.get("role") for s in self.document.findall("section")] + ["glossary", "sources"]
        printed = [piece for piece in printed if piece in places]
        return "after " + printed[-1] if printed else "before" if "title" in places else "text"

    def items(self, box, slot, printed, running):
        for item in box:
            if any(not self.fields.get(need) for need in (item.get("needs") or "").split()):
                continue
            if item.tag in ("line", "box"):
                self.items(item, slot, printed, running)
            elif item.tag == "notice" and ("notice", item.get("name")) not in printed:
                printed.add(("notice", item.get("name")))
                slot += self.notice(item.get("name"))
            elif item.tag == "p" and item.get("text"):
                element = self.layout.texts[item.get("text")][0]
                has_help = any(s.get("role") == "help" for s in self.document.findall("section"))
                if not has_help and any(f.get("name") == "help.page" for f in element.iter("field")):
                    continue
                is_numbered = any(f.get("name") == "page.number" for f in element.iter("field"))
                if not is_numbered and ("text", item.get("text")) not in printed:
                    printed.add(("text", item.get("text")))
                    slot.append(self.named(item.get("text")))
            elif item.tag == "p" and not running:
                said = self.words(item)
                names = tuple(f.get("name") for f in item.iter("field"))
                if "page.number" not in names and ("fields", names) not in printed:
                    printed.add(("fields", names))
                    slot.append(said)


# Comparing ------------------------------------------------------------------------------------------------------------

def help_page(found_words, expected):
    """`help.page` is where layout put the section: the number is taken from the page that printed it, if it is one."""
    head, mark, tail = expected.partition("\0help.page\0")
    if not mark:
        return expected
    match = re.match(re.escape(head) + r"(\d+)", found_words)
    return help_page(found_words, head + (match[1] if match else "?") + tail)


def differences(expected, found):
    """The places where the two differ, a few words each."""
    expected = help_page(found, expected)
    if expected == found:
        return []
    one, other = expected.split(" "), found.split(" ")
    shown = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        before = " ".join(one[max(0, a - 4):a])
        shown.append(f"after “{before}”: the XML has “{' '.join(one[a:b])}”, the PDF “{' '.join(other[c:d])}”")
    return shown or ["they differ in white space"]


def options_for(path, options):
    stem = os.path.basename(path).removesuffix(".pdf")
    handout, locale, layout = (stem.split(".") + ["", ""])[:3]
    name = re.sub(r"-(a3|a4|a5|letter|legal|phone)$", "", layout)
    own = argparse.Namespace(**vars(options))
    own.handout, own.locale, own.layout = handout, options.locale or locale, options.layout or name
    if name != layout and not own.paper:
        own.paper = layout[len(name) + 1:]
    return own


def expected_words(project, own, found):
    expected = Expected(project, own, found)
    expected.fields["help.page"] = "\0help.page\0"
    expected.fields["page.count"] = expected.digits(found.pages)
    return expected.collect()


def self_test(project, own, found):
    """Drops words from the XML, and swaps them with their neighbours: each time the comparison must notice."""
    missed, tried = [], 0
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "project")
        for part in ("content", "layouts"):
            shutil.copytree(f"{project}/{part}", f"{copy}/{part}")
        path = f"{copy}/content/{own.handout}/handout.xml"
        with open(path, encoding="utf-8") as file:
            text = file.read()
        printed = set(found.words.split())
        spots = [m for m in re.finditer(r"(?<=[\w,] )(\w{4,}) (\w{4,})(?=[ .,<])", text)
                 if m[1] in printed and m[1] != m[2] and text.rfind("<", 0, m.start()) < text.rfind(">", 0, m.start())]
        for spot in spots[::max(1, len(spots) // 12)]:
            for changed in (spot[2], f"{spot[2]} {spot[1]}"):
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text[:spot.start()] + changed + text[spot.end():])
                expected = expected_words(copy, own, found)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
                if expected == expected_words(copy, own, found):
                    continue  # the spot is not printed in this layout
                tried += 1
                if not differences(expected, found.words):
                    missed.append(f"“{spot[0]}” made “{changed}”")
    for change in missed:
        print(f"FAIL self-test: {change} was not noticed")
    print(f"self-test: {tried} changes, {len(missed)} not noticed")
    return 1 if missed or tried < 8 else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("project")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--brand")
    parser.add_argument("--layout")
    parser.add_argument("--locale")
    parser.add_argument("--paper")
    parser.add_argument("--xliff", action="append", default=[])
    parser.add_argument("--field", action="append", default=[])
    parser.add_argument("--draft", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if not shutil.which("pdfinfo"):
        print("*** SKIPPED: pdfinfo is not installed; ./bootstrap test installs it ***", file=sys.stderr)
        return 77
    status = 0
    for path in options.files:
        own = options_for(path, options)
        found = Found(path)
        shown = differences(expected_words(options.project, own, found), found.words)
        print(("FAIL " if shown else "pass ") + f"text {path} ({len(found.words.split())} words)")
        for line in shown[:20]:
            print("     " + line)
        status |= bool(shown)
        if options.self_test:
            status |= self_test(options.project, own, found)
    return status


if __name__ == "__main__":
    sys.exit(main())
