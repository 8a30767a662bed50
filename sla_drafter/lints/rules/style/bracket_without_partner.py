"""A bracket is opened and not closed, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.paper import Line, Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STY-09",
    name="bracket_without_partner",
    severity=Severity.INFO,
    checks="Each bracket that is opened is closed, in the same paragraph or in the list that follows.",
    why="Where an exception has no end, the rule behind it belongs to the exception.",
    bad="The fee (without tax is due on the first day.",
    good="The fee (without tax) is due on the first day.",
    source="Own rule; a mark of a list (“a)”, “1)”) has no partner and passes.",
    reads=Reads.PAPER,
    sure=Confidence.MEDIUM,
)

OPENED_BY = {")": "(", "]": "["}
BRACKET = compiled(r"[()\[\]]")
MARK = compiled(r"(?:\A|[\s,;:/])(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,3}(?:\.\d{1,2})?)\Z")
LONGEST_MARK = 7
FARTHEST = 12
"""So many paragraphs further down a bracket may be closed: it was opened before a list."""
AROUND = 25


def find(paper: Paper) -> Iterator[Finding]:
    told: set[tuple[str, int]] = set()  # of many such brackets in one paragraph the first is said
    for fault, at, line, place in faults(paper):
        if (fault, at) not in told:
            told.add((fault, at))
            yield said(fault, line, place)


def faults(paper: Paper) -> Iterator[tuple[str, int, Line, int]]:
    """Every bracket without a partner: what is wrong, in which paragraph, and its place there."""
    waiting: dict[str, list[tuple[int, Line, int]]] = {"(": [], "[": []}
    for at, line in enumerate(paper.prose):
        for sign, place in alone_in(line.words):
            opened = waiting.get(sign)
            if opened is not None:
                opened.append((at, line, place))
                continue
            before = waiting[OPENED_BY[sign]]
            if before and at - before[-1][0] <= FARTHEST:
                before.pop()
            else:
                yield "closed and was not opened", at, line, place
    for opened in waiting.values():
        yield from (("opened and is not closed", *one) for one in opened)


def alone_in(words: str) -> Iterator[tuple[str, int]]:
    """The brackets of a paragraph that have no partner in it, each with its place."""
    opened: list[tuple[str, int]] = []
    for found in BRACKET.finditer(words):
        sign, place = found[0], found.start()
        if sign not in OPENED_BY:
            opened.append((sign, place))
        elif opened and opened[-1][0] == OPENED_BY[sign]:
            opened.pop()
        elif sign == "]" or not MARK.search(words, max(0, place - LONGEST_MARK), place):
            yield sign, place
    yield from opened


def said(fault: str, line: Line, place: int) -> Finding:
    """A finding with the words around the bracket."""
    start, end = max(0, place - AROUND), place + AROUND
    return RULE.finding(
        f"“{line.words[place]}” is {fault}.",
        clause=line.clause,
        quote=line.words[start:end],
        mend="add its partner where the aside ends, or delete it",
    )
