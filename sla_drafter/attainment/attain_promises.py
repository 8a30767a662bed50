"""Promises about cases that are metrics of their own: shares of a severity, one of its times, types of inquiry."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.attainment.attained import INQUIRIES, SEVERITIES
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Severity
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Percent
from sla_drafter.values import frozen


@frozen
class CasePromise:
    """A share of cases in time: the path that it is called by, the times that count, and the share.

    The rules of the clock of severities (few late cases, the longest pause) hold for severities only.
    """

    metric: str
    times: Severity
    by_clock: bool = True


def case_promises(agreement: Agreement) -> Iterator[CasePromise]:
    """Every promised share of cases, in the order of the agreement."""
    for severity in agreement.severities:
        if severity.compliance:
            yield CasePromise(f"{SEVERITIES}.{severity.id}", severity)
    for inquiry in agreement.inquiries:
        if inquiry.compliance:
            times = Severity(inquiry.id, restore=inquiry.deadline, cover=inquiry.hours, compliance=inquiry.compliance)
            yield CasePromise(f"{INQUIRIES}.{inquiry.id}", times, by_clock=False)
    for path in (
        dict.fromkeys(ladder.on for ladder in agreement.credits.ladders if ladder.on) if agreement.credits else ()
    ):
        yield from _one_time(agreement, path)


def _one_time(agreement: Agreement, path: str) -> Iterator[CasePromise]:
    """One time of a severity, for a ladder that is about it; without a share of its own the ladder begins at it."""
    _, number, time = path.split(".")
    severity: Severity | None = referent(agreement, SEVERITIES, number)
    if severity is None:
        return
    compliance = severity.compliance or _first_border(agreement, path)
    response, restore = (severity.response, None) if time == "response" else (None, severity.restore)
    yield CasePromise(path, evolve(severity, response=response, restore=restore, compliance=compliance))


def _first_border(agreement: Agreement, path: str) -> Percent | None:
    ladders = agreement.credits.ladders if agreement.credits else ()
    borders = [band.to for ladder in ladders if ladder.on == path for band in ladder.bands if band.to]
    return max(borders, key=lambda border: border.value, default=None)
