"""What follows a miss: credits and their ladder, corrective action, remedies between teams."""

from __future__ import annotations

from decimal import Decimal

from sla_drafter.model.at_risk import AtRisk, EarnBack, Repetition
from sla_drafter.model.credit_rules import ExcessTable, Points, Proportional, StepCredit
from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Duration, Money, Percent, Prose, Share
from sla_drafter.values import frozen


@frozen
class Band:
    """One credit band: the values from `from_` to `to` earn `credit`. Its id is its upper border as typed.

    A band gives a percentage, days of service, or service points: one of the three.
    """

    id: str
    from_: Percent | None = fact("Lower border of the band.")
    from_included: bool = fact("Whether the lower border belongs to the band.", default=True)
    to: Percent | None = fact("Upper border of the band; 'below' in the short form.")
    to_included: bool = fact("Whether the upper border belongs to the band.", default=False)
    credit: Percent | None = fact("The credit as a percentage of the fee base.")
    days: Decimal | None = fact("Instead of a percentage: so many days of service, each the fees of one day.")
    points: Decimal | None = fact("Instead of a percentage: so many service points.")

    @property
    def gives(self) -> Percent | Decimal | None:
        """What the band gives, in whichever of the three ways."""
        return next((each for each in (self.credit, self.days, self.points) if each is not None), None)


@frozen
class Ladder:
    """The credit bands of one metric, best first. `quantum` is the step of reported values.

    Its id is the metric's; with `on` it has an id of its own and is about a time of a severity.
    """

    id: str
    bands: tuple[Band, ...] = facts("The bands, best first.", itself=True)
    quantum: Percent | None = fact("The step in which values are reported, when they are rounded.")
    on: str | None = fact("A time of a severity: 'severities.1.response'. Without it the ladder is about its metric.")

    @property
    def about(self) -> str:
        """What its values are values of: a metric, or a time of a severity."""
        return self.on or self.id


@frozen
class FeeBase:
    """Which fees a credit is a percentage of."""

    fees: Choice | None = fact("Fees of the affected service, or of all services.", choices="fee_scope")
    month: Choice | None = fact("Fees of which month.", choices="fee_month")
    net_of: tuple[Choice, ...] = facts("What is taken off before.", choices="net_of")
    proration: Choice | None = fact("The months of a fee for a quarter or a year.", choices="proration")


@frozen
class CreditTerms:
    """How credits are limited, combined, given and paid out."""

    cap: Share | None = fact("The most that all credits come to: '50% per month'.")
    same_incident: Choice | None = fact("When one incident misses several metrics.", choices="same_incident")
    mode: Choice | None = fact("Whether credits are given without a claim.", choices="credit_mode")
    claim_within: Duration | None = fact("By when a missing credit is claimed.")
    at_end: Choice | None = fact("What happens to unused credits at the end.", choices="at_end")
    annual_cap: Percent | None = fact("The most that the credits of a year come to, as a percentage of a year's fees.")
    minimum: Money | None = fact("The amount up to which a credit counts as small: 'GBP 50'.")
    below_minimum: Choice | None = fact("What happens to a small credit.", choices="small_credit")


@frozen
class Credits:
    """Service credits: their shapes, what they are a share of, their terms, and what they are in law."""

    ladders: tuple[Ladder, ...] = facts("Credit bands by metric.")
    steps: tuple[StepCredit, ...] = facts("Credits for each block of downtime or each step under the target.")
    excess: tuple[ExcessTable, ...] = facts("Credits by how far a value is over its target, by metric.")
    proportional: tuple[Proportional, ...] = facts("Credits in proportion to downtime, by metric.")
    points: Points | None = fact("What the service points of the ladders come to.")
    at_risk: AtRisk | None = fact("The amount at risk and how it is allocated.")
    repetition: Repetition | None = fact("What a repeated miss earns.")
    earn_back: EarnBack | None = fact("When a credit returns to the provider.")
    fee_base: FeeBase | None = fact("What a credit is a percentage of.")
    terms: CreditTerms | None = fact("Cap, same incident, mode, end.")
    nature: Choice | None = fact("What a credit is in law.", choices="nature")
    exclusive: bool | None = fact("Whether credits are the only money remedy for the miss itself.")
    carve_outs: tuple[Choice, ...] = facts("What stays outside that.", choices="carve_out")


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
