"""What the looks of a house mean in Word: styles of the cover, frames of headings, table styles; units and borders."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from sla_drafter.document.house import CoverLook, House, SectionLook, TableLook


def twips(points: Decimal | int) -> int:
    """Points as twentieths of a point, Word's unit of length."""
    return int((Decimal(points) * 20).to_integral_value())


def half_points(points: Decimal) -> int:
    """Points as half points, Word's unit for sizes of type."""
    return int((points * 2).to_integral_value())


@frozen
class Style:
    """One paragraph style: id, name, what it is based on, paragraph and run properties."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    following: str = ""
    list_at: tuple[int, int] | None = None
    outline: int | None = None

    def xml(self) -> str:
        """The style as it stands in styles.xml; the order of properties is the one the schema asks for."""
        numbered = (
            self.list_at
            and f'<w:numPr><w:ilvl w:val="{self.list_at[1]}"/><w:numId w:val="{self.list_at[0]}"/></w:numPr>'
        )
        keep, rest = split_keep(self.paragraph)
        level = f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline is not None else ""
        inside = keep + (numbered or "") + rest + level
        custom = "" if self.name in BUILT_IN else ' w:customStyle="1"'
        default = ' w:default="1"' if self.id == "Normal" else ""
        return (
            f'<w:style w:type="paragraph"{default}{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            + (f'<w:basedOn w:val="{self.based_on}"/>' if self.id != "Normal" else "")
            + (f'<w:next w:val="{self.following}"/>' if self.following else "")
            + ("<w:qFormat/>" if custom or self.id in SHOWN else "")
            + (f"<w:pPr>{inside}</w:pPr>" if inside else "")
            + (f"<w:rPr>{self.run}</w:rPr>" if self.run else "")
            + "</w:style>"
        )


BUILT_IN = {
    "Normal", "Title", "heading 1", "heading 2", "toc 1", "TOC Heading", "caption", "header", "footer", "footnote text",
    "annotation text",
}  # fmt: skip
SHOWN = {"Normal", "Title", "Heading1", "Heading2"}
_KEEP = ("<w:keepNext/>", "<w:keepLines/>", "<w:pageBreakBefore/>", "<w:widowControl/>")


def split_keep(paragraph: str) -> tuple[str, str]:
    """The properties that stand before the list properties in the schema, and those that stand after them."""
    keep = "".join(mark for mark in _KEEP if mark in paragraph)
    for mark in _KEEP:
        paragraph = paragraph.replace(mark, "")
    return keep, paragraph


def space(before: int = 0, after: int = 60) -> str:
    """Space before and after a paragraph in twips."""
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def indent(left: int, hanging: int = 0, right: int = 0) -> str:
    """Where the lines of a paragraph start and end, in twips."""
    end = f' w:right="{right}"' if right else ""
    first = f'w:hanging="{hanging}"' if hanging else 'w:firstLine="0"'
    return f'<w:ind w:left="{left}"{end} {first}/>'


def border(side: str, colour: str, size: int = 4, distance: int = 4) -> str:
    """One line along a side of a paragraph or table."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{distance}" w:color="{colour}"/>'


def tab(at: int, kind: str = "left") -> str:
    """One tab stop."""
    return f'<w:tab w:val="{kind}" w:pos="{at}"/>'


def letters(colour: str, size: Decimal, weight: str = "<w:b/><w:bCs/>") -> str:
    """Colour, size and weight of a heading."""
    half = half_points(size)
    return f'{weight}<w:color w:val="{colour}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def wide(space_between: int, rest: str, *, capitals: bool = True) -> str:
    """Letters further apart, in capitals; the order of properties is the one the schema asks for."""
    weight, mark, after = rest.partition("<w:color")
    caps = "<w:caps/>" if capitals else ""
    colour, end, sizes = (mark + after).partition("/>")
    return f'{weight}{caps}{colour}{end}<w:spacing w:val="{space_between}"/>{sizes}'


def section_letters(house: House) -> str:
    """The letters of the heading of a section."""
    plain = letters(house.colours.heading, house.sizes.section)
    return wide(20, plain) if house.design.sections is SectionLook.CAPITALS else plain


def section_frame(house: House) -> str:
    """What stands around the heading of a section: nothing, a rule below, or a bar of the accent before it."""
    match house.design.sections:
        case SectionLook.PLAIN:
            return space(200, 60)
        case SectionLook.CAPITALS:
            return f"<w:pBdr>{border('bottom', house.colours.rule, 4, 2)}</w:pBdr>{space(240, 80)}"
        case SectionLook.BAR:
            return f"<w:pBdr>{border('left', house.colours.accent, 36, 8)}</w:pBdr>{space(280, 100)}"


def schedule_frame(house: House) -> str:
    """The same for the heading of a schedule, whose number is longer."""
    tabs = f"<w:tabs>{tab(1474)}</w:tabs>"
    match house.design.sections:
        case SectionLook.PLAIN:
            return f"<w:pBdr>{border('bottom', house.colours.rule, 6, 3)}</w:pBdr>{tabs}{space(360, 100)}"
        case SectionLook.CAPITALS:
            return f"<w:pBdr>{border('bottom', house.colours.rule, 4, 2)}</w:pBdr>{tabs}{space(360, 100)}"
        case SectionLook.BAR:
            return f"<w:pBdr>{border('left', house.colours.accent, 36, 8)}</w:pBdr>{tabs}{space(400, 120)}"


def cover_styles(house: House) -> Iterator[Style]:
    """The styles of the title page and of the letterhead."""
    match house.design.cover:
        case CoverLook.RULED:
            yield from _ruled(house)
        case CoverLook.CENTRED:
            yield from _centred(house)
        case CoverLook.PANEL:
            yield from _panel(house)


_ITALIC = "<w:i/><w:iCs/>"


def _ruled(house: House) -> Iterator[Style]:
    sizes, colours = house.sizes, house.colours
    rule = f"<w:pBdr>{border('bottom', colours.heading, 12, 6)}</w:pBdr>"
    yield Style("Title", "Title", f"<w:keepNext/>{rule}{space(240, 240)}", letters(colours.heading, sizes.title))
    party = f"<w:keepNext/><w:keepLines/>{space(60, 0)}"
    yield Style("CoverParty", "Cover Party", party, letters(colours.text, sizes.section), following="CoverRole")
    role = f'{_ITALIC}<w:color w:val="{colours.heading}"/>'
    yield Style("CoverRole", "Cover Role", f"<w:keepLines/>{space(0, 120)}", role)
    line = f"<w:keepLines/><w:tabs>{tab(2268)}</w:tabs>{space(0, 20)}{indent(2268, 2268)}"
    yield Style("CoverLine", "Cover Line", line)


def _centred(house: House) -> Iterator[Style]:
    sizes, colours = house.sizes, house.colours
    middle = '<w:jc w:val="center"/>'
    rules = f"<w:pBdr>{border('top', colours.accent, 6, 14)}{border('bottom', colours.accent, 6, 14)}</w:pBdr>"
    title = f"<w:keepNext/>{rules}{space(900, 560)}{middle}"
    yield Style("Title", "Title", title, letters(colours.heading, sizes.title, ""))
    party = f"<w:keepNext/><w:keepLines/>{space(80, 0)}{middle}"
    name = wide(10, letters(colours.text, sizes.section + 2), capitals=False)
    yield Style("CoverParty", "Cover Party", party, name, following="CoverRole")
    role = f'{_ITALIC}<w:color w:val="{colours.heading}"/>'
    yield Style("CoverRole", "Cover Role", f"<w:keepLines/>{space(0, 160)}{middle}", role)
    yield Style("CoverLine", "Cover Line", f"<w:keepLines/>{space(0, 20)}{middle}")
    yield Style("LetterheadLogo", "Letterhead Logo", f"<w:keepNext/>{space(0, 80)}{middle}")
    firm = wide(50, letters(colours.heading, sizes.section + 4))
    yield Style("LetterheadName", "Letterhead Name", f"<w:keepNext/>{space(0, 20)}{middle}", firm)
    below = f"<w:pBdr>{border('bottom', colours.heading, 12, 8)}</w:pBdr>{space(0, 120)}{middle}"
    yield Style("LetterheadLine", "Letterhead Line", below, letters(colours.text, sizes.small, _ITALIC))


def _panel(house: House) -> Iterator[Style]:
    sizes, colours = house.sizes, house.colours
    yield Style(
        "Title", "Title", '<w:keepNext/><w:spacing w:before="0" w:after="320"/>', letters("FFFFFF", sizes.title)
    )
    party = f"<w:keepNext/><w:keepLines/>{space(80, 0)}"
    yield Style("CoverParty", "Cover Party", party, letters(colours.heading, sizes.part), following="CoverRole")
    yield Style("CoverRole", "Cover Role", f"<w:keepLines/>{space(0, 140)}", f'<w:color w:val="{colours.link}"/>')
    line = f"<w:keepLines/><w:tabs>{tab(2268)}</w:tabs>{space(0, 40)}{indent(2268, 2268)}"
    yield Style("CoverLine", "Cover Line", line)
    yield Style("CoverGap", "Cover Gap", '<w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="exact"/>')
    yield Style("LetterheadName", "Letterhead Name", f"<w:keepNext/>{space(0, 0)}", letters("FFFFFF", sizes.part))


def on_table_head(house: House) -> str:
    """The colour of the words of a table header."""
    return "FFFFFF" if house.design.tables is TableLook.BANDS else house.colours.heading


def table_look(house: House) -> str:
    """Lines, bands and header of the table style of the agreement."""
    colours = house.colours
    match house.design.tables:
        case TableLook.LINES:
            lines = "".join(
                border(side, colours.rule, size, 0) for side, size in (("top", 6), ("bottom", 6), ("insideH", 4))
            )
            head, band = _head(border("bottom", colours.heading, 8, 0), colours.shade), ""
        case TableLook.OPEN:
            lines = "".join(border(side, colours.heading, 10, 0) for side in ("top", "bottom"))
            head, band = _head(border("bottom", colours.heading, 4, 0), ""), ""
        case TableLook.BANDS:
            lines = border("bottom", colours.heading, 6, 0)
            head = _head(border("bottom", colours.accent, 12, 0), colours.heading)
            band = f'<w:tblStylePr w:type="band2Horz"><w:tblPr/><w:tcPr>{_shade(colours.shade)}</w:tcPr></w:tblStylePr>'
    size = '<w:tblStyleRowBandSize w:val="1"/>' if band else ""
    return f"<w:tblPr>{size}<w:tblBorders>{lines}</w:tblBorders></w:tblPr>{head}{band}"


def _head(line: str, shade: str) -> str:
    return (
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>{line}</w:tcBorders>'
        f'{_shade(shade) if shade else ""}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
