# ruff: noqa: E501 - markup is easier to read on one line
"""Makes the Word template of the plain house from its style.yaml: `python -m tests.writers.docx.make_template`.

The template is an ordinary Word file: open it in Word, change a style, save it. This script is there to make it anew.
Each part is written out in full, because the template that python-docx brings does not pass a validator.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from sla_drafter.document.house import House
from sla_drafter.readers.house import load_house
from tests.writers.docx.template_styles import HEAD, STEP, TEXT_AT, W, indent, styles, tab, twips

TARGET = Path(__file__).parents[3] / "templates" / "house" / "plain" / "template.docx"
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


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


def item_levels(prefix: str, start: int, first: int) -> str:
    """The levels (a), (i), (i): in the list of clauses below a clause, elsewhere in a list of their own."""
    plain = '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return "".join(
        level(first + n, form, f"(%{first + n + 1})", start + (n + 1) * STEP, STEP, f"{prefix}{n + 1}", plain)
        for n, form in enumerate(("lowerLetter", "lowerRoman", "lowerRoman"))
    )


def numbering() -> str:
    """numbering.xml: the list of sections, clauses and items; the list of schedules; bullets; other items."""
    clauses = (
        level(0, "decimal", "%1", TEXT_AT, TEXT_AT, "Heading1")
        + level(1, "decimal", "%1.%2", TEXT_AT, TEXT_AT, "Clause")
        + item_levels("Item", TEXT_AT, 2)
    )
    schedules = level(0, "decimal", "{{ schedule_word }} %1", 1474, 1474, "Schedule", tab_at=1474) + level(
        1, "decimal", "{{ part_word }} %2", 1020, 1020, "Part", tab_at=1020
    )
    bullets = "".join(
        level(at, "bullet", "•", start + n * STEP, STEP, f"{prefix}{n}")
        for prefix, start, first in (("Bullet", TEXT_AT, 0), ("ScheduleBullet", 0, 3))
        for n, at in enumerate(range(first, first + 3), 1)
    )
    lists = enumerate((clauses, schedules, bullets, item_levels("ScheduleItem", 0, 0)))
    return (
        f"{HEAD}<w:numbering {W}>"
        + "".join(
            f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            for n, levels in lists
        )
        + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(4))
        + "</w:numbering>"
    )


def run(words: str, style: str = "") -> str:
    """A run of words in a template part."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{words}</w:t></w:r>'


def styled(style: str, inside: str) -> str:
    """A paragraph of a template part."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def tag(words: str) -> str:
    """A paragraph that only holds a docxtpl tag or a mark of ours."""
    return styled("Normal", run(words))


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
    cover = (
        tag("{%p if cover %}")
        + styled("Title", run("{{r cover.title }}"))
        + tag("{%p for party in cover.parties %}")
        + styled("CoverParty", run("{{r party.name }}"))
        + styled("CoverRole", run("{{r party.role }}"))
        + tag("{%p endfor %}")
        + tag("{%p for line in cover.lines %}")
        + styled("CoverLine", run("{{ line.label }}", "CoverLabel") + "<w:r><w:tab/></w:r>" + run("{{r line.fact }}"))
        + tag("{%p endfor %}")
        + tag("{%p if open_points %}")
        + styled("OpenPointsTitle", run("{{ open_points_title }}"))
        + tag("{%p for point in open_points %}")
        + styled("OpenPoint", run("{{r point }}"))
        + tag("{%p endfor %}")
        + tag("{%p endif %}")
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
    yield "word/numbering.xml", numbering()
    yield "word/settings.xml", SETTINGS
    fonts = (
        f'{HEAD}<w:fonts {W}><w:font w:name="{font}"><w:altName w:val="Caladea"/><w:panose1 w:val="02040503050406030204"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
    yield "word/fontTable.xml", fonts
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
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Template of the plain house</dc:title></cp:coreProperties>"
    )
    yield "docProps/core.xml", core
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
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, words in parts(house):
            package.writestr(zipfile.ZipInfo(name), words.encode(), zipfile.ZIP_DEFLATED)
    return held.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make(load_house()))
