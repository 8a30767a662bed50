"""A small agreement made in Python, with one metric and one ladder: no file is needed to draft."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.governance import Acceptance, Term
from sla_drafter.model.metrics import Metric, Source
from sla_drafter.model.parties import Party, Role
from sla_drafter.model.remedies import Band, Credits, Ladder
from sla_drafter.model.scalars import (
    Choice,
    Duration,
    Fee,
    Formula,
    Money,
    OpeningSpan,
    Percent,
    Prose,
    Target,
    Unit,
    Week,
    Window,
    Zone,
)
from sla_drafter.model.services import Hours, Service, TimeRules

HOSTILE = "A&B <Ltd> *x* | {{ 7*7 }} [a](b) `c` _d_ # e"


def prose(words: str) -> Prose:
    return Prose((("", words),))


def percent(words: str) -> Percent:
    return Percent(Decimal(words))


def band(to: str, credit: str, start: str = "0") -> Band:
    return Band(f"{to}%", from_=percent(start), to=percent(to), credit=percent(credit))


def agreement(**changes: object) -> Agreement:
    facts: dict[str, object] = {
        "title": prose("Service Level Agreement"),
        "version": "0.1",
        "kind": (Choice("kind", "customer_based"),),
        "law": Choice("law", "england_and_wales"),
        "position": Choice("position", "balanced"),
        "parties": (
            Party("provider", name=prose("Aldgate Data Services Ltd"), notices="legal@aldgate.example"),
            Party("customer", name=prose(HOSTILE), notices="contracts@halden.example"),
        ),
        "roles": (
            Role("manager", party="provider", title=prose("Service level manager")),
            Role("buyer", party="customer", title=prose("Head of platform")),
        ),
        "term": Term(date(2027, 1, 1), Duration(Decimal(24), Unit.MONTH), Choice("renewal", "none")),
        "time": TimeRules(Zone("Europe/London")),
        "hours": (Hours("always", Week((OpeningSpan(0, 6, 0, 1440),))),),
        "services": (
            Service(
                "database",
                name=prose("Managed PostgreSQL"),
                purpose=prose("runs the order database"),
                fee=Fee(Money(Decimal(12000), "GBP"), Unit.MONTH),
                hours="always",
            ),
        ),
        "sources": (
            Source("probe", tool=prose("Probe"), owner="provider", interval=Duration(Decimal(60), Unit.SECOND)),
        ),
        "metrics": (
            Metric(
                "availability",
                name=prose("Availability"),
                service="database",
                formula=Formula(Choice("formula", "time_availability")),
                down_when=prose("two probes in a row cannot open a session"),
                target=Target(Choice("comparator", "at_least"), percent("99.9")),
                window=Window(Choice("window", "calendar_month")),
                source="probe",
                no_data=Choice("no_data", "down"),
                owner="manager",
            ),
        ),
        "credits": Credits(
            ladders=(Ladder("availability", (band("99.9", "10", "99.0"), band("99.0", "25"))),),
        ),
        "acceptance": (Acceptance("provider", "manager"), Acceptance("customer", "buyer")),
    }
    return Agreement(**{**facts, **changes})  # type: ignore[arg-type]  # the names are those of the model
