"""Agreements in which every field of the model is present, made from the model itself, so that a new field is in them.

Every text says where it stands and every number is another one, so that a fact printed from a wrong path is seen.
`everything(turn)` takes another choice of every closed list with each turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from types import MappingProxyType
from typing import Any

import attrs

from sla_drafter.model.agreement import Agreement, ClauseUse, Parameter
from sla_drafter.model.choices import CHOICES, KINDS
from sla_drafter.model.facts import CHOICES as GROUP
from sla_drafter.model.facts import REFERS_TO
from sla_drafter.model.paths import declared, item_path, path_of
from sla_drafter.model.scalars import (
    Allowance,
    Choice,
    DayOfYear,
    Duration,
    Fee,
    Formula,
    Money,
    OpeningSpan,
    Percent,
    Prose,
    Quantity,
    Share,
    Target,
    Unit,
    Week,
    WeeklyWindow,
    Window,
    YearlyPeriod,
    Zone,
)
from sla_drafter.model.shapes import shapes

TURNS = max(len(ids) for group, ids in CHOICES.items() if group not in ("kind", "carve_out", "formula"))
"""So many turns and every choice that is taken one at a time was taken once."""

FORMULAS = {"availability": "time_availability", "requests": "request_availability", "query_time": "share_within"}
"""The formulas of the metrics that have an id of their own; the id of every other is its formula."""

IDS = {
    "parties": ("provider", "customer", "carrier"),
    "roles": ("manager", "buyer", "deputy"),
    "goals": ("growth",),
    "hours": ("always", "desk"),
    "services": ("database", "search"),
    "levels": ("corporate", "site"),
    "packages": ("standard", "sport"),
    "packages.targets": ("availability",),
    "packages.ladders": ("availability",),
    "packages.ladders.": ("99.9%", "99.0%"),
    "customer_profile.systems": ("till", "stock"),
    "recurring_reports": ("friction",),
    "communication.channels": ("incidents",),
    "services.modes": ("normal", "peak", "degraded", "maintenance", "disaster"),
    "services.dependencies": ("hosting",),
    "sources": ("probe", "log"),
    "metrics": tuple({v: k for k, v in FORMULAS.items()}.get(kind, kind) for kind in CHOICES["formula"]),
    "inquiries": ("question", "complaint"),
    "surveys": ("yearly",),
    "continuity": ("database", "search"),
    "upstream": ("operator",),
    "leads.segments": ("decision_maker", "intern"),
    "leads.members": ("manager", "buyer"),
    "severities": ("1", "2"),
    "exclusions": ("customer_cause",),
    "credits.ladders": ("availability", "query_time", "severity_1_response"),
    "credits.ladders.": ("99.9%", "99.0%", "98.0%", "95.0%"),
    "credits.steps": ("availability", "requests", "user_availability"),
    "credits.excess": ("latency",),
    "credits.excess.": ("10%", "25%"),
    "credits.proportional": ("interval_availability",),
    "credits.points.table": ("5", "10"),
    "credits.at_risk.allocations": ("availability", "query_time"),
    "acceptance": ("provider", "customer"),
    "termination.chronic_failure.triggers": ("repeated", "row", "same", "low", "average", "cap", "outages"),
    "private.left_out": ("meetings",),
    "private.deviations": ("workload_limits",),
    "private.upstream": ("hosting",),
    "private.history": ("availability",),
    "private.support_tiers": ("first_line", "second_line"),
    "private.forecast": ("database",),
    "master_agreement.settles": ("governing_law", "force_majeure", "dispute_resolution"),
}
IN_TIME = ("latency", "jitter", "mean", "longest_outage")
IN_THINGS = ("count", "outage_count")
WHOLE_LISTS = ("carve_out", "net_of", "team_remedy")


@attrs.define
class _Maker:
    turn: int
    changed: Mapping[str, object]
    numbers: Iterator[int] = attrs.field(factory=lambda: count(2))

    def thing(self, cls: type, path: str, pattern: str, **fixed: Any) -> Any:
        """An object of the model with every field present."""
        for attribute in declared(cls):
            if attribute.name not in fixed:
                key = path_of(pattern, attribute)
                name = f"{key}." if key == pattern and shapes(cls)[attribute.name].many else key
                fixed[attribute.name] = self.field(cls, attribute, path_of(path, attribute), name)
        return cls(**fixed)

    def field(self, owner: type, attribute: attrs.Attribute[Any], path: str, pattern: str) -> Any:
        shape = shapes(owner)[attribute.name]
        group, refers_to = attribute.metadata[GROUP], attribute.metadata[REFERS_TO]
        if path in self.changed:
            return self.changed[path]
        if pattern in OVERRIDES:
            return OVERRIDES[pattern](self, path)
        if refers_to:
            return IDS[refers_to][:2] if shape.many else IDS[refers_to][self.turn % len(IDS[refers_to])]
        if group and shape.many:
            return tuple(Choice(group, one) for one in CHOICES[group])
        if group:
            return self.choice(group)
        if pattern in IDS and shape.many:
            return tuple(self.item(shape.cls, path, pattern, one) for one in self.ids(pattern))
        if shape.many:
            several = range(2)
            return tuple(self.value(shape.cls, item_path(path, None, place), pattern) for place in several)
        return self.value(shape.cls, path, pattern)

    def ids(self, pattern: str) -> tuple[str, ...]:
        """The ids of a collection; what the master agreement settles changes, so that every clause is printed once."""
        ids = IDS[pattern]
        return (ids[self.turn % len(ids)],) if pattern == "master_agreement.settles" else ids

    def item(self, cls: type, path: str, pattern: str, identity: str) -> Any:
        return self.thing(cls, f"{path}.{identity}", pattern.rstrip("."), id=identity)

    def choice(self, group: str) -> Choice:
        ids = tuple(CHOICES[group])
        return Choice(group, ids[self.turn % len(ids)])

    def value(self, cls: type, path: str, pattern: str) -> Any:
        if cls in SCALARS:
            return SCALARS[cls](self, path)
        return self.thing(cls, path, pattern)

    def number(self) -> Decimal:
        return Decimal(next(self.numbers))


def _duration(maker: _Maker, path: str = "") -> Duration:  # noqa: ARG001  # one signature for every kind of value
    number = maker.number()
    return Duration(number, list(Unit)[1 + int(number) % 10])


def _formula(maker: _Maker, path: str) -> Formula:
    metric = path.split(".")[1]
    kind = FORMULAS.get(metric, metric)
    return Formula(Choice("formula", kind), _duration(maker) if kind == "share_within" else None)


def _window(maker: _Maker, path: str) -> Window:
    kind = maker.choice("window")
    return Window(kind, _duration(maker, path) if kind.id == "rolling" else None)


def _target(maker: _Maker, path: str) -> Target:
    """A target in the unit of its metric."""
    comparator, metric = maker.choice("comparator"), path.split(".")[1]
    if metric in IN_TIME:
        return Target(comparator, _duration(maker))
    if metric in IN_THINGS:
        return Target(comparator, Quantity(maker.number(), "events"))
    return Target(comparator, Percent(maker.number() / 10))


def _only(*ids: str, value: Any = None) -> Any:
    """A field that only things with some ids have; `value` is the class of its value, or the value itself."""

    def made(maker: _Maker, path: str) -> Any:
        owner = path.rpartition(".")[0]
        if not any(owner.endswith(f".{one}") for one in ids):
            return None
        return SCALARS[value](maker, path) if value in SCALARS else value

    return made


def _id(path: str, collection: str) -> str:
    """The id of a row, from the path of its fact."""
    return path.removeprefix(f"{collection}.").rpartition(".")[0]


def _week(maker: _Maker, path: str) -> Week:
    if path.endswith("always.week"):
        return Week((OpeningSpan(0, 6, 0, 1440),))
    return Week((OpeningSpan(0, 4, 480, 1080), OpeningSpan(5, 5, 540, 720 + maker.turn)))


def _role(maker: _Maker, path: str) -> Choice:  # noqa: ARG001
    plays = {"provider": "provider", "customer": "customer"}.get(path.split(".")[1], "supplier")
    return Choice("party_role", plays)


SCALARS: dict[type, Any] = {
    Percent: lambda maker, _: Percent(maker.number() / 10),
    Money: lambda maker, _: Money(maker.number() * 100, "GBP"),
    Duration: _duration,
    Fee: lambda maker, _: Fee(Money(maker.number() * 100, "GBP"), Unit.MONTH),
    Share: lambda maker, _: Share(Percent(maker.number()), Unit.MONTH),
    Allowance: lambda maker, _: Allowance(_duration(maker), Unit.QUARTER),
    Quantity: lambda maker, _: Quantity(maker.number() * 1000, "connections"),
    Formula: _formula,
    Target: _target,
    Decimal: lambda maker, _: maker.number() + Decimal("0.5"),
    Window: _window,
    Week: _week,
    WeeklyWindow: lambda maker, _: WeeklyWindow(maker.turn % 7, 240, 360),
    YearlyPeriod: lambda maker, _: YearlyPeriod(DayOfYear(11, 1 + maker.turn), DayOfYear(12, 31)),
    Zone: lambda _, __: Zone("Europe/London"),
    Prose: lambda _, path: Prose((("", f"words of {path}"),)),
    str: lambda _, path: f"said at {path}",
    bool: lambda maker, _: maker.turn % 2 == 0,
    int: lambda maker, _: int(maker.number()),
    date: lambda maker, _: date(2027, 1, 1) + timedelta(days=int(maker.number())),
}


def _benchmark(maker: _Maker) -> tuple[Parameter, ...]:
    peers = tuple(Prose((("", words),)) for words in ("hosts of the same size", "hosts in the same country"))
    return (
        Parameter("every", _duration(maker)),
        Parameter("by", IDS["roles"][0]),
        Parameter("peers", peers),
        Parameter("plan_within", _duration(maker)),
    )


OVERRIDES: dict[str, Any] = {
    "kind": lambda maker, _: (Choice("kind", KINDS[maker.turn % len(KINDS)]),),
    "language": lambda _, __: "en",
    "position": lambda _, __: Choice("position", "balanced"),
    "parties.role": _role,
    "services.provider": lambda maker, path: "carrier" if maker.turn % 2 and "search" in path else "provider",
    "services.customer": lambda _, __: "customer",
    "translations": lambda _, __: ("de", "fr"),
    "prevailing_language": lambda _, __: "en",
    "packages.on_top_of": lambda _, path: None if "standard" in path else "standard",
    "severities.allowed_misses": _only("1", value=int),
    "credits.ladders.on": _only("severity_1_response", value="severities.1.response"),
    "credits.ladders.credit": _only("99.9%", "99.0%", value=Percent),
    "credits.ladders.days": _only("98.0%", value=Decimal),
    "credits.ladders.points": _only("95.0%", value=Decimal),
    "credits.steps.block": _only("availability", "user_availability", value=Duration),
    "credits.steps.grace": _only("availability", "user_availability", value=Duration),
    "credits.steps.step": _only("requests", value=Percent),
    "credits.steps.credit": _only("availability", "requests", value=Percent),
    "credits.steps.cap": _only("availability", "requests", value=Percent),
    "credits.steps.days": _only("user_availability", value=Decimal),
    "credits.steps.cap_days": _only("user_availability", value=Decimal),
    "credits.excess.over": lambda _, path: Percent(
        Decimal(path.removeprefix("credits.excess.latency.").partition("%")[0])
    ),
    "credits.points.table.points": lambda _, path: Decimal(_id(path, "credits.points.table")),
    "credits.ladders.to": lambda _, path: Percent(Decimal(".".join(path.split(".")[3:-1]).removesuffix("%"))),
    **{
        f"termination.chronic_failure.triggers.{key}": made
        for key, made in {
            "misses": _only("repeated", "row", "same", value=int),
            "floor": _only("low", value=Target),
            "average": _only("average", value=Target),
            "credits_at_cap": _only("cap", value=int),
            "outages": _only("outages", value=int),
            "of": _only("repeated", "row", "low", "average", "outages", value="availability"),
            "counting": lambda maker, path: maker.choice("miss_of") if ".same." in path else None,
            "within": _only("repeated", "same", "average", "cap", "outages", value=Duration),
            "in_a_row": _only("row", value=True),
            "longer_than": _only("outages", value=Duration),
            "mean": lambda maker, path: maker.choice("mean_of") if ".average." in path else None,
        }.items()
    },
    "packages.ladders.on": _only(),
    "packages.ladders.days": _only(),
    "packages.ladders.points": _only(),
    "packages.ladders.to": lambda _, path: Percent(Decimal(".".join(path.split(".")[4:-1]).removesuffix("%"))),
    "clauses": lambda maker, _: (
        ClauseUse(
            "credit_claims",
            include=True,
            position=Choice("position", "balanced"),
            facts=(Parameter("answer_within", _duration(maker)),),
        ),
        ClauseUse(
            "workload_limits",
            include=True,
            position=Choice("position", "balanced"),
            replace=Prose((("", "The workload of {{ title | text }} is that of [](#scope)."),)),
        ),
        ClauseUse("benchmarking", include=True, position=Choice("position", "balanced"), facts=_benchmark(maker)),
        *(
            ClauseUse(
                clause,
                include=True,
                position=Choice("position", "balanced"),
                facts=tuple(Parameter(name, _duration(maker)) for name in names),
            )
            for clause, names in {
                "periodic_review": ("within",),
                "continuity": ("plan_within",),
                "exit_assistance": ("data_within", "report_within"),
            }.items()
        ),
        ClauseUse("key_facts", include=True, position=Choice("position", "balanced")),
    ),
}


def everything(turn: int = 0, changed: Mapping[str, object] = MappingProxyType({}), **fixed: Any) -> Agreement:
    """An agreement in which every fact is present; `changed` are other values by path."""
    made: Agreement = _Maker(turn, changed).thing(Agreement, "", "", **fixed)
    return made


def pattern_of(path: str) -> str:
    """The path of the field that declares a fact: `*` for the id of a thing or its place in a list."""
    path = re.sub(r"^clauses\.\w+", "clauses.*", re.sub(r"\[\d+\]", "[*]", path))
    for collection, ids in IDS.items():
        steps = re.escape(re.sub(r"(?<=^services)\.|(?<=^packages)\.", ".*.", collection.removesuffix(".")))
        inside = r"\.\*" if collection.endswith(".") else ""
        path = re.sub(rf"^({steps}{inside})\.(?:{'|'.join(map(re.escape, ids))})(?=\.|$)", r"\1.*", path)
    return path
