"""Writes values so that a file holds them as data: plain where that is safe, else in double quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sla_drafter.language.patterns import compiled
from sla_drafter.readers.agreement_file.characters import UNSAFE

Written = str | Sequence["Written"] | Mapping[str, "Written"]
"""A value as it stands in a file: text, a list, or keys with values."""

_NOT_FIRST = set("-?:,[]{}#&*!|>'\"%@`~=<.")
_NOT_PLAIN = compiled(r": |:$| #|^\s|\s$|[\t\n\r]|^$")
_FLOW_MARKS = compiled(r"[,\[\]{}?]")
_RESERVED = {"null", "Null", "NULL", "removed", "---", "..."}
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_CODED = compiled(r'["\\\n\t\r]|' + UNSAFE.pattern)


class Bare(str):
    """A word of the notation and not of a user, such as `removed`: it is never quoted."""

    __slots__ = ()


def scalar(text: str, *, flow: bool, quote: bool = False) -> str:
    """One value; in braces and brackets commas need quotes too. With `quote` it is quoted in any case."""
    return str(text) if isinstance(text, Bare) else _quoted(text, flow, quote)


@lru_cache(maxsize=8192)
def _quoted(text: str, flow: bool, quote: bool) -> str:
    plain = text[:1] not in _NOT_FIRST and not _NOT_PLAIN.search(text) and text not in _RESERVED
    plain = plain and not UNSAFE.search(text)
    if plain and not quote and not (flow and _FLOW_MARKS.search(text)):
        return text
    return '"' + _CODED.sub(_code, text) + '"'


def _code(found: re.Match[str]) -> str:
    character = found[0]
    number = ord(character)
    return _SHORT.get(character) or (f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}")


def flow(value: Written) -> str:
    """Any value on one line."""
    match value:
        case str():
            return scalar(value, flow=True)
        case dict() | Mapping():  # it is nearly always a dict, which is told sooner
            return "{" + ", ".join([f"{scalar(key, flow=True)}: {flow(each)}" for key, each in value.items()]) + "}"
    return "[" + ", ".join([flow(each) for each in value]) + "]"
