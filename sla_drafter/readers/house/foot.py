"""The line that the foot of a Word file gets: what the paper is and its fingerprint, the page number at the right edge.

It stands above the footer that the file has, which stays where it was; its style and its tab are its own, because those
of a footer are made for other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from sla_drafter.readers.docx.package import W
from sla_drafter.readers.house.borrowed import by_name, value

STYLE, NAME = "SlaFoot", "Foot of Agreement"
_LETTER, _GAP = 1_440, "120"
_OTHERWISE = 9_360


def foot_style(sheet: etree._Element, size: str) -> str:
    """Puts the style of the line into the styles of a file, and gives its id."""
    if not any(one.get(f"{W}styleId") == STYLE for one in sheet.iter(f"{W}style")):
        kinds = {f"{W}type": "paragraph", f"{W}customStyle": "1", f"{W}styleId": STYLE}
        style = etree.SubElement(sheet, f"{W}style", kinds)
        _with(style, "name", NAME)
        _with(style, "basedOn", str(by_name(sheet)["footer"].get(f"{W}styleId")))
        _with(etree.SubElement(style, f"{W}pPr"), "spacing", before=_GAP, after=_GAP, line="240", lineRule="auto")
        looks = etree.SubElement(style, f"{W}rPr")
        for name in ("sz", "szCs"):
            _with(looks, name, size)
    return STYLE


def set_tab(paragraph: etree._Element, sheet: etree._Element, measure: int) -> None:
    """Gives the line one tab, at the right edge of the text, in the place of those of the footer."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return
    tabs = etree.Element(f"{W}tabs")
    for place in sorted(_places(by_name(sheet)) - {measure}):
        _with(tabs, "tab", "clear", pos=str(place))
    _with(tabs, "tab", "right", pos=str(measure))
    properties.insert(1, tabs)


def _places(styles: Mapping[str, etree._Element]) -> set[int]:
    """Where the tabs of a footer are, with those of the styles that it is based on."""
    found, seen, at = set[int](), set[str](), styles.get("footer")
    by_id = {str(one.get(f"{W}styleId")): one for one in styles.values()}
    while at is not None and str(at.get(f"{W}styleId")) not in seen:
        seen.add(str(at.get(f"{W}styleId")))
        found |= {_whole(tab.get(f"{W}pos")) for tab in at.iterfind(f"{W}pPr/{W}tabs/{W}tab")}
        at = by_id.get(value(at, "basedOn"))
    return found


def measure_of(sections: Iterable[etree._Element]) -> int:
    """How wide the text of the first section is that says so, in twentieths of a point."""
    for section in sections:
        size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        if size is not None and margin is not None:
            sides = sum(_whole(margin.get(f"{W}{side}")) for side in ("left", "right", "gutter"))
            return max(_whole(size.get(f"{W}w")) - sides, _LETTER)
    return _OTHERWISE


def _whole(words: str | None) -> int:
    return int(words) if words is not None and words.lstrip("-").isdigit() and len(words) < 9 else 0


def _with(parent: etree._Element, tag: str, val: str = "", **kinds: str) -> None:
    said = {"val": val, **kinds} if val else kinds
    etree.SubElement(parent, f"{W}{tag}", {f"{W}{name}": words for name, words in said.items()})
