"""A reference has another heading than the clause that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="REF-03",
    name="heading_differs",
    severity=Severity.WARNING,
    checks="A heading in brackets after the number of a clause is the heading of that clause.",
    why="Either the number or the heading is left of another version, and nobody knows which.",
    bad="see Section 6 (Support), where Section 6 is headed Fees",
    good="see Section 6 (Fees)",
    source="Set algebra over the numbers and headings of the paper; brackets that hold no heading of the paper pass.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

HEADING = re.compile(r"\s?\((?P<heading>[^()]{3,80})\)")


def find(paper: Paper) -> Iterator[Finding]:
    headings = {number: heading.rstrip(". ") for number, heading in typed(paper).headings.items()}
    known = {heading.casefold(): number for number, heading in headings.items()}
    words = {line.clause: line.words for line in paper.prose}
    for reference in typed(paper).references:
        heading = headings.get(reference.number, "")
        named = named_after(words.get(reference.clause, ""), reference.words)
        if heading and named.casefold() in known and named.casefold() != heading.casefold():
            yield RULE.finding(
                f"{reference.number} is headed “{heading}”; “{named}” is {known[named.casefold()]}.",
                clause=reference.clause,
                quote=reference.words,
                mend="the number and the heading of the clause that is meant",
            )


def named_after(words: str, reference: str) -> str:
    """What stands in brackets right after a reference; empty where nothing does."""
    at = words.find(reference)
    found = HEADING.match(words, at + len(reference)) if at >= 0 else None
    return " ".join(found["heading"].split()).strip("“”„«».\"' ") if found else ""
