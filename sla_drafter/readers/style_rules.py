"""What a style sheet sets that can hide, strike, add or move words.

Weight and slant, lines around boxes, the break of pages and the like are none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import Factory

from sla_drafter.language.patterns import compiled
from sla_drafter.values import define

_PIECE = compiled(
    r"""/\*.*?(?:\*/|\Z)|"(?:\\.|[^"\\\n\f\r])*"|'(?:\\.|[^'\\\n\f\r])*'|\\.|[{};]|[^"'\\{};/]+|.""", re.DOTALL
)
_HARMLESS = compiled(
    r"font-(?:weight|style|variant[a-z-]*)|text-align(?:-last)?|text-wrap|hyphens|orphans|widows|border(?:-(?!image)[a-z-]*)?"
    r"|outline[a-z-]*|(?:page-)?break-[a-z]+|vertical-align|unicode-bidi|cursor|scroll-[a-z-]*|[a-z-]*-adjust"
)
_PLAIN = compiled(r"(?:[\w\s.,#%!+-]|var\([\w-]+\))*")  # a value that ends where it seems to
_DEEPEST = 30


@define
class _Sheet:
    """A style sheet on the way: the blocks that are open, and what is written of the declaration at hand."""

    blocks: list[str] = Factory(list)
    written: list[str] = Factory(list)

    def sign(self, sign: str) -> Iterator[tuple[str, str]]:
        """A sign that begins or ends a block or a declaration; gives the declaration that it ends."""
        words = " ".join("".join(self.written).split())
        self.written.clear()
        if sign == "{":
            self.blocks.append(words)
            return
        named, _, value = words.partition(":")
        harmless = _HARMLESS.fullmatch(named.strip().lower()) and _PLAIN.fullmatch(value)
        if words and not harmless:
            yield " ".join((*self.blocks[:_DEEPEST], named.strip())), value.strip()
        if sign == "}":
            del self.blocks[-1:]


def telling_rules(sheet: str) -> Iterator[tuple[str, str]]:
    """What each such rule sets, with the blocks around it (`@media print .skip display`), and to what."""
    reading = _Sheet()
    for piece in _PIECE.findall(sheet):
        if piece in ("{", "}", ";"):
            yield from reading.sign(piece)
        elif not piece.startswith("/*"):
            reading.written.append(piece)
    yield from reading.sign(";")
