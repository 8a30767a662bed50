"""A text of the agreement is not there in the language of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.languages import texts_without

RULE = Rule(
    code="LNG-01",
    name="text_not_translated",
    severity=Severity.ERROR,
    checks=(
        "Every text of the agreement is there in the language of the paper. A text that is given once is one of the "
        "agreement's own language; names of companies, persons and tools are the same in every language."
    ),
    why="A paper in which one sentence stands in another language is read by nobody who needs the translation.",
    bad="goals: {orders: {text: shops can take orders}}   # drafted with --language de",
    good="goals: {orders: {text: {en: shops can take orders, de: die Filialen können Bestellungen annehmen}}}",
    source="Own rule: a paper is in one language.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    language = context.paper.language
    for fact in texts_without(context.texts_of_facts, language):
        message = f"This text is not there in the language of the paper ({language})."
        yield RULE.finding(message, fact.path, mend=f"{language}: …")
