"""Which letters the bytes of a PDF's text stand for: as the table that each embedded font brings along says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field

from sla_drafter.language.patterns import compiled
from sla_drafter.values import define, frozen

_BLOCK = compiled(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_PAIR = compiled(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = compiled(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_HEXADECIMAL = compiled(rb"<([0-9A-Fa-f]+)>")
_LONGEST_RANGE = 65_536


@frozen
class Letters:
    """The letters of one font: how many bytes a code has, and what each code stands for."""

    size: int
    table: Mapping[int, str]

    def words(self, data: bytes) -> str:
        """The words that these bytes stand for; a code that the font does not explain is a replacement character."""
        if self.size == 1:
            return "".join([self.table.get(code, "\ufffd") for code in data])
        codes = (int.from_bytes(data[at : at + self.size]) for at in range(0, len(data), self.size))
        return "".join([self.table.get(code, "\ufffd") for code in codes])


@define
class Fonts:
    """The letters of the fonts of one file, each read once."""

    known: dict[tuple[int, int], Letters] = field(factory=dict)

    def of_page(self, page: Any) -> dict[str, Letters]:
        """The letters of each font of a page that brings a table along, by its name on the page."""
        fonts = page.get("/Resources", {}).get("/Font", {})
        return {name: self._letters(font) for name, font in fonts.items() if "/ToUnicode" in font}

    def _letters(self, font: Any) -> Letters:
        place = font.ToUnicode.objgen
        if place not in self.known:
            size = 2 if font.get("/Subtype") == "/Type0" else 1
            self.known[place] = Letters(size, _table(font.ToUnicode.read_bytes()))
        return self.known[place]


def _table(data: bytes) -> dict[int, str]:
    table: dict[int, str] = {}
    for block in _BLOCK.finditer(data):
        if block[1] == b"bfchar":
            table.update((int(code, 16), _letters(letters)) for code, letters in _PAIR.findall(block[2]))
        else:
            for first, last, letters, each in _RANGE.findall(block[2]):
                table.update(_ranged(int(first, 16), int(last, 16), letters, each))
    return table


def _ranged(first: int, last: int, letters: bytes, each: bytes) -> Iterator[tuple[int, str]]:
    last = min(last, first + _LONGEST_RANGE)
    if each:
        yield from zip(range(first, last + 1), map(_letters, _HEXADECIMAL.findall(each)), strict=False)
        return
    words = _letters(letters)
    for step in range(last - first + 1):
        yield first + step, words[:-1] + chr(min(ord(words[-1]) + step, 0x10FFFF)) if words else ""


def _letters(hexadecimal: bytes) -> str:
    digits = hexadecimal if len(hexadecimal) % 2 == 0 else hexadecimal + b"0"
    data = bytes.fromhex(digits.decode("ascii"))
    return data.decode("utf-16-be", "replace") if len(data) > 1 else data.decode("latin-1")


def text_bytes(operands: Iterable[Any]) -> Iterator[bytes]:
    """The bytes of the strings of a text operator."""
    import pikepdf

    for operand in operands:
        if isinstance(operand, pikepdf.Array):
            yield from text_bytes(operand)
        elif isinstance(operand, pikepdf.String):
            yield bytes(operand)
