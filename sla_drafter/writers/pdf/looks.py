"""How words look on a page: the type of a run of words, and the styles that a house makes of its sizes and colours."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from sla_drafter.document.house import CoverLook, House, TableLook
from sla_drafter.document.kinds import Numbering
from sla_drafter.values import frozen
from sla_drafter.writers.pdf.faces import Faces, faces_of
from sla_drafter.writers.pdf.tags.elements import Element

BLANK_SHADE = "FFE08A"
REMARK_SHADE = "FFF3C4"
WHITE = "FFFFFF"
INSERTED = "0B6B3A"
DELETED = "A3281F"


@frozen(cache_hash=True)
class Look:
    """How one run of words looks, in points and hexadecimal colours.

    `shade` is the colour behind the words, `rule` is "under" or "through", `link` an address or "#" and a destination,
    `element` what the words are for those who hear the paper; without one they are not heard.
    `said` is what is heard of a line in their place, where they are drawn otherwise than they are written.
    """

    font: str
    size: float
    colour: str
    rise: float = 0
    shade: str = ""
    rule: str = ""
    link: str = ""
    element: Element | None = None
    said: str = ""

    def of(self, element: Element | None) -> Look:
        """The same look of words of another element."""
        return Look(self.font, self.size, self.colour, self.rise, self.shade, self.rule, self.link, element, self.said)

    def in_face(self, font: str) -> Look:
        """The same look in another face."""
        return Look(font, self.size, self.colour, self.rise, self.shade, self.rule, self.link, self.element, self.said)


Run = tuple[Look, str]
LINE_BREAK = "\u2028"


@frozen
class Styles:
    """The looks and lengths that a house gives to the parts of a paper."""

    faces: Faces
    text: Look
    small: Look
    cell: Look
    header: Look
    section: Look
    part: Look
    title: Look
    label: Look
    foot: Look
    banner: Look
    leading: float
    number_column: float
    item_column: float
    rule: str
    shade: str
    link: str
    numbering: Numbering
    house: House

    def line_height(self, look: Look) -> float:
        """The distance between two lines set in this look."""
        return look.size * self.leading

    def bolder(self, look: Look) -> Look:
        """The same look in bold."""
        return look.in_face(self.faces.bolder(look.font))

    def slanted(self, look: Look) -> Look:
        """The same look in italics."""
        return look.in_face(self.faces.slanted(look.font))


def raised(look: Look, element: Element | None) -> Look:
    """The look of the mark of a note: small, above the line."""
    return evolve(look, size=look.size * 0.68, rise=look.size * 0.34, shade="", rule="", link="", element=element)


@lru_cache(maxsize=8)
def styles_of(house: House) -> Styles:
    """The styles of a house, made once per process."""
    faces, sizes, colours = faces_of(house.typeface), house.sizes, house.colours
    text = Look(faces.regular, float(sizes.text), colours.text)
    small = evolve(text, size=float(sizes.small))
    bold = evolve(text, font=faces.bold)
    heading = evolve(bold, colour=colours.heading)
    return Styles(
        faces=faces,
        text=text,
        small=small,
        cell=small,
        header=evolve(small, font=faces.bold, colour=_on_header(house)),
        section=evolve(heading, size=float(sizes.section)),
        part=evolve(heading, size=float(sizes.part)),
        title=_title(evolve(heading, size=float(sizes.title)), faces, house.design.cover),
        label=evolve(small, colour=colours.heading),
        foot=evolve(small, size=float(sizes.small) * 0.92),
        banner=evolve(bold, size=float(sizes.small), colour=colours.banner),
        leading=float(sizes.leading),
        number_column=float(sizes.text) * 3.3,
        item_column=float(sizes.text) * 1.9,
        rule=colours.rule,
        shade=colours.shade,
        link=colours.link,
        numbering=house.numbering,
        house=house,
    )


def _on_header(house: House) -> str:
    """The colour of the words in the header of a table."""
    return WHITE if house.design.tables is TableLook.BANDS else house.colours.heading


def _title(look: Look, faces: Faces, cover: CoverLook) -> Look:
    """The title: bold over a rule, plain in the middle of a letterhead, white on a panel."""
    match cover:
        case CoverLook.RULED:
            return look
        case CoverLook.CENTRED:
            return evolve(look, font=faces.regular)
        case CoverLook.PANEL:
            return evolve(look, colour=WHITE)
