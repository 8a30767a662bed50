"""A share is more than the whole."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import Fact
from sla_drafter.model.scalars import Percent, Target

RULE = Rule(
    code="MEA-22",
    name="share_beyond_whole",
    severity=Severity.ERROR,
    checks="A target, a compliance or a border of a band that is a share of cases or of time is at most 100%.",
    why="No service is up more than all of the time: such a promise is broken from the first day.",
    bad="availability: {formula: time availability, target: at least 999%}",
    good="availability: {formula: time availability, target: at least 99.9%}",
    source="A share is a part of a whole.",
)

_WHOLE = 100
_SHARES = {"compliance", "retention", "availability", "error_share", "from_", "to"}
_OF_CASES = ("availability", "share")


def find(context: Context) -> Iterator[Finding]:
    for fact in context.facts:
        share = _share(context, fact)
        if share is not None and share.value > _WHOLE:
            said = spelled.fact(share, context.agreement)
            yield RULE.finding(
                f"{said} is more than the whole: at most 100% of cases or of time can be good.",
                fact.path,
                figures=(("share", said),),
                mend=f"{fact.attribute.name.rstrip('_')}: at most 100%",
            )


def _share(context: Context, fact: Fact) -> Percent | None:
    if isinstance(fact.value, Target):
        return fact.value.value if _is_share(context, fact.path) and isinstance(fact.value.value, Percent) else None
    return fact.value if isinstance(fact.value, Percent) and fact.attribute.name in _SHARES else None


def _is_share(context: Context, path: str) -> bool:
    """Whether a target is that of an availability or of a share; a growth or an index may well pass 100%."""
    metric = next((one for one in context.agreement.metrics if path.startswith(f"metrics.{one.id}.")), None)
    return bool(metric and metric.formula and any(word in metric.formula.kind.id for word in _OF_CASES))
