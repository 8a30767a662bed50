"""A duty of one side is given to a role of the other."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import referent
from sla_drafter.model.sides import playing

RULE = Rule(
    code="CON-20",
    name="duty_of_other_side",
    severity=Severity.ERROR,
    checks="The role that answers for a duty belongs to the side that owes it.",
    why="The clause says that the provider shall, the table says that the customer does.",
    bad="provider: [{duty: monitor the service, owner: platform_lead}]   (a role of the customer)",
    good="provider: [{duty: monitor the service, owner: duty_manager}]   (a role of the provider)",
    source="A duty has one side that owes it.",
)


def find(context: Context) -> Iterator[Finding]:
    duties = context.agreement.responsibilities
    for side in ("provider", "customer") if duties else ():
        parties = playing(context.agreement, side)
        for place, duty in enumerate(getattr(duties, side), 1):
            role = referent(context.agreement, "roles", duty.owner) if duty.owner else None
            if role is not None and role.party and parties and role.party not in parties:
                yield RULE.finding(
                    f"A duty of the {side} is given to {context.called(role)}, a role of {role.party}.",
                    f"responsibilities.{side}[{place}].owner",
                    figures=(("side", side), ("party of the role", role.party)),
                    also=(f"roles.{role.id}.party",),
                    also_notes=("the party of this role",),
                    mend=f"owner: …   (a role of {parties[0]})",
                )
