"""What a Word file shows or hides beside its words: the foot of its pages, tracked changes, hidden runs, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from lxml import etree

from sla_drafter.document.beside import Beside, Margin, Mark, MarkKind
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.docx import begun_by, long_ids
from sla_drafter.readers.docx.links import inner_links, links, misleads
from sla_drafter.readers.docx.package import Package, W, open_package
from sla_drafter.readers.docx.veils import Veils, kinds
from sla_drafter.values import define

_CHANGED = {
    f"{W}ins": MarkKind.INSERTED,
    f"{W}moveTo": MarkKind.INSERTED,
    f"{W}del": MarkKind.DELETED,
    f"{W}moveFrom": MarkKind.DELETED,
}
_SPOKEN = (f"{W}t", f"{W}delText")
_SORTS = {"hdr": "a header", "ftr": "a footer", "footnotes": "the footnotes", "endnotes": "the endnotes"}
_DECIDES = compiled(r"word/(?:styles|stylesWithEffects|settings|numbering|fontTable|theme/\w+)\.xml")
_SHORT = 80  # letters of a place to which a link leads
_LAID = (f"{W}drawing", f"{W}pict", f"{W}object")


def read_beside(data: bytes) -> Beside:
    """The foot of the pages, and every change, remark and hidden word of the main text. Raises `Unreadable`."""
    package = open_package(data)
    walk = _Walk(package, Veils.of(package))
    return Beside(
        " ".join(_feet(package)),
        tuple(walk.marks()),
        _looks(package),
        (*_margins(package), *_leading(package)),
        tuple(walk.veiled()),
    )


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


def _leading(package: Package) -> Iterator[Margin]:
    """Where the links of a file lead."""
    for part, words, target in links(package):
        yield Margin("link", f"a link ({part})", f"{words} leads to ({target})".strip())
    for words, target in inner_links(package.parsed(package.document)):
        yield Margin(f"link of {words}", f'the link "{words[:_SHORT]}"', f'leads to "{target[:_SHORT]}"')


def _words(element: etree._Element) -> str:
    return "".join(str(text.text or "") for text in element.iter(*_SPOKEN))


def _looking(found: Iterable[MarkKind], run: etree._Element, clause: str) -> Iterator[Mark]:
    """The words of a run that look so."""
    for kind in dict.fromkeys(found):
        if (words := _words(run)).strip():
            yield Mark(kind, words, clause)


@define
class _Walk:
    """One pass over the main text: the clause at hand, and what is found in it."""

    package: Package
    veils: Veils

    def marks(self) -> Iterator[Mark]:
        """The changes, remarks and hidden words, each with its clause."""
        for element, clause in self._elements():
            if element.tag in _CHANGED:
                yield Mark(_CHANGED[element.tag], self._changed(element), clause, str(element.get(f"{W}author", "")))
            elif element.tag == f"{W}commentReference":
                yield self._remark(str(element.get(f"{W}id")), clause)
            elif element.tag == f"{W}r":
                yield from _looking(kinds(element.find(f"{W}rPr"), self.veils.theme), element, clause)
        yield from self._unreferenced()
        for _, words, target in links(self.package):
            if misleads(words, target):
                yield Mark(MarkKind.MISLEADING, f"{words} leads to {target}")

    def veiled(self) -> Iterator[Mark]:
        """The words that the looks of the file keep from being seen, or strike through."""
        for element, clause in self._elements():
            if element.tag == f"{W}r":
                yield from _looking(self.veils.kinds(element), element, clause)

    def _elements(self) -> Iterator[tuple[etree._Element, str]]:
        """Every element of the main text with the id of its clause."""
        names = long_ids(self.package)
        clause = ""
        for element in self.package.parsed(self.package.document).iter():
            if element.tag == f"{W}bookmarkStart":
                begun = begun_by(str(element.get(f"{W}name")), names)
                clause = clause if begun is None else begun
            yield element, clause

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

    def _comments(self) -> Iterator[etree._Element]:
        part = self.package.related(self.package.document, "comments")
        yield from () if part is None else self.package.parsed(part).iter(f"{W}comment")

    def _remark(self, identity: str, clause: str) -> Mark:
        for comment in self._comments():
            if comment.get(f"{W}id") == identity:
                return Mark(MarkKind.REMARK, _words(comment), clause, str(comment.get(f"{W}author", "")))
        return Mark(MarkKind.REMARK, "", clause)

    def _unreferenced(self) -> Iterator[Mark]:
        """The remarks to which nothing in the text points: some programs show them all the same."""
        text = self.package.parsed(self.package.document)
        told = {one.get(f"{W}id") for one in text.iter(f"{W}commentReference")}
        for comment in self._comments():
            if comment.get(f"{W}id") not in told and _words(comment).strip():
                yield Mark(MarkKind.REMARK, _words(comment), "", str(comment.get(f"{W}author", "")))
