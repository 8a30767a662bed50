"""Provider and customer are sides of a service: which party provides it, and which receives it.

An agreement of two parties needs no word about it. With more of them each service names its sides, so that a text
may go on saying "the Provider shall …" whoever that is.
"""

from __future__ import annotations

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.services import Service
from sla_drafter.values import frozen


@frozen
class Sides:
    """The ids of the two parties of one service; None where nobody says which party it is."""

    service: str
    provider: str | None
    customer: str | None


def sides_of(agreement: Agreement, service: Service) -> Sides:
    """The sides of a service: as it names them, else the only party that plays that role."""
    return Sides(
        service.id,
        service.provider or _only(agreement, "provider"),
        service.customer or _only(agreement, "customer"),
    )


def sides(agreement: Agreement) -> tuple[Sides, ...]:
    """The sides of every service."""
    return tuple(sides_of(agreement, service) for service in agreement.services)


def is_many_sided(agreement: Agreement) -> bool:
    """Whether not every service has the same two sides."""
    return len({(one.provider, one.customer) for one in sides(agreement)}) > 1


def playing(agreement: Agreement, role: str) -> tuple[str, ...]:
    """The parties that play a role: those that say so, then those that a service names."""
    said = [party.id for party in agreement.parties if party.plays == role]
    named = [getattr(service, role) for service in agreement.services] if role in ("provider", "customer") else []
    return tuple(dict.fromkeys([*said, *(one for one in named if one)]))


def _only(agreement: Agreement, role: str) -> str | None:
    said = [party.id for party in agreement.parties if party.plays == role]
    return said[0] if len(said) == 1 else None
