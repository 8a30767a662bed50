"""Who does what, who reports to whom, who reviews, how the agreement changes and ends."""

from __future__ import annotations

from datetime import date

from sla_drafter.model.chronic_failure import ChronicFailure
from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Duration, Percent, Prose
from sla_drafter.values import frozen


@frozen
class Term:
    """When the agreement starts, how long it runs, and how it goes on."""

    effective: date | None = fact("First day.")
    initial: Duration | None = fact("How long it runs at first.")
    renewal: Choice | None = fact("How it goes on after that.", choices="renewal")
    renewal_term: Duration | None = fact("How long it goes on each time.")
    non_renewal_notice: Duration | None = fact("Notice that stops it from going on.")


@frozen
class Duty:
    """One duty of a party: what, who answers for it, by when, and what follows if it is missed."""

    duty: Prose | None = fact("What is done, as a predicate: 'answer a question on an open case'.")
    owner: str | None = fact("The role that answers for it.", refers_to="roles")
    within: Duration | None = fact("By when it is done.")
    when: Prose | None = fact("When it holds: 'at all times'; or what its time counts from: 'after the last test'.")
    compliance: Percent | None = fact("The share of times that it is done in time.")
    if_missed: Choice | None = fact("What follows if it is missed.", choices="if_missed")


@frozen
class MatrixRow:
    """Who is accountable, responsible, consulted and informed for one task."""

    task: Prose | None = fact("The task.")
    accountable: str | None = fact("The one role that answers for it.", refers_to="roles")
    responsible: tuple[str, ...] = facts("The roles that do it.", refers_to="roles")
    consulted: tuple[str, ...] = facts("The roles that are asked.", refers_to="roles")
    informed: tuple[str, ...] = facts("The roles that are told.", refers_to="roles")


@frozen
class Relief:
    """What a miss of the customer's duties gives the provider."""

    notice: Duration | None = fact("By when the provider notifies that it was held up.")
    unnotified: Choice | None = fact("What a cause gives that was not notified in time.", choices="unnotified")
    extension: Choice | None = fact("How dates move.", choices="extension")


@frozen
class Responsibilities:
    """Duties of both sides, the matrix of tasks, and relief."""

    provider: tuple[Duty, ...] = facts("Duties of the provider.")
    customer: tuple[Duty, ...] = facts("Duties of the customer.")
    matrix: tuple[MatrixRow, ...] = facts("Tasks and who does what.")
    relief: Relief | None = fact("Relief for a miss of the customer's duties.")


@frozen
class Portal:
    """Where the figures can be looked up between reports."""

    url: str | None = fact("Its address.")
    refresh: Duration | None = fact("How often its figures are renewed.")
    retention: Duration | None = fact("How long they are kept.")
    export: Prose | None = fact("In which format they can be taken out.")


@frozen
class Reports:
    """The regular report: what, when, from whom, to whom, how."""

    every: Duration | None = fact("How often.")
    due: Duration | None = fact("By when after the end of the period.")
    sender: str | None = fact("From which role.", refers_to="roles")
    recipients: tuple[str, ...] = facts("To which roles.", refers_to="roles")
    content: Prose | None = fact("What it holds.")
    channel: Prose | None = fact("How it is sent.")
    portal: Portal | None = fact("The portal that shows the figures between reports.")


@frozen
class Meetings:
    """Regular meetings."""

    every: Duration | None = fact("How often.")
    agenda: tuple[Prose, ...] = facts("What is on the agenda.")


@frozen
class Audits:
    """Regular audits of attainment and of both sides' duties."""

    every: Duration | None = fact("How often.")
    auditor: str | None = fact("The role that runs them.", refers_to="roles")
    minutes_within: Duration | None = fact("By when the minutes are sent.")
    problem_contact: str | None = fact("The role to tell when a problem is found.", refers_to="roles")


@frozen
class Review:
    """The review of the agreement itself."""

    every: Duration | None = fact("How often.")
    triggers: tuple[Prose, ...] = facts("What brings it forward.")


@frozen
class SecurityIncident:
    """The notice of a security incident."""

    notice: Duration | None = fact("By when it is given.")
    contact: str | None = fact("The role that receives it.", refers_to="roles")


@frozen
class EscalationLevel:
    """One level of escalation: after which time, to which role on each side."""

    after: Duration | None = fact("After which time without a solution.")
    provider: str | None = fact("The role on the provider's side.", refers_to="roles")
    customer: str | None = fact("The role on the customer's side.", refers_to="roles")


@frozen
class Change:
    """How the agreement is changed."""

    approvers: tuple[str, ...] = facts("The roles that approve a change.", refers_to="roles")
    answer_within: Duration | None = fact("By when a proposal is answered.")


@frozen
class Exit:
    """What happens when the service ends."""

    period: Duration | None = fact("How long the provider helps.")
    data_format: Prose | None = fact("In which format data are returned.")
    levels_continue: bool | None = fact("Whether the service levels hold during that time.")
    switch_notice: Duration | None = fact("Most notice that a customer who switches has to give.")
    switch_within: Duration | None = fact("By when a switch is complete.")


@frozen
class Termination:
    """How the agreement ends."""

    cure: Duration | None = fact("Time to put a breach right.")
    convenience_notice: Duration | None = fact("Notice to end without a reason, if there is such a right.")
    chronic_failure: ChronicFailure | None = fact("When repeated or grave failure lets the customer end.")
    exit: Exit | None = fact("What happens when the service ends.")


@frozen
class Acceptance:
    """Who accepts for a party."""

    id: str
    role: str | None = fact("The role that signs or approves.", refers_to="roles", itself=True)


@frozen
class Disputes:
    """How a dispute is settled."""

    negotiate_within: Duration | None = fact("How long the executives try to settle it.")
    expert: Prose | None = fact("Who decides a question of measurement.")
    courts: Prose | None = fact("Which courts decide: 'the courts of England and Wales'.")


@frozen
class ForceMajeure:
    """Events outside control."""

    exit_after: Duration | None = fact("After which time either party may end.")
    notice: Duration | None = fact("By when the event is notified.")
