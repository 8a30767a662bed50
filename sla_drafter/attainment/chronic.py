"""Chronic failure: when repeated misses, outages, a low average or exhausted credits give the right to end.

Periods are numbered from 1, as the months of an agreement are. A rolling window ends with the period in which the right
arises and never reaches back before the first one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from sla_drafter.attainment.refusal import Impossible, not_negative, positive
from sla_drafter.attainment.spans import merge
from sla_drafter.model.measured import Span
from sla_drafter.values import frozen


@frozen
class Outages:
    """The outages that were long enough to count, and the instant at which the last one needed ended; None if none."""

    qualifying: tuple[Span, ...]
    at: int | None


@frozen
class Weighted:
    """The value of a period and its length, in any unit that is the same for all."""

    value: Fraction
    weight: Fraction


@frozen
class Average:
    """The averages over one rolling window: of the values as they are, and of the values by their length."""

    period: int
    simple: Fraction
    weighted: Fraction


def rolling_count(missed: Iterable[bool], window: int, count: int) -> int | None:
    """The first period in which so many of the last so many periods were missed."""
    positive("The number of misses", count)
    if positive("The number of periods", window) < count:
        raise Impossible("The number of misses", count, f"It is at most the number of periods, {window}.")
    misses = [0, *accumulate(map(int, missed))]
    return next((end for end in range(1, len(misses)) if misses[end] - misses[max(0, end - window)] >= count), None)


def outages(spans: Iterable[tuple[int, int]], *, longer_than: int, count: int, within: int) -> Outages:
    """Whether so many outages longer than a time began within a period (PacketFabric clause); all in microseconds.

    Touching outages are one. The period is half open: one that begins exactly `within` after the first is outside.
    """
    positive("The period of the outages", within)
    long_ = longer(spans, longer_than)
    found = next(groups(long_, count, lambda start: start + within), None)
    return Outages(long_, found[-1].end if found else None)


def longer(spans: Iterable[tuple[int, int]], than: int) -> tuple[Span, ...]:
    """The outages that last longer than a time, in order; touching ones are one."""
    limit = not_negative("The length", than)
    return tuple(span for span in merge(spans) if span.end - span.start > limit)


def groups(long_: Sequence[Span], count: int, until: Callable[[int], int]) -> Iterator[tuple[Span, ...]]:
    """Each run of so many outages that begin within the period that the first of them opens.

    `until` says for the start of an outage when that period is over; an outage that begins just then is outside.
    """
    positive("The number of outages", count)
    for first in range(len(long_) - count + 1):
        group = tuple(long_[first : first + count])
        if group[-1].start < until(group[0].start):
            yield group


def rolling_averages(periods: Sequence[Weighted], window: int) -> Iterator[Average]:
    """The averages over each full rolling window; the simple one and the one by length differ."""
    positive("The number of periods", window)
    for end in range(window, len(periods) + 1):
        held = periods[end - window : end]
        weight = sum((positive("The length of a period", each.weight) for each in held), Fraction(0))
        simple = sum((each.value for each in held), Fraction(0)) / window
        yield Average(end, simple, sum((each.value * each.weight for each in held), Fraction(0)) / weight)


def average_below(periods: Sequence[Weighted], window: int, floor: Fraction, *, weighted: bool) -> int | None:
    """The first period at whose end the rolling average is below a floor."""
    averages = rolling_averages(periods, window)
    return next((each.period for each in averages if (each.weighted if weighted else each.simple) < floor), None)


def below_floor(values: Iterable[Fraction], floor: Fraction) -> int | None:
    """The first period whose own value is below a floor: the lowest band of a ladder, for instance."""
    return next((period for period, value in enumerate(values, 1) if value < floor), None)


def cap_reached(credits_: Iterable[Fraction], cap: Fraction, *, times: int, of: int) -> int | None:
    """The first period in which the credits came to a cap so many times in the last so many periods."""
    positive("The cap", cap)
    return rolling_count([credit >= cap for credit in credits_], of, times)
