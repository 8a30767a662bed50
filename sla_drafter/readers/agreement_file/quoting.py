"""Writes values so that a file holds them as data: plain where that is safe, else in double quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Written = str | Sequence["Written"] | Mapping[str, "Written"]
"""A value as it stands in a file: text, a list, or keys with values."""

_NOT_FIRST = set("-?:,[]{}#&*!|>'\"%@`~=<.")
_NOT_PLAIN = re.compile(r": |:$| #|^\s|\s$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]|^$")
_FLOW_MARKS = re.compile(r"[,\[\]{}?]")
_RESERVED = {"null", "Null", "NULL", "removed", "---", "..."}
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_CODED = re.compile(r'["\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff\U000f0000-\U0010ffff]')


def scalar(text: str, *, flow: bool, quote: bool = False) -> str:
    """One value; in braces and brackets commas need quotes too. With `quote` it is quoted in any case."""
    plain = text[:1] not in _NOT_FIRST and not _NOT_PLAIN.search(text) and text not in _RESERVED
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
        case Mapping():
            return "{" + ", ".join(f"{scalar(key, flow=True)}: {flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(flow(each) for each in value) + "]"
