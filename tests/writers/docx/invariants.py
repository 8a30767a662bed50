"""What must hold in every Word file of ours and no outside checker looks at: bookmarks, fields, ids, tables, lists."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import cast

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"r": RELATED, "w": WORD, "wp": DRAWN, "dc": "http://purl.org/dc/elements/1.1/"}
STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes|comments)\.xml")
LAYOUT_TABLES = {"SignatureTable", "CoverPanel"}


def find(root: etree._Element, path: str) -> list[etree._Element]:
    return cast("list[etree._Element]", root.xpath(path, namespaces=NAMES))


def texts(root: etree._Element, path: str) -> list[str]:
    return [str(found) for found in cast("list[object]", root.xpath(path, namespaces=NAMES))]


def value(element: etree._Element, name: str) -> str:
    return str(element.get(f"{{{WORD}}}{name}"))


def faults(data: bytes) -> list[str]:
    """Everything that is wrong in a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        trees = {name: etree.fromstring(package.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    stories = [tree for name, tree in trees.items() if STORY.fullmatch(name)]
    return [
        *(f"part twice: {name}" for name in names if names.count(name) > 1),
        *bookmark_faults(stories),
        *part_faults(trees),
        *(fault for story in stories for fault in story_faults(story)),
        *number_faults(trees),
        *style_faults(trees, stories),
        *heading_faults(trees["word/document.xml"]),
        *property_faults(trees),
    ]


def bookmark_faults(stories: list[etree._Element]) -> Iterator[str]:
    starts = [mark for story in stories for mark in find(story, "//w:bookmarkStart")]
    ends = [value(mark, "id") for story in stories for mark in find(story, "//w:bookmarkEnd")]
    names = [value(mark, "name") for mark in starts]
    yield from (f"bookmark twice: {name}" for name in names if names.count(name) > 1)
    yield from (f"bookmark too long: {name}" for name in names if len(name) > 40)
    yield from (f"bookmark open: {value(mark, 'name')}" for mark in starts if ends.count(value(mark, "id")) != 1)
    for story in stories:
        for instruction in texts(story, "//w:instrText/text()"):
            words = instruction.split()
            if words[0] == "REF" and words[1] not in names:
                yield f"reference leads nowhere: {words[1]}"
        for anchor in texts(story, "//w:hyperlink/@w:anchor"):
            if anchor not in names:
                yield f"link leads nowhere: {anchor}"


def part_faults(trees: dict[str, etree._Element]) -> Iterator[str]:
    """Notes, remarks and relationships that a part names and that are not there."""
    for name, tree in trees.items():
        for kind, mark in (("footnote", "footnoteReference"), ("comment", "commentReference")):
            part = trees.get(f"word/{kind}s.xml")
            known = [] if part is None else texts(part, f"//w:{kind}/@w:id")
            used = texts(tree, f"//w:{mark}/@w:id")
            yield from (f"no such {kind}: {number}" for number in used if number not in known)
            yield from (f"{kind}s outside of the text: {name}" for _ in used if name != "word/document.xml")
        folder, _, base = name.rpartition("/")
        arrows = trees.get(f"{folder}/_rels/{base}.rels")
        known = [] if arrows is None else [str(arrow.get("Id")) for arrow in arrows]
        yield from (
            f"no such relationship: {name} {used}" for used in texts(tree, "//@r:id|//@r:embed") if used not in known
        )


def story_faults(story: etree._Element) -> Iterator[str]:
    depth = 0
    for mark in find(story, "//w:fldChar"):
        depth += {"begin": 1, "separate": 0, "end": -1}[value(mark, "fldCharType")]
        if depth < 0:
            yield "a field ends that never began"
    if depth:
        yield "a field is open"
    yield from ("no alternative text" for mark in find(story, "//wp:docPr") if not mark.get("descr"))
    for table in find(story, "//w:tbl"):
        style = texts(table, "./w:tblPr/w:tblStyle/@w:val")
        if not LAYOUT_TABLES.intersection(style) and not find(table, "./w:tr[1]/w:trPr/w:tblHeader"):
            yield "a table without a header row"
        columns = len(find(table, "./w:tblGrid/w:gridCol"))
        yield from (
            f"row of {len(find(row, './w:tc'))} cells"
            for row in find(table, "./w:tr")
            if len(find(row, "./w:tc")) != columns
        )
    yield from ("a cell without a paragraph" for cell in find(story, "//w:tc") if not find(cell, "./w:p"))
    yield from ("deleted words as words" for _ in find(story, "//w:del//w:t"))
    changes = texts(story, "//w:ins/@w:id|//w:del/@w:id")
    yield from (f"change id twice: {name}" for name in changes if changes.count(name) > 1)


def number_faults(trees: dict[str, etree._Element]) -> Iterator[str]:
    numbering = trees["word/numbering.xml"]
    definitions = texts(numbering, "//w:abstractNum/@w:abstractNumId")
    instances = texts(numbering, "/w:numbering/w:num/@w:numId")
    yield from (f"list twice: {name}" for name in instances if instances.count(name) > 1)
    yield from (name for name in texts(numbering, "//w:num/w:abstractNumId/@w:val") if name not in definitions)
    for part in ("word/styles.xml", "word/document.xml"):
        for name in texts(trees[part], "//w:numPr/w:numId/@w:val"):
            if name not in (*instances, "0"):
                yield f"no such list: {name}"


def style_faults(trees: dict[str, etree._Element], stories: list[etree._Element]) -> Iterator[str]:
    known = texts(trees["word/styles.xml"], "//w:style/@w:styleId")
    for story in stories:
        for name in texts(story, "//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val"):
            if name not in known:
                yield f"no such style: {name}"
        for run in find(
            story, "//w:rPr/w:sz|//w:rPr/w:color|//w:rPr/w:rFonts|//w:pPr/w:spacing|//w:pPr/w:ind|//w:pPr/w:jc"
        ):
            yield f"looks outside of a style: {run.tag}"


def heading_faults(document: etree._Element) -> Iterator[str]:
    level = 0
    for paragraph in find(document, "//w:body/w:p"):
        style = texts(paragraph, "./w:pPr/w:pStyle/@w:val")
        outline = {"Heading1": 1, "Schedule": 1, "ScheduleFirst": 1, "Part": 2}.get(style[0] if style else "")
        if outline is None:
            continue
        words = "".join(texts(paragraph, ".//w:t/text()"))
        if outline > level + 1:
            yield f"heading level left out before {words}"
        if re.match(r"\s*(?:\d+(?:\.\d+)*[.)]?|\([a-z]\))\s", words) or not words.strip():
            yield f"heading with a typed number or without words: {words!r}"
        level = outline


def property_faults(trees: dict[str, etree._Element]) -> Iterator[str]:
    if not "".join(texts(trees["docProps/core.xml"], "//dc:title/text()")).strip():
        yield "no title"
    if not texts(trees["word/styles.xml"], "//w:docDefaults//w:lang/@w:val"):
        yield "no language"
