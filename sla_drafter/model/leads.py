"""What marketing and sales owe each other: leads, their quality, their follow-up, and the hand-over of customers."""

from __future__ import annotations

from decimal import Decimal

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Duration, Percent, Prose
from sla_drafter.values import frozen


@frozen
class LeadSegment:
    """One segment of leads: how many each month, and what one of them counts for."""

    id: str
    name: Prose | None = fact("What the segment is called.")
    weight: Decimal | None = fact("What one lead counts for.")
    per_month: int | None = fact("How many leads each month.")


@frozen
class LeadMember:
    """The part of one role in the leads of a month; its id is the role's."""

    id: str
    per_month: int | None = fact("How many leads each month.", itself=True)


@frozen
class LeadGate:
    """When a lead is ready for sales."""

    fit: tuple[Prose, ...] = facts("What a ready lead has, each as a predicate: 'works in a company of …'.")
    activity_score: int | None = fact("The score of its activity from which it is ready.")
    decides: str | None = fact("The role that decides whether a lead is ready.", refers_to="roles")
    reject_within: Duration | None = fact("By when sales may reject a lead with a reason.")


@frozen
class LeadFollowUp:
    """What sales does with a ready lead."""

    first_contact: Duration | None = fact("By when it is contacted first.")
    attempts_average: Decimal | None = fact("How many attempts a lead gets on average.")
    attempts_floor: int | None = fact("How many attempts every lead gets.")
    return_after: Duration | None = fact("After which time without an attempt a lead goes back.")


@frozen
class Leads:
    """The leads that marketing brings and what sales does with them."""

    metric: str | None = fact("The metric that counts them.", refers_to="metrics")
    segments: tuple[LeadSegment, ...] = facts("Segments of leads, by id.")
    members: tuple[LeadMember, ...] = facts("Who brings how many, by role; they add up to all segments together.")
    carry_over: Choice | None = fact("What happens to a shortfall.", choices="carry_over")
    gate: LeadGate | None = fact("When a lead is ready.")
    follow_up: LeadFollowUp | None = fact("What sales does with it.")


@frozen
class Handover:
    """The hand-over of new customers to service, and whether they stay."""

    within: Duration | None = fact("By when a new customer is handed over.")
    from_: str | None = fact("The role that hands over.", refers_to="roles")
    to: str | None = fact("The role that takes over.", refers_to="roles")
    onboarded_within: Duration | None = fact("By when a new customer is using the product.")
    retention: Percent | None = fact("The share of a cohort that is still there at its end.")
    cohort: Duration | None = fact("How long a cohort is followed: '12 months'.")
