"""The look of the page: the values of the house as properties, and the style sheet that uses them."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from sla_drafter.document.house import Colours, House
from sla_drafter.document.nodes import Document, Inline
from sla_drafter.document.walk import words_of
from sla_drafter.writers.foot import divided_foot, letters_of_line
from sla_drafter.writers.html.dress import dress, running_head, string

_NIGHT = "14181d"
_STEP = 5
_FITTING = 3  # columns for which a phone is wide enough
_FOOT = 75  # per cent of the line: what stays is for the number of the page


@cache
def _sheet() -> str:
    """The style sheet, read once."""
    text = resources.files(__package__).joinpath("data", "page.css").read_text(encoding="utf-8")
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/\n", "", text))


def style(document: Document, house: House, columns: set[int], widths: set[int]) -> str:
    """The whole style sheet of a page; `columns` and `widths` are those that its tables have."""
    sizes = house.sizes
    looks = {
        "letters": _safe(house.typeface.web),
        "size": f"{sizes.text}pt",
        "small-size": f"{sizes.small}pt",
        "section-size": f"{sizes.section}pt",
        "part-size": f"{sizes.part}pt",
        "title-size": f"{sizes.title}pt",
        "leading": str(sizes.leading),
    }
    day, night = _day(house.colours), _night(house.colours)
    tables = [f".w{width} {{ width: {width}%; }}" for width in sorted(widths)]
    narrow = [f".c{count} {{ min-width: {count * 13 // 2}rem; }}" for count in sorted(columns) if count > 2]
    parts = (
        f":root {{ color-scheme: light dark; {_properties(looks)} {_properties(day)} }}",
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_properties(night)} }} }}",
        _sheet().strip(),
        dress(document, house, _hex(_mix(house.colours.heading, "ffffff", 16))),
        *tables,
        f"@media screen and (max-width: 40rem) {{ {' '.join(narrow)} }}" if narrow else "",
        *(_further(count) for count in sorted(columns) if count > _FITTING),
        "@media print { main { break-before: auto; } }" if document.brief else "",
        _sheet_of_paper(document, house),
    )
    return "\n".join(filter(None, parts))


def _further(count: int) -> str:
    """The sign that a table goes on at its end, on a screen that is too narrow for its columns."""
    screen = min(count * 7 + 3, 40)
    return f'@media screen and (max-width: {screen}rem) {{ .scroll:has(> .c{count})::after {{ content: ""; }} }}'


def _properties(values: dict[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in values.items())


def _day(colours: Colours) -> dict[str, str]:
    return {
        "ground": "#ffffff",
        "text": _hex(colours.text),
        "heading": _hex(colours.heading),
        "rule": _hex(colours.rule),
        "shade": _hex(colours.shade),
        "link": _hex(colours.link),
        "banner": _hex(colours.banner),
        "on-banner": _readable("ffffff", colours.banner, "000000"),
        "quiet": _readable(_mix(colours.text, "ffffff", 30), "ffffff", "000000"),
        "found": "#fff1b8",
        "added": "#0b5a2a",
        "removed": "#9c1c12",
    }


def _night(colours: Colours) -> dict[str, str]:
    """The same colours on a dark ground: each is mixed with white until it can be read."""
    return {
        "ground": f"#{_NIGHT}",
        "text": "#e6e8ea",
        "heading": _readable(colours.heading, _NIGHT, "ffffff", 7),
        "rule": _hex(_mix(colours.rule, _NIGHT, 60)),
        "shade": _hex(_mix(colours.heading, _NIGHT, 60)),
        "link": _readable(colours.link, _NIGHT, "ffffff", 7),
        "banner": _hex(colours.banner),
        "on-banner": _readable("ffffff", colours.banner, "000000"),
        "quiet": "#b4bac1",
        "found": "#4a4116",
        "added": "#7fd6a0",
        "removed": "#ff9d92",
    }


def _hex(colour: str) -> str:
    return f"#{colour.lower()}"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)


def _mix(colour: str, other: str, share: int) -> str:
    """A colour with a share of another, in whole per cent."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "".join(f"{(one * (100 - share) + two * share) // 100:02x}" for one, two in pairs)


def _readable(colour: str, ground: str, towards: str, least: int = 5) -> str:
    """The colour, mixed with another until its contrast to the ground is at least `least` to 1 (WCAG asks 4.5)."""
    for share in range(0, 101, _STEP):
        mixed = _mix(colour, towards, share)
        if contrast(mixed, ground) >= least:
            return _hex(mixed)
    return _hex(towards)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _safe(words: str) -> str:
    """A list of typefaces, without anything that could end the property or the style sheet."""
    return re.sub(r"[^\w\s,\"'.-]", "", words)


def _sheet_of_paper(document: Document, house: House) -> str:
    """The printed sheet: size and margins of the house, the foot of the page, the banner on every page."""
    paper = house.paper
    margin = f"{paper.top}pt {paper.right}pt {paper.bottom}pt {paper.left}pt"
    small = f"font-family: {_safe(house.typeface.web)}; font-size: {house.sizes.small}pt; vertical-align: top;"
    pages = re.split(r"(\{pages?\})", document.page_of)
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    numbered = " ".join(counters.get(piece, string(piece)) for piece in pages if piece)
    banner = f"font-weight: bold; color: {_hex(house.colours.banner)};"
    own = house.letterhead.foot if house.letterhead else ()
    foot = string("\n".join((words_of(_foot(document, house)), *own)))
    boxes = [
        f"@bottom-left {{ content: {foot}; {small} padding-top: 9pt; width: {_FOOT}%; white-space: pre-line; }}",
        f"@bottom-right {{ content: {numbered}; {small} padding-top: 9pt; text-align: right; }}" if numbered else "",
        f"@top-center {{ content: {string(document.banner)}; {small} {banner} vertical-align: middle; }}"
        if document.banner
        else "",
    ]
    boxes += running_head(document, house, small)
    first = "@page :first { @top-right { content: none; } }" if house.running_head and document.cover else ""
    return (
        f"{first}@page {{ size: {paper.width}pt {paper.height}pt; margin: {margin}; {' '.join(filter(None, boxes))} }}"
    )


def _foot(document: Document, house: House) -> tuple[Inline, ...]:
    """The foot of the printed page, divided where it is too long for its part of the line."""
    room = letters_of_line(house) * _FOOT // 100

    def fits(words: str) -> bool:
        return len(words) <= room

    return divided_foot(document.footer, fits, fits)
