"""The provider may change the promise, and the customer has to stay."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import EXTERNAL
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-07",
    name="change_without_way_out",
    severity=Severity.ERROR,
    checks=(
        "What the provider may change without consent has a notice; a change for the worse has a way out for the "
        "customer and does not hold at any time."
    ),
    why="A promise that the one who makes it may lower at any time is none.",
    bad="unilateral_change: {subjects: [the targets], worsening: at any time}",
    good="unilateral_change: {subjects: […], notice: 60 days, worsening: from the next term, exit_within: 30 days}",
    source="Public agreements give sixty to ninety days and an exit.",
    kinds=EXTERNAL,
)

NOTICE = Needed("notice", "The provider may change levels without notice.", "60 days")
EXIT = Needed("exit_within", "A customer cannot leave because of a change for the worse.", "30 days")


def find(context: Context) -> Iterator[Finding]:
    change = context.agreement.unilateral_change
    if change is None or (change.worsening and change.worsening.id == "never"):
        return
    yield from missing(RULE, change, "unilateral_change", (NOTICE, EXIT))
    if change.worsening and change.worsening.id == "at_any_time":
        yield RULE.finding(
            "A change for the worse may hold at any time, also in the running term.",
            "unilateral_change.worsening",
            mend="worsening: from the next term",
        )
