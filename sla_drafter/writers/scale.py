"""The scale of a chart against a target: where its axis begins, how high each column is, which ones miss the line."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from sla_drafter.document.nodes import Chart
from sla_drafter.values import frozen

FEW = 12
"""A chart with at most so many points says every value, one with more says those that miss the target."""

_CLOSE = 5  # values that differ by less than a fifth of the highest are shown on an axis that does not begin at zero


@frozen
class Scale:
    """The values at the foot and at the top of the axis, and shares of its height from 0 to 1.

    `shares` has None for a value that is no number; `misses` says which values are below the target.
    """

    lowest: Decimal
    highest: Decimal
    shares: tuple[Decimal | None, ...]
    misses: tuple[bool, ...]
    target: Decimal


def scale(chart: Chart) -> Scale:
    """The scale of a chart that has a target."""
    numbers = [number(value) for value in chart.values]
    target = number(chart.target) or Decimal(0)
    known = [each for each in numbers if each is not None] + [target]
    lowest, highest = _foot(known), max(*known, Decimal(0))
    span = highest - lowest or Decimal(1)
    shares = tuple(None if each is None else max(each - lowest, Decimal(0)) / span for each in numbers)
    misses = tuple(each is not None and each < target for each in numbers)
    return Scale(lowest, highest, shares, misses, max(target - lowest, Decimal(0)) / span)


def _foot(known: Sequence[Decimal]) -> Decimal:
    """Where the axis begins: at zero, or at a round number below values that are all close together."""
    top, bottom = max(known), min(known)
    if bottom <= 0 or (top - bottom) * _CLOSE >= top or top == bottom:
        return Decimal(0)
    step = Decimal(1).scaleb((top - bottom).adjusted())
    return max((bottom // step - 1) * step, Decimal(0))


def number(value: str) -> Decimal | None:
    """A value as a number; None for words."""
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def spelled(value: Decimal, unit: str) -> str:
    """A value at the axis, as short as it can be written."""
    short = format(value, "f")
    if "." in short:
        short = short.rstrip("0").rstrip(".")
    return f"{short} {unit}".strip()


def every_nth(widths: Sequence[Decimal], step: Decimal, gap: Decimal) -> tuple[bool, ...]:
    """Which labels are set so that none touches the next: all, every second, or every third."""
    wide = max(widths, default=Decimal(0)) + gap
    nth = int(wide // step) + bool(wide % step) if step else 1
    return tuple(place % max(nth, 1) == 0 for place in range(len(widths)))


def told(widths: Sequence[Decimal], at: Sequence[Decimal], wanted: Sequence[bool], gap: Decimal) -> tuple[bool, ...]:
    """Which words fit beside each other: those wanted whose middle is far enough from the last one that was set."""
    found, free = [], Decimal("-Infinity")
    for width, middle, want in zip(widths, at, wanted, strict=True):
        fits = want and middle - width / 2 >= free
        found.append(fits)
        if fits:
            free = middle + width / 2 + gap
    return tuple(found)
