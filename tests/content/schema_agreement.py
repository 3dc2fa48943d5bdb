#!/usr/bin/env python3
"""Holds the schemas in content/ and the press to one verdict.

An editor's schema must never refuse what the press takes, and must refuse what it can judge of what the press refuses.
The press's verdict is in the comments of tests/bad (content/bad_files_test.cpp holds the press to them); tests/samples
and the handouts of content/ are accepted, tests/samples/wrong refused. Needs xmllint (Debian: libxml2-utils).
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
SCHEMAS = {"handout": "handout", "shared": "handout", "glossary": "glossary", "sign-offs": "sign-offs"}

# What XSD 1.0 can judge, by diagnostic code; the pattern excepts messages about what it cannot see: words before a title,
# values that depend on one another, ids of other files.
JUDGED = {
    "not-well-formed": None,
    "unknown-element": r"which is not allowed",
    "unknown-attribute": None,
    "missing-element": None,
    "missing-attribute": r"needs href or to",
    "wrong-order": r"stands after words",
    "repeated": None,
    "text-not-allowed": None,
    "bad-value": r"has both|brace without|is written in",
    "bad-id": None,
    "outside-folder": None,
    "duplicate-id": r"used twice|part of",
    "duplicate-role": None,
    "unknown-source": None,
    "unknown-field": r"\"handout\.",
    "use-in-shared": None,
}


def root_of(text):
    match = re.search(r"<(handout|shared|glossary|sign-offs)\b", text)
    return match and match[1]


def schema_refuses(path, root):
    schema = ROOT / "content" / f"{SCHEMAS[root]}.xsd"
    run = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, path], capture_output=True)
    # 3: not valid, 1: not well-formed; anything else is a mistake of ours.
    if run.returncode not in (0, 1, 3):
        sys.exit(f"xmllint on {path}: {run.stderr.decode(errors='replace')}")
    return run.returncode != 0, run.stderr.decode(errors="replace")


def expected(text):
    """(the press refuses, a schema can judge it)"""
    errors = re.findall(r"<!-- expect: error\[content\.([a-z-]+)\] (.*) -->", text)
    judged = any(c in JUDGED and not (JUDGED[c] and re.search(JUDGED[c], message)) for c, message in errors)
    return bool(errors), judged


def main():
    failures, counts = [], {"accepted": 0, "refused": 0, "beyond a schema": 0}
    files = [(path, None) for folder in ("tests/samples", "content", "content/shared") for path in
             sorted((ROOT / folder).glob("*.xml"))]
    files += [(path, None) for path in sorted((ROOT / "content").glob("*/handout.xml"))]
    files += [(path, (True, True)) for path in sorted((ROOT / "tests/samples/wrong").glob("*.xml"))]
    files += [(path, expected(path.read_bytes().decode(errors="replace"))) for path in sorted((ROOT / "tests/bad").glob("*.xml"))]
    for path, verdict in files:
        root = root_of(path.read_bytes().decode(errors="replace"))
        if root is None:
            continue  # a layout, brand or list of fonts: not content
        press_refuses, judged = verdict or (False, False)
        refused, said = schema_refuses(path, root)
        name = path.relative_to(ROOT)
        if refused and not press_refuses:
            failures.append(f"{name}: the press takes it, the schema refuses it:\n{said}")
        elif judged and not refused:
            failures.append(f"{name}: the press refuses it, the schema takes it")
        elif refused and not judged:
            failures.append(f"{name}: the schema refuses it for a reason that the press does not give:\n{said}")
        counts["refused" if refused else "beyond a schema" if press_refuses else "accepted"] += 1
    print(", ".join(f"{count} {what}" for what, count in counts.items()))
    if counts["accepted"] < 8 or counts["refused"] < 30:
        failures.append("too few files were looked at")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
