"""Two words stand where one says the same."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

RULE = Rule(
    code="STY-03",
    name="doublet",
    severity=Severity.INFO,
    checks="No two words stand where one says the same.",
    why="A reader looks for the difference between the two words, and a court may find one.",
    bad="any and all claims",
    good="all claims",
    source="Own list (data/doublets.yaml).",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line, found in paper.found(wordlists.phrases("doublets", paper.language)):
        if is_name(found.words):
            continue
        message = f"“{found.words}” says one thing twice."
        one = swap(paper, line, found.start, found.words, found.payload)
        right = mend(f"write “{found.payload}”", one)
        yield RULE.finding(message, clause=line.clause, quote=found.words, mend=right)


def is_name(words: str) -> bool:
    """Whether the words are part of a name: the General Terms and Conditions."""
    return words.rsplit(maxsplit=1)[-1][0].isupper() and not words.isupper()
