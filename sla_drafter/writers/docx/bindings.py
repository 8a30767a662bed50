"""Which styles a template has, by the names that Word shows, and which list numbers each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sla_drafter.values import frozen
from sla_drafter.writers.docx.lists import ListStyle
from sla_drafter.writers.docx.markup import WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{WORD}}}"


@frozen(eq=False)
class Bindings:
    """The ids of the styles by name in small letters, the styles bound to a list, the first free number of a list."""

    styles: Mapping[str, str]
    lists: Mapping[str, ListStyle]
    first_free: int


def bindings(sheet: _Element, numbering: _Element) -> Bindings:
    """What styles.xml and numbering.xml say together."""
    found = {str(style.get(f"{_W}styleId")): style for style in sheet.iter(f"{_W}style")}
    names = {_value(style, "name").lower(): identity for identity, style in found.items()}
    definitions = {
        _whole(num.get(f"{_W}numId")): _whole(_value(num, "abstractNumId")) for num in numbering.iter(f"{_W}num")
    }
    levels = {
        _whole(one.get(f"{_W}abstractNumId")): list(one.iter(f"{_W}lvl")) for one in numbering.iter(f"{_W}abstractNum")
    }
    lists: dict[str, ListStyle] = {}
    for identity in found:
        instance = next((_whole(words) for words in _said(identity, found, "numId")), 0)
        if instance in definitions:
            definition = definitions[instance]
            wanted = next((_whole(words) for words in _said(identity, found, "ilvl")), None)
            level = _level(levels.get(definition, []), identity, wanted)
            lists[identity] = ListStyle(instance, definition, *level)
    return Bindings(names, lists, max(definitions, default=0) + 1)


def _said(identity: str, found: Mapping[str, _Element], name: str) -> Iterator[str]:
    """What a style says of its list, and then what the styles say that it is based on."""
    seen: set[str] = set()
    while identity in found and identity not in seen:
        seen.add(identity)
        words = _value(found[identity], f"pPr/{_W}numPr/{_W}{name}")
        if words:
            yield words
        identity = _value(found[identity], "basedOn")


def _level(levels: list[_Element], identity: str, wanted: int | None) -> tuple[int, int]:
    """The level of a style and where its words start: the one it names, or the one that names it."""
    for level in levels:
        number = _whole(level.get(f"{_W}ilvl"))
        if number == wanted or (wanted is None and _value(level, "pStyle") == identity):
            indent = level.find(f"{_W}pPr/{_W}ind")
            start = None if indent is None else indent.get(f"{_W}left", indent.get(f"{_W}start"))
            return number, _whole(start)
    return wanted or 0, 0


def _value(parent: _Element, path: str) -> str:
    found = parent.find(f"{_W}{path}")
    return "" if found is None else str(found.get(f"{_W}val", ""))


def _whole(words: str | None) -> int:
    return int(words) if words is not None and words.lstrip("-").isdigit() else 0
