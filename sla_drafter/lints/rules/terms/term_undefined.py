"""A term is used and not defined."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import spelled, wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="TRM-01",
    name="term_undefined",
    severity=Severity.WARNING,
    checks="Every word that is written as a defined term is defined in the paper.",
    why="A capital letter promises a meaning; where none is given, each side brings its own.",
    bad="Each Service Period has a fee. The Service Period is extended. (defined nowhere)",
    good="“Service Period” means a calendar month.",
    source=(
        "Set algebra over definitions and capitals; names of people and places look like terms, so one use is enough "
        "only for what such papers define (data/heads_of_terms.yaml). Silent where another document defines the rest, "
        "as the paper says. In a draft of this library it is CON-07."
    ),
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.LOW,
)


def find(paper: Paper) -> Iterator[Finding]:
    index = typed(paper)
    elsewhere = wordlists.pattern("heads_of_terms", paper.language, "elsewhere")
    if index.undefined and any(elsewhere.search(line.words) for line in paper.holding(elsewhere)):
        return  # another document defines them
    for term, clauses in index.undefined.items():
        used = f"used {spelled.counted(len(clauses), 'time')}"
        yield RULE.finding(
            f"“{term}” is written as a defined term and defined nowhere ({used}).",
            clause=clauses[0],
            quote=term,
            mend=f"define “{term}”, or write it without capitals",
        )
