# ruff: noqa: E501 - markup is easier to read on one line
"""The styles of the plain house's Word template, with the values of its style.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from sla_drafter.document.house import House

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT_AT, STEP = 624, 482  # twips: where the text of a clause starts, and how much further each level of items starts


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


def paragraph_styles(house: House) -> Iterator[Style]:
    """The paragraph styles of the house."""
    sizes, colours, paper = house.sizes, house.colours, house.paper
    width = twips(paper.width - paper.left - paper.right)
    leading = twips(sizes.text * sizes.leading)
    small = f'<w:sz w:val="{half_points(sizes.small)}"/><w:szCs w:val="{half_points(sizes.small)}"/>'

    def heading(size: Decimal) -> str:
        half = half_points(size)
        return f'<w:b/><w:bCs/><w:color w:val="{colours.heading}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'

    yield Style(
        "Normal", "Normal", f'<w:widowControl/><w:spacing w:after="60" w:line="{leading}" w:lineRule="atLeast"/>',
        f'<w:color w:val="{colours.text}"/>',
    )  # fmt: skip
    rule = f"<w:pBdr>{border('bottom', colours.heading, 12, 6)}</w:pBdr>"
    yield Style("Title", "Title", f"<w:keepNext/>{rule}{space(240, 240)}", heading(sizes.title))
    yield Style(
        "CoverParty", "Cover Party", f"<w:keepNext/><w:keepLines/>{space(60, 0)}",
        f'<w:b/><w:bCs/><w:sz w:val="{half_points(sizes.section)}"/><w:szCs w:val="{half_points(sizes.section)}"/>',
        following="CoverRole",
    )  # fmt: skip
    yield Style(
        "CoverRole",
        "Cover Role",
        f"<w:keepLines/>{space(0, 120)}",
        f'<w:i/><w:iCs/><w:color w:val="{colours.heading}"/>',
    )
    yield Style(
        "CoverLine", "Cover Line", f"<w:keepLines/><w:tabs>{tab(2268)}</w:tabs>{space(0, 20)}{indent(2268, 2268)}"
    )
    box = "".join(border(side, colours.banner, 6, 6) for side in ("top", "left", "bottom", "right"))
    yield Style(
        "OpenPointsTitle", "Open Points Title", f"<w:keepNext/><w:pBdr>{box}</w:pBdr>{space(160, 0)}{indent(170, 0, 170)}",
        f'<w:b/><w:bCs/><w:color w:val="{colours.banner}"/>', following="OpenPoint",
    )  # fmt: skip
    yield Style(
        "OpenPoint", "Open Point", f"<w:keepLines/><w:pBdr>{box}</w:pBdr>{space(0, 200)}{indent(340, 0, 170)}<w:contextualSpacing/>",
    )  # fmt: skip
    yield Style(
        "TOCHeading", "TOC Heading", f"<w:keepNext/>{space(320, 80)}", heading(sizes.section), following="Normal"
    )
    yield Style("TOC1", "toc 1", f"<w:tabs>{tab(1474)}</w:tabs>{space(0, 20)}{indent(1474, 1474)}")
    yield Style("CoverEnd", "Cover End", space(0, 0), '<w:sz w:val="2"/><w:szCs w:val="2"/>')
    yield Style("Heading1", "heading 1", f"<w:keepNext/><w:keepLines/>{space(200, 60)}", heading(sizes.section), following="Clause", list_at=(1, 0), outline=0)  # fmt: skip
    yield Style("Heading2", "heading 2", f"<w:keepNext/><w:keepLines/>{space(140, 60)}", heading(sizes.part), following="Normal", outline=1)  # fmt: skip
    yield Style("Clause", "Clause", following="ClauseText", list_at=(1, 1))
    yield Style("ClauseText", "Clause Text", indent(TEXT_AT))
    for level in (1, 2, 3):
        yield Style(f"Item{level}", f"Item {level}", space(0, 40), list_at=(1, 1 + level))
        yield Style(f"ItemText{level}", f"Item Text {level}", f"{space(0, 40)}{indent(TEXT_AT + level * STEP)}")
        yield Style(f"Bullet{level}", f"Bullet {level}", space(0, 40), list_at=(3, level - 1))
        yield Style(f"ScheduleItem{level}", f"Schedule Item {level}", space(0, 40), list_at=(4, level - 1))
        yield Style(f"ScheduleItemText{level}", f"Schedule Item Text {level}", f"{space(0, 40)}{indent(level * STEP)}")
        yield Style(f"ScheduleBullet{level}", f"Schedule Bullet {level}", space(0, 40), list_at=(3, 2 + level))
    yield Style("Schedule", "Schedule", f"<w:pBdr>{border('bottom', colours.rule, 6, 3)}</w:pBdr><w:tabs>{tab(1474)}</w:tabs>{space(360, 100)}", based_on="Heading1", following="Normal", list_at=(2, 0), outline=0)  # fmt: skip
    yield Style(
        "ScheduleFirst",
        "Schedule First",
        f"<w:pageBreakBefore/>{space(0, 100)}",
        based_on="Schedule",
        following="Normal",
    )
    yield Style("Part", "Part", based_on="Heading2", following="Normal", list_at=(2, 1), outline=1)
    yield Style("TableText", "Table Text", space(24, 24), small)
    yield Style(
        "TableHead",
        "Table Head",
        "<w:keepNext/>",
        f'<w:b/><w:bCs/><w:color w:val="{colours.heading}"/>',
        based_on="TableText",
    )
    yield Style("TableEnd", "Table End", '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', '<w:sz w:val="2"/><w:szCs w:val="2"/>')  # fmt: skip
    yield Style(
        "Caption",
        "caption",
        f"<w:keepNext/>{space(80, 60)}",
        f'<w:b/><w:bCs/><w:color w:val="{colours.heading}"/>{small}',
    )
    yield Style("ClauseCaption", "Clause Caption", indent(TEXT_AT), based_on="Caption")
    yield Style("Figure", "Figure", '<w:spacing w:before="60" w:after="100" w:line="240" w:lineRule="auto"/>')
    yield Style(
        "SignatureHeading", "Signature Heading", f"<w:keepNext/><w:keepLines/>{space(200, 120)}", "<w:b/><w:bCs/>"
    )
    lines = border("bottom", colours.rule, 4, 1) + border("between", colours.rule, 4, 1)
    yield Style("SignatureLine", "Signature Line", f"<w:keepNext/><w:keepLines/><w:pBdr>{lines}</w:pBdr><w:tabs>{tab(1191)}</w:tabs>{space(160, 0)}{indent(1191, 1191)}", small)  # fmt: skip
    yield Style(
        "Header", "header", f'{space(0, 0)}<w:jc w:val="center"/>', f'<w:b/><w:bCs/><w:color w:val="{colours.banner}"/>'
    )
    yield Style("Footer", "footer", f"<w:pBdr>{border('top', colours.rule)}</w:pBdr><w:tabs>{tab(width, 'right')}</w:tabs>{space(0, 0)}", small)  # fmt: skip
    yield Style("FootnoteText", "footnote text", space(0, 20), small)
    yield Style("CommentText", "annotation text", "", small)


def character_styles(house: House) -> Iterator[tuple[str, str, str]]:
    """Id, name and properties of the character styles."""
    colours = house.colours
    yield "ClauseTitle", "Clause Title", f'<w:b/><w:bCs/><w:color w:val="{colours.heading}"/>'
    yield "Strong", "Strong", "<w:b/><w:bCs/>"
    yield "Emphasis", "Emphasis", "<w:i/><w:iCs/>"
    yield "DefinedTerm", "Defined Term", "<w:b/><w:bCs/>"
    yield "CoverLabel", "Cover Label", f'<w:color w:val="{colours.heading}"/>'
    yield (
        "Blank",
        "Blank",
        f'<w:b/><w:bCs/><w:color w:val="{colours.banner}"/><w:shd w:val="clear" w:color="auto" w:fill="FFF1A8"/>',
    )
    yield "Hyperlink", "Hyperlink", f'<w:color w:val="{colours.link}"/><w:u w:val="single"/>'
    yield "FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'
    yield "CommentReference", "annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>'


BUILT_IN_CHARACTERS = {"Strong", "Emphasis", "Hyperlink", "footnote reference", "annotation reference"}


def styles(house: House) -> str:
    """styles.xml."""
    size, font = half_points(house.sizes.text), house.typeface.word
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    characters = "".join(
        f'<w:style w:type="character"{"" if name in BUILT_IN_CHARACTERS else _CUSTOM} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run}</w:rPr></w:style>'
        for style_id, name, run in character_styles(house)
    )
    return (
        f"{HEAD}<w:styles {W}>{defaults}"
        + "".join(style.xml() for style in paragraph_styles(house))
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        + characters
        + '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        + table_styles(house)
        + "</w:styles>"
    )


_CUSTOM = ' w:customStyle="1"'


def table_styles(house: House) -> str:
    """The table style of the agreement and a bare one for signatures."""
    colours = house.colours
    lines = (
        border("top", colours.rule, 6, 0) + border("bottom", colours.rule, 6, 0) + border("insideH", colours.rule, 4, 0)
    )
    margins = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{0}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="{1}" w:type="dxa"/></w:tblCellMar>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{margins.format(85, 85)}</w:tblPr></w:style>'
        f'<w:style w:type="table"{_CUSTOM} w:styleId="AgreementTable"><w:name w:val="Agreement Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f"{border('bottom', colours.heading, 8, 0)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{colours.shade}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
        f'<w:style w:type="table"{_CUSTOM} w:styleId="SignatureTable"><w:name w:val="Signature Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{margins.format(0, 340)}</w:tblPr></w:style>'
    )
