"""The part of a Word file that holds its comments, with those of others; where there is none, a new one."""

from __future__ import annotations

import posixpath
from itertools import count

from attrs import field
from lxml import etree

from sla_drafter.document.spots import Remark, Reviewer
from sla_drafter.language.patterns import compiled
from sla_drafter.values import define
from sla_drafter.writers.docx.foreign_xml import made, number, parsed, said, serialized
from sla_drafter.writers.docx.markup import RELATED
from sla_drafter.writers.docx.package import CONTENT_TYPES

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NO_SIGN = compiled(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""What XML cannot say, as a control sign that somebody typed."""
_EMPTY = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()


@define(eq=False)
class Comments:
    """The part that holds the comments, with those that were there before."""

    parts: dict[str, bytes]
    document: str
    name: str = field(init=False)
    root: etree._Element = field(init=False)
    numbers: count[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.name = self._there() or posixpath.join(posixpath.dirname(self.document), "comments.xml")
        known = self.parts.get(self.name)
        self.root = parsed(known) if known else made("comments")
        self.numbers = count(1 + max(map(number, self.root), default=-1))

    def add(self, remark: Remark, reviewer: Reviewer) -> str:
        """The id of a new comment with these words."""
        identity = str(next(self.numbers))
        comment = made("comment", id=identity, **reviewer.dated, initials=reviewer.initials)
        for at, words in enumerate(remark.paragraphs):
            comment.append(_paragraph(words, bold=not at, begins=not at))
        self.root.append(comment)
        return identity

    def save(self) -> None:
        """Put the part into the file, and announce it where it is new."""
        if not len(self.root):
            return
        if self.name not in self.parts:
            self._announce()
        self.parts[self.name] = serialized(self.root)

    @property
    def _arrows(self) -> str:
        folder, name = posixpath.split(self.document)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def _there(self) -> str:
        known = self.parts.get(self._arrows)
        for arrow in parsed(known) if known else ():
            if str(arrow.get("Type", "")).endswith("/comments"):
                target = str(arrow.get("Target", ""))
                folder = "" if target.startswith("/") else posixpath.dirname(self.document)
                return posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
        return ""

    def _announce(self) -> None:
        known = self.parts.get(self._arrows)
        root = parsed(known) if known else parsed(_EMPTY)
        if not self._there():
            taken = {arrow.get("Id") for arrow in root}
            identity = next(name for at in count(1) if (name := f"slaComments{at}") not in taken)
            target = posixpath.basename(self.name)
            arrow = {"Id": identity, "Type": f"{RELATED}/comments", "Target": target}
            etree.SubElement(root, f"{{{_PACKAGE}/relationships}}Relationship", arrow)
            self.parts[self._arrows] = serialized(root)
        types = parsed(self.parts["[Content_Types].xml"])
        named = {"PartName": f"/{self.name}", "ContentType": CONTENT_TYPES["comments"]}
        if not any(one.get("PartName") == named["PartName"] for one in types):
            etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", named)
            self.parts["[Content_Types].xml"] = serialized(types)


def _paragraph(words: str, *, bold: bool, begins: bool) -> etree._Element:
    paragraph = made("p")
    if begins:
        mark = made("r")
        mark.append(made("annotationRef"))
        paragraph.append(mark)
    run = made("r")
    if bold:
        properties = made("rPr")
        properties.append(made("b"))
        run.append(properties)
    run.append(said(_NO_SIGN.sub("\N{REPLACEMENT CHARACTER}", words)))
    paragraph.append(run)
    return paragraph
