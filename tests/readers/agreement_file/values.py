"""Made-up values and agreements, for tests that hold for all of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
from attrs import evolve
from hypothesis import strategies as st

from sla_drafter.language.locales import LOCALES
from sla_drafter.model import scalars as model
from sla_drafter.model.agreement import Agreement, ClauseUse, Parameter
from sla_drafter.model.choices import CHOICES
from sla_drafter.model.governance import Acceptance
from sla_drafter.model.metrics import Severity
from sla_drafter.model.offer import Package, PackageTarget
from sla_drafter.model.parties import Settled
from sla_drafter.model.private import Deviation, LeftOut
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.services import Mode
from sla_drafter.readers.agreement_file.characters import unsafe_in
from sla_drafter.readers.agreement_file.figures import percent_words
from sla_drafter.readers.agreement_file.nodes import Origin, Scalar
from sla_drafter.readers.agreement_file.open_points import blank, left_inside
from sla_drafter.readers.agreement_file.scalars import written
from sla_drafter.readers.agreement_file.shapes import Shape, naming, parameter_shape, shapes_of
from sla_drafter.readers.agreement_file.zones import known_zones
from tests.readers.agreement_file.sample import CLAUSES

IDS = ("alpha", "beta_2")
NUMBERS = ("1", "2", "3")


def decimals(largest: int, places: int = 2) -> st.SearchStrategy[Decimal]:
    return st.decimals(0, largest, places=places).map(abs)


def is_data(text: str) -> bool:
    """Text that stands for itself: no open point, nothing invisible, not empty."""
    node = Scalar(text, Origin(None, text), 0, len(text))  # type: ignore[arg-type]
    return bool(text.strip()) and not (blank(node) or left_inside(text, own_words=True) or [*unsafe_in(text)])


TEXT = st.one_of(
    st.sampled_from(
        ["removed", "null", "~", "yes", "- a", "a: b", "x #y", "#", "'", '"', "{a", "a, b", "C:\\", "é\n  z"]
    ),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=30),
).filter(is_data)
UNITS = st.sampled_from(model.Unit)
PERIODS = st.sampled_from(
    [model.Unit.HOUR, model.Unit.DAY, model.Unit.WEEK, model.Unit.MONTH, model.Unit.QUARTER, model.Unit.YEAR]
)
PERCENT = st.builds(model.Percent, decimals(100, 3))
MONEY = st.builds(model.Money, decimals(10**9), st.sampled_from(["GBP", "EUR", "JPY"]))
DURATION = st.builds(model.Duration, decimals(999, 1), UNITS)
LETTERS = st.from_regex(r"[a-z]{3,12}( [a-z]{3,9})?", fullmatch=True)
DAYS_OF_YEAR = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: model.DayOfYear(day.month, day.day))
TIMES = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).filter(lambda pair: pair[0] < pair[1])


def choices(group: str, *without: str) -> st.SearchStrategy[model.Choice]:
    return st.sampled_from([model.Choice(group, id_) for id_ in CHOICES[group] if id_ not in without])


WEEK = st.one_of(
    st.just(model.Week((model.OpeningSpan(0, 6, 0, 1440),))),
    st.builds(
        lambda days, times: model.Week((model.OpeningSpan(min(days), max(days), *times),)),
        st.tuples(st.integers(0, 6), st.integers(0, 6)),
        TIMES,
    ),
    st.builds(
        lambda early, late: model.Week((model.OpeningSpan(0, 4, *early), model.OpeningSpan(5, 6, *late))), TIMES, TIMES
    ),
)
PROSE = st.one_of(
    TEXT.map(lambda text: model.Prose((("", text),))),
    st.dictionaries(st.sampled_from(sorted(LOCALES)), TEXT, min_size=1).map(
        lambda texts: model.Prose((*texts.items(),))
    ),
)
# Things that nobody takes for a unit of time.
TARGET_THINGS = st.builds(model.Quantity, decimals(10**6), st.sampled_from(["leads", "outages", "attempts", "of 5"]))
SINGLE: dict[Any, st.SearchStrategy[Any]] = {
    model.Percent: PERCENT,
    model.Money: MONEY,
    model.Fee: st.builds(model.Fee, MONEY, PERIODS),
    model.Share: st.builds(model.Share, PERCENT, PERIODS),
    model.Allowance: st.builds(model.Allowance, DURATION, PERIODS),
    model.Duration: DURATION,
    model.Quantity: st.builds(model.Quantity, decimals(10**6), LETTERS),
    model.Target: st.builds(model.Target, choices("comparator"), st.one_of(PERCENT, DURATION, TARGET_THINGS)),
    model.Window: st.one_of(
        st.builds(model.Window, choices("window", "rolling")),
        st.builds(model.Window, st.just(model.Choice("window", "rolling")), DURATION),
    ),
    model.Formula: st.one_of(
        st.builds(model.Formula, choices("formula", "share_within")),
        st.builds(model.Formula, st.just(model.Choice("formula", "share_within")), DURATION),
    ),
    model.Week: WEEK,
    model.WeeklyWindow: st.builds(lambda day, times: model.WeeklyWindow(day, *times), st.integers(0, 6), TIMES),
    model.YearlyPeriod: st.builds(model.YearlyPeriod, DAYS_OF_YEAR, DAYS_OF_YEAR),
    model.Zone: st.sampled_from(sorted(known_zones())).map(model.Zone),
    date: st.dates(date(1000, 1, 1)),
    bool: st.booleans(),
    int: st.integers(0, 10**6),
    Decimal: decimals(10**6),
    str: TEXT,
}
SCALARS = st.one_of(*SINGLE.values())


def one(shape: Shape) -> st.SearchStrategy[Any]:
    """A value of a field; a reference names one of the ids that every made-up collection has."""
    if shape.refers_to:
        return st.sampled_from(NUMBERS if shape.refers_to == "severities" else IDS)
    if shape.choices:
        return choices(shape.choices)
    if shape.key in ("language", "translations", "prevailing_language"):
        return st.sampled_from(sorted(LOCALES))
    if shape.type is model.Prose:
        return PROSE
    return things(shape.type) if shape.is_object else SINGLE[shape.type]


def value_of(shape: Shape) -> st.SearchStrategy[Any]:
    """The value of a field, of several where there may be several, or none."""
    if shape.is_object and shape.many:
        return several(shape.type)
    if shape.many:
        return st.lists(one(shape), max_size=2).map(tuple)
    return one(shape) if shape.key == "language" or shape.itself else st.none() | one(shape)


KEYS_OF = {
    Ladder: IDS,
    PackageTarget: IDS,
    Acceptance: IDS,
    Mode: tuple(CHOICES["mode"]),
    Settled: tuple(CLAUSES),
    LeftOut: tuple(CLAUSES),
    ClauseUse: tuple(CLAUSES),
    Deviation: tuple(CLAUSES),
    Severity: NUMBERS,
}
GIVES = ("credit", "days", "points")
GIVEN: tuple[Any, ...] = (None, Decimal("2.5"), Decimal(3))
REFERRED = {"parties", "roles", "services", "goals", "sources", "hours", "metrics", "severities", "packages", "levels"}


@cache
def several(cls: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    if not any(attribute.name == "id" for attribute in attrs.fields(cls)):
        return st.lists(things(cls), max_size=2).map(tuple)
    by = naming(cls)
    if by:
        rows = st.lists(things(cls), unique_by=lambda row: row.id, max_size=3)
        return rows.map(tuple)
    keys = KEYS_OF.get(cls, IDS)
    ids = st.lists(st.sampled_from(keys), unique=True, max_size=3)
    return ids.flatmap(lambda ids: st.tuples(*(with_id(cls, id_) for id_ in ids)))


def with_id(cls: Any, identity: str) -> st.SearchStrategy[Any]:
    return things(cls).map(lambda thing: named(thing, identity))


def named(thing: Any, identity: str) -> Any:
    if isinstance(thing, Package):
        lower = IDS[0] if thing.on_top_of and identity != IDS[0] else None  # packages stand on one another in no circle
        return evolve(thing, id=identity, on_top_of=lower)
    return evolve(thing, id=identity) if not isinstance(thing, ClauseUse) else with_facts(thing, identity)


def with_facts(use: ClauseUse, identity: str) -> ClauseUse:
    """A clause holds the facts that it declares, in its order."""
    given = {fact.id: fact for fact in use.facts}
    names = [kind.name for kind in CLAUSES[identity].parameters if kind.name in given]
    return evolve(use, id=identity, facts=tuple(given[name] for name in names))


@cache
def things(cls: Any) -> st.SearchStrategy[Any]:
    if cls is Ladder:
        return st.builds(ladder, st.lists(st.integers(1, 10**5), unique=True, max_size=4), PERCENT, st.booleans())
    if cls is ClauseUse:
        return clause_uses()
    fields = {shape.name: value_of(shape) for shape in shapes_of(cls)}
    identity = {"id": st.just("")} if any(each.name == "id" for each in attrs.fields(cls)) else {}
    by = naming(cls)
    if by:
        fields[by.name] = one(by)
        rows = st.fixed_dictionaries(identity | fields)
        return rows.map(lambda given: cls(**given | {"id": written(given[by.name])}))
    return st.fixed_dictionaries(identity | fields).map(lambda given: cls(**given))


def ladder(borders: list[int], credit: model.Percent, chain: bool) -> Ladder:
    """Bands with or without gaps, best first; those of a chain give a percentage, days, points, and so on in turn."""
    uppers = [model.Percent(Decimal(border) / 1000) for border in sorted(borders, reverse=True)]
    lowers = [*uppers, model.Percent(Decimal(0))][1:]
    return Ladder(
        "",
        tuple(
            Band(percent_words(to), from_=start, to=to, **giving(place, credit))
            if chain
            else Band(percent_words(to), None, from_included=False, to=to, to_included=True, credit=None)
            for place, (to, start) in enumerate(zip(uppers, lowers, strict=True))
        ),
        None if chain else credit,
    )


def giving(place: int, credit: model.Percent) -> dict[str, Any]:
    """What a band gives: a percentage, days or points, one after the other."""
    return {GIVES[place % 3]: GIVEN[place % 3] or credit}


def clause_uses() -> st.SearchStrategy[ClauseUse]:
    kinds = [kind for clause in CLAUSES.values() for kind in clause.parameters]
    facts = {kind.name: value_of(parameter_shape(kind)) for kind in kinds}
    given = st.fixed_dictionaries({}, optional=facts).map(
        lambda values: tuple(Parameter(name, value) for name, value in values.items() if value not in (None, ()))
    )
    position = st.none() | choices("position")
    return st.builds(ClauseUse, st.just(""), st.none() | st.booleans(), position, facts=given)


def referred_to(shape: Shape) -> st.SearchStrategy[tuple[Any, ...]]:
    """A collection with every id that a reference may name."""
    ids = NUMBERS if shape.type is Severity else IDS
    return st.tuples(*(with_id(shape.type, id_) for id_ in ids))


ROOT = {shape.name: shape for shape in shapes_of(Agreement)}
BARE = {
    name: tuple(shape.type(id_) for id_ in (NUMBERS if shape.type is Severity else IDS))
    for name, shape in ROOT.items()
    if name in REFERRED
}


def agreement_with(names: list[str]) -> st.SearchStrategy[Agreement]:
    """An agreement in which a few parts are filled; all of them at once are more than a test can draw."""
    filled = {name: referred_to(ROOT[name]) if name in REFERRED else value_of(ROOT[name]) for name in names}
    return st.fixed_dictionaries(filled).map(lambda given: Agreement(**(BARE | given)))


AGREEMENTS = st.lists(st.sampled_from(sorted(ROOT)), unique=True, min_size=1, max_size=3).flatmap(agreement_with)
