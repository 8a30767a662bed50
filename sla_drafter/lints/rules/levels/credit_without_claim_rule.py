"""Credits are promised, and how they are claimed is said nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.promised import passages_holding, says, word
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-17",
    name="credit_without_claim_rule",
    severity=Severity.WARNING,
    checks="A paper that promises credits says that they come by themselves, or how and until when they are claimed.",
    why="Silence is read by each side in its own favour, once there is money in it.",
    bad=(
        "For each miss the Customer receives a credit of 10%.\nJe Verfehlung erhält der Kunde eine Gutschrift.\n"
        "Le client reçoit un crédit de 10 %.\nEl cliente recibe un crédito del 10 %."
    ),
    good="The Provider credits it automatically with the next invoice.",
    source="Own lists (data/levels.yaml). From data it is CMP-13.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    if says(paper, "credit", "claim") or not says(paper, "credit", "missed"):
        return
    credit = word(paper.language, "credit")
    for passage in passages_holding(paper, credit):
        if found := credit.search(passage.words):
            yield RULE.finding(
                f"“{found[0]}”: the paper does not say whether it comes by itself or how it is claimed.",
                clause=passage.clause,
                quote=found[0],
                mend="“automatically with the next invoice”, or a claim within a number of days",
            )
            return
