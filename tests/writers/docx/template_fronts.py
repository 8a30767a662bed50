# ruff: noqa: E501 - markup is easier to read on one line
"""The cover, the heads and the feet of the Word templates that ship, one set for each look of a cover."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.document.house import CoverLook, House
from tests.writers.docx.template_looks import border, twips
from tests.writers.docx.template_styles import HEAD, W

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
EMU = 12700  # English metric units in a point
PANEL_TOP = 2154  # twips: 38 mm, where the title on a panel begins to be set
PANEL_HEAD_HEIGHT = 42 * 36000  # English metric units: 42 mm
PICTURE = "rId1"


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


TAB = "<w:r><w:tab/></w:r>"


def section_properties(house: House, *, is_cover: bool) -> str:
    """Page size, margins, headers and footer of the cover or of the text; the first page has a head of its own."""
    paper, on_panel = house.paper, is_cover and house.design.cover is CoverLook.PANEL
    kinds = {"default": "rIdHead"}
    if house.letterhead:
        kinds["first"] = "rIdCover" if is_cover else "rIdFirst"
    heads = "".join(f'<w:headerReference w:type="{kind}" r:id="{name}"/>' for kind, name in kinds.items())
    feet = "".join(f'<w:footerReference w:type="{kind}" r:id="rIdFoot"/>' for kind in kinds)
    return (
        f'<w:sectPr>{heads}{feet}<w:pgSz w:w="{twips(paper.width)}" w:h="{twips(paper.height)}"/>'
        f'<w:pgMar w:top="{PANEL_TOP if on_panel else twips(paper.top)}" w:right="{twips(paper.right)}" '
        f'w:bottom="{twips(paper.bottom)}" w:left="{twips(paper.left)}" w:header="567" w:footer="567" w:gutter="0"/>'
        f"{'<w:titlePg/>' if house.letterhead else ''}</w:sectPr>"
    )


def document(house: House) -> str:
    """document.xml: the title page with its tags, the paragraph of the contents list, the paragraph of the body."""
    front = (
        tag("{%p if cover %}")
        + TITLES[house.design.cover](house)
        + tag("{%p for party in cover.parties %}")
        + styled("CoverParty", run("{{r party.name }}"))
        + styled("CoverRole", run("{{r party.role }}"))
        + tag("{%p endfor %}")
        + tag("{%p for line in cover.lines %}")
        + styled("CoverLine", _line(house))
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
        + f'<w:p><w:pPr><w:pStyle w:val="CoverEnd"/>{section_properties(house, is_cover=True)}</w:pPr></w:p>'
        + tag("{%p endif %}")
    )
    body = f"{front}{tag('[[body]]')}{section_properties(house, is_cover=False)}"
    return f"{HEAD}<w:document {W} {R}><w:body>{body}</w:body></w:document>"


def _line(house: House) -> str:
    label, fact = run("{{ line.label }}", "CoverLabel"), run("{{r line.fact }}")
    between = run("\u2003") if house.design.cover is CoverLook.CENTRED else TAB
    return f"{label}{between}{fact}"


def _plain_title(house: House) -> str:  # noqa: ARG001 - the three are called alike
    return styled("Title", run("{{r cover.title }}"))


def _panel_title(house: House) -> str:
    """The title at the foot of a panel that grows with it, from edge to edge of the sheet, and the strip below."""
    paper, colours = house.paper, house.colours
    cell = '<w:tc><w:tcPr><w:tcW w:w="{0}" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="{1}"/>{2}</w:tcPr>{3}</w:tc>'
    row = '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{0}" w:hRule="{1}"/></w:trPr>{2}</w:tr>'
    wide, left = twips(paper.width), twips(paper.left)
    sides = f'<w:tcMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="{twips(paper.right)}" w:type="dxa"/></w:tcMar><w:vAlign w:val="bottom"/>'
    title = row.format(3402, "atLeast", cell.format(wide, colours.heading, sides, _plain_title(house)))
    strip = row.format(113, "exact", cell.format(wide, colours.accent, "", styled("CoverEnd", "")))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="CoverPanel"/><w:tblW w:w="{wide}" w:type="dxa"/><w:tblInd w:w="{-left}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{wide}"/></w:tblGrid>{title}{strip}</w:tbl>'
        + styled("CoverGap", "")
    )


TITLES = {CoverLook.RULED: _plain_title, CoverLook.CENTRED: _plain_title, CoverLook.PANEL: _panel_title}

BANNER = styled("Banner", run("{{ banner }}"))
LETTERHEAD = (
    styled("LetterheadName", run("{{ letterhead.name }}"))
    + tag("{%p for line in letterhead.lines %}")
    + styled("LetterheadLine", run("{{ line }}"))
    + tag("{%p endfor %}")
)


def heads(house: House) -> Iterator[tuple[str, str, str]]:
    """The headers as id, file name and markup: of all pages; of the cover, and of the first page of the text."""
    running = styled("Header", run("{{ running_head }}")) if house.running_head else ""
    yield "rIdHead", "header1.xml", _head(running)
    if house.letterhead:
        own = PICTURES[house.design.cover](house)
        yield "rIdCover", "header2.xml", _head(own)
        # A paper without a cover, such as a statement, has the letterhead on its first page.
        either = f"{tag('{%p if cover %}')}{running}{tag('{%p else %}')}{own}{tag('{%p endif %}')}"
        yield "rIdFirst", "header3.xml", _head(either if house.design.cover is CoverLook.CENTRED else running)


def _head(inside: str) -> str:
    return f"{HEAD}<w:hdr {W} {R}>{inside}{BANNER}</w:hdr>"


def _emblem(house: House) -> str:
    """The logo above the name, in the middle."""
    letterhead = house.letterhead
    if letterhead is None or letterhead.logo is None:
        return LETTERHEAD
    side = int(letterhead.logo_height * EMU)
    words = letterhead.logo_words
    inline = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{side}" cy="{side}"/><wp:docPr id="1001" name="Logo" descr="{words}"/>{_picture("Logo", side, side)}</wp:inline></w:drawing></w:r>'
    )
    return styled("LetterheadLogo", inline) + LETTERHEAD


def _panel_head(house: House) -> str:
    """The name in white, and behind it the head of the panel from the edge of the sheet."""
    wide = int(house.paper.width * EMU)
    anchor = (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{PANEL_HEAD_HEIGHT}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1001" name="Panel" descr="A panel of plain colour"/>'
        f"<wp:cNvGraphicFramePr/>{_picture('Panel', wide, PANEL_HEAD_HEIGHT)}</wp:anchor></w:drawing></w:r>"
    )
    return styled("LetterheadName", anchor + run("{{ letterhead.name }}"))


def _picture(name: str, across: int, down: int) -> str:
    return (
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture"><pic:pic xmlns:pic="{DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="1001" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{PICTURE}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )


PICTURES = {CoverLook.RULED: _emblem, CoverLook.CENTRED: _emblem, CoverLook.PANEL: _panel_head}


def foot() -> str:
    """The footer: what the paper is at the left, its page at the right."""
    pages = (
        run("{{ before_page }}")
        + field("PAGE")
        + run("{{ before_pages }}")
        + field("NUMPAGES")
        + run("{{ after_pages }}")
    )
    return f"{HEAD}<w:ftr {W} {R}>{styled('Footer', run('{{r footer }}') + TAB + pages)}</w:ftr>"


def field(name: str) -> str:
    """A field that counts pages."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def foot_rule(colour: str) -> str:
    """The rule above the foot of a page."""
    return f"<w:pBdr>{border('top', colour)}</w:pBdr>"
