"""The published text is another one than this draft."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CON-25",
    name="published_text_differs",
    severity=Severity.ERROR,
    checks="Where the fingerprint of the published text is noted, it is the fingerprint of this draft.",
    why="Customers look online first; two texts of one version are argued about in the first bad month.",
    bad="private: {published: 0a1b2c3d4e5f}   (an older text)",
    good="publish again, and note the fingerprint at the foot of its pages",
    source="The fingerprint is made from the words of the document.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    noted = context.agreement.private.published if context.agreement.private else None
    if noted is not None and noted != (drafted := fingerprint(context.draft.document)):
        yield RULE.finding(
            f"The text that is published has the fingerprint {noted}, this draft has {drafted}.",
            "private.published",
            mend=f"publish this text, then published: {drafted}",
        )
