"""What is delivered, when it is staffed, and what it rests on."""

from __future__ import annotations

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import (
    Allowance,
    Choice,
    Duration,
    Fee,
    Percent,
    Prose,
    Quantity,
    Week,
    WeeklyWindow,
    YearlyPeriod,
    Zone,
)
from sla_drafter.values import frozen


@frozen
class TimeRules:
    """How time is counted and figures are rounded, for the whole agreement."""

    zone: Zone | None = fact("The IANA time zone of every clock and calendar here.")
    partial_minutes: Choice | None = fact("How parts of a minute count.", choices="partial_minutes")
    value_rounding: Choice | None = fact(
        "Rounding of a measured value before it is compared.", choices="value_rounding"
    )
    money_rounding: Choice | None = fact("Rounding of money, once, at the end.", choices="money_rounding")
    notice_days: Choice | None = fact("How days of notice are counted.", choices="notice_days")
    window_border: Choice | None = fact("Where an outage across a window border counts.", choices="border")
    business: str | None = fact("The schedule that business days and hours mean, if several close.", refers_to="hours")


@frozen
class Hours:
    """A schedule of opening hours that clocks run on."""

    id: str
    week: Week | None = fact("'24x7', or days and times: 'Mon-Fri 08:00-18:00'.")
    holidays: Prose | None = fact("Whose public holidays are closed days: 'England and Wales'.")
    start_outside: Choice | None = fact(
        "When a clock starts that is set off outside the hours.", choices="start_outside"
    )


@frozen
class Mode:
    """How the service runs in one situation (peak, degraded, maintenance, disaster)."""

    id: str
    text: Prose | None = fact("What is delivered in this situation.", itself=True)


@frozen
class Turnaround:
    """How fast an ordinary request is carried out."""

    request: Prose | None = fact("What is asked for.")
    within: Duration | None = fact("By when it is done.")


@frozen
class Dependency:
    """Something the service rests on, who contracts it, and whether its failure excuses a miss."""

    id: str
    name: Prose | None = fact("What it is.")
    owner: str | None = fact("The party that contracts it.", refers_to="parties")
    excused: bool | None = fact("Whether its failure excuses a miss; never by default for the obligor's own suppliers.")


@frozen
class Workload:
    """The volume that the service levels assume, and what holds above it."""

    limit: Quantity | None = fact("The volume up to which the levels hold: '4000 connections'.")
    tolerance: Percent | None = fact("How far above the limit the levels still hold.")
    above: Choice | None = fact("What holds above that.", choices="workload_above")


@frozen
class DeliverableAcceptance:
    """How the customer accepts what is delivered."""

    by: str | None = fact("The role that accepts or refuses.", refers_to="roles")
    within: Duration | None = fact("By when after delivery.")
    silence: Choice | None = fact("What no answer in that time means.", choices="silence")


@frozen
class Service:
    """One service: what it is for, how it is delivered, when, with what, and what is not part of it."""

    id: str
    name: Prose | None = fact("What the service is called.")
    purpose: Prose | None = fact("What it does for the customer, as a predicate: 'runs the order databases of …'.")
    provider: str | None = fact("The party that provides it; the provider when left out.", refers_to="parties")
    customer: str | None = fact("The party that receives it; the customer when left out.", refers_to="parties")
    fee: Fee | None = fact("What it costs for a period: 'GBP 12,000 per month'.")
    every: Duration | None = fact("How often it is delivered, if it recurs.")
    delivery: Prose | None = fact("How it is delivered: 'remotely, from two data centres'.")
    maintenance: Prose | None = fact("What maintenance is offered: updates, repairs.")
    hours: str | None = fact("The schedule it is delivered in.", refers_to="hours")
    deliverables: tuple[Prose, ...] = facts("What the customer receives.")
    acceptance: DeliverableAcceptance | None = fact("How what is delivered is accepted.")
    technologies: tuple[Prose, ...] = facts("Technologies and applications used.", proper=True)
    processes: tuple[Prose, ...] = facts("Processes that are followed: change, incident.")
    modes: tuple[Mode, ...] = facts("How it runs in special situations, by mode.")
    turnaround: tuple[Turnaround, ...] = facts("How fast ordinary requests are carried out.")
    dependencies: tuple[Dependency, ...] = facts("What it rests on, by id.")
    workload: Workload | None = fact("The volume that the levels assume.")
    users: Prose | None = fact("Who may use it.")
    sites: tuple[Prose, ...] = facts("Sites and environments for which it is delivered.")
    priority: int | None = fact("How important it is to the customer; 1 is the highest.")
    customer_data: bool | None = fact("Whether the provider holds data of the customer.")
    data_location: Prose | None = fact("Where those data are kept and processed.")
    critical_function: bool | None = fact("Whether it supports a critical or important function.")
    out_of_scope: tuple[Prose, ...] = facts("What is not part of it.")


@frozen
class PlannedMaintenance:
    """When planned work is done, how it is announced, and how much of it is excused."""

    window: WeeklyWindow | None = fact("When: 'Sunday 04:00-06:00'.")
    notice: Duration | None = fact("How long before it is announced.")
    cap: Allowance | None = fact("How much of it is excused: '4 hours per month'.")
    blackout: YearlyPeriod | None = fact("When no planned work is done: '20 November to 31 December'.")


@frozen
class EmergencyMaintenance:
    """How much urgent work is excused."""

    cap: Allowance | None = fact("How much of it is excused: '2 hours per month'.")


@frozen
class Maintenance:
    """Planned and emergency maintenance."""

    planned: PlannedMaintenance | None = fact("Planned maintenance.")
    emergency: EmergencyMaintenance | None = fact("Emergency maintenance.")
