"""Elements of the structure of a paper: what a piece of text is, and what it holds, in the order of reading.

An element joins its parent when its first words are set, so the order of setting is the order of reading, and an
element without words is not there. Words that are set on two pages stay one element. A note is an element that comes
right `after` the mark of the note, although its words are set further below.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, field

from sla_drafter.values import define, frozen

DOCUMENT, PART, SECT, DIVISION, PARAGRAPH, CAPTION = "Document", "Part", "Sect", "Div", "P", "Caption"
LIST, ITEM, LABEL, BODY = "L", "LI", "Lbl", "LBody"
TABLE, ROW, HEADER, CELL = "Table", "TR", "TH", "TD"
CONTENTS, LISTED = "TOC", "TOCI"
LINK, REFERENCE, NOTE, FIGURE, FORM = "Link", "Reference", "Note", "Figure", "Form"
REMARK = "Remark"
"""Who changed or remarked something: a note that is no word of the paper."""

STANDARD_ROLES: Mapping[str, str] = {REMARK: NOTE}
"""The roles that are ours alone, with the role of the standard that each of them is."""

_COUNTED = {"a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman", "1": "Decimal"}
_NUMBERING = "/O /List /ListNumbering"
BULLETED = f"{_NUMBERING} /Disc"
OVER_A_COLUMN = "/O /Table /Scope /Column"
_DEEPEST_HEADING = 6


def heading(level: int) -> str:
    """The role of a heading of this level, from 1."""
    return f"H{min(level, _DEEPEST_HEADING)}"


def numbered(example: str) -> str:
    """What is said of a list whose items are numbered as in an example such as "(a)"."""
    return f"{_NUMBERING} /{next(_COUNTED[sign] for sign in example if sign in _COUNTED)}"


@frozen
class Words:
    """Words on a page: which marked content of it they are."""

    page: int
    number: int


@frozen
class Held:
    """A link or a place to fill in: the reference of its annotation, and its page."""

    annotation: str
    page: int


@define(eq=False)
class Element:
    """One element of the structure.

    `said` is what is said of it in words (`Alt`, the words that stand for a picture; `ID`, its name), `attributes` what
    the standard wants to know of lists and tables, spelled as in the file.
    """

    role: str
    parent: Element | None = field(default=None, repr=False)
    said: Mapping[str, str] = field(factory=dict)
    attributes: str = ""
    after: Element | None = field(default=None, repr=False)
    kids: list[Element | Words | Held] = field(default=Factory(list), repr=False)
    joined: bool = False

    def child(self, role: str, **said: str) -> Element:
        """An element that will join this one."""
        return Element(role, self, said)

    def join(self) -> None:
        """Takes its place after what its parent holds already."""
        if self.joined or self.parent is None:
            return
        self.joined = True
        self.parent.join()
        self.parent.kids.append(self)
        if self.after:
            self.after.join()
