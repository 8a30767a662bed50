"""What of a line the draft says in its own words, and what is filled in: values, terms, references, blanks."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

from sla_drafter.document.nodes import Inline, Text
from sla_drafter.document.walk import inlines_of, words_of
from sla_drafter.lints.paper import Line

_NOWHERE = (sys.maxsize, sys.maxsize, Text(""))


def others(line: Line) -> Iterator[tuple[int, int, Inline]]:
    """What is not the draft's own words: values, terms, references and blanks, each with where it starts and ends."""
    at = 0
    for inline in inlines_of(line.inlines):
        if isinstance(inline, Text):
            at += len(inline.words)
        elif not getattr(inline, "children", ()):
            start, at = at, at + len(words_of((inline,)))
            yield start, at, inline


def outside(spans: Iterable[tuple[int, int, Inline]], matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those that begin in none of the spans; both are in the order of the line."""
    waiting = iter(spans)
    start, end, _ = next(waiting, _NOWHERE)
    for match in matches:
        at = match.start()
        while end <= at:
            start, end, _ = next(waiting, _NOWHERE)
        if at < start:
            yield match
