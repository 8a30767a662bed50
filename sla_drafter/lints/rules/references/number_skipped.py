"""The numbers of a paper leave one out, or have one twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REF-05",
    name="number_skipped",
    severity=Severity.WARNING,
    checks="The numbers of clauses and items follow one another: none is left out, and none stands twice in a row.",
    why="A number that is missing is that of a clause which somebody took out, and references to it are still there.",
    bad="6.3 … 6.5 …",
    good="6.3 … 6.4 …",
    source="Own rule. A list that begins anew, and numbers that a schedule repeats, pass.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)

PARTS = re.compile(r"(?P<parent>(?:\d+\.)+)(?P<last>\d+)|(?P<item>\d[\d.]*(?:\([a-z]\))*)\((?P<letter>[a-hj-uwyz])\)")


def find(paper: Paper) -> Iterator[Finding]:
    seen: set[str] = set()
    last = ""
    for clause, mark in paper.marks.items():
        number = mark.number.strip("§ ")
        before = one_before(number)
        if before and before not in seen:
            message = f"{number} follows, and there is no {before}."
            yield RULE.finding(message, clause=clause, mend=f"number it {before}, or bring back what is missing")
        elif before and number == last:
            yield RULE.finding(f"{number} stands twice in a row.", clause=clause, mend="number the second one anew")
        seen.add(number)
        last = number or last


def one_before(number: str) -> str:
    """The number before one of two levels or more: 6.4 before 6.5, 6.4(a) before 6.4(b); empty for a first one."""
    found = PARTS.fullmatch(number)
    if not found:
        return ""
    if found["letter"]:
        earlier = chr(ord(found["letter"]) - 1)
        return "" if found["letter"] == "a" or earlier in "iv" else f"{found['item']}({earlier})"
    return f"{found['parent']}{int(found['last']) - 1}" if int(found["last"]) > 1 else ""
