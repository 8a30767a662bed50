"""What follows a miss: credits and their ladder, corrective action, remedies between teams, the right to end."""

from __future__ import annotations

from attrs import frozen

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Duration, Percent, Prose, Share


@frozen
class Band:
    """One credit band: the values from `from_` to `to` earn `credit`. Its id is its upper border as typed."""

    id: str
    from_: Percent | None = fact("Lower border of the band.")
    from_included: bool = fact("Whether the lower border belongs to the band.", default=True)
    to: Percent | None = fact("Upper border of the band; 'below' in the short form.")
    to_included: bool = fact("Whether the upper border belongs to the band.", default=False)
    credit: Percent | None = fact("The credit as a percentage of the fee base.")


@frozen
class Ladder:
    """The credit bands of one metric, best first; its id is the metric's. `quantum` is the step of reported values."""

    id: str
    bands: tuple[Band, ...] = facts("The bands, best first.", itself=True)
    quantum: Percent | None = fact("The step in which values are reported, when they are rounded.")


@frozen
class FeeBase:
    """Which fees a credit is a percentage of."""

    fees: Choice | None = fact("Fees of the affected service, or of all services.", choices="fee_scope")
    month: Choice | None = fact("Fees of which month.", choices="fee_month")
    net_of: tuple[Choice, ...] = facts("What is taken off before.", choices="net_of")


@frozen
class CreditTerms:
    """How credits are limited, combined, given and paid out."""

    cap: Share | None = fact("The most that all credits come to: '50% per month'.")
    same_incident: Choice | None = fact("When one incident misses several metrics.", choices="same_incident")
    mode: Choice | None = fact("Whether credits are given without a claim.", choices="credit_mode")
    claim_within: Duration | None = fact("By when a missing credit is claimed.")
    at_end: Choice | None = fact("What happens to unused credits at the end.", choices="at_end")


@frozen
class Credits:
    """Service credits: ladders, what they are a share of, their terms, and what they are in law."""

    ladders: tuple[Ladder, ...] = facts("Credit bands by metric.")
    fee_base: FeeBase | None = fact("What a credit is a percentage of.")
    terms: CreditTerms | None = fact("Cap, same incident, mode, end.")
    nature: Choice | None = fact("What a credit is in law.", choices="nature")
    exclusive: bool | None = fact("Whether credits are the only money remedy for the miss itself.")
    carve_outs: tuple[Choice, ...] = facts("What stays outside that.", choices="carve_out")


@frozen
class ChronicFailure:
    """When repeated misses let the customer end."""

    misses: int | None = fact("How many misses.")
    of: str | None = fact("Of which metric.", refers_to="metrics")
    within: Duration | None = fact("Within which time.")
    elect_within: Duration | None = fact("By when the right is used.")
    ends: Choice | None = fact("What ends.", choices="ends")
    lowest_band: bool | None = fact("Whether one value in the lowest band of the ladder has the same effect.")
    refund: bool | None = fact("Whether prepaid fees are refunded.")


@frozen
class CorrectivePlan:
    """What the obligor does after a miss, besides credits."""

    root_cause_within: Duration | None = fact("By when the cause is reported.")
    plan_within: Duration | None = fact("By when a plan is given.")


@frozen
class TeamRemedies:
    """What follows a miss between teams of one organisation."""

    steps: tuple[Choice, ...] = facts("What follows, in order.", choices="team_remedy")
    decide_within: Duration | None = fact("By when the last step decides.")
    note: Prose | None = fact("Anything the teams add.")
