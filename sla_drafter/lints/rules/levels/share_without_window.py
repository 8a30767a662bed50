"""A share of time is promised, and over which time is said nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.promised import says, shares
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-06",
    name="share_without_window",
    severity=Severity.WARNING,
    checks="A paper that promises a share of time says over which period it is measured: a month, a quarter, a year.",
    why="99.9% of a month is 43 minutes at a stretch, 99.9% of a year is a working day.",
    bad=(
        "The service has an availability of 99.9%.\nDer Dienst hat eine Verfügbarkeit von 99,9 %.\n"
        "Le service a une disponibilité de 99,9 %.\nEl servicio tiene una disponibilidad del 99,9 %."
    ),
    good="The service has an availability of at least 99.9% in each calendar month.",
    source="Own lists (data/levels.yaml); a period that the paper names once passes. From data it is CMP-10.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    promised = shares(paper)
    if promised and not says(paper, "available", "window") and not says(paper, "down", "window"):
        first = promised[0]
        yield RULE.finding(
            f"“{first.words}” of which time? No period is named over which availability is measured.",
            clause=first.clause,
            quote=first.words,
            mend="name the period: “in each calendar month”",
        )
