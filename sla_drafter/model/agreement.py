"""An agreement: what was agreed, as typed facts with units. No prose but the user's own; no fonts."""

from __future__ import annotations

from attrs import field

from sla_drafter.model.continuity import Continuity, Inquiry, Survey, UpstreamAgreement
from sla_drafter.model.cooperation import (
    AgreementLevel,
    Communication,
    CustomerProfile,
    Feedback,
    Improvement,
    RecurringReport,
)
from sla_drafter.model.facts import fact, facts
from sla_drafter.model.governance import (
    Acceptance,
    Audits,
    Change,
    Disputes,
    EscalationLevel,
    ForceMajeure,
    Meetings,
    Reports,
    Responsibilities,
    Review,
    SecurityIncident,
    Term,
    Termination,
)
from sla_drafter.model.leads import Handover, Leads
from sla_drafter.model.metrics import Exclusion, Measurement, Metric, Severity, SeverityClock, Source
from sla_drafter.model.offer import Commitment, Package, Publication, UnilateralChange
from sla_drafter.model.parties import Goal, MasterAgreement, Party, Role
from sla_drafter.model.private import Private
from sla_drafter.model.remedies import CorrectivePlan, Credits, TeamRemedies
from sla_drafter.model.scalars import Choice, Prose
from sla_drafter.model.services import Hours, Maintenance, Service, TimeRules
from sla_drafter.values import frozen


@frozen
class Parameter:
    """A fact that one clause alone prints: its name in the clause, and its typed value."""

    id: str
    value: object = fact("The value, typed as the clause declares it.", itself=True)


@frozen
class ClauseUse:
    """What the agreement says about one clause: that it is wanted, its position, other words for it, its own facts."""

    id: str
    include: bool | None = fact("Whether the clause is wanted (no: it is left out).")
    position: Choice | None = fact("The position of this clause, if it differs.", choices="position")
    replace: Prose | None = fact("Words of your own instead of those of the library; a slot prints a fact.")
    facts: tuple[Parameter, ...] = facts("Facts that this clause alone prints.", itself=True)


@frozen
class OpenPoint:
    """A fact that somebody still has to supply: its path, what stood there, and a private note."""

    path: str
    words: str
    note: str = ""


@frozen
class Agreement:
    """What was agreed.

    `kind` is a set of kinds (customer-based, support …). `open_points` are facts marked TBC; `inherited` are the
    paths of facts that come from the agreement this one extends, which is `parent`; `removed` are paths of what stands
    there and was taken away here.
    """

    title: Prose | None = fact("Title of the agreement.")
    version: str | None = fact("Version of the agreement.")
    kind: tuple[Choice, ...] = facts("Kind or kinds of the agreement.", choices="kind")
    law: Choice | None = fact("The law that governs; no default, somebody decides.", choices="law")
    language: str = fact("Language of the agreement.", default="en")
    translations: tuple[str, ...] = facts("Further languages in which it is made out.")
    prevailing_language: str | None = fact("The language that prevails when there is more than one.")
    sectors: tuple[Choice, ...] = facts("Rules of a sector that the agreement has to answer.", choices="sector")
    standard_terms: bool | None = fact("Whether the text is meant for many customers and not negotiated.")
    position: Choice | None = fact("provider, balanced or customer.", choices="position")
    master_agreement: MasterAgreement | None = fact("The agreement that this one belongs to.")
    levels: tuple[AgreementLevel, ...] = facts("Levels of the agreement, from the highest to the lowest, by id.")
    level: str | None = fact("The level that this file states.", refers_to="levels")
    commitment: Commitment | None = fact("To whom a one-sided commitment is made.")
    parties: tuple[Party, ...] = facts("The parties, by id.")
    roles: tuple[Role, ...] = facts("The roles, by id.")
    goals: tuple[Goal, ...] = facts("What the customer wants to reach, by id.")
    customer_profile: CustomerProfile | None = fact("Who the customer is and how it works.")
    term: Term | None = fact("Start, duration, renewal.")
    time: TimeRules | None = fact("How time is counted and figures are rounded.")
    hours: tuple[Hours, ...] = facts("Schedules, by id.")
    services: tuple[Service, ...] = facts("The services, by id.")
    packages: tuple[Package, ...] = facts("Packages and add-ons, by id.")
    packages_taken: tuple[str, ...] = facts("The packages that this customer has taken.", refers_to="packages")
    sources: tuple[Source, ...] = facts("Where measured figures come from, by id.")
    metrics: tuple[Metric, ...] = facts("The closed list of service levels, by id.")
    severities: tuple[Severity, ...] = facts("Severities of a case, by number.")
    severity_clock: SeverityClock | None = fact("When the clocks of a case start, stop and pause.")
    inquiries: tuple[Inquiry, ...] = facts("Types of inquiry with their deadlines, by id.")
    surveys: tuple[Survey, ...] = facts("How satisfaction is asked for, by id.")
    continuity: tuple[Continuity, ...] = facts("Recovery after a disaster, by service.")
    leads: Leads | None = fact("Leads and what is done with them.")
    handover: Handover | None = fact("Hand-over of new customers and their retention.")
    upstream: tuple[UpstreamAgreement, ...] = facts("Agreements with suppliers, by id; figures are private.")
    maintenance: Maintenance | None = fact("Planned and emergency maintenance.")
    exclusions: tuple[Exclusion, ...] = facts("A closed list of events that excuse a miss, by id.")
    credits: Credits | None = fact("Service credits.")
    responsibilities: Responsibilities | None = fact("Who does what.")
    reports: Reports | None = fact("The regular report.")
    measurement: Measurement | None = fact("How measured figures are contested.")
    recurring_reports: tuple[RecurringReport, ...] = facts("Reports with a name of their own, by id.")
    meetings: Meetings | None = fact("Regular meetings.")
    audits: Audits | None = fact("Regular audits.")
    review: Review | None = fact("Review of the agreement.")
    improvement: Improvement | None = fact("How services and targets are improved.")
    feedback: Feedback | None = fact("Feedback and complaints.")
    communication: Communication | None = fact("The communication plan.")
    corrective_plan: CorrectivePlan | None = fact("What the obligor does after a miss.")
    team_remedies: TeamRemedies | None = fact("What follows a miss between teams.")
    security_incident: SecurityIncident | None = fact("Notice of a security incident.")
    escalation: tuple[EscalationLevel, ...] = facts("Levels of escalation, in order.")
    change: Change | None = fact("How the agreement is changed.")
    unilateral_change: UnilateralChange | None = fact("What the provider may change without consent.")
    publication: Publication | None = fact("Where the current text is published.")
    termination: Termination | None = fact("How the agreement ends.")
    disputes: Disputes | None = fact("How a dispute is settled.")
    force_majeure: ForceMajeure | None = fact("Events outside control.")
    accepted_by: Choice | None = fact("How a party accepts; a signature when left out.", choices="acceptance_method")
    acceptance: tuple[Acceptance, ...] = facts("Who accepts for each party, by party.")
    clauses: tuple[ClauseUse, ...] = facts("Clauses that are wanted or left out, and their own facts, by clause id.")
    private: Private | None = fact("What no file that leaves the house ever carries.")
    open_points: tuple[OpenPoint, ...] = field(default=(), kw_only=True)
    inherited: frozenset[str] = field(default=frozenset(), kw_only=True)
    parent: Agreement | None = field(default=None, kw_only=True)
    removed: tuple[str, ...] = field(default=(), kw_only=True)
