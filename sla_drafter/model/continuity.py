"""What else is promised: recovery, requests by type, satisfaction, and the agreements that the services rest on."""

from __future__ import annotations

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Duration, Percent, Prose
from sla_drafter.values import frozen


@frozen
class Continuity:
    """Recovery of one service after a disaster; its id is the service's."""

    id: str
    rto: Duration | None = fact("By when the service is restored: the recovery time objective.")
    rpo: Duration | None = fact("How much data may be lost, as time: the recovery point objective.")
    backup_every: Duration | None = fact("How often a backup is made.")
    test_every: Duration | None = fact("How often a restore is tested.")
    suspended: tuple[str, ...] = facts("The metrics that are suspended in a disaster.", refers_to="metrics")


@frozen
class Inquiry:
    """One type of inquiry and its deadline: a question, an order, a change, a complaint."""

    id: str
    name: Prose | None = fact("What it is called.")
    examples: tuple[Prose, ...] = facts("Examples.")
    deadline: Duration | None = fact("By when it is settled.")
    hours: str | None = fact("The schedule that its clock runs on.", refers_to="hours")
    compliance: Percent | None = fact("The share of inquiries that are settled in time.")


@frozen
class Survey:
    """How satisfaction is asked for."""

    id: str
    metric: str | None = fact("The metric that it gives the value of.", refers_to="metrics")
    instrument: Prose | None = fact("What is asked: 'How satisfied are you with …?'.")
    scale: Prose | None = fact("The scale of an answer: 'from one (poor) to five (excellent)'.")
    sample: Prose | None = fact("Who is asked.")
    every: Duration | None = fact("How often it is held.")
    minimum_answers: int | None = fact("How many answers it takes to count.")
    sender: str | None = fact("The role that sends it.", refers_to="roles")


@frozen
class UpstreamAgreement:
    """An agreement with a supplier that a service rests on, as far as the customer may know it.

    What the supplier promises in figures is private (`private.upstream`).
    """

    id: str
    supplier: Prose | None = fact("Who the supplier is.")
    document: Prose | None = fact("The agreement with it.")
    services: tuple[str, ...] = facts("The services that rest on it.", refers_to="services")
    matches: tuple[Choice, ...] = facts("What in it matches this agreement.", choices="back_to_back")
    pass_through: Percent | None = fact("The share of its credits that is passed on.")
