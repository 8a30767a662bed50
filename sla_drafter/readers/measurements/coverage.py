"""Of which days a file speaks, where it says so: `# covers: 2027-03-01/2027-03-31`, or the month `2027-03`.

Without it a file of outages speaks of every day. With it, a day outside was not measured.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from sla_drafter.language.patterns import compiled
from sla_drafter.model.measured import Span
from sla_drafter.readers.measurements.days import END, START
from sla_drafter.readers.measurements.mistakes import Listing, Wrong
from sla_drafter.readers.measurements.sheet import COVERS, Claim

_MONTH = compiled(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_DAYS = compiled(r"(\d{4}-\d{2}-\d{2})\s*/\s*(\d{4}-\d{2}-\d{2})", re.ASCII)
_LONGEST_MONTH = timedelta(days=31)
_RIGHT = "2027-03-01/2027-03-31"
_SHAPE = f"Write the first and the last day, {_RIGHT}, or a month, 2027-03."


def coverage(claims: Iterable[Claim], read: Callable[[str, str], int], listing: Listing) -> tuple[bool, Span | None]:
    """Whether what a file says about its days can be read, and from when to when they are; `read` reads a day."""
    said = [claim for claim in claims if claim.key == COVERS]
    if not said:
        return True, None
    try:
        if len(said) > 1:
            raise Wrong("wrong_time", f"It is said {len(said)} times what the file covers. Keep one of them.")
        return True, _span(said[0].words, read)
    except Wrong as wrong:
        listing.say(wrong.name, f"{wrong.message} No row of {listing.file} is read.", said[-1].line, right=wrong.right)
        return False, None


def _span(words: str, read: Callable[[str, str], int]) -> Span:
    found = _DAYS.fullmatch(words.strip())
    first, last = found.groups() if found else _days_of(words.strip())
    span = Span(read(START, first), read(END, last))
    if span.end <= span.start:
        raise Wrong(
            "reversed_span", f'The file covers "{words}", of which the last day lies before the first. {_SHAPE}'
        )
    return span


def _days_of(words: str) -> tuple[str, str]:
    """The first and the last day of a month."""
    found = _MONTH.fullmatch(words)
    if not found or found[1] == "0000":
        raise Wrong("wrong_time", f'"{words}" does not say which days the file covers. {_SHAPE}', _RIGHT)
    first = date(int(found[1]), int(found[2]), 1)
    last = (first + _LONGEST_MONTH).replace(day=1) - timedelta(days=1)
    return first.isoformat(), last.isoformat()
