"""Reads a tagged PDF as somebody hears it: along its tree of elements, each with the words that stand in it.

What no reader wants to hear (the foot of the page, repeated table headers) is in no element. Left out here are also
the contents list, pictures, the marks of notes, and who changed something. A note is heard where its mark stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from attrs import field

from sla_drafter.document.printed import Passage
from sla_drafter.readers.pdf_letters import Fonts, Letters, text_bytes
from sla_drafter.values import define

_UNHEARD = frozenset({"/TOC", "/Figure", "/Reference", "/Remark"})
_HOLDERS = frozenset({"/Part", "/Sect"})
_NOTE, _LABEL, _ARTIFACT, _OUR_ROLE = "/Note", "/Lbl", "/Artifact", "/Remark"
_NOWHERE = -1
_FROM_THE_RIGHT = frozenset({"R", "AL"})
_NEW_LINE = frozenset({"Td", "TD", "Tm", "T*", "'", '"'})
_SHOWN = frozenset({"Tj", "TJ", "'", '"'})

Marked = dict[tuple[tuple[int, int], int], str]


def is_ours(file: Any) -> bool:
    """Whether the tags of a file are those that our own files have: with a role for who changed something."""
    tree = file.Root.get("/StructTreeRoot")
    return tree is not None and _OUR_ROLE in tree.get("/RoleMap", {})


def tagged_passages(file: Any) -> Iterator[Passage]:
    """The passages of a file in the order of its tree; sections have their ids, all else has none.

    Words on a page that belong to no element come last, so that nothing can be put there unnoticed.
    """
    hearing = _Hearing(_marked(file))
    top = file.Root.StructTreeRoot.get("/K")
    if top is not None:
        hearing.element(top, None, _Holder(""))
    rest = [*hearing.found, _Holder("", list(hearing.marked.values()))]
    for holder in rest:
        words = " ".join("".join(holder.words).split())
        if words:
            yield Passage(holder.name, words)


@define(eq=False)
class _Holder:
    """A section or part, and what was heard of it without a break."""

    name: str
    words: list[str] = field(factory=list)


@define
class _Hearing:
    """The words of marked content that no element had yet, and what was heard so far."""

    marked: Marked
    found: list[_Holder] = field(factory=list)
    speaks: _Holder | None = None

    def element(self, element: Any, parent: Any, holder: _Holder | None) -> None:
        """Hears an element and everything in it; what has no holder is passed over."""
        role = element.get("/S")
        if role in _UNHEARD or (role == _LABEL and parent is not None and parent.get("/S") == _NOTE):
            holder = None
        elif role in _HOLDERS and holder:
            holder = _Holder(bytes(element.get("/ID", b"")).partition(b"\0")[0].decode("utf-8", "replace"))
        for kid in _kids(element):
            self._kid(kid, element, holder)
        if role == _NOTE:
            self._say(holder, " ")

    def _kid(self, kid: Any, element: Any, holder: _Holder | None) -> None:
        if isinstance(kid, int):
            self._say(holder, self.marked.pop((element.Pg.objgen, kid), ""))
        elif kid.get("/Type") == "/MCR":
            page = kid.get("/Pg", element.get("/Pg"))
            self._say(holder, self.marked.pop((page.objgen, int(kid.MCID)), ""))
        elif "/S" in kid:
            self.element(kid, element, holder)

    def _say(self, holder: _Holder | None, words: str) -> None:
        """Words of a holder; after another one has spoken, they begin anew."""
        if holder is None:
            return
        if self.speaks is not holder:
            self.speaks = holder
            self.found.append(_Holder(holder.name))
        self.found[-1].words.append(words)


def _kids(element: Any) -> Iterator[Any]:
    import pikepdf

    kids = element.get("/K", ())
    if isinstance(kids, pikepdf.Array):
        yield from kids
    else:
        yield kids


def _marked(file: Any) -> Marked:
    """The words of every marked content of a file, by its page and its number there."""
    fonts, found = Fonts(), Marked()
    for page in file.pages:
        reading = _Page(fonts.of_page(page.obj))
        reading.read(page)
        found.update(((page.obj.objgen, number), "".join(words)) for number, words in reading.words.items())
    return found


@define
class _Open:
    """Marked content at hand: its number, whether nobody hears it, and the words that are said to stand for it."""

    number: int | None = None
    artifact: bool = False
    said: str | None = None
    shown: list[str] = field(factory=list)


@define
class _Page:
    """One page that is being read: its letters, the marked content at hand, and the words of each."""

    letters: dict[str, Letters]
    words: dict[int, list[str]] = field(factory=dict)
    open: list[_Open] = field(factory=list)
    font: Letters | None = None

    def read(self, page: Any) -> None:
        """Reads the content of the page; marked content ends with it."""
        import pikepdf

        for instruction in pikepdf.parse_content_stream(page):
            operands, name = instruction.operands, str(instruction.operator)
            if name == "Tf":
                self.font = self.letters.get(str(operands[0]))
            elif name in ("BDC", "BMC"):
                self._begin(str(operands[0]), operands[1] if name == "BDC" else {})
            elif name == "EMC":
                self._end()
            elif name in _NEW_LINE or name in _SHOWN:
                self._set(name, operands)
        while self.open:
            self._end()

    def _begin(self, tag: str, properties: Any) -> None:
        """Marked content begins: of an element, or inside of one, with words that stand for what is drawn."""
        outer = self.open[-1] if self.open else _Open()
        number = int(properties["/MCID"]) if "/MCID" in properties else outer.number
        said = properties.get("/ActualText")
        artifact = outer.artifact or tag == _ARTIFACT
        self.open.append(_Open(number, artifact, None if said is None else str(said)))

    def _end(self) -> None:
        """Words that are said to stand for what is drawn are believed where they have the same letters."""
        if not self.open:
            return
        ended = self.open.pop()
        if ended.said is not None:
            shown = "".join(ended.shown)
            self._say(ended.said if _letters(ended.said) == _letters(shown) else shown, ended)

    def _set(self, name: str, operands: Any) -> None:
        if name in _NEW_LINE:
            self._say(" ")
        if name in _SHOWN and self.font is not None:
            for data in text_bytes(operands):
                self._say(self.font.words(data))

    def _say(self, words: str, ended: _Open | None = None) -> None:
        """Words go to the innermost content that says what stands for it, else to the element of the content."""
        saying = next((one for one in reversed(self.open) if one.said is not None), None)
        if saying:
            saying.shown.append(words)
            return
        at = ended or (self.open[-1] if self.open else _Open())
        if not at.artifact:
            self.words.setdefault(_NOWHERE if at.number is None else at.number, []).append(words)


def _letters(words: str) -> list[str]:
    """The letters of words in any order, whatever form they are drawn in.

    What cannot be seen does not count, nor do brackets and the like among words from right to left: they are turned.
    """
    plain = unicodedata.normalize("NFKD", words)
    seen = [letter for letter in plain if not letter.isspace() and unicodedata.category(letter) != "Cf"]
    turned = any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in seen)
    return sorted(letter for letter in seen if not (turned and unicodedata.mirrored(letter)))
