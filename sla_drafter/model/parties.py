"""Who makes the agreement, who does what for them, and what they want to reach."""

from __future__ import annotations

from datetime import date

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Prose
from sla_drafter.values import frozen


@frozen
class Party:
    """One party: a company, a person or an organisation unit; its role is its id unless `role` says otherwise."""

    id: str
    name: Prose | None = fact("Full name, with the legal form.", proper=True)
    kind: Choice | None = fact("company, individual or unit.", choices="party_kind")
    role: Choice | None = fact("provider, customer, supplier or team; the id when left out.", choices="party_role")
    registration: Prose | None = fact("Register and number; a unit or a person has none.", proper=True)
    address: Prose | None = fact("Postal address.", proper=True)
    representative: str | None = fact("The role that represents the party.", refers_to="roles")
    notices: str | None = fact("Address for notices, usually an e-mail address.")
    legal_contact: Prose | None = fact("Who receives a copy of legal notices.", proper=True)

    @property
    def plays(self) -> str:
        """What the party is in this agreement: its role, or its id when the role is left out."""
        return self.role.id if self.role else self.id


@frozen
class Role:
    """A function that a person fills for a party; a deputy is another role."""

    id: str
    party: str | None = fact("The party that fills the role.", refers_to="parties")
    title: Prose | None = fact("What the role is called.")
    holder: Prose | None = fact("Who holds it today; the role matters, not the name.", proper=True)
    contact: Prose | None = fact("How to reach the role: telephone or e-mail.", proper=True)
    deputy: str | None = fact("The role that stands in.", refers_to="roles")


@frozen
class Goal:
    """What the customer wants to reach with the service, who answers for it, and the tasks that lead there."""

    id: str
    text: Prose | None = fact("The goal in one clause: 'shops can take orders on every trading day'.")
    owner: str | None = fact("The role that answers for the goal.", refers_to="roles")
    tasks: tuple[Prose, ...] = facts("What is done to reach it.")


@frozen
class Reference:
    """Another document: its title and its date."""

    title: Prose | None = fact("Title of the document.")
    dated: date | None = fact("Date of the document.")


@frozen
class Settled:
    """A clause of this agreement that the master agreement settles, and where it does so."""

    id: str
    where: Prose | None = fact("Where the master agreement settles it: 'clause 21'.", itself=True)


@frozen
class MasterAgreement:
    """The agreement that this one belongs to, the terms it defines, and what it settles."""

    document: Reference | None = fact("The master agreement: title and date.")
    terms: tuple[Prose, ...] = facts("Capitalised terms that the master agreement defines.")
    settles: tuple[Settled, ...] = facts("Clauses that need not be repeated here, by clause id.")
