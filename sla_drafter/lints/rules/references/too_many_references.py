"""The reader is sent from clause to clause."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.document.nodes import Reference, StoryKind
from sla_drafter.document.walk import inlines_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REF-09",
    name="too_many_references",
    severity=Severity.WARNING,
    checks="A page of the body has on average at most 20 cross-references.",
    why="Each reference is a page turned; what is read in pieces is understood in pieces.",
    bad="Subject to clauses 3.2, 4.1(a) and 7, and without prejudice to clause 9.4 …",
    good="the rule stands once, where it is needed",
    source="Own count; the Pennsylvania plain language guidelines name confusing cross-references as a fault.",
    reads=Reads.LAYOUT,
)

MOST = 20


def find(context: Context) -> Iterator[Finding]:
    pages = context.layout.body if context.layout else 0
    inside = [line for line in context.paper.lines if line.story is StoryKind.BODY]
    count = sum(isinstance(inline, Reference) for line in inside for inline in inlines_of(line.inlines))
    if pages and count > MOST * pages:
        yield RULE.finding(
            f"The body has {count} cross-references on {spelled.counted(pages, 'page')}; {MOST} a page is the most.",
            mend="say the rule where it is needed",
        )
