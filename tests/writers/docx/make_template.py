"""Makes the Word template of the plain house from its style.yaml: `python -m tests.writers.docx.make_template`.

The template is an ordinary Word file: open it in Word, change a style, save it. This script is there to make it anew.
Each part is written out in full, because the template that python-docx brings does not pass a validator.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from attrs import frozen

from sla_drafter.document.house import House
from sla_drafter.readers.house import load_house

TARGET = Path(__file__).parents[3] / "templates" / "house" / "plain" / "template.docx"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

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


def indent(left: int, hanging: int = 0) -> str:
    """Where the lines of a paragraph start, in twips."""
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>' if hanging else f'<w:ind w:left="{left}" w:firstLine="0"/>'


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
        "CoverParty", "Cover Party", f"<w:keepLines/>{space(0, 60)}", f'<w:sz w:val="{half_points(sizes.section)}"/>'
    )
    yield Style(
        "CoverLine", "Cover Line", f"<w:keepLines/><w:tabs>{tab(2268)}</w:tabs>{space(0, 20)}{indent(2268, 2268)}"
    )
    box = "".join(border(side, colours.banner, 6, 6) for side in ("top", "left", "bottom", "right"))
    yield Style(
        "OpenPointsTitle", "Open Points Title", f"<w:keepNext/><w:pBdr>{box}</w:pBdr>{space(160, 0)}{indent(170)}",
        f'<w:b/><w:bCs/><w:color w:val="{colours.banner}"/>', following="OpenPoint",
    )  # fmt: skip
    yield Style(
        "OpenPoint", "Open Point", f"<w:keepLines/><w:pBdr>{box}</w:pBdr>{space(0, 0)}{indent(510, 340)}<w:contextualSpacing/>",
        list_at=(3, 3),
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
        yield Style(f"ScheduleItem{level}", f"Schedule Item {level}", space(0, 40), list_at=(2, 1 + level))
        yield Style(f"ScheduleItemText{level}", f"Schedule Item Text {level}", f"{space(0, 40)}{indent(level * STEP)}")
        yield Style(f"ScheduleBullet{level}", f"Schedule Bullet {level}", space(0, 40), list_at=(3, 3 + level))
    yield Style("Schedule", "Schedule", f"<w:pBdr>{border('bottom', colours.rule, 6, 3)}</w:pBdr><w:tabs>{tab(1474)}</w:tabs>{space(360, 100)}", based_on="Heading1", following="Normal", list_at=(2, 0), outline=0)  # fmt: skip
    yield Style(
        "ScheduleFirst",
        "Schedule First",
        f"<w:pageBreakBefore/>{space(0, 100)}",
        based_on="Schedule",
        following="Normal",
    )
    yield Style("Part", "Part", based_on="Heading2", following="Normal", list_at=(2, 1), outline=1)
    yield Style("TableText", "Table Text", space(20, 20), small)
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
    yield Style("Figure", "Figure", f'<w:spacing w:before="60" w:after="100" w:line="240" w:lineRule="auto"/>')
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
    yield "CoverRole", "Cover Role", f'<w:i/><w:iCs/><w:color w:val="{colours.heading}"/>'
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
        f'<w:style w:type="character"{"" if name in BUILT_IN_CHARACTERS else _CUSTOM} w:styleId="{id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run}</w:rPr></w:style>'
        for id, name, run in character_styles(house)
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


def level(
    number: int, form: str, words: str, left: int, hanging: int, style: str = "", run: str = "", tab_at: int = 0
) -> str:
    """One level of a list."""
    stop = f"<w:tabs>{tab(tab_at)}</w:tabs>" if tab_at else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if style else "")
        + f'<w:suff w:val="tab"/><w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
        + f"<w:pPr>{stop}{indent(left, hanging)}</w:pPr>"
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:lvl>"
    )


def numbering(house: House) -> str:
    """numbering.xml: the list of sections, clauses and items; the list of schedules; bullets."""
    plain = '<w:b w:val="0"/><w:bCs w:val="0"/>'
    items = lambda prefix, start: "".join(  # noqa: E731 - the same three levels stand in two lists
        level(1 + n, form, f"(%{n + 2})", start + n * STEP, STEP, f"{prefix}{n}", plain)
        for n, form in ((1, "lowerLetter"), (2, "lowerRoman"), (3, "lowerRoman"))
    )
    clauses = (
        level(0, "decimal", "%1", TEXT_AT, TEXT_AT, "Heading1")
        + level(1, "decimal", "%1.%2", TEXT_AT, TEXT_AT, "Clause")
        + items("Item", TEXT_AT)
    )
    schedules = (
        level(0, "decimal", "{{ schedule_word }} %1", 1474, 1474, "Schedule", tab_at=1474)
        + level(1, "decimal", "{{ part_word }} %2", 1020, 1020, "Part", tab_at=1020)
        + items("ScheduleItem", 0)
    )
    bullets = "".join(
        level(n, "bullet", "•", TEXT_AT + (n + 1) * STEP, STEP, f"Bullet{n + 1}") for n in (0, 1, 2)
    ) + level(3, "bullet", "•", 510, 340, "OpenPoint", f'<w:color w:val="{house.colours.banner}"/>')
    bullets += "".join(level(n, "bullet", "•", (n - 3) * STEP, STEP, f"ScheduleBullet{n - 3}") for n in (4, 5, 6))
    lists = enumerate((clauses, schedules, bullets))
    return (
        f"{HEAD}<w:numbering {W}>"
        + "".join(
            f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            for n, levels in lists
        )
        + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1, 2))
        + "</w:numbering>"
    )


def run(words: str, style: str = "") -> str:
    """A run of words in a template part."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{words}</w:t></w:r>'


def styled(style: str, inside: str) -> str:
    """A paragraph of a template part."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def section_properties(house: House, following: str = "") -> str:
    """Page size, margins, header and footer of a section of the file."""
    paper = house.paper
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>{following}'
        f'<w:pgSz w:w="{twips(paper.width)}" w:h="{twips(paper.height)}"/><w:pgMar w:top="{twips(paper.top)}" '
        f'w:right="{twips(paper.right)}" w:bottom="{twips(paper.bottom)}" w:left="{twips(paper.left)}" w:header="510" '
        'w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def document(house: House) -> str:
    """document.xml: the title page with its tags, the paragraph of the contents list, the paragraph of the body."""
    tag = lambda words: styled("Normal", run(words))  # noqa: E731 - a paragraph that only holds a docxtpl tag
    cover = (
        tag("{%p if cover %}")
        + styled("Title", run("{{r cover.title }}"))
        + tag("{%p if open_points %}")
        + styled("OpenPointsTitle", run("{{ open_points_title }}"))
        + tag("{%p for point in open_points %}")
        + styled("OpenPoint", run("{{r point }}"))
        + tag("{%p endfor %}")
        + tag("{%p endif %}")
        + tag("{%p for party in cover.parties %}")
        + styled("CoverParty", run("{{r party.name }}") + run(" ", "CoverRole") + run("{{r party.role }}"))
        + tag("{%p endfor %}")
        + tag("{%p for line in cover.lines %}")
        + styled("CoverLine", run("{{ line.label }}", "CoverLabel") + "<w:r><w:tab/></w:r>" + run("{{r line.fact }}"))
        + tag("{%p endfor %}")
        + tag("{%p if contents_title %}")
        + styled("TOCHeading", run("{{ contents_title }}"))
        + styled("TOC1", run("[[contents]]"))
        + tag("{%p endif %}")
        + f'<w:p><w:pPr><w:pStyle w:val="CoverEnd"/>{section_properties(house)}</w:pPr></w:p>'
        + tag("{%p endif %}")
    )
    return (
        f"{HEAD}<w:document {W} {R}><w:body>{cover}{tag('[[body]]')}{section_properties(house)}</w:body></w:document>"
    )


def theme(house: House) -> str:
    """theme1.xml: the colours and letters that Word offers to somebody who edits the file."""
    colours, font = house.colours, house.typeface.word
    palette = {
        "dk1": colours.text, "lt1": "FFFFFF", "dk2": colours.heading, "lt2": colours.shade, "accent1": colours.heading,
        "accent2": colours.rule, "accent3": colours.banner, "accent4": colours.link, "accent5": colours.text,
        "accent6": colours.shade, "hlink": colours.link, "folHlink": colours.heading,
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in palette.items())
    letters = "".join(
        f'<a:{kind}Font><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    looks = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Plain"><a:themeElements>'
        f'<a:clrScheme name="Plain">{scheme}</a:clrScheme><a:fontScheme name="Plain">{letters}</a:fontScheme>'
        f'<a:fmtScheme name="Plain">{looks}</a:fmtScheme></a:themeElements></a:theme>'
    )


def page_field(name: str) -> str:
    """A field that counts pages."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def parts(house: House) -> Iterator[tuple[str, str]]:
    """Every part of the file by name."""
    font = house.typeface.word
    kinds = {
        "document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings",
        "fontTable": "fontTable", "header1": "header", "footer1": "footer", "footnotes": "footnotes",
    }  # fmt: skip
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    yield (
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{word}.{kind}+xml"/>' for part, kind in kinds.items()
        )
        + '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
    )
    yield (
        "_rels/.rels",
        relationships(
            (f"{OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
    )
    yield "word/document.xml", document(house)
    yield (
        "word/_rels/document.xml.rels",
        relationships(
            (f"{OFFICE}/header", "header1.xml"),
            (f"{OFFICE}/footer", "footer1.xml"),
            (f"{OFFICE}/theme", "theme/theme1.xml"),
            *(
                (f"{OFFICE}/{kind}", f"{kind}.xml")
                for kind in ("styles", "numbering", "settings", "fontTable", "footnotes")
            ),
        ),
    )
    yield "word/styles.xml", styles(house)
    yield "word/numbering.xml", numbering(house)
    yield "word/settings.xml", SETTINGS
    yield (
        "word/fontTable.xml",
        f'{HEAD}<w:fonts {W}><w:font w:name="{font}"><w:altName w:val="Caladea"/><w:panose1 w:val="02040503050406030204"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>',
    )
    yield "word/theme/theme1.xml", theme(house)
    yield "word/header1.xml", f"{HEAD}<w:hdr {W} {R}>{styled('Header', run('{{ banner }}'))}</w:hdr>"
    pages = (
        run("{{ before_page }}")
        + page_field("PAGE")
        + run("{{ before_pages }}")
        + page_field("NUMPAGES")
        + run("{{ after_pages }}")
    )
    foot = styled("Footer", run("{{r footer }}") + "<w:r><w:tab/></w:r>" + pages)
    yield "word/footer1.xml", f"{HEAD}<w:ftr {W} {R}>{foot}</w:ftr>"
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for n, (kind, mark) in enumerate(
            (("separator", "separator"), ("continuationSeparator", "continuationSeparator")), -1
        )
    )
    yield "word/footnotes.xml", f"{HEAD}<w:footnotes {W} {R}>{separators}</w:footnotes>"
    yield (
        "docProps/core.xml",
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Template of the plain house</dc:title></cp:coreProperties>",
    )
    yield (
        "docProps/app.xml",
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>sla_drafter</Application></Properties>',
    )


SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="482"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)


def relationships(*found: tuple[str, str]) -> str:
    """A part of relationships, numbered from rId1."""
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(found, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def make(house: House) -> bytes:
    """The bytes of the template."""
    import io

    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, words in parts(house):
            package.writestr(zipfile.ZipInfo(name), words.encode(), zipfile.ZIP_DEFLATED)
    return held.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make(load_house()))
