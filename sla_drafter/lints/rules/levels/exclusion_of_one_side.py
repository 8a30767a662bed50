"""One side alone decides what is excluded."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.promised import passages_holding, word
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-13",
    name="exclusion_of_one_side",
    severity=Severity.WARNING,
    checks="Whether an event is excluded, or a credit due, is not left to the opinion of one side.",
    why="An exclusion that the provider grants itself takes back whatever the target promised.",
    bad="Downtime excludes any period that the Provider, in its sole discretion, considers an emergency.",
    good="Downtime excludes emergency work of which the Provider told the Customer an hour before.",
    source="Own lists (data/one_sided_words.yaml, data/levels.yaml). From data it is CTL-05.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    excuses = word(paper.language, "excuses")
    one_sided = wordlists.one_sided(paper.language)
    for passage in passages_holding(paper, one_sided):
        sided = next(one_sided.find(passage.words), None)
        if sided and excuses.search(passage.words):
            yield RULE.finding(
                f"“{sided.words}”: one side alone decides what counts.",
                clause=passage.clause,
                quote=sided.words,
                mend="a test that both sides can make",
            )
