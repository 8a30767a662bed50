"""Availability is promised, and when a service is down is said nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.allowed_minutes import without_times
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.promised import passages_holding, shares, word
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-16",
    name="uptime_without_downtime",
    severity=Severity.WARNING,
    checks="A paper that promises availability says what must fail for the service to count as down.",
    why="One side counts a page that loads in a minute as up, the other does not.",
    bad=(
        "The uptime of the service is 99.9% a month.\nDie Verfügbarkeit beträgt 99,9 % im Monat.\n"
        "La disponibilité est de 99,9 % par mois.\nLa disponibilidad es del 99,9 % al mes."
    ),
    good="“Downtime” means minutes in which no user can log in.",
    source="Own lists (data/levels.yaml). From data it is MEA-02.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    promised = shares(paper)
    if promised and not says_when_down(paper):
        first = promised[0]
        yield RULE.finding(
            f"“{first.words}” is promised, and the paper does not say when the service is down.",
            clause=first.clause,
            quote=first.words,
            mend="define downtime by a test: what fails, for whom, for how long, as seen from where",
        )


def says_when_down(paper: Paper) -> bool:
    """Whether a passage says what counts as down; that 43 minutes of it are allowed says no more than the share."""
    down, defines = word(paper.language, "down"), word(paper.language, "defines")
    held = (without_times(passage.words, paper.language) for passage in passages_holding(paper, down))
    return any(down.search(words) and defines.search(words) for words in held)
