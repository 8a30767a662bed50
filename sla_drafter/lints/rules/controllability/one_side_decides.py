"""Whether an event excuses a miss is decided by one party alone."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CTL-05",
    name="one_side_decides",
    severity=Severity.WARNING,
    checks="No test of an exclusion leaves the decision to the opinion or the discretion of one party.",
    why="Who decides alone what counts decides alone what is paid.",
    bad="abuse: {test: the Provider considers the traffic abusive}",
    good="abuse: {test: the traffic exceeds 400 requests a second from one address}",
    source="Own list of words (data/one_sided_words.yaml).",
)


def find(context: Context) -> Iterator[Finding]:
    for exclusion in context.agreement.exclusions:
        for found in wordlists.one_sided(context.paper.language).find(context.words(exclusion.test)):
            yield RULE.finding(
                f"“{found.words}” lets one party decide whether the miss counts.",
                f"exclusions.{exclusion.id}.test",
                quote=found.words,
                note="one party decides",
                mend="a test that both sides can make, or a joint review",
            )
