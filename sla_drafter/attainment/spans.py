"""Stretches of time as sets: joined, shared, taken away and measured, each in one pass over sorted instants.

A span is a half-open pair of instants in microseconds. Every function returns spans in order that neither overlap nor
touch; where an argument is called disjoint, it is such a result. Nothing is ever counted twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, compress, islice, pairwise, repeat
from operator import itemgetter, lt

from sla_drafter.attainment.refusal import Impossible
from sla_drafter.model.measured import Span

Pair = tuple[int, int]
Spans = tuple[Span, ...]
_new = tuple.__new__  # a million of them are made twice as fast
# A set so many times smaller than another is looked up in it; two of a size are swept together.
_FEW = 16


def merge(spans: Iterable[Pair]) -> Spans:
    """The time that is covered at least once: overlapping and touching spans become one, empty ones vanish.

    Takes spans in any order; raises `Impossible` for one that ends before it starts.
    """
    return covered(1, spans)


def joined(starts: Sequence[int], ends: Sequence[int]) -> Spans:
    """What `merge` gives, of spans in two columns."""
    if not all(map(lt, starts, ends)):
        return merge(zip(starts, ends, strict=True))
    return _joined(sorted(starts), sorted(ends))


def covered(times: int, spans: Iterable[Pair]) -> Spans:
    """The time that lies in at least so many of the spans.

    With all starts and all ends sorted apart, an instant lies in k spans exactly when some i has
    `starts[i + k - 1] <= instant < ends[i]`: that is the whole sweep. For k = 1 none of these pairs is empty.
    """
    known = [span for span in spans if span[0] != span[1]]
    starts, ends = [start for start, _ in known], [end for _, end in known]
    if not all(map(lt, starts, ends)):
        start, end = next(span for span in known if span[1] < span[0])
        raise Impossible("A span of time", f"from {start} to {end}", "It starts before it ends.")
    starts.sort()
    ends.sort()
    if times == 1:
        return _joined(starts, ends)
    pairs = [(start, end) for start, end in zip(starts[times - 1 :], ends, strict=False) if start < end]
    return _joined([start for start, _ in pairs], [end for _, end in pairs])


def _joined(starts: Sequence[int], ends: Sequence[int]) -> Spans:
    """Spans whose starts and ends are both in order, with what overlaps or touches made one: it ends where a gap is."""
    if not starts:
        return ()
    gaps = list(map(lt, ends, islice(starts, 1, None)))
    first = chain(starts[:1], compress(islice(starts, 1, None), gaps))
    last = chain(compress(ends, gaps), ends[-1:])
    return tuple(map(_new, repeat(Span), zip(first, last, strict=True)))


def union(*sets: Iterable[Pair]) -> Spans:
    """The time that lies in at least one of several sets of spans."""
    return merge(chain.from_iterable(sets))


def intersect(one: Sequence[Span], other: Sequence[Span]) -> Spans:
    """The time that lies in both of two disjoint sets."""
    few, many = sorted((one, other), key=len)
    if len(few) * _FEW < len(many):
        return tuple(chain.from_iterable(clip(many, piece) for piece in few))
    return covered(2, (*one, *other))


def clip(spans: Sequence[Span], window: Pair) -> Spans:
    """The part of a disjoint set that lies in one window; found by bisection."""
    start, end = window
    if start >= end:
        return ()
    first = bisect_right(spans, start, key=itemgetter(1))
    found = list(spans[first : bisect_left(spans, end, key=itemgetter(0))])
    if found:
        found[0] = Span(max(found[0].start, start), found[0].end)
        found[-1] = Span(found[-1].start, min(found[-1].end, end))
    return tuple(found)


def subtract(one: Sequence[Span], other: Sequence[Span]) -> Spans:
    """The time that lies in the first of two disjoint sets and not in the second."""
    if not one or not other:
        return tuple(one)
    low, high = min(one[0][0], other[0][0]), max(one[-1][1], other[-1][1])
    borders = ((low, low), *other, (high, high))
    return intersect(one, [Span(before[1], after[0]) for before, after in pairwise(borders)])


def length(spans: Iterable[Pair]) -> int:
    """How long a disjoint set is, in microseconds."""
    return sum([end - start for start, end in spans])


def first_part(spans: Iterable[Pair], limit: int) -> Spans:
    """The first so many microseconds of a disjoint set, in the order of time."""
    found, left = [], limit
    for start, end in spans:
        if left <= 0:
            break
        found.append(Span(start, min(end, start + left)))
        left -= end - start
    return tuple(found)
