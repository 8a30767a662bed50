"""A schedule or annex is named and not attached."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="REF-02",
    name="attachment_missing",
    severity=Severity.ERROR,
    checks="Every schedule, exhibit or annex that the paper names is attached.",
    why="What was to be agreed there was not agreed.",
    bad="as set out in Schedule B (there is none)",
    good="Schedule B is attached",
    source=(
        "Set algebra over the titles of the paper; an attachment may come in a file of its own, so the "
        "finding is medium sure."
    ),
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    index = typed(paper)
    said: set[str] = set()
    for reference in index.attachments:
        if reference.number not in index.attached and reference.number not in said:
            said.add(reference.number)
            yield RULE.finding(
                f"{reference.number} is named, and no title of this file is {reference.number}.",
                clause=reference.clause,
                quote=reference.words,
                mend="attach it, or correct its name",
            )
