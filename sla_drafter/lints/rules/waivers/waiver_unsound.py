"""A waiver that does not hold, or that nobody needs any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sla_drafter.findings import Edit, Finding, Mend, Severity
from sla_drafter.lints import waivers
from sla_drafter.lints.context import Context
from sla_drafter.lints.register import code_of
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.private import Waiver

RULE = Rule(
    code="DOC-01",
    name="waiver_unsound",
    severity=Severity.WARNING,
    checks=(
        "Each waiver names a rule, has a reason and an approver, is not over, waives a warning that is there, and "
        "no error."
    ),
    why="A waiver is somebody's decision; without a name, a reason and an end it is a warning that was switched off.",
    bad="{rule: CRE-05}",
    good=(
        "{rule: CRE-05, where: credits.ladders.availability, reason: the worst months end the agreement, "
        "approver: General counsel, until: 2027-12-31}"
    ),
    source="Suppressions of the best linters: a reason is required, unused ones are reported.",
    reads=Reads.FINDINGS,
)


NOT_NEEDED = "delete the waiver"


def find(context: Context) -> Iterator[Finding]:
    for position, waiver in enumerate(waivers.waivers_of(context.agreement), 1):
        if waiver.rule in context.left_out:
            continue  # nobody knows whether it is needed
        named = [finding for finding in context.found if waivers.names(waiver, finding)]
        path = f"private.waivers[{position}]"
        for message, mend in faults(waiver, named, context.on):
            edits = (Edit(path, None),) if mend == NOT_NEEDED else ()
            yield RULE.finding(message, path, mend=Mend(mend, edits))


def faults(waiver: Waiver, named: list[Finding], on: date | None) -> Iterator[tuple[str, str]]:
    """What is wrong with a waiver, and what would be right."""
    rule = waiver.rule or ""
    if code_of(rule) is None:
        yield f"There is no rule {rule}." if rule else "The waiver names no rule.", "rule: the code of a warning"
        return
    for lacking in ("reason", "approver"):
        if not getattr(waiver, lacking):
            yield f"The waiver of {rule} has no {lacking} and does not hold.", f"{lacking}: …"
    if waivers.is_over(waiver, on) and waiver.until:
        yield f"The waiver of {rule} ended on {waiver.until.isoformat()}.", "mend the warning, or decide anew"
    if any(finding.severity is Severity.ERROR for finding in named):
        yield f"{rule} is an error here, and an error cannot be waived.", "mend the error and delete the waiver"
    elif not any(finding.severity is Severity.WARNING for finding in named):
        yield f"The waiver of {rule} is not needed: there is no such warning.", NOT_NEEDED
