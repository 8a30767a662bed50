"""Numbers inside numbers, or more defined terms than anybody keeps in mind."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SIZ-03",
    name="structure_too_deep",
    severity=Severity.WARNING,
    checks="Numbering has at most three levels (1, 1.1, (a)), and at most 40 terms are defined.",
    why="A reader who is sent to 7.3(b)(ii)(A) and to forty definitions does not get to the promise.",
    bad="7.3 The Provider:\n(a) answers:\n(i) by phone.",
    good="7.3(b), and what stood below in a table of a schedule",
    source="Own counts; deep embedding is what makes contracts hard to recall (Martinez, Mollica and Gibson 2022).",
    reads=Reads.PAPER,
)

LEVELS, MOST_TERMS = 3, 40


def find(paper: Paper) -> Iterator[Finding]:
    if paper.is_foreign:
        yield from in_typed_numbers(paper)
    deep = dict.fromkeys(line.clause for line in paper.body if line.depth >= LEVELS - 1)
    for clause in deep:
        message = f"Numbering goes deeper than {LEVELS} levels."
        yield RULE.finding(message, clause=clause, mend="write the inner list as a table of a schedule")
    if len(paper.definitions) > MOST_TERMS:
        message = f"{len(paper.definitions)} terms are defined; {MOST_TERMS} is the most."
        yield RULE.finding(message, mend="write rarely used terms out where they stand")


def in_typed_numbers(paper: Paper) -> Iterator[Finding]:
    """The deepest number that somebody else typed, with how many go as deep: 4.2(a)(i) has four levels."""
    deep = {name: mark.number for name, mark in paper.marks.items() if levels(mark.number) > LEVELS}
    if deep:
        clause = max(deep, key=lambda name: levels(deep[name]))
        often = spelled.counted(len(deep), "number")
        message = f"Numbering goes deeper than {LEVELS} levels ({often}, the deepest {deep[clause]})."
        yield RULE.finding(message, clause=clause, mend="write the inner list as a table of a schedule")


def levels(number: str) -> int:
    """How many levels a number has."""
    return number.count(".") + number.count("(") + 1 if number[:1].isdigit() else 0
