"""A word that is nearly a defined term is written like one."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed
from sla_drafter.lints.variants import reordered

RULE = Rule(
    code="TRM-04",
    name="term_variant",
    severity=Severity.WARNING,
    checks="A defined term is written as it is defined, not as a word near to it and not in another order.",
    why="Somebody will say that the other word was chosen on purpose and means something else.",
    bad="“Availability” means … The Service shall be Available.",
    good="“Availability” means … The Provider shall keep the Availability.",
    source="Stems and endings (data/word_endings.yaml); the plural and the cases of a term are the term.",
    reads=Reads.FOREIGN,
    languages=("en", "fr", "es"),
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    for variant, (term, clauses) in typed(paper).variants.items():
        used = spelled.counted(len(clauses), "time")
        yield RULE.finding(
            f"“{variant}” is near to the defined term “{term}” and is not it ({used}).",
            clause=clauses[0],
            quote=variant,
            mend=f"write “{term}”, define “{variant}”, or write it without capitals",
        )
    for line, words, term in reordered(paper.prose, typed(paper).definitions, paper.language):
        yield RULE.finding(
            f"“{words}” has the words of the defined term “{term}” in another order.",
            clause=line.clause,
            quote=words,
            mend=f"write “{term}”",
        )
