"""Several words stand where one is enough."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

RULE = Rule(
    code="STY-02",
    name="wordy_phrase",
    severity=Severity.INFO,
    checks="No phrase stands in the paper for which there is a short word.",
    why="Each such phrase makes a long sentence longer, and the reader finds the duty later.",
    bad="prior to the commencement; in the event that",
    good="before the beginning; if",
    source="wordy-words 1.0.0 (CC0-1.0), filtered (data/wordy_phrases.yaml).",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line, found in paper.found(wordlists.phrases("wordy_phrases", paper.language)):
        message = f"“{found.words}” says in {len(found.words.split())} words what a short word says."
        if " " not in found.words:
            message = f"There is a shorter word for “{found.words}”."
        is_one = ", " not in found.payload  # of several short words the reader chooses
        short = (swap(paper, line, found.start, found.words, found.payload),) if is_one else ()
        right = mend(f"write “{found.payload}”", *short)
        yield RULE.finding(message, clause=line.clause, quote=found.words, mend=right)
