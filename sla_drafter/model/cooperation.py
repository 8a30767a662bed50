"""How the sides know each other and speak: levels, profile, named reports, feedback, channels, improvement."""

from __future__ import annotations

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Duration, Prose
from sla_drafter.values import frozen


@frozen
class AgreementLevel:
    """One level of a multi-level agreement; levels are named from the highest to the lowest."""

    id: str
    name: Prose | None = fact("What the level is called: 'corporate level'.")
    holds: Prose | None = fact("What is settled at this level.")
    changed_by: tuple[str, ...] = facts("The roles that may change it.", refers_to="roles")


@frozen
class System:
    """A system that the customer works with, and how important it is."""

    id: str
    name: Prose | None = fact("What the system is called.", proper=True)
    priority: int | None = fact("Its priority; 1 is the highest.")


@frozen
class CustomerProfile:
    """Who the customer is and how it works: what priorities and service hours rest on."""

    organisation: Prose | None = fact("What the customer does, as a predicate: 'runs 41 shops in two countries'.")
    routine: Prose | None = fact("Its day: 'opens its shops at 9 and counts the stock at night'.")
    critical_periods: tuple[Prose, ...] = facts("When it depends most on the services.")
    systems: tuple[System, ...] = facts("The systems that it works with, by id.")


@frozen
class RecurringReport:
    """A report with a name that one role sends to others: the monthly friction report."""

    id: str
    name: Prose | None = fact("What the report is called.")
    sender: str | None = fact("From which role.", refers_to="roles")
    recipients: tuple[str, ...] = facts("To which roles.", refers_to="roles")
    every: Duration | None = fact("How often.")
    due: Duration | None = fact("By when after the end of the period.")
    basis: Prose | None = fact("What it is based on.")
    content: Prose | None = fact("What it holds; its template.")
    follow_up: Prose | None = fact("What its recipients do with it, as a predicate: 'answer each point'.")


@frozen
class Feedback:
    """How the customer says what works and what should change, and where a complaint goes."""

    every: Duration | None = fact("How often the customer is asked.")
    method: Prose | None = fact("How it is asked: 'a talk', 'a survey of all users'.")
    channel: Prose | None = fact("Where a complaint goes.")
    answer_within: Duration | None = fact("By when it is answered.")


@frozen
class Channel:
    """One way of telling the other side something."""

    id: str
    purpose: Prose | None = fact("What it is used for.")
    means: Prose | None = fact("What it is: 'e-mail to operations@…'.")
    sender: str | None = fact("The role that uses it.", refers_to="roles")


@frozen
class Communication:
    """The communication plan."""

    languages: tuple[Prose, ...] = facts("The languages that the sides speak with each other.")
    status_page: str | None = fact("Address of the page that shows the state of the services.")
    channels: tuple[Channel, ...] = facts("Channels, by id.")


@frozen
class Improvement:
    """How service levels and services are improved."""

    plan_every: Duration | None = fact("How often a plan of improvements is made.")
    forecast_every: Duration | None = fact("How often changes of the services are announced ahead.")
    ratchet: Choice | None = fact("How targets rise.", choices="ratchet")
