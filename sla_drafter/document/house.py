"""The look of paper as data: fonts, sizes, colours, margins and the parts of a Word template. The tree has no looks.

Lengths are in points (1/72 inch) as exact decimals; colours are six hexadecimal digits. A house is read by
`readers.house` from `templates/house/<name>/style.yaml` and the template beside it, or from a Word file of one's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from attrs import evolve, field

from sla_drafter.document.kinds import USUAL, Image, Numbering
from sla_drafter.document.nodes import Document
from sla_drafter.document.walk import words_of
from sla_drafter.findings import Finding
from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen


@frozen
class Typeface:
    """One family of letters: its name in Word, the style sheet list for HTML, and the font package for PDF.

    `package` names the installed font package; `faces` the file of each of regular, bold, italic and bold_italic.
    """

    word: str
    web: str
    package: str
    faces: Mapping[str, str] = field(hash=False)


@frozen
class Paper:
    """The sheet: width and height, and the margins top, right, bottom, left, in points."""

    width: Decimal
    height: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal
    left: Decimal


@frozen
class Sizes:
    """Sizes of type in points, and the distance between lines as a multiple of the size."""

    text: Decimal
    small: Decimal
    section: Decimal
    part: Decimal
    title: Decimal
    leading: Decimal


@frozen
class Colours:
    """Colours: of the text, of headings, of rules and table lines, of the background of table headers, of a banner.

    `accent` is the second colour of a house, for small signs that are no words.
    """

    text: str
    heading: str
    rule: str
    shade: str
    link: str
    banner: str
    accent: str


class CoverLook(StrEnum):
    """How the title page is set.

    RULED: the title over a rule, at the left. CENTRED: under the letterhead, in the middle, between rules.
    PANEL: in white on a panel of the colour of headings that fills the top of the sheet, with a strip of the accent.
    """

    RULED = "ruled"
    CENTRED = "centred"
    PANEL = "panel"


class SectionLook(StrEnum):
    """How the heading of a section is set: as it is, in capitals over a thin rule, or with a bar of the accent."""

    PLAIN = "plain"
    CAPITALS = "capitals"
    BAR = "bar"


class TableLook(StrEnum):
    """How tables are drawn.

    LINES: a shaded header and a line between rows. OPEN: rules above, below and under the header, nothing else.
    BANDS: a header in white on the colour of headings, and every second row shaded.
    """

    LINES = "lines"
    OPEN = "open"
    BANDS = "bands"


@frozen
class Design:
    """Which of the looks that every writer knows this house has."""

    cover: CoverLook = CoverLook.RULED
    sections: SectionLook = SectionLook.PLAIN
    tables: TableLook = TableLook.LINES


@frozen
class Letterhead:
    """What stands at the head of the title page: a logo with its height in points, a name, lines below it.

    Name and lines are patterns: `said_by` puts the facts of a paper in their places. `foot` is what a letterhead says
    at the foot of each page, below the line of the paper; it stands there word for word.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    logo: Image | None = field(default=None, repr=False)
    logo_height: Decimal = Decimal(0)
    logo_words: str = ""
    foot: tuple[str, ...] = ()


@frozen
class House:
    """One house style: its name, letters, sheet, sizes, colours and design, and the bytes of its Word template.

    `letterhead` heads the title page, `running_head` (a pattern) every page after it. `remarks` are findings that the
    reader of the house has for whoever uses it: what a template left to the plain house. `is_whole` says that the
    template is an agreement of its own that places clauses between its words, so that Word alone can print it;
    `renumbers`, that Word counts the clauses otherwise there than on a paper alone.
    `is_shipped` says that the name is enough to find it again: it comes with the package or with a pack.
    """

    name: str
    typeface: Typeface
    paper: Paper
    sizes: Sizes
    colours: Colours
    template: bytes = field(repr=False)
    design: Design = field(factory=Design)
    numbering: Numbering = USUAL
    letterhead: Letterhead | None = None
    running_head: str = ""
    is_whole: bool = False
    renumbers: bool = False
    is_shipped: bool = field(default=False, eq=False)
    remarks: tuple[Finding, ...] = field(default=(), eq=False, repr=False)


def closer(house: House, share: Decimal) -> House:
    """The house with smaller type, its margins above and below less; a title and headings shrink with the text."""
    sizes, paper = house.sizes, house.paper
    smaller = {name: getattr(sizes, name) * share for name in ("text", "small", "section", "part", "title")}
    less = {side: getattr(paper, side) * share for side in ("top", "bottom")}
    return evolve(house, sizes=evolve(sizes, **smaller), paper=evolve(paper, **less))


HEAD_FACTS = ("author", "title", "version", "subject")
"""What a letterhead or a running head can name in braces: `{author}` is who gives the paper out."""
_SLOT = compiled(rf"{{({'|'.join(HEAD_FACTS)})}}")


def said_by(pattern: str, document: Document) -> str:
    """The words of a letterhead or running head for one paper."""
    facts = {
        "author": document.author,
        "title": words_of(document.title),
        "version": document.version,
        "subject": document.subject,
    }
    return _SLOT.sub(lambda slot: facts[slot[1]], pattern)
