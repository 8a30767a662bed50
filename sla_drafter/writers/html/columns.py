"""A chart against a target: a column for each point, dark where it misses the dashed line of the target."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from html import escape

from sla_drafter.document.nodes import Chart
from sla_drafter.writers.scale import FEW, every_nth, scale, spelled, told

_WIDTH, _LEFT, _TOP, _PLOT, _BELOW = 480, Decimal(58), Decimal(34), Decimal(110), 18
_LETTER = Decimal("6.6")  # about the width of a figure in the type of a chart
_TENTH = Decimal("0.1")


def columns_svg(chart: Chart, alternative: str) -> str:
    """The columns of a chart that has a target, with the highest and the lowest value of its axis."""
    height = _TOP + _PLOT + _BELOW
    head = f'<svg class="columns" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(alternative)}">'
    return f"{head}{''.join(_shapes(chart))}</svg>"


def _shapes(chart: Chart) -> Iterator[str]:
    measured, foot, room = scale(chart), _TOP + _PLOT, _WIDTH - _LEFT
    step = room / max(len(chart.values), 1)
    middles = [_LEFT + step * (place + Decimal("0.5")) for place in range(len(chart.values))]
    wide = min(step * Decimal("0.7"), Decimal(40))
    tops = [foot - _PLOT * (share or 0) for share in measured.shares]
    for middle, top, share, missed in zip(middles, tops, measured.shares, measured.misses, strict=True):
        if share is not None:
            kind = "miss" if missed else "kept"
            box = f'x="{_short(middle - wide / 2)}" y="{_short(top)}" width="{_short(wide)}"'
            yield f'<rect class="{kind}" {box} height="{_short(foot - top)}"/>'
    line = foot - _PLOT * measured.target
    yield f'<path class="axis" d="M{_LEFT} {_short(foot)}H{_WIDTH}"/>'
    yield f'<path class="target" d="M{_LEFT} {_short(line)}H{_WIDTH}"/>'
    yield _text(Decimal(_WIDTH), _TOP - 20, chart.target_words, "end")
    for value, at in ((measured.highest, _TOP), (measured.lowest, foot)):
        yield _text(_LEFT - 6, at + 4, spelled(value, chart.unit), "end")
    shown = every_nth([_LETTER * len(label) for label in chart.labels], step, Decimal(4))
    yield from _row(chart.labels, middles, [foot + 14] * len(middles), shown)
    if len(middles) <= FEW:
        yield from _row(chart.values, middles, [top - 4 for top in tops], (True,) * len(middles))
    else:
        yield from _row(chart.values, middles, [_TOP - 4] * len(middles), measured.misses)


def _row(words: tuple[str, ...], at: list[Decimal], heights: list[Decimal], wanted: tuple[bool, ...]) -> Iterator[str]:
    fits = told([_LETTER * len(word) for word in words], at, wanted, Decimal(4))
    for word, middle, height, fit in zip(words, at, heights, fits, strict=True):
        if fit:
            yield _text(middle, height, word, "middle")


def _text(left: Decimal, baseline: Decimal, words: str, anchor: str) -> str:
    place = f'x="{_short(left)}" y="{_short(baseline)}" text-anchor="{anchor}"'
    return f"<text {place}>{escape(words, quote=False)}</text>"


def _short(value: Decimal) -> Decimal:
    return value.quantize(_TENTH)
