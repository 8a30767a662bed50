"""The rows that the figures of each month need, so that a record of years is gone through once and not once a month."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter, lt
from typing import Any, TypeVar

from attrs import evolve

from sla_drafter.attainment.attain import windows_of
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.spans import Pair, Spans, merge
from sla_drafter.attainment.windows import SPLIT, Period
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.columns import INSTANTS, Table, in_order
from sla_drafter.model.measured import Outages, Span
from sla_drafter.model.record import Measurements

_Row = TypeVar("_Row")
_Table = TypeVar("_Table", bound=Table[Any])
_BY_SPAN: Callable[[object], Pair] = attrgetter("span")


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
    rows, cases_ = measured.outages, measured.tickets
    outages = table_by_window(rows, *(_runs(rows) if whole else (rows.starts, rows.ends)), reaches)
    done = [last + 1 for last in map(max, cases_.answered, cases_.restored)]  # what has not been done, goes on
    tickets = table_by_window(cases_, cases_.opened, done, reaches)
    requests = by_window(measured.requests, reaches)
    observations = by_window(measured.observations, reaches)
    for month, down, cases, counts, values in zip(months, outages, tickets, requests, observations, strict=True):
        yield month, evolve(measured, outages=down, tickets=cases, requests=counts, observations=values)


def by_window(rows: Iterable[_Row], windows: Sequence[Span]) -> Iterator[tuple[_Row, ...]]:
    """The rows that touch each window; windows come in the order of time and may overlap."""
    begins, ends = [window.start for window in windows], [window.end for window in windows]
    found: list[list[_Row]] = [[] for _ in windows]
    for row in rows:
        start, end = _BY_SPAN(row)
        at = bisect_right(ends, start)
        while at < len(begins) and (begins[at] <= start or begins[at] < end):
            found[at].append(row)
            at += 1
    found.reverse()
    while found:
        yield tuple(found.pop())


def table_by_window(
    table: _Table, begins: Sequence[int], ends: Sequence[int], windows: Iterable[Span]
) -> Iterator[_Table]:
    """The rows of a table that touch each window, by when they begin and end; in their order.

    In the order of their beginnings those of a window lie between two places: nothing before the first place reaches
    into it, and nothing after the second begins before it is over.
    """
    order: Sequence[int] = range(len(table))
    if not in_order(begins):
        order = sorted(order, key=begins.__getitem__)
        begins, ends = [begins[place] for place in order], [ends[place] for place in order]
    reach = ends if all(map(lt, begins, ends)) else list(map(max, ends, (begin + 1 for begin in begins)))
    lasts = array(INSTANTS, accumulate(reach, max))
    for start, end in windows:
        inside = slice(bisect_right(lasts, start), bisect_left(begins, end))
        if isinstance(order, range) and min(reach[inside], default=end) > start:
            yield table[inside]
        else:
            touching = zip(order[inside], reach[inside], strict=True)
            yield table.at(sorted(place for place, last in touching if last > start))


def _reach(agreement: Agreement, month: Period) -> Span:
    """From the beginning of the longest window that a month is judged in to its end."""
    spans = [window.span(zone_of(agreement)) for window in windows_of(agreement, month)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _runs(outages: Outages) -> tuple[Sequence[int], Sequence[int]]:
    """When the unbroken run begins and ends of which each outage is a part."""
    runs = merge(outages.spans)
    starts = [start for start, _ in runs]
    spans = [_run(span, runs, bisect_right(starts, span.start) - 1) for span in outages.spans]
    return [start for start, _ in spans], [end for _, end in spans]


def _run(span: Span, runs: Spans, index: int) -> Span:
    return runs[index] if index >= 0 and span.end <= runs[index].end else span
