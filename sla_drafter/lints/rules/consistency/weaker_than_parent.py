"""A lower level promises less than the level above it."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import lengths, spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import facts_of, value_at
from sla_drafter.model.scalars import Duration, Percent, Target

RULE = Rule(
    code="CON-21",
    name="weaker_than_parent",
    severity=Severity.ERROR,
    others=(Severity.WARNING,),
    checks=(
        "No target, time, compliance or credit is weaker than in the agreement that this one extends, and no "
        "promise of it is removed (anything else that is removed is a warning)."
    ),
    why=(
        "The higher level is what everybody relies on; a service sheet that takes some of it back is found in the "
        "first dispute."
    ),
    bad="corporate: at least 99.5%   service: at least 99.0%",
    good="corporate: at least 99.5%   service: at least 99.9%",
    source="Multi-level agreements: the lower level adds, it does not take away.",
)

PROMISES = {
    "metrics.*.target": "",
    "severities.*.response": "shorter",
    "severities.*.restore": "shorter",
    "severities.*.fix": "shorter",
    "severities.*.update_every": "shorter",
    "severities.*.compliance": "higher",
    "credits.ladders.*.credit": "higher",
    "security_incident.notice": "shorter",
}


def find(context: Context) -> Iterator[Finding]:
    agreement, parent = context.agreement, context.agreement.parent
    if parent is None:
        return
    for path in agreement.removed:
        message = "This stands in the agreement above and is removed here."
        yield RULE.finding(message, path, severity=Severity.WARNING, mend="delete the line that removes it")
    for fact in facts_of(parent):
        stronger = next((words for pattern, words in PROMISES.items() if fnmatchcase(fact.path, pattern)), None)
        if stronger is None:
            continue
        ours = value_at(agreement, fact.path)
        above = spelled.fact(fact.value, parent)
        if ours is None:
            yield RULE.finding(f"{fact.path} is {above} above and removed here.", fact.path, mend=f"keep {above}")
        elif is_weaker(ours, fact.value, stronger):
            yield RULE.finding(
                f"{fact.path} is {spelled.fact(ours, agreement)} here and {above} above.",
                fact.path,
                also=(f"parent.{fact.path}",),
                also_notes=("the level above",),
                mend=f"{above}   (or stronger)",
            )


def is_weaker(ours: object, above: object, stronger: str) -> bool:
    """Whether one promise is weaker than another; those that cannot be compared are not."""
    match ours, above:
        case Target(value=mine, comparator=comparator), Target(value=theirs, comparator=same) if comparator == same:
            return is_weaker(mine, theirs, "higher" if comparator.id == "at_least" else "shorter")
        case Percent(value=mine), Percent(value=theirs):
            return mine < theirs if stronger == "higher" else mine > theirs
        case Duration() as mine, Duration() as theirs:
            longer, shorter = lengths.certainly_longer(mine, theirs), lengths.certainly_longer(theirs, mine)
            return shorter if stronger == "higher" else longer
    return False
