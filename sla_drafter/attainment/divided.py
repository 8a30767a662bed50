"""The rows that the figures of each month need, so that a record of years is gone through once and not once a month."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

from attrs import evolve

from sla_drafter.attainment.attain import windows_of
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.spans import Pair, merge
from sla_drafter.attainment.windows import SPLIT, Period
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Measurements, Outage, Span, Ticket

_Row = TypeVar("_Row")
_BY_SPAN: Callable[[object], Pair] = attrgetter("span")
_NEVER = 10**18  # later than any instant that can be written


def by_month(
    agreement: Agreement, measured: Measurements, months: Sequence[Period]
) -> Iterator[tuple[Period, Measurements]]:
    """Each month with the rows that its windows touch; announced work stays whole.

    Work is not divided, as what is left of a cap depends on the work before. Where an outage counts in one piece, its
    whole unbroken run belongs to each month that the run touches.
    """
    reaches = [_reach(agreement, month) for month in months]
    border = agreement.time.window_border if agreement.time else None
    whole = border is not None and border.id != SPLIT
    outages = by_window(measured.outages, reaches, _runs(measured.outages) if whole else _BY_SPAN)
    tickets = by_window(measured.tickets, reaches, _open)
    requests = by_window(measured.requests, reaches)
    observations = by_window(measured.observations, reaches)
    for month, down, cases, counts, values in zip(months, outages, tickets, requests, observations, strict=True):
        rows = evolve(measured, outages=down, tickets=cases, requests=counts, observations=values)
        yield month, rows


def by_window(
    rows: Iterable[_Row], windows: Sequence[Span], reach: Callable[[_Row], Pair] = _BY_SPAN
) -> Iterator[tuple[_Row, ...]]:
    """The rows that touch each window; windows come in the order of time and may overlap."""
    begins, ends = [window.start for window in windows], [window.end for window in windows]
    found: list[list[_Row]] = [[] for _ in windows]
    for row in rows:
        start, end = reach(row)
        at = bisect_right(ends, start)
        while at < len(begins) and (begins[at] <= start or begins[at] < end):
            found[at].append(row)
            at += 1
    found.reverse()
    while found:
        yield tuple(found.pop())


def _reach(agreement: Agreement, month: Period) -> Span:
    """From the beginning of the longest window that a month is judged in to its end."""
    spans = [window.span(zone_of(agreement)) for window in windows_of(agreement, month)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _open(case: Ticket) -> Pair:
    """From the opening of a case to the instant after all was done; where something was not, it goes on."""
    if case.answered_at is None or case.restored_at is None:
        return case.opened_at, _NEVER
    return case.opened_at, max(case.answered_at, case.restored_at) + 1


def _runs(outages: Iterable[Outage]) -> Callable[[Outage], Pair]:
    """For an outage the unbroken run of which it is a part."""
    runs = merge(outage.span for outage in outages)
    starts = [start for start, _ in runs]

    def run(outage: Outage) -> Pair:
        index = bisect_right(starts, outage.span.start) - 1
        return runs[index] if index >= 0 and outage.span.end <= runs[index].end else outage.span

    return run
