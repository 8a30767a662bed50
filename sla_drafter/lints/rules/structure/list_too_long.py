"""A list has more items than anybody keeps apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STR-03",
    name="list_too_long",
    severity=Severity.INFO,
    checks="A list with letters, (a), (b), (c), has at most nine items.",
    why="Nobody compares the tenth item with the second; in a table of groups, or in two lists, somebody does.",
    bad=(
        "7.3 Excluded are:\n"
        "(a) fire;\n"
        "(b) flood;\n"
        "(c) storm;\n"
        "(d) frost;\n"
        "(e) war;\n"
        "(f) riot;\n"
        "(g) strike;\n"
        "(h) theft;\n"
        "(i) plague;\n"
        "(j) dust."
    ),
    good="a table in a schedule: what is excluded, for how long, who shows it",
    source="Own count. How deep numbers may go is SIZ-03.",
    reads=Reads.FOREIGN,
    sure=Confidence.EXACT,
)

MOST = 9
LETTER = compiled(r"(?P<list>.*)\((?:[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})\)\Z")


def find(paper: Paper) -> Iterator[Finding]:
    counted: Counter[str] = Counter()
    first: dict[str, str] = {}
    for clause, mark in paper.marks.items():
        item = LETTER.match(mark.number)
        if item:
            counted[item["list"]] += 1
            first.setdefault(item["list"], clause)
    for name, items in counted.items():
        if items > MOST:
            message = f"The list has {items} items; {MOST} is the most."
            yield RULE.finding(message, clause=first[name], mend="group them, or write them as a table in a schedule")
