#!/usr/bin/env python3
"""Prints a PDF's structure tree as read back from its bytes: one line an element, indented, with its attributes and its
text. usage: tags.py FILE.pdf

A reader of its own, so that tests see what is in the file, not what we meant to put there. Understands what the press
writes: object streams, cross-reference streams, Flate, Type0 fonts with two-byte codes and a ToUnicode.
"""
import re
import sys
import zlib

WHITE = b" \t\r\n\f\0"
DELIMITERS = b"()<>[]{}/%"


class Name(str):
    pass


class Reference(int):
    pass


class Operator(str):
    pass


class Stream:
    def __init__(self, entries, data):
        self.entries, self.data = entries, data


class Scanner:
    """Values of PDF's syntax (ISO 32000-1, 7.2 and 7.3) from bytes."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def skip_white(self):
        data, at = self.data, self.at
        while at < len(data) and (data[at] in WHITE or data[at] == 0x25):
            if data[at] == 0x25:
                while at < len(data) and data[at] not in b"\r\n":
                    at += 1
            else:
                at += 1
        self.at = at

    def token(self):
        start = self.at
        while self.at < len(self.data) and self.data[self.at] not in WHITE + DELIMITERS:
            self.at += 1
        return self.data[start:self.at]

    def value(self):
        """The next value, or None at the end."""
        self.skip_white()
        data = self.data
        if self.at >= len(data):
            return None
        two = data[self.at:self.at + 2]
        if two == b"<<":
            self.at += 2
            return self.dictionary()
        if two[:1] == b"<":
            end = data.index(b">", self.at)
            digits = bytes(c for c in data[self.at + 1:end] if c not in WHITE)
            self.at = end + 1
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        if two[:1] == b"(":
            return self.literal()
        if two[:1] == b"[":
            self.at += 1
            return self.array()
        if two[:1] == b"/":
            self.at += 1
            name = self.token().decode("latin-1")
            return Name(re.sub("#(..)", lambda m: chr(int(m[1], 16)), name))
        if two[:1] in (b"]", b">", b"{", b"}", b")"):
            raise ValueError(f"unexpected {two!r} at {self.at}")
        return self.number_or_word()

    def number_or_word(self):
        word = self.token()
        if re.fullmatch(rb"[+-]?\d+", word):
            # Perhaps the start of "12 0 R".
            match = re.compile(rb"\s+\d+\s+R(?![^\s()<>\[\]{}/%])").match(self.data, self.at)
            if match and not word.startswith((b"+", b"-")):
                self.at = match.end()
                return Reference(int(word))
            return int(word)
        if re.fullmatch(rb"[+-]?(\d+\.\d*|\.\d+)", word):
            return float(word)
        return {b"true": True, b"false": False, b"null": None}.get(word, Operator(word.decode("latin-1")))

    def closes(self, mark):
        self.skip_white()
        if self.data.startswith(mark, self.at):
            self.at += len(mark)
            return True
        return False

    def array(self):
        items = []
        while not self.closes(b"]"):
            items.append(self.value())
        return items

    def dictionary(self):
        entries = {}
        while not self.closes(b">>"):
            key = self.value()
            entries[str(key)] = self.value()
        return entries

    def literal(self):
        out, depth = bytearray(), 0
        escapes = {b"n"[0]: 10, b"r"[0]: 13, b"t"[0]: 9, b"b"[0]: 8, b"f"[0]: 12}
        data = self.data
        while True:
            c = data[self.at]
            self.at += 1
            if c == 0x28:
                depth += 1
                if depth == 1:
                    continue
            elif c == 0x29:
                depth -= 1
                if depth == 0:
                    return bytes(out)
            elif c == 0x5C:
                c = data[self.at]
                self.at += 1
                if 0x30 <= c <= 0x37:
                    digits = chr(c)
                    while len(digits) < 3 and 0x30 <= data[self.at] <= 0x37:
                        digits += chr(data[self.at])
                        self.at += 1
                    c = int(digits, 8) & 255
                else:
                    c = escapes.get(c, c)
            out.append(c)


def unpredicted(data, columns):
    """The rows of a table of which each says only what it has more than the one above (PNG's filter "up")."""
    out, above = bytearray(), bytes(columns)
    for at in range(0, len(data), columns + 1):
        assert data[at] == 2, "a row with another filter"
        above = bytes((a + b) & 255 for a, b in zip(above, data[at + 1:at + 1 + columns]))
        out += above
    return bytes(out)


class Document:
    def __init__(self, data):
        self.data = data
        self.known = {}
        at = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
        table = self.indirect(at)
        self.trailer = table.entries
        self.places = self.cross_references(table)
        self.root = self.resolve(self.trailer["Root"])

    def cross_references(self, table):
        widths = table.entries["W"]
        rows, places, size = self.decoded(table), {}, sum(widths)
        index = table.entries.get("Index", [0, table.entries["Size"]])
        numbers = [n for start, count in zip(index[::2], index[1::2]) for n in range(start, start + count)]
        for row, number in enumerate(numbers):
            fields, at = [], row * size
            for width in widths:
                fields.append(int.from_bytes(rows[at:at + width], "big"))
                at += width
            places[number] = fields
        return places

    def indirect(self, at):
        scanner = Scanner(self.data, at)
        for _ in range(3):  # number, generation, obj
            scanner.value()
        value = scanner.value()
        scanner.skip_white()
        if self.data.startswith(b"stream", scanner.at):
            start = self.data.index(b"\n", scanner.at) + 1
            length = self.resolve(value["Length"])
            return Stream(value, self.data[start:start + length])
        return value

    def resolve(self, value):
        if not isinstance(value, Reference):
            return value
        number = int(value)
        if number not in self.known:
            kind, where, index = self.places[number]
            if kind == 1:
                self.known[number] = self.indirect(where)
            elif kind == 2:
                self.unpack(where)
            else:
                self.known[number] = None
        return self.known[number]

    def unpack(self, number):
        stream = self.indirect(self.places[number][1])
        data = self.decoded(stream)
        heads = list(map(int, data[:stream.entries["First"]].split()))
        for inner, offset in zip(heads[::2], heads[1::2]):
            self.known[inner] = Scanner(data, stream.entries["First"] + offset).value()

    def decoded(self, stream):
        kind = stream.entries.get("Filter")
        data = zlib.decompress(stream.data) if kind == "FlateDecode" else stream.data
        parameters = stream.entries.get("DecodeParms", {})
        return unpredicted(data, parameters["Columns"]) if parameters.get("Predictor") == 12 else data

    def pages(self):
        def below(node):
            node = self.resolve(node)
            if node.get("Type") == "Page":
                return [node]
            return [page for kid in self.resolve(node["Kids"]) for page in below(kid)]
        return below(self.root["Pages"])


def text_string(raw):
    return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")


def to_unicode(document, font):
    """Code to text, from a font's ToUnicode."""
    cmap = document.decoded(document.resolve(document.resolve(font)["ToUnicode"]))
    texts = {}
    for body in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, text in re.findall(rb"<(\w+)>\s*<(\w*)>", body):
            texts[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for body in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", body):
            units = bytes.fromhex(text.decode())
            for step in range(int(last, 16) - int(first, 16) + 1):
                last_unit = int.from_bytes(units[-2:], "big") + step
                texts[int(first, 16) + step] = (units[:-2] + last_unit.to_bytes(2, "big")).decode("utf-16-be")
    return texts


class Content:
    """What each marked-content sequence of a page says, and what stands in none."""

    def __init__(self, document, page):
        self.texts, self.artifacts, self.untagged = {}, [], []
        resources = document.resolve(page["Resources"])
        fonts = document.resolve(resources.get("Font", {}))
        maps = {name: to_unicode(document, font) for name, font in fonts.items()}
        scanner = Scanner(document.decoded(document.resolve(page["Contents"])))
        operands, sequences, font = [], [], None
        while True:
            scanner.skip_white()
            if scanner.at >= len(scanner.data):
                break
            value = scanner.value()
            if not isinstance(value, Operator):
                operands.append(value)
                continue
            if value in ("BDC", "BMC"):
                properties = operands[1] if value == "BDC" else {}
                sequences.append((str(operands[0]), properties))
                if "MCID" in properties:
                    self.texts[properties["MCID"]] = text_string(properties.get("ActualText", b""))
                elif operands[0] == "Artifact":
                    self.artifacts.append([properties.get("Subtype") or properties.get("Type") or "", ""])
            elif value == "EMC":
                sequences.pop()
            elif value == "Tf":
                font = maps[operands[0]]
            elif value in ("Tj", "TJ"):
                strings = operands[0] if value == "TJ" else [operands[0]]
                self.show("".join(self.decode(s, font) for s in strings if isinstance(s, bytes)), sequences)
            elif value in ("f", "S", "B", "Do") and not sequences:
                self.untagged.append(str(value))
            operands = []

    @staticmethod
    def decode(string, font):
        return "".join(font[int.from_bytes(string[i:i + 2], "big")] for i in range(0, len(string), 2))

    def show(self, text, sequences):
        if not sequences:
            self.untagged.append(text)
            return
        tag, properties = sequences[-1]
        if "MCID" in properties:
            if "ActualText" not in properties:
                self.texts[properties["MCID"]] += text
        elif tag == "Artifact":
            self.artifacts[-1][1] += text


def attributes(document, element):
    shown = []
    if "Lang" in element:
        shown.append(f"Lang={text_string(element['Lang'])}")
    found = document.resolve(element.get("A"))
    for entries in found if isinstance(found, list) else [found] if found else []:
        entries = document.resolve(entries)
        shown += [f"{key}={value}" for key, value in entries.items() if key not in ("O", "BBox")]
        if "BBox" in entries:
            shown.append("BBox")
    if "Alt" in element:
        shown.append(f"Alt={text_string(element['Alt'])!r}")
    return shown


class Tree:
    def __init__(self, document):
        self.document = document
        pages = document.pages()
        self.contents = [Content(document, page) for page in pages]
        self.page_of = {id(page): number for number, page in enumerate(pages)}

    def page_number(self, reference):
        return self.page_of[id(self.document.resolve(reference))]

    def kids(self, element):
        kids = self.document.resolve(element.get("K"))
        if kids is None:
            return []
        return kids if isinstance(kids, list) else [element["K"]]

    def lines(self, element, depth=0):
        """One for the element, then its kids in order; text directly in it joins where it is not interrupted."""
        head = "  " * depth + " ".join([str(element["S"])] + attributes(self.document, element))
        lines, text = [head], None
        for kid in self.kids(element):
            said = self.said(kid, element)
            if said is None:
                lines += [] if text is None else ["  " * (depth + 1) + repr(text)]
                text = None
                lines += self.lines(self.document.resolve(kid), depth + 1)
            else:
                text = (text or "") + said
        return lines + ([] if text is None else ["  " * (depth + 1) + repr(text)])

    def said(self, kid, element):
        """The text of a kid that is no element; a link's annotation says where it leads."""
        kid = self.document.resolve(kid)
        if isinstance(kid, int):
            return self.contents[self.page_number(element["Pg"])].texts[kid]
        if kid.get("Type") == "MCR":
            return self.contents[self.page_number(kid["Pg"])].texts[kid["MCID"]]
        if kid.get("Type") == "OBJR":
            annotation = self.document.resolve(kid["Obj"])
            action = self.document.resolve(annotation.get("A", {}))
            where = text_string(action["URI"]) if "URI" in action else "a place in this document"
            return f" -> {where}"
        return None


def check(document, tree):
    """Faults that a reader might forgive: content in no sequence, a ParentTree that disagrees with the tree."""
    faults = [f"page {n + 1}: untagged {what!r}" for n, c in enumerate(tree.contents) for what in c.untagged]
    root = document.resolve(document.root["StructTreeRoot"])
    numbers = document.resolve(document.resolve(root["ParentTree"])["Nums"])
    parents = dict(zip(numbers[::2], numbers[1::2]))
    for number, page in enumerate(document.pages()):
        owners = document.resolve(parents[page["StructParents"]])
        if len(owners) != len(tree.contents[number].texts):
            faults.append(f"page {number + 1}: {len(owners)} parents, {len(tree.contents[number].texts)} sequences")
        for mcid, owner in enumerate(owners):
            kids = [document.resolve(k) for k in tree.kids(document.resolve(owner))]
            own = [k if isinstance(k, int) else k.get("MCID") for k in kids if isinstance(k, (int, dict))]
            if mcid not in own:
                faults.append(f"page {number + 1}: sequence {mcid} is not among its parent's kids")
    return faults


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], "rb") as file:
        document = Document(file.read())
    tree = Tree(document)
    root = document.resolve(document.root["StructTreeRoot"])
    kids = document.resolve(root["K"])
    for kid in kids if isinstance(kids, list) else [kids]:
        print("\n".join(tree.lines(document.resolve(kid))))
    for number, content in enumerate(tree.contents):
        said = [(kind, text) for kind, text in content.artifacts if text]
        for kind, text in said:
            print(f"artifact on page {number + 1}, {kind}: {text!r}")
    faults = check(document, tree)
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
