"""The facts that promise something in the user's own words, and whether a time or a number stands with them."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from sla_drafter.lints import spelled
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from sla_drafter.model.agreement import Agreement
    from sla_drafter.model.governance import Duty
    from sla_drafter.model.scalars import Prose

JUDGED = (
    "responsibilities.provider[[]*].duty",
    "responsibilities.customer[[]*].duty",
    "responsibilities.*.when",
    "services.*.turnaround[[]*].request",
    "metrics.*.down_when",
    "metrics.*.measures",
    "severities.*.impact",
    "exclusions.*.test",
    "goals.*",
    "services.*.users",
    "services.*.deliverables*",
    "services.*.sites*",
    "services.*.modes.*",
    "packages.*.content*",
)


def judges(path: str) -> bool:
    """Whether a fact is a promise that is judged as data."""
    return any(fnmatchcase(path, pattern) for pattern in JUDGED)


@frozen
class Promise:
    """A promise in the user's words: its path, what it lacks when it is vague, and what would be added.

    `is_measured` says that a time stands beside it; where `by_number` holds, a figure in the words measures it too.
    What only describes promises nothing by itself; a vague word in it is read as a promise all the same.
    """

    path: str
    prose: Prose
    says: str
    add: str = ""
    is_measured: bool = False
    by_number: bool = True
    describes: bool = False

    def is_open(self, words: str) -> bool:
        """Whether nothing measures the promise."""
        return (
            not self.describes
            and not self.is_measured
            and not (self.by_number and any(sign.isdigit() for sign in words))
        )


def promises(agreement: Agreement) -> Iterator[Promise]:
    """Every promise of an agreement that stands in the user's own words."""
    duties = agreement.responsibilities
    for side in ("provider", "customer") if duties else ():
        for position, duty in enumerate(getattr(duties, side), 1):
            yield from _duty(duty, f"responsibilities.{side}[{position}]", agreement)
    for service in agreement.services:
        for position, turn in enumerate(service.turnaround, 1):
            path, measured = f"services.{service.id}.turnaround[{position}].request", turn.within is not None
            yield from _made(path, turn.request, "The request has no time", "within: 2 business days", measured)
    yield from _definitions(agreement)
    yield from _descriptions(agreement)


def _duty(duty: Duty, path: str, agreement: Agreement) -> Iterator[Promise]:
    target = f" a compliance target ({spelled.fact(duty.compliance, agreement)}) but" if duty.compliance else ""
    says, add = f"The duty has{target} no time to comply within", "within: 1 business day"
    yield from _made(f"{path}.duty", duty.duty, says, add, bool(duty.within or duty.when), by_number=False)
    yield from _made(f"{path}.when", duty.when, "The duty has no time that can be measured", add, bool(duty.within))


def _definitions(agreement: Agreement) -> Iterator[Promise]:
    for metric in agreement.metrics:
        for name, prose in (("down_when", metric.down_when), ("measures", metric.measures)):
            says = "What the metric measures is left to opinion"
            yield from _made(f"metrics.{metric.id}.{name}", prose, says, "a test with a number")
    for severity in agreement.severities:
        says = f"Which cases are severity {severity.id} is left to opinion"
        yield from _made(f"severities.{severity.id}.impact", severity.impact, says, "what the users cannot do")
    for exclusion in agreement.exclusions:
        says = "Which events excuse a miss is left to opinion"
        yield from _made(f"exclusions.{exclusion.id}.test", exclusion.test, says, "a test that both sides can make")


def _made(
    path: str, prose: Prose | None, says: str, add: str, is_measured: bool = False, *, by_number: bool = True
) -> Iterator[Promise]:
    if prose is not None:
        yield Promise(path, prose, says, add, is_measured, by_number)


def _descriptions(agreement: Agreement) -> Iterator[Promise]:
    for goal in agreement.goals:
        yield from _told(f"goals.{goal.id}.text", goal.text)
        yield from _told(f"goals.{goal.id}.tasks", *goal.tasks)
    for service in agreement.services:
        yield from _told(f"services.{service.id}.users", service.users)
        yield from _told(f"services.{service.id}.deliverables", *service.deliverables)
        yield from _told(f"services.{service.id}.sites", *service.sites)
        for mode in service.modes:
            yield from _told(f"services.{service.id}.modes.{mode.id}", mode.text)
    for package in agreement.packages:
        yield from _told(f"packages.{package.id}.content", *package.content)


def _told(path: str, *several: Prose | None) -> Iterator[Promise]:
    return (Promise(path, prose, "", describes=True) for prose in several if prose is not None)
