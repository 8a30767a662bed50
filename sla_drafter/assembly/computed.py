"""What attainment computes from an agreement, as facts that a clause can print: `computed.example.availability.credit`.

The facts have the shape of the model, so that the same view shows them to a clause and the same paths lead to them.
Nothing is computed here; a sum that an agreement does not allow is an absent fact.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from sla_drafter.attainment.dates import key_dates
from sla_drafter.attainment.earning import clause_of, credited
from sla_drafter.attainment.fees import MonthlyFee
from sla_drafter.attainment.monthly_fees import charged_month
from sla_drafter.attainment.worked_example import WorkedExample, allowed, worked_example
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.facts import fact, facts
from sla_drafter.model.remedies import Band
from sla_drafter.model.scalars import Duration, Money, Percent, Quantity, Unit
from sla_drafter.model.sides import is_many_sided, sides
from sla_drafter.values import frozen

ROOT = "computed"


@frozen
class AllowedInWindow:
    """The downtime that a target allows in a window of one length; its id is the length ("30_days")."""

    id: str
    length: Duration | None = fact("How long the window is.")
    downtime: Fraction | None = fact("The downtime that still meets the target, in seconds.", itself=True)


@frozen
class AllowedDowntime:
    """The downtime that the target of a metric allows; its id is the metric's."""

    id: str
    metric: str | None = fact("The metric.", refers_to="metrics")
    windows: tuple[AllowedInWindow, ...] = facts("Each length that its window can have.", itself=True)


@frozen
class Example:
    """A miss and its credit, step by step; its id is the metric's."""

    id: str
    metric: str | None = fact("The metric.", refers_to="metrics")
    window: Duration | None = fact("The window of the example.")
    measured: Fraction | None = fact("Its measured time, in seconds.")
    outage: Fraction | None = fact("The downtime in it, in seconds.")
    value: Fraction | None = fact("The value in per cent, exact.")
    length: Duration | None = fact("The value, where it is a length of time.")
    number: Quantity | None = fact("The value, where it is a number of things.")
    rounded: Fraction | None = fact("The value as it is rounded before it is compared.")
    band: Band | None = fact("The band in which the value lies.")
    percent: Percent | None = fact("The credit of the band.")
    by_steps: Fraction | None = fact("Without a band: the credit by steps, by excess or in proportion, in per cent.")
    at_risk: Fraction | None = fact("Without a band: the credit of an amount at risk, in per cent of the fees.")
    fee: MonthlyFee | None = fact("The fees of the month that the credit is a percentage of.")
    charged: date | None = fact("The first day of the month whose fees they are, where each month has its own.")
    amount: Money | None = fact("The credit, before the limits where these bind.")
    credit: Money | None = fact("The credit after the limits, where these bind.")


@frozen
class Day:
    """The days of one kind in the first term; the id is the kind."""

    id: str
    on: tuple[date, ...] = facts("The days.")


@frozen
class ServiceSides:
    """The two parties of a service, where not every service has the same two; its id is the service's."""

    id: str
    service: str | None = fact("The service.", refers_to="services")
    provider: str | None = fact("The party that provides it.", refers_to="parties")
    customer: str | None = fact("The party that receives it.", refers_to="parties")


@frozen
class Earning:
    """Whether a miss of a metric earns a credit; its id is the metric's."""

    id: str
    earns: bool | None = fact("Whether a miss of it earns a Service Credit.", itself=True)


@frozen
class Computed:
    """Everything that is computed from an agreement for its paper."""

    allowed_downtime: tuple[AllowedDowntime, ...] = facts("Allowed downtime by metric.")
    example: tuple[Example, ...] = facts("The worked example of a credit, by metric.")
    sides: tuple[ServiceSides, ...] = facts("Who provides and who receives each service, where that differs.")
    credited: tuple[Earning, ...] = facts("Which metrics earn a credit, where any does.", itself=True)
    dates: tuple[Day, ...] = facts("Key dates of the first term, by kind.")


def computed(agreement: Agreement, *, with_dates: bool = False) -> Computed:
    """The computed facts of an agreement; dates only where they are asked for."""
    return Computed(
        tuple(_allowed(agreement)),
        tuple(_example(agreement)),
        tuple(_sides(agreement)),
        tuple(_credited(agreement)),
        tuple(Day(one.id, one.on) for one in key_dates(agreement)) if with_dates else (),
    )


def _allowed(agreement: Agreement) -> list[AllowedDowntime]:
    by_metric = groupby(allowed(agreement), key=lambda one: one.metric.id)
    return [
        AllowedDowntime(
            metric,
            metric,
            tuple(AllowedInWindow(f"{one.days}_days", _days(one.days), one.downtime) for one in windows),
        )
        for metric, windows in by_metric
    ]


def _example(agreement: Agreement) -> list[Example]:
    found = worked_example(agreement)
    if found is None:
        return []
    earned, metric = found.earned, found.metric.id
    timed = found.outage is not None
    return [
        Example(
            metric,
            metric,
            window=_days(found.days) if timed else None,
            measured=Fraction(found.days * 24 * 60 * 60) if timed else None,
            outage=found.outage,
            value=earned.value if found.measured is None else None,
            length=found.measured if isinstance(found.measured, Duration) else None,
            number=found.measured if isinstance(found.measured, Quantity) else None,
            rounded=earned.reported if earned.reported != earned.value else None,
            band=earned.band,
            percent=earned.band.credit if earned.band else None,
            by_steps=_of(found, agreement, "credits_stepped"),
            at_risk=_of(found, agreement, "at_risk_pool"),
            fee=earned.fee,
            charged=charged_month(agreement, metric),
            amount=earned.amount,
            credit=earned.credit if earned.credit != earned.amount else None,
        )
    ]


def _credited(agreement: Agreement) -> list[Earning]:
    earning = credited(agreement)
    return [Earning(metric.id, metric.id in earning) for metric in agreement.metrics] if earning else []


def _of(found: WorkedExample, agreement: Agreement, clause: str) -> Fraction | None:
    """What an example earns, where a clause states it."""
    return found.earned.percent if clause_of(agreement, found.metric.id) == clause else None


def _sides(agreement: Agreement) -> list[ServiceSides]:
    if not is_many_sided(agreement):
        return []
    return [ServiceSides(one.service, one.service, one.provider, one.customer) for one in sides(agreement)]


def _days(number: int) -> Duration:
    return Duration(Decimal(number), Unit.DAY)
