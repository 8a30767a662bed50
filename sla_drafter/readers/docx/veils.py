"""Words of a Word file that its looks strike through or keep from being seen: by a style, a colour, a line too low.

Word takes each property from the run, else from its character style, the style of the paragraph, that of the table, and
what holds for all; what is on or off (hidden, struck) is on where any of these styles says so and the run does not
speak. A title in white on a dark panel is veiled too: what a house means so is in what it writes today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import field
from lxml import etree

from sla_drafter.document.beside import MarkKind
from sla_drafter.readers.docx.package import Package, W
from sla_drafter.values import frozen

_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LIGHTEST = 0xE6  # every part of a colour from here on: no contrast to white paper
_SMALLEST = 5  # half points
_NARROWEST = 20  # per cent of the width of a letter
_LOWEST = 80  # twentieths of a point: the height of a line or a row of a table
_OFF = {"0", "false", "off", "none"}
_HIDES = ("vanish", "specVanish")
_STRIKES = ("strike", "dstrike")
_THEME = {
    "background1": "lt1",
    "light1": "lt1",
    "text1": "dk1",
    "dark1": "dk1",
    "hyperlink": "hlink",
    "background2": "lt2",
    "light2": "lt2",
    "text2": "dk2",
    "dark2": "dk2",
    "followedHyperlink": "folHlink",
}
_DEEPEST = 20  # styles that are based on one another
_Worn = tuple[str, str]


def kinds(properties: etree._Element | None, theme: Mapping[str, str]) -> Iterator[MarkKind]:
    """What letters that look so are: hidden (not shown, white, tiny, pressed together), or struck through."""
    if properties is not None:
        yield from _Look(_by_name(properties), theme).kinds


@frozen
class _Look:
    """The properties of letters by name, and the colours of the theme."""

    properties: Mapping[str, etree._Element]
    theme: Mapping[str, str]

    @property
    def kinds(self) -> Iterator[MarkKind]:
        if self._is_any_on(_HIDES) or self._is_white or self._is_tiny:
            yield MarkKind.HIDDEN
        if self._is_any_on(_STRIKES):
            yield MarkKind.DELETED

    def _is_any_on(self, names: Iterable[str]) -> bool:
        return any(_is_on(self.properties[name]) for name in names if name in self.properties)

    @property
    def _is_white(self) -> bool:
        found = self.properties.get("color")
        if found is None:
            return False
        named = str(found.get(f"{W}themeColor", ""))
        colour = self.theme.get(_THEME.get(named, named), "")
        return _is_white(_shaded(colour, found) if colour else str(found.get(f"{W}val")))

    @property
    def _is_tiny(self) -> bool:
        size, width = (self.properties.get(name) for name in ("sz", "w"))
        return (size is not None and _number(size, "val") < _SMALLEST) or (
            width is not None and _number(width, "val") < _NARROWEST
        )


def _is_on(switch: etree._Element) -> bool:
    return switch.get(f"{W}val", "true") not in _OFF


def _is_white(colour: str) -> bool:
    """Whether letters of this colour, as three hexadecimal numbers, cannot be told from white paper."""
    return bool(re.fullmatch(r"[0-9A-Fa-f]{6}", colour)) and all(one >= _LIGHTEST for one in bytes.fromhex(colour))


def _shaded(colour: str, element: etree._Element) -> str:
    """A colour of the theme, made darker or lighter by so many of 255 parts."""
    shade, tint = (_hexadecimal(str(element.get(f"{W}{name}", "FF"))) for name in ("themeShade", "themeTint"))
    dark = [one * shade // 255 for one in bytes.fromhex(colour)]
    return bytes(255 - (255 - one) * tint // 255 for one in dark).hex()


def _hexadecimal(written: str) -> int:
    return int(written, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,2}", written) else 255


def _number(element: etree._Element, name: str) -> int:
    """A whole number as it is written in the file; what is no number hides nothing."""
    found = re.fullmatch(r"(\d{1,9})(?:\.\d+)?(?:pt|%)?", str(element.get(f"{W}{name}")))
    return int(found[1]) if found else 1 << 30


def _by_name(properties: etree._Element) -> Mapping[str, etree._Element]:
    return {etree.QName(one).localname: one for one in properties.iterchildren("*")}


@frozen
class Veils:
    """The looks of one Word file: its styles by id, the usual styles, what holds for all, the colours of its theme."""

    styles: Mapping[str, etree._Element]
    usual: Mapping[str, str]
    all: Mapping[str, etree._Element]
    theme: Mapping[str, str]
    _known: dict[tuple[_Worn, ...], Mapping[str, etree._Element]] = field(factory=dict, eq=False, repr=False)

    @classmethod
    def of(cls, package: Package) -> Veils:
        """The looks of a file."""
        part = package.related(package.document, "styles")
        sheet = None if part is None else package.parsed(part)
        styles = {} if sheet is None else {str(one.get(f"{W}styleId")): one for one in sheet.iter(f"{W}style")}
        on = {"1", "true", "on"}
        usual = {str(one.get(f"{W}type")): name for name, one in styles.items() if one.get(f"{W}default") in on}
        every = None if sheet is None else sheet.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return cls(styles, usual, {} if every is None else _by_name(every), _theme(package))

    def kinds(self, run: etree._Element) -> Iterator[MarkKind]:
        """Whether the words of a run are hidden or struck through, whatever makes them so."""
        worn = tuple(self._worn(run))
        yield from self._look(run, worn).kinds
        if self._is_pressed(run, dict(worn)):
            yield MarkKind.HIDDEN

    def _look(self, run: etree._Element, worn: tuple[_Worn, ...]) -> _Look:
        """The properties of a run, its own before those of the styles that it wears."""
        if worn not in self._known:
            self._known[worn] = self._merged(worn)
        return _Look({**self._known[worn], **self._letters(run)}, self.theme)

    def _merged(self, worn: tuple[_Worn, ...]) -> Mapping[str, etree._Element]:
        """The properties of styles, the nearest first; a switch is on where any of them turns it on."""
        styles = [self._letters(element) for one in worn for element in self._parts(one)]
        merged = {name: one for look in (self.all, *reversed(styles)) for name, one in look.items()}
        for name in (*_HIDES, *_STRIKES):
            on = [look[name] for look in (*styles, self.all) if name in look and _is_on(look[name])]
            merged.update(zip([name], on, strict=False))
        return merged

    def _worn(self, run: etree._Element) -> Iterator[_Worn]:
        """The styles that a run wears by kind and id, the nearest first; where none is named, the usual one."""
        for kind, holder, named in (
            ("character", run, f"{W}rPr/{W}rStyle"),
            ("paragraph", _above(run, "p"), f"{W}pPr/{W}pStyle"),
            ("table", _above(run, "tbl"), f"{W}tblPr/{W}tblStyle"),
        ):
            if holder is not None:
                style = holder.find(named)
                yield kind, self.usual.get(kind, "") if style is None else str(style.get(f"{W}val"))

    def _parts(self, worn: _Worn) -> Iterator[etree._Element]:
        """Whatever holds properties in a style and those that it is based on."""
        kind, name = worn
        for style in self._chain(name):
            if kind == "table":
                yield from style.iter(f"{W}tblStylePr")
            yield style

    def _chain(self, name: str) -> Iterator[etree._Element]:
        """A style and those that it is based on."""
        for _ in range(_DEEPEST):
            style = self.styles.get(name)
            if style is None:
                return
            yield style
            based = style.find(f"{W}basedOn")
            name = "" if based is None else str(based.get(f"{W}val"))

    def _letters(self, element: etree._Element) -> Mapping[str, etree._Element]:
        properties = element.find(f"{W}rPr")
        return {} if properties is None else _by_name(properties)

    def _is_pressed(self, run: etree._Element, worn: Mapping[str, str]) -> bool:
        """Whether the line, or the row of a table, is exactly so high that nothing of it is seen."""
        paragraph, row = _above(run, "p"), _above(run, "tr")
        spacing = None
        if paragraph is not None:
            holders = (paragraph, *self._chain(worn["paragraph"]))
            spacing = next(
                (one for holder in holders if (one := holder.find(f"{W}pPr/{W}spacing[@{W}line]")) is not None), None
            )
        height = None if row is None else row.find(f"{W}trPr/{W}trHeight")
        return any(
            one is not None and one.get(f"{W}{rule}") == "exact" and _number(one, name) < _LOWEST
            for one, rule, name in ((spacing, "lineRule", "line"), (height, "hRule", "val"))
        )


def _above(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(f"{W}{name}"), None)


def _theme(package: Package) -> Mapping[str, str]:
    """The colours of the theme by their names there (lt1, dk1, accent1)."""
    part = package.related(package.document, "theme")
    scheme = None if part is None else package.parsed(part).find(f".//{_MAIN}clrScheme")
    found: dict[str, str] = {}
    for slot in () if scheme is None else scheme.iterchildren("*"):
        colour = next(slot.iterchildren("*"), None)
        if colour is not None:
            value = str(colour.get("lastClr") or colour.get("val") or "")
            if re.fullmatch(r"[0-9A-Fa-f]{6}", value):
                found[etree.QName(slot).localname] = value
    return {"lt1": "FFFFFF", "dk1": "000000", **found}
