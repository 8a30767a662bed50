"""Text being set, as the operators of a PDF: only what changes from run to run is said again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from sla_drafter.writers.pdf.lines import Line, is_divided
from sla_drafter.writers.pdf.looks import Look
from sla_drafter.writers.pdf.spelled import hexadecimal
from sla_drafter.writers.pdf.tags.elements import Element

_LITERAL = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256), *map(ord, "()\\"))}
"""Every byte of a literal string that is not a plain letter of ASCII is spelled; so are brackets and the backslash."""


class Writing:
    """One text: `spell` gives the letters of a font for words, `begin` the opening of the marked content of an element.

    Without `begin` nothing is marked: the text stands in marked content already.
    """

    def __init__(
        self, spell: Callable[[str, str], Sequence[tuple[str, str]]], begin: Callable[[Element | None], str] | None
    ) -> None:
        self.code = ["BT"]
        self._spell = spell
        self._begin = begin
        self._open = False
        self._element: Element | None = None
        self._look: Look | None = None
        self._said = ""
        self._font = ""

    def set_line(self, left: float, baseline: float, line: Line) -> None:
        """Sets one line of runs from here on. It moves inside of what it marks: a reader of that sees a new line."""
        moved = f"1 0 0 1 {left:.2f} {baseline:.2f} Tm"
        for look, words in line:
            if look is not self._look:
                self._turn_to(look)
            if moved:
                self.code.append(moved)
                moved = ""
            if look.said and not self._said and look.element and self._begin:
                self.code.append(f"/Span <</ActualText {hexadecimal(look.said)}>> BDC")
                self._said = look.said
            self._show(look, words)
        if not is_divided(line):
            self._end_span()

    def _show(self, look: Look, words: str) -> None:
        for name, data in self._spell(look.font, words):
            font = f"{name} {look.size:.3f} Tf"
            if font != self._font:
                self._font = font
                self.code.append(font)
            self.code.append(f"({data.translate(_LITERAL)}) Tj")

    def _turn_to(self, look: Look) -> None:
        before, self._look = self._look, look
        if look.said != self._said:
            self._end_span()
            self._look = look
        if self._begin and (not self._open or look.element is not self._element):
            self._mark(self._begin(look.element), look.element)
        if before is None or before.colour != look.colour:
            self.code.append(f"{colour_code(look.colour)} rg")
        if (before.rise if before else 0) != look.rise:
            self.code.append(f"{look.rise:.3f} Ts")

    def _end_span(self) -> None:
        """Ends the words that are said in place of what is drawn; every line says its own, a divided word goes on."""
        if self._said:
            self.code.append("EMC")
            self._said, self._look = "", None

    def _mark(self, opening: str, element: Element | None) -> None:
        if self._open:
            self.code.append("EMC")
        self.code.append(opening)
        self._open, self._element = True, element

    def end(self) -> list[str]:
        """The operators, with the words brought back to the line: a rise would outlive the text."""
        if self._look and self._look.rise:
            self.code.append("0 Ts")
        self._end_span()
        if self._open:
            self.code.append("EMC")
        self.code.append("ET")
        return self.code


@lru_cache(maxsize=256)
def colour_code(colour: str) -> str:
    """Red, green and blue of six hexadecimal digits, as a PDF spells them."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return f"{red:.4f} {green:.4f} {blue:.4f}"
