# ruff: noqa: E501 - markup is easier to read on one line
"""The styles of the plain house's Word template, with the values of its style.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.document.house import CoverLook, House, SectionLook
from tests.writers.docx.template_looks import (
    Style,
    border,
    cover_styles,
    half_points,
    indent,
    letters,
    on_table_head,
    schedule_frame,
    section_frame,
    section_letters,
    space,
    tab,
    table_look,
    twips,
)

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT_AT, STEP = 624, 482  # twips: where the text of a clause starts, and how much further each level of items starts


def paragraph_styles(house: House) -> Iterator[Style]:
    """The paragraph styles of the house."""
    yield from opening_styles(house)
    yield from contents_styles(house)
    yield from clause_styles(house)
    yield from item_styles()
    yield from schedule_styles(house)
    yield from cell_styles(house)
    yield from edge_styles(house)


def small_letters(house: House) -> str:
    """The letters of tables, notes and feet."""
    size = half_points(house.sizes.small)
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def opening_styles(house: House) -> Iterator[Style]:
    """Plain text, the cover, and the list of open points."""
    sizes = house.sizes
    colours = house.colours
    leading = twips(sizes.text * sizes.leading)
    yield Style(
        "Normal", "Normal", f'<w:widowControl/><w:spacing w:after="60" w:line="{leading}" w:lineRule="atLeast"/>',
        f'<w:color w:val="{colours.text}"/>',
    )  # fmt: skip
    yield from cover_styles(house)
    box = "".join(border(side, colours.banner, 6, 6) for side in ("top", "left", "bottom", "right"))
    yield Style(
        "OpenPointsTitle", "Open Points Title", f"<w:keepNext/><w:pBdr>{box}</w:pBdr>{space(160, 0)}{indent(170, 0, 170)}",
        f'<w:b/><w:bCs/><w:color w:val="{colours.banner}"/>', following="OpenPoint",
    )  # fmt: skip
    yield Style(
        "OpenPoint", "Open Point", f"<w:keepLines/><w:pBdr>{box}</w:pBdr>{space(0, 200)}{indent(340, 0, 170)}<w:contextualSpacing/>",
    )  # fmt: skip


def contents_styles(house: House) -> Iterator[Style]:
    """The contents, and the end of the cover."""
    yield Style(
        "TOCHeading", "TOC Heading", f"<w:keepNext/>{space(320, 80)}", section_letters(house), following="Normal"
    )
    yield Style("TOC1", "toc 1", f"<w:tabs>{tab(1474)}</w:tabs>{space(0, 20)}{indent(1474, 1474)}")
    yield Style("CoverEnd", "Cover End", space(0, 0), '<w:sz w:val="2"/><w:szCs w:val="2"/>')


def clause_styles(house: House) -> Iterator[Style]:
    """Headings, clauses, and what leads into a list."""
    sizes = house.sizes
    colours = house.colours
    yield Style("Heading1", "heading 1", f"<w:keepNext/><w:keepLines/>{section_frame(house)}", section_letters(house), following="Clause", list_at=(1, 0), outline=0)  # fmt: skip
    yield Style("Heading2", "heading 2", f"<w:keepNext/><w:keepLines/>{space(140, 60)}", letters(colours.heading, sizes.part), following="Normal", outline=1)  # fmt: skip
    yield Style("Clause", "Clause", following="ClauseText", list_at=(1, 1))
    yield Style("ClauseText", "Clause Text", indent(TEXT_AT))
    for kept in ("Clause", "Clause Text"):
        identity = kept.replace(" ", "")
        yield Style(f"{identity}Lead", f"{kept} Lead", "<w:keepNext/>", based_on=identity, following="ClauseText")
    yield Style("TextLead", "Text Lead", "<w:keepNext/>")


def item_styles() -> Iterator[Style]:
    """The items of lists, in the body and in schedules."""
    for level in (1, 2, 3):
        for prefix in ("", "Schedule"):
            item = f"{prefix}ItemText{level}"
            name = f"{prefix} Item Text {level} Lead".strip()
            yield Style(f"{item}Lead", name, "<w:keepNext/>", based_on=item)
        yield Style(f"Item{level}", f"Item {level}", space(0, 40), list_at=(1, 1 + level))
        yield Style(f"ItemText{level}", f"Item Text {level}", f"{space(0, 40)}{indent(TEXT_AT + level * STEP)}")
        yield Style(f"Bullet{level}", f"Bullet {level}", space(0, 40), list_at=(3, level - 1))
        yield Style(f"ScheduleItem{level}", f"Schedule Item {level}", space(0, 40), list_at=(4, level - 1))
        yield Style(f"ScheduleItemText{level}", f"Schedule Item Text {level}", f"{space(0, 40)}{indent(level * STEP)}")
        yield Style(f"ScheduleBullet{level}", f"Schedule Bullet {level}", space(0, 40), list_at=(3, 2 + level))


def schedule_styles(house: House) -> Iterator[Style]:
    """Schedules and their parts."""
    yield Style("Schedule", "Schedule", schedule_frame(house), based_on="Heading1", following="Normal", list_at=(2, 0), outline=0)  # fmt: skip
    yield Style(
        "ScheduleFirst",
        "Schedule First",
        f"<w:pageBreakBefore/>{space(0, 100)}",
        based_on="Schedule",
        following="Normal",
    )
    yield Style("Part", "Part", based_on="Heading2", following="Normal", list_at=(2, 1), outline=1)


def cell_styles(house: House) -> Iterator[Style]:
    """The cells of tables, captions and figures."""
    colours = house.colours
    small = small_letters(house)
    yield Style("TableText", "Table Text", space(24, 24), small)
    yield Style("TableTextKept", "Table Text Kept", "<w:keepNext/>", based_on="TableText")
    yield Style(
        "TableHead",
        "Table Head",
        "<w:keepNext/>",
        f'<w:b/><w:bCs/><w:color w:val="{on_table_head(house)}"/>',
        based_on="TableText",
    )
    yield Style("TableEnd", "Table End", '<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', '<w:sz w:val="2"/><w:szCs w:val="2"/>')  # fmt: skip
    yield Style(
        "Caption",
        "caption",
        f"<w:keepNext/>{space(80, 60)}",
        f'<w:b/><w:bCs/><w:color w:val="{colours.heading}"/>{small}',
    )
    yield Style("ClauseCaption", "Clause Caption", indent(TEXT_AT), based_on="Caption")
    yield Style("Figure", "Figure", '<w:spacing w:before="60" w:after="100" w:line="240" w:lineRule="auto"/>')


def edge_styles(house: House) -> Iterator[Style]:
    """Signatures, heads and feet of pages, notes and comments."""
    colours = house.colours
    small = small_letters(house)
    paper = house.paper
    width = twips(paper.width - paper.left - paper.right)
    yield Style(
        "SignatureHeading", "Signature Heading", f"<w:keepNext/><w:keepLines/>{space(200, 120)}", "<w:b/><w:bCs/>"
    )
    lines = border("bottom", colours.rule, 4, 1) + border("between", colours.rule, 4, 1)
    yield Style("SignatureLine", "Signature Line", f"<w:keepNext/><w:keepLines/><w:pBdr>{lines}</w:pBdr><w:tabs>{tab(1191)}</w:tabs>{space(160, 0)}{indent(1191, 1191)}", small)  # fmt: skip
    yield Style(
        "Header", "header", f'{space(0, 120)}<w:jc w:val="right"/>', f'<w:color w:val="{colours.heading}"/>{small}'
    )
    yield Style(
        "Banner",
        "Banner",
        f'{space(0, 60)}<w:jc w:val="center"/>',
        f'<w:b/><w:bCs/><w:color w:val="{colours.banner}"/>',
    )
    yield Style("Footer", "footer", f"<w:pBdr>{border('top', colours.rule)}</w:pBdr><w:tabs>{tab(width, 'right')}</w:tabs>{space(0, 0)}", small)  # fmt: skip
    yield Style("FootnoteText", "footnote text", space(0, 20), small)
    yield Style("CommentText", "annotation text", "", small)


def character_styles(house: House) -> Iterator[tuple[str, str, str]]:
    """Id, name and properties of the character styles."""
    colours = house.colours
    title = colours.text if house.design.sections is SectionLook.CAPITALS else colours.heading
    yield "ClauseTitle", "Clause Title", f'<w:b/><w:bCs/><w:color w:val="{title}"/>'
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
    """The table style of the agreement, a bare one for signatures and, where there is a panel, one for the cover."""
    margins = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{0}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="{1}" w:type="dxa"/></w:tblCellMar>'
    panel = (
        f'<w:style w:type="table"{_CUSTOM} w:styleId="CoverPanel"><w:name w:val="Cover Panel"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{margins.format(0, 0)}</w:tblPr></w:style>'
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{margins.format(85, 85)}</w:tblPr></w:style>'
        f'<w:style w:type="table"{_CUSTOM} w:styleId="AgreementTable"><w:name w:val="Agreement Table"/>'
        f'<w:basedOn w:val="TableNormal"/>{table_look(house)}</w:style>'
        f'<w:style w:type="table"{_CUSTOM} w:styleId="SignatureTable"><w:name w:val="Signature Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{margins.format(0, 340)}</w:tblPr></w:style>'
        + (panel if house.design.cover is CoverLook.PANEL else "")
    )
