# ruff: noqa: E501 - markup is easier to read on one line
"""Makes the Word templates that ship from their style.yaml: `python -m tests.writers.docx.make_template [NAME…]`.

A template is an ordinary Word file: open it in Word, change a style, save it. This script is there to make it anew.
Each part is written out in full, because the template that python-docx brings does not pass a validator.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator, Mapping

from sla_drafter.document.house import CoverLook, House
from sla_drafter.readers.house import house_names, load_house
from tests.writers.docx.template_fronts import PICTURE, R, document, foot, heads
from tests.writers.docx.template_looks import indent, tab
from tests.writers.docx.template_pictures import HOUSES, panel_head
from tests.writers.docx.template_styles import HEAD, STEP, TEXT_AT, W, styles

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


FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}


def item_levels(house: House, prefix: str, start: int, first: int) -> str:
    """The levels (a), (i), (i): in the list of clauses below a clause, elsewhere in a list of their own."""
    plain = '<w:b w:val="0"/><w:bCs w:val="0"/>'
    signs = [next(sign for sign in example if sign in FORMS) for example in house.numbering.items]
    return "".join(
        level(
            first + n,
            FORMS[sign],
            example.replace(sign, f"%{first + n + 1}"),
            start + (n + 1) * STEP,
            STEP,
            f"{prefix}{n + 1}",
            plain,
        )
        for n, (example, sign) in enumerate(zip(house.numbering.items, signs, strict=True))
    )


def numbering(house: House) -> str:
    """numbering.xml: the list of sections, clauses and items; the list of schedules; bullets; other items."""
    clauses = (
        level(0, "decimal", house.numbering.section.replace("1", "%1"), TEXT_AT, TEXT_AT, "Heading1")
        + level(1, "decimal", "%1.%2", TEXT_AT, TEXT_AT, "Clause")
        + item_levels(house, "Item", TEXT_AT, 2)
    )
    schedules = level(0, "decimal", "{{ schedule_word }}\u00a0%1", 1474, 1474, "Schedule", tab_at=1474) + level(
        1, "decimal", "{{ part_word }}\u00a0%2", 1020, 1020, "Part", tab_at=1020
    )
    bullets = "".join(
        level(at, "bullet", "•", start + n * STEP, STEP, f"{prefix}{n}")
        for prefix, start, first in (("Bullet", TEXT_AT, 0), ("ScheduleBullet", 0, 3))
        for n, at in enumerate(range(first, first + 3), 1)
    )
    lists = enumerate((clauses, schedules, bullets, item_levels(house, "ScheduleItem", 0, 0)))
    return (
        f"{HEAD}<w:numbering {W}>"
        + "".join(
            f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            for n, levels in lists
        )
        + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(4))
        + "</w:numbering>"
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
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{house.name}"><a:themeElements>'
        f'<a:clrScheme name="{house.name}">{scheme}</a:clrScheme><a:fontScheme name="{house.name}">{letters}</a:fontScheme>'
        f'<a:fmtScheme name="{house.name}">{looks}</a:fmtScheme></a:themeElements></a:theme>'
    )


def parts(house: House) -> Iterator[tuple[str, str | bytes]]:
    """Every part of the file by name."""
    kinds = {
        "document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings",
        "fontTable": "fontTable", "footer1": "footer", "footnotes": "footnotes",
        **{name.removesuffix(".xml"): "header" for _, name, _ in heads(house)},
    }  # fmt: skip
    yield "[Content_Types].xml", content_types(kinds)
    yield (
        "_rels/.rels",
        relationships(
            ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
    )
    yield "word/document.xml", document(house)
    plain = ("styles", "numbering", "settings", "fontTable", "footnotes")
    yield (
        "word/_rels/document.xml.rels",
        relationships(
            *((identity, f"{OFFICE}/header", name) for identity, name, _ in heads(house)),
            ("rIdFoot", f"{OFFICE}/footer", "footer1.xml"),
            ("rId1", f"{OFFICE}/theme", "theme/theme1.xml"),
            *((f"rId{number}", f"{OFFICE}/{kind}", f"{kind}.xml") for number, kind in enumerate(plain, 2)),
        ),
    )
    yield "word/styles.xml", styles(house)
    yield "word/numbering.xml", numbering(house)
    yield "word/settings.xml", SETTINGS
    yield "word/fontTable.xml", font_table(house)
    yield "word/theme/theme1.xml", theme(house)
    yield from head_parts(house)
    yield "word/footer1.xml", foot()
    yield "word/footnotes.xml", footnotes()
    yield from properties(house)


def head_parts(house: House) -> Iterator[tuple[str, str | bytes]]:
    """The heads of the pages, and the picture that they show."""
    picture = picture_of(house)
    for _, name, markup in heads(house):
        yield f"word/{name}", markup
        if picture and "r:embed" in markup:
            arrow = (PICTURE, f"{OFFICE}/image", "media/image1001.png")
            yield f"word/_rels/{name}.rels", relationships(arrow)
    if picture:
        yield "word/media/image1001.png", picture


def footnotes() -> str:
    """The notes of an empty paper: what separates them from the text."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for n, kind in enumerate(("separator", "continuationSeparator"), -1)
    )
    return f"{HEAD}<w:footnotes {W} {R}>{separators}</w:footnotes>"


def properties(house: House) -> Iterator[tuple[str, str]]:
    """What the file says of itself."""
    yield (
        "docProps/core.xml",
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Template of the house {house.name}</dc:title></cp:coreProperties>',
    )
    yield (
        "docProps/app.xml",
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>sla_drafter</Application></Properties>',
    )


def content_types(kinds: Mapping[str, str]) -> str:
    """[Content_Types].xml."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{word}.{kind}+xml"/>' for part, kind in kinds.items()
        )
        + '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def font_table(house: House) -> str:
    """fontTable.xml: the letters, and which ones stand in for them elsewhere."""
    font = house.typeface.word
    stand_in, panose, family = FONTS[font]
    return (
        f'{HEAD}<w:fonts {W}><w:font w:name="{font}"><w:altName w:val="{stand_in}"/><w:panose1 w:val="{panose}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


FONTS = {
    "Cambria": ("Caladea", "02040503050406030204", "roman"),
    "Times New Roman": ("Liberation Serif", "02020603050405020304", "roman"),
    "Calibri": ("Carlito", "020F0502020204030204", "swiss"),
}


def picture_of(house: House) -> bytes | None:
    """The picture of the head of the cover: the logo, or the head of the panel."""
    if house.design.cover is CoverLook.PANEL:
        return panel_head(house.colours.heading, house.colours.accent)
    return house.letterhead.logo.data if house.letterhead and house.letterhead.logo else None


SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="482"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)


def relationships(*found: tuple[str, str, str]) -> str:
    """A part of relationships: id, type and target of each."""
    inside = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{to}"/>' for name, kind, to in found)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def make(house: House) -> bytes:
    """The bytes of the template."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts(house):
            data = part if isinstance(part, bytes) else part.encode()
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def house_of(name: str) -> House:
    """The house of that name as its style file describes it; its template need not be there yet."""
    folder = HOUSES / name
    if not (folder / "template.docx").is_file():
        (folder / "template.docx").write_bytes((HOUSES / "plain" / "template.docx").read_bytes())
    return load_house(folder)


if __name__ == "__main__":
    for chosen in sys.argv[1:] or house_names():
        (HOUSES / chosen / "template.docx").write_bytes(make(house_of(chosen)))
