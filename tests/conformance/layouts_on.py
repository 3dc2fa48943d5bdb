#!/usr/bin/env python3
"""The layouts that the project's default brand prints in on a paper, with commas between, as <paper sizes> says.

A layout that says nothing has the papers of what it extends. A file that is no XML is listed: the press tells what is
wrong with it. usage: layouts_on.py PROJECT PAPER
"""
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

project, paper = pathlib.Path(sys.argv[1]), sys.argv[2]


def root_of(path):
    try:
        return ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, OSError):
        return None


def is_default(brand):
    root = root_of(brand)
    return root is not None and root.get("default") == "yes"


def papers_of(path, met=()):
    """The papers' names, or None where nothing says."""
    root = root_of(path)
    if root is None or path in met:
        return None
    stated = root.find("paper[@sizes]")
    if stated is not None:
        return stated.get("sizes").split()
    parent = root.get("extends")
    return papers_of(project / "layouts" / f"{parent}.xml", (*met, path)) if parent else None


found = {path.stem: path for path in project.glob("layouts/*.xml")}
for brand in filter(is_default, project.glob("layouts/brands/*/brand.xml")):
    found |= {path.stem: path for path in brand.parent.glob("*.xml") if path != brand}
papers = {layout: papers_of(path) for layout, path in found.items()}
print(",".join(sorted(layout for layout, sizes in papers.items() if sizes is None or paper in sizes)))
