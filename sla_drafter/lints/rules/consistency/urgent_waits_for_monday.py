"""By the clock on the wall a more urgent case is due after a less urgent one."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.lints.urgency import Pair, overtaken, pairs

RULE = Rule(
    code="CON-05",
    name="urgent_waits_for_monday",
    severity=Severity.ERROR,
    checks=(
        "Where neighbouring severities run on different clocks, a case of the more urgent one that is opened at any "
        "hour of a week is due no later than one of the less urgent one opened with it."
    ),
    why="Eight business hours look shorter than a day; over a weekend they are three.",
    bad="severities: {1: {restore: 8 business hours, …}, 2: {restore: 24 hours, cover: always, …}}",
    good="severities: {1: {restore: 8 hours, cover: always, …}, 2: {restore: 24 hours, cover: always, …}}",
    source="Both deadlines are computed on their own clocks for each hour of a week.",
)


def find(context: Context) -> Iterator[Finding]:
    for pair in pairs(context):
        late = overtaken(context, pair)
        if late:
            yield _found(context, pair, late.words(pair))


def _found(context: Context, pair: Pair, witness: str) -> Finding:
    higher, lower = (spelled.fact(time, context.agreement) for time in pair.times or ())
    return RULE.finding(
        f"Over closed hours the {pair.name} of severity {pair.higher.id} ({higher}) takes longer than that of severity "
        f"{pair.lower.id} ({lower}).",
        f"severities.{pair.higher.id}.{pair.name}",
        figures=((f"severity {pair.higher.id}", higher), (f"severity {pair.lower.id}", lower)),
        witness=witness,
        note="the more urgent one",
        also=(f"severities.{pair.lower.id}.{pair.name}",),
        also_notes=("the less urgent one",),
        mend="one clock for both: the same cover, and the same unit",
    )
