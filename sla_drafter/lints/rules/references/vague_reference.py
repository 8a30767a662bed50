"""A reference names no clause."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REF-04",
    name="vague_reference",
    severity=Severity.WARNING,
    checks="What is referred to has a number or a name: not “above”, “below” or “elsewhere”.",
    why="Above is what the reader wants it to be, and another place once a clause is moved.",
    bad="as described above\nwie oben\nmentionné ci-dessus\nantes mencionado",
    good="as described in clause 4.2",
    source="Own list (data/vague_references.yaml).",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    vague = wordlists.phrases("vague_references", paper.language)
    for line, found in paper.found(vague):
        message = f"“{found.words}” names no place."
        yield RULE.finding(message, clause=line.clause, quote=found.words, mend=found.payload)
