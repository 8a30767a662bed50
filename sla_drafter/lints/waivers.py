"""Warnings that somebody accepted: which findings a waiver covers, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from sla_drafter.findings import Finding, Severity
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.private import Waiver


def waivers_of(agreement: Agreement) -> tuple[Waiver, ...]:
    """The waivers of an agreement, in the order of its file."""
    return agreement.private.waivers if agreement.private else ()


def names(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver speaks of a finding: of its rule, and of its place or a place around it."""
    if waiver.rule not in (finding.rule, finding.name):
        return False
    where = waiver.where or ""
    return where in ("", finding.field, finding.clause) or finding.field.startswith((f"{where}.", f"{where}["))


def holds(waiver: Waiver, on: date | None) -> bool:
    """Whether a waiver has a reason and an approver and is not over; without a date nothing is over."""
    return bool(waiver.reason and waiver.approver) and not is_over(waiver, on)


def is_over(waiver: Waiver, on: date | None) -> bool:
    """Whether the last day of a waiver has passed."""
    return on is not None and waiver.until is not None and waiver.until < on


def with_waivers(findings: Iterable[Finding], agreement: Agreement, on: date | None) -> tuple[Finding, ...]:
    """The findings, each warning that a waiver covers with the reason: it stays in the list."""
    held = [waiver for waiver in waivers_of(agreement) if holds(waiver, on)]
    return tuple(_waived(finding, held) for finding in findings)


def _waived(finding: Finding, held: list[Waiver]) -> Finding:
    waiver = next((one for one in held if names(one, finding)), None)
    if waiver is None or finding.severity is not Severity.WARNING:
        return finding
    return evolve(finding, waived=waiver.reason or "")
