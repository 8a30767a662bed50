"""The brochure is longer than two pages."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

MOST = 2
RULE = Rule(
    code="SIZ-05",
    name="brochure_too_long",
    severity=Severity.WARNING,
    checks="The brochure has at most two pages: one sheet, printed on both sides.",
    why="A brochure hangs beside a desk or lies in a folder. What does not fit on one sheet is read by nobody there.",
    bad="a brochure of three pages, with eleven service levels and four tables of credit bands",
    good="a brochure of two pages; an agreement with more to tell than that is split by service",
    source="Own aim: one sheet. Pages are counted as the PDF is laid out, in type an eighth smaller where that helps.",
    reads=Reads.BROCHURE,
)


def find(context: Context) -> Iterator[Finding]:
    pages = context.brochure
    if pages is None or pages.total <= MOST:
        return
    yield RULE.finding(
        f"The brochure has {pages.total} pages; {MOST} are one sheet, and smaller type does not help.",
        mend="shorten the purposes and duties that its tables print, or make an agreement for each service",
    )
