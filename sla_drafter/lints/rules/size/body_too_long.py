"""The body is longer than anybody reads."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SIZ-01",
    name="body_too_long",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks=(
        "The body, from the first section to the signatures, has at most the pages of the outline: more than its "
        "aim is a warning, more than its limit an error. Schedules are counted apart."
    ),
    why="Agreements of three to five pages are read; longer ones are filed.",
    bad="a body of 9 pages",
    good="tables and lists stand in schedules, the body has 5 pages",
    source="Own aim of three to five pages; pages are counted as the PDF is laid out, schedules apart.",
    reads=Reads.LAYOUT,
)


def find(context: Context) -> Iterator[Finding]:
    pages, outline = context.layout, context.draft.outline
    if pages is None or pages.body <= outline.pages:
        return
    over_limit = pages.body > outline.pages_limit
    schedules = f"{spelled.counted(pages.schedules, 'page')} of schedules" if pages.schedules else "no schedules"
    yield RULE.finding(
        f"The body has {spelled.counted(pages.body, 'page')}; the aim is {outline.pages}, "
        f"the limit {outline.pages_limit}. Beside it are {schedules}.",
        severity=Severity.ERROR if over_limit else RULE.severity,
        mend="move lists and tables to schedules, or leave out optional clauses",
    )
