"""Words of a page over which something is painted: a filled shape that comes after them and lies on them, or a line.

What is painted first and written on (the shade of a row, the panel of a title page) covers nothing; a line strikes
words whether it is drawn before them or after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from attrs import field

from sla_drafter.readers.pdf_letters import Letters, text_bytes
from sla_drafter.readers.pdf_struck import NARROW, Line, Said, crossed
from sla_drafter.values import define

_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_STROKES = frozenset({"S", "s", "B", "B*", "b", "b*"})
_ENDS = _FILLS | _STROKES | {"n"}
_THIN = 1.5  # points: a rule hides no word, it is a line
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1, 0, 0, 1, 0, 0)


@define
class _Page:
    """A page that is being painted: what was written so far, the shape at hand, and where one is."""

    letters: dict[str, Letters]
    said: list[Said] = field(factory=list)
    shape: list[tuple[float, float]] = field(factory=list)
    edges: list[Line] = field(factory=list)
    lines: list[Line] = field(factory=list)
    kept: list[_Matrix] = field(factory=list)
    page: _Matrix = _SAME
    text: _Matrix = _SAME
    font: Letters | None = None
    size: float = 0

    def follow(self, name: str, operands: Any) -> Iterator[str]:
        """Follows one operator; gives the words that it paints over."""
        if name in _SHOWS:
            self._say(operands)
        elif name in _ENDS:
            if name in _FILLS:
                yield from self._covered()
            if name in _STROKES:
                self.lines += self.edges
            self.shape.clear()
            self.edges.clear()
        else:
            self._move(name, operands)

    def _move(self, name: str, operands: Any) -> None:
        match name:
            case "Tf":
                self.font, self.size = self.letters.get(str(operands[0])), float(operands[1])
            case "BT":
                self.text = _SAME
            case "Tm":
                self.text = _matrix(operands)
            case "Td" | "TD":
                self.text = _joined((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.text)
            case "cm":
                self.page = _joined(_matrix(operands), self.page)
            case "q":
                self.kept.append(self.page)
            case "Q" if self.kept:
                self.page = self.kept.pop()
            case "re":
                left, bottom, wide, high = map(float, operands)
                right, top = left + wide, bottom + high
                self._points(left, bottom)
                self._line(right, bottom, right, top, left, top, left, bottom)
            case "m":
                self._points(*map(float, operands))
            case "l" | "c" | "v" | "y":
                self._line(*map(float, operands))
            case "h" if self.shape:
                self.edges.append((*self.shape[-1], *self.shape[0]))

    def _points(self, *numbers: float) -> None:
        self.shape += [_at(self.page, *pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]

    def _line(self, *numbers: float) -> None:
        """A line through these points; of a curve, through those that pull it."""
        begun = max(len(self.shape), 1)
        self._points(*numbers)
        points = self.shape[begun - 1 :]
        self.edges += [(*one, *two) for one, two in pairwise(points)]

    def _say(self, operands: Any) -> None:
        words = "".join(self.font.words(data) for data in text_bytes(operands)) if self.font else ""
        if words.strip():
            placed = _joined(self.text, self.page)
            left, base = _at(placed, 0, 0)
            right, _ = _at(placed, len(words) * self.size * NARROW, 0)
            _, top = _at(placed, 0, self.size)
            self.said.append(Said(words, left, right, base, top - base))

    def _covered(self) -> Iterator[str]:
        if not self.shape:
            return
        across, up = zip(*self.shape, strict=True)
        left, right, bottom, top = min(across), max(across), min(up), max(up)
        if right - left < _THIN or top - bottom < _THIN:
            is_flat = top - bottom < right - left
            middle = (left + right) / 2, (bottom + top) / 2
            self.lines.append((left, middle[1], right, middle[1]) if is_flat else (middle[0], bottom, middle[0], top))
            return
        for one in self.said:
            if one.left < right and one.right > left and bottom < one.middle < top:
                yield one.words


def painted_over(instructions: Iterable[Any], letters: dict[str, Letters]) -> tuple[str, tuple[str, ...]]:
    """The words of a page that something is painted over, in the order in which they are covered, and those struck."""
    page = _Page(letters)
    found = [words for one in instructions for words in page.follow(str(one.operator), one.operands)]
    return " ".join(dict.fromkeys(found)), tuple(crossed(page.said, page.lines))


def _matrix(operands: Any) -> _Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _joined(one: _Matrix, other: _Matrix) -> _Matrix:
    """The first move, and then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _at(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
