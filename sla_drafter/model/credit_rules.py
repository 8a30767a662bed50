"""Credits that are not bands: by block of downtime, by step under a target, by excess, in proportion, by points."""

from __future__ import annotations

from decimal import Decimal

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Duration, Percent
from sla_drafter.values import frozen


@frozen
class StepCredit:
    """A credit for each block of downtime, or for each step under the target; its id is the metric's.

    `block` or `step` says which of the two it is. Each one earns a percentage of the fee base, or days of service.
    """

    id: str
    block: Duration | None = fact("The length of a block of downtime: '30 minutes'.")
    step: Percent | None = fact("The size of a step under the target: '0.1%'.")
    credit: Percent | None = fact("What each block or step earns, as a percentage of the fee base.")
    days: Decimal | None = fact("Instead of a percentage: so many days of service, each the fees of one day.")
    count: Choice | None = fact("What a part of a block or step counts for.", choices="step_count")
    grace: Duration | None = fact("The downtime before the first block, which earns nothing.")
    cap: Percent | None = fact("The most that it comes to, as a percentage of the fee base.")
    cap_days: Decimal | None = fact("The most days of service that it comes to.")


@frozen
class ExcessRow:
    """One row: a value that is at least so far over its target earns `credit`. Its id is the border as typed."""

    id: str
    over: Percent | None = fact("How far over the target, in per cent of it: '10%'.", names=True)
    credit: Percent | None = fact("The credit as a percentage of the fee base.")


@frozen
class ExcessTable:
    """Credits for a value over its target, such as a latency; its id is the metric's. Every row is at or above."""

    id: str
    rows: tuple[ExcessRow, ...] = facts("The rows, by how far over the target.", itself=True)


@frozen
class Proportional:
    """The fees of the time in which the service was down; its id is the metric's."""

    id: str
    cap: Percent | None = fact("The most that it comes to, as a percentage of the fee base.")


@frozen
class PointsRow:
    """One row: so many service points of a month earn `credit`. Its id is the number as typed."""

    id: str
    points: Decimal | None = fact("Service points of a month.", names=True)
    credit: Percent | None = fact("The credit as a percentage of the fee base.")


@frozen
class Points:
    """What the service points of a month come to; the last row holds for more points too."""

    table: tuple[PointsRow, ...] = facts("Service points and their credits.")
    between: Choice | None = fact("Which row holds for a number between two rows.", choices="points_between")
    repeat: Decimal | None = fact("How many times the points of a miss count when the month before was missed too.")
