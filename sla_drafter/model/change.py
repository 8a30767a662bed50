"""An agreement with one fact more: the path says where, and what is missing on the way there is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import attrs
from attrs import evolve

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.facts import ITSELF
from sla_drafter.model.paths import by_key, value_at
from sla_drafter.model.shapes import shapes

T = TypeVar("T")
ANY = "*"


def paths_like(agreement: Agreement, pattern: str) -> Iterator[str]:
    """The paths that a pattern stands for: `metrics.*.no_data` is that field of every metric that there is."""
    before, star, after = pattern.partition(f".{ANY}")
    if not star:
        yield pattern
        return
    for item in value_at(agreement, before) or ():
        yield from paths_like(agreement, f"{before}.{item.id}{after}")


def with_fact(owner: T, path: str, value: Any) -> T:
    """The agreement, or a part of it, in which the fact at a path is this value."""
    key, _, rest = path.partition(".")
    found = by_key(type(owner)).get(key)
    if found is None:
        (found,) = (attribute for attribute in by_key(type(owner)).values() if attribute.metadata[ITSELF])
        rest = path
    return evolve(owner, **{found.name: _inside(owner, found, rest, value)})  # type: ignore[misc]  # an attrs class


def _inside(owner: Any, attribute: attrs.Attribute[Any], rest: str, value: Any) -> Any:
    if not rest:
        return value
    held, shape = getattr(owner, attribute.name), shapes(type(owner))[attribute.name]
    if shape.many:
        return _among(held, shape.cls, rest, value)
    return with_fact(shape.cls() if held is None else held, rest, value)


def _among(items: tuple[Any, ...], cls: type[Any], rest: str, value: Any) -> tuple[Any, ...]:
    """The things of a collection, of which the one that the path names has the fact; it is added if it is missing."""
    identity, _, inside = rest.partition(".")
    known = {item.id: item for item in items}
    held = known.get(identity) or cls(identity)
    known[identity] = with_fact(held, inside, value) if inside else _as_itself(held, value)
    return tuple(known.values())


def _as_itself(held: Any, value: Any) -> Any:
    """A thing that is written as one fact (`clauses.benchmarking.every`)."""
    (attribute,) = (attribute for attribute in by_key(type(held)).values() if attribute.metadata[ITSELF])
    return evolve(held, **{attribute.name: value})
