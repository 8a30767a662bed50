"""A service is promised to be there at all times."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.promised import shares
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-12",
    name="promise_of_everything",
    severity=Severity.WARNING,
    checks="No paper promises an availability of 100%.",
    why="It is missed by the first second, so either nobody means it or the exclusions take it back.",
    bad=(
        "100% uptime is guaranteed.\nEine Verfügbarkeit von 100 % wird zugesagt.\n"
        "Une disponibilité de 100 % est garantie.\nSe garantiza una disponibilidad del 100 %."
    ),
    good="an availability of at least 99.95%",
    source="No system is always there; a share of 100% leaves nothing for planned work.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

EVERYTHING = 100


def find(paper: Paper) -> Iterator[Finding]:
    for share in shares(paper):
        if share.value == EVERYTHING:
            yield RULE.finding(
                f"“{share.words}” is promised: the first second without service misses it.",
                clause=share.clause,
                quote=share.words,
                mend="a share that can be kept, and the work that is planned",
            )
