"""What a Word file shows or hides beside its words: the foot of its pages, tracked changes, hidden runs, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from attrs import define
from lxml import etree

from sla_drafter.document.beside import Beside, Margin, Mark, MarkKind
from sla_drafter.readers.docx import begun_by, long_ids
from sla_drafter.readers.docx.package import Package, W, open_package

_CHANGED = {
    f"{W}ins": MarkKind.INSERTED,
    f"{W}moveTo": MarkKind.INSERTED,
    f"{W}del": MarkKind.DELETED,
    f"{W}moveFrom": MarkKind.DELETED,
}
_SPOKEN = (f"{W}t", f"{W}delText")
_SORTS = {"hdr": "a header", "ftr": "a footer", "footnotes": "the footnotes", "endnotes": "the endnotes"}
_DECIDES = re.compile(r"word/(?:styles|stylesWithEffects|settings|numbering|fontTable|theme/\w+)\.xml")
_LIGHTEST = 0xE6  # every part of a colour from here on: no contrast to white paper
_SMALLEST = 5  # half points
_LAID = (f"{W}drawing", f"{W}pict", f"{W}object")


def read_beside(data: bytes) -> Beside:
    """The foot of the pages, and every change, remark and hidden word of the main text. Raises `Unreadable`."""
    package = open_package(data)
    walk = _Walk(package)
    return Beside(" ".join(_feet(package)), tuple(walk.marks()), _looks(package), tuple(_margins(package)))


def _feet(package: Package) -> Iterator[str]:
    for name in sorted(package.parts):
        if name.startswith("word/footer") and name.endswith(".xml"):
            yield _words(package.parsed(name))


def _looks(package: Package) -> str:
    """One print of the parts that decide how words are shown."""
    looks = sha256()
    for name in sorted(package.parts):
        if _DECIDES.fullmatch(name):
            written = bytes(etree.tostring(package.parsed(name), method="c14n"))
            looks.update(b"%s %d\n" % (name.encode(), len(written)) + written)
    return looks.hexdigest()


def _margins(package: Package) -> Iterator[Margin]:
    """The words of every part beside the main text and its remarks, whether or not something points to the part."""
    for laid in package.parsed(package.document).iter(*_LAID):
        yield Margin("drawing", "a drawing or text box", f"a drawing {_words(laid)}".strip())
    remarks = package.related(package.document, "comments")
    for name in sorted(package.parts):
        if name.startswith("word/") and name.endswith(".xml") and name not in (package.document, remarks):
            root = package.parsed(name)
            if words := " ".join(_words(root).split()):
                tag = etree.QName(root).localname
                yield Margin(tag, f"{_SORTS.get(tag, 'the part')} ({name})", words)


def _words(element: etree._Element) -> str:
    return "".join(str(text.text or "") for text in element.iter(*_SPOKEN))


@define
class _Walk:
    """One pass over the main text: the clause at hand, and what is found in it."""

    package: Package

    def marks(self) -> Iterator[Mark]:
        names = long_ids(self.package)
        clause = ""
        for element in self.package.parsed(self.package.document).iter():
            if element.tag == f"{W}bookmarkStart":
                begun = begun_by(str(element.get(f"{W}name")), names)
                clause = clause if begun is None else begun
            elif element.tag in _CHANGED:
                yield Mark(_CHANGED[element.tag], self._changed(element), clause, str(element.get(f"{W}author", "")))
            elif element.tag == f"{W}commentReference":
                yield self._remark(str(element.get(f"{W}id")), clause)
            elif element.tag == f"{W}r" and _is_hidden(element) and _words(element).strip():
                yield Mark(MarkKind.HIDDEN, _words(element), clause)

    def _changed(self, element: etree._Element) -> str:
        """The words of a change; the mark of a paragraph end or a row has those of the paragraph or row."""
        words = _words(element)
        holder = element
        while not words.strip() and (above := holder.getparent()) is not None:
            holder = above
            words = _words(holder) if holder.tag in (f"{W}p", f"{W}tr") else ""
            if holder.tag in (f"{W}p", f"{W}tr", f"{W}body"):
                break
        return words

    def _remark(self, identity: str, clause: str) -> Mark:
        part = self.package.related(self.package.document, "comments")
        for comment in () if part is None else self.package.parsed(part).iter(f"{W}comment"):
            if comment.get(f"{W}id") == identity:
                return Mark(MarkKind.REMARK, _words(comment), clause, str(comment.get(f"{W}author", "")))
        return Mark(MarkKind.REMARK, "", clause)


def _is_hidden(run: etree._Element) -> bool:
    """A run that is set not to be shown, or in the colour of the paper, or in letters too small to be read."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    vanish, colour, size = (properties.find(f"{W}{name}") for name in ("vanish", "color", "sz"))
    return (
        (vanish is not None and vanish.get(f"{W}val", "true") not in {"0", "false", "off"})
        or (colour is not None and _is_white(str(colour.get(f"{W}val"))))
        or (size is not None and _number(str(size.get(f"{W}val")), 10) < _SMALLEST)
    )


def _is_white(colour: str) -> bool:
    """Whether letters of this colour, as three hexadecimal numbers, cannot be told from white paper."""
    return len(colour) == 6 and all(_number(colour[at : at + 2], 16) >= _LIGHTEST for at in (0, 2, 4))


def _number(written: str, base: int) -> int:
    """A whole number as it is written in the file; what is no number hides nothing."""
    digits = re.fullmatch(r"[0-9A-Fa-f]+", written) if base == 16 else re.fullmatch(r"[0-9]+", written)
    return int(written, base) if digits else _SMALLEST
