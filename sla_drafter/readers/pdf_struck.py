"""Words of a page that a drawn line crosses: through the middle of their letters, level or at a slant.

The lines of tables, under headings and under words run beside the letters and cross none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sla_drafter.values import frozen

NARROW, _USUAL = 0.4, 0.5  # of the size of letters: how wide one is at least, and mostly
_MIDDLE = 0.25
_LOW, _HIGH = 0.08, 0.6  # of the size of letters, over the line that they stand on: where a line strikes them
_FLAT = 0.1  # a line that rises less than this strikes words along their line
Line = tuple[float, float, float, float]


@frozen
class Said:
    """Words on a page: where they begin and at least end, the line that they stand on, the size of their letters."""

    words: str
    left: float
    right: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        """The height of the middle of small letters."""
        return self.base + self.size * _MIDDLE


def crossed(said: Iterable[Said], lines: Iterable[Line]) -> Iterator[str]:
    """The words that some line crosses, in the order of their height on the page."""
    by_height = sorted(said, key=lambda one: -one.base)
    heights = [-one.base for one in by_height]
    tallest = max((one.size for one in by_height), default=0)
    struck = {at for line in set(lines) for at in _crossed(by_height, heights, tallest, line)}
    yield from (by_height[at].words for at in sorted(struck))


def _crossed(said: Sequence[Said], heights: Sequence[float], tallest: float, line: Line) -> Iterator[int]:
    _, one, _, two = line
    first = bisect_left(heights, -max(one, two))
    last = bisect_right(heights, tallest - min(one, two))
    yield from (at for at in range(first, last) if _crosses(line, said[at]))


def _crosses(line: Line, words: Said) -> bool:
    """Whether a line meets the middle part of words, which is a rectangle: cut down to its height and its width."""
    x, y, to_x, to_y = line
    rise, run = to_y - y, to_x - x
    is_flat = abs(rise) <= abs(run) * _FLAT
    right = words.left + (words.right - words.left) * (_USUAL / NARROW if is_flat else 1)
    begin, end = 0.0, 1.0
    for start, way, low, high in (
        (x, run, words.left, right),
        (y, rise, words.base + words.size * _LOW, words.base + words.size * _HIGH),
    ):
        if not way:
            if not low < start < high:
                return False
            continue
        one, two = sorted(((low - start) / way, (high - start) / way))
        begin, end = max(begin, one), min(end, two)
    return begin < end
