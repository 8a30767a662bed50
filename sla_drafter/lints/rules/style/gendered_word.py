"""A word names a man or a woman where anybody is meant."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STY-06",
    name="gendered_word",
    severity=Severity.INFO,
    checks="No word names a man or a woman where a party, a role or anybody is meant.",
    why="Parties are companies and roles are held by anybody: “he” is the wrong word for both.",
    bad="The Customer shall name his service manager and the man-hours used.",
    good="The Customer shall name its service manager and the working hours used.",
    source="Own list (data/gendered_words.yaml); titles (Mr, Mrs) and “ombudsman”, an office of the law, pass.",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line, found in paper.found(wordlists.phrases("gendered_words", paper.language)):
        if found.words.isupper() and len(found.words) < len(line.words) and not line.words.isupper():
            continue  # HER is a name of letters
        message = f"“{found.words}” names a man or a woman where anybody is meant."
        yield RULE.finding(message, clause=line.clause, quote=found.words, mend=f"write {found.payload}")
