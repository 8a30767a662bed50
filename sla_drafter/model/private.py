"""What is known inside the house only: no writer ever receives it, and no file we write carries it."""

from __future__ import annotations

from datetime import date

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Duration, Percent, Quantity
from sla_drafter.values import frozen


@frozen
class Waiver:
    """A warning that somebody accepted: which rule, where, why, who, until when."""

    rule: str | None = fact("Code of the rule: 'CRE-05'.")
    where: str | None = fact("Path of the fact or id of the clause; empty for the whole agreement.")
    reason: str | None = fact("Why it is accepted.")
    approver: str | None = fact("Who accepted it.")
    until: date | None = fact("Last day on which it holds.")


@frozen
class LeftOut:
    """Why a clause was left out."""

    id: str
    because: str | None = fact("The reason.", itself=True)


@frozen
class Deviation:
    """Why a clause has other words than those of the library."""

    id: str
    because: str | None = fact("The reason.", itself=True)


@frozen
class Upstream:
    """What a service rests on, and what its provider promises; the id is that of a dependency, or its own.

    It carries the services that name it as a dependency, else `service`, else all of them.
    """

    id: str
    document: str | None = fact("The agreement, and where it is kept.")
    service: str | None = fact("The service that rests on it.", refers_to="services")
    availability: Percent | None = fact("How available it is promised to be: '99.95%'.")
    copies: int | None = fact("How many of it stand side by side.")
    needed: int | None = fact("How many of the copies have to work; one, if it is not said.")
    response: Duration | None = fact("By when somebody answers there.")
    restore: Duration | None = fact("By when it is restored.")
    hours: str | None = fact("The schedule in which those times run.", refers_to="hours")
    claim_within: Duration | None = fact("By when its credits have to be claimed.")


@frozen
class Past:
    """How often the target of a metric was met; its id is the metric's."""

    id: str
    periods: int | None = fact("How many measurement windows are known.")
    met: int | None = fact("In how many of them the target was met.")


@frozen
class SupportTier:
    """How long one tier of support may keep a case before the next one has it; tiers run one after the other."""

    id: str
    time: Duration | None = fact("How long it may keep a case: '2 hours'.")
    severity: str | None = fact("The severity it is for; the most urgent one when left out.", refers_to="severities")


@frozen
class Forecast:
    """The volume that a service is expected to have; its id is the service's."""

    id: str
    volume: Quantity | None = fact("The volume: '5000 connections'.", itself=True)


@frozen
class Private:
    """Waivers and their reasons, why clauses were left out or replaced, figures and notes that stay inside."""

    waivers: tuple[Waiver, ...] = facts("Warnings that were accepted.")
    left_out: tuple[LeftOut, ...] = facts("Clauses that were left out, with the reason, by clause id.")
    published: str | None = fact("Fingerprint of the text that is published.")
    deviations: tuple[Deviation, ...] = facts("Clauses that were replaced, with the reason, by clause id.")
    margin: Percent | None = fact("Margin on the fees.")
    upstream: tuple[Upstream, ...] = facts("What the services rest on, by id.")
    history: tuple[Past, ...] = facts("How often each target was met so far, by metric.")
    support_tiers: tuple[SupportTier, ...] = facts("How long each tier of support may keep a case, in order.")
    forecast: tuple[Forecast, ...] = facts("The volume that each service is expected to have.")
    sales_attempts: int | None = fact("How many attempts to reach a lead sales can make in a month.")
    notes: tuple[str, ...] = facts("Anything else.")
