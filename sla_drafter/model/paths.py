"""Paths: how every fact of an agreement is pointed at, from the file to the printed word and back.

A path is dotted ids (`metrics.availability.target`). What repeats and has an id is found by it; what has none is
counted from 1 in brackets (`responsibilities.customer[2].duty`). A credit band's id is its upper border as typed.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import attrs

from sla_drafter.model import scalars
from sla_drafter.model.agreement import Agreement, ClauseUse
from sla_drafter.model.facts import ABOUT, ITSELF, key_of
from sla_drafter.model.shapes import shapes
from sla_drafter.values import frozen

_SCALARS = tuple(cls for cls in vars(scalars).values() if isinstance(cls, type) and attrs.has(cls))


@frozen
class Fact:
    """One fact of an agreement: its path, its value, and the field of the model that declares it."""

    path: str
    value: Any
    attribute: attrs.Attribute[Any]

    @property
    def about(self) -> str:
        """What the fact says, for the author of a file."""
        return str(self.attribute.metadata.get(ABOUT, ""))


def facts_of(agreement: Agreement) -> list[Fact]:
    """Every fact that is present, in the order of the model; `private` is among them."""
    found: list[Fact] = []
    _gather(agreement, "", found)
    return found


def is_object(value: object) -> bool:
    """Whether a value has fields of its own that paths lead into (a scalar of the deal has none)."""
    cls = type(value)
    found = _OBJECTS.get(cls)
    if found is None:
        found = _OBJECTS[cls] = attrs.has(cls) and not issubclass(cls, _SCALARS)
    return found


_OBJECTS: dict[type, bool] = {}
_DECLARED: dict[type, tuple[attrs.Attribute[Any], ...]] = {}


def declared(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a class of the model that are facts."""
    if cls not in _DECLARED:
        _DECLARED[cls] = tuple(attribute for attribute in attrs.fields(cls) if ABOUT in attribute.metadata)
    return _DECLARED[cls]


_BY_KEY: dict[type, dict[str, attrs.Attribute[Any]]] = {}


def by_key(cls: type) -> dict[str, attrs.Attribute[Any]]:
    """The fields of a class that are facts, by their key in the file."""
    if cls not in _BY_KEY:
        _BY_KEY[cls] = {key_of(attribute): attribute for attribute in declared(cls)}
    return _BY_KEY[cls]


def is_absent(value: object) -> bool:
    """Whether there is no fact: nothing, or none of several."""
    return value is None or (isinstance(value, tuple) and not value)


def _gather(owner: Any, path: str, found: list[Fact]) -> None:
    for name, step, attribute in _steps(type(owner)):
        value = getattr(owner, name)
        if is_absent(value):
            continue
        where = under(path, step)
        if is_object(value):
            _gather(value, where, found)
        elif isinstance(value, tuple) and is_object(value[0]):
            for position, item in enumerate(value):
                _gather(item, item_path(where, item, position), found)
        else:
            found.append(Fact(where, value, attribute))


def path_of(owner: str, attribute: attrs.Attribute[Any]) -> str:
    """The path of a field of the thing at `owner`; a field that is written as the thing itself has its path."""
    return under(owner, step_of(attribute))


def under(owner: str, step: str) -> str:
    """The path of what is one step below the thing at `owner`; the thing itself where there is no step."""
    return (f"{owner}.{step}" if owner else step) if step else owner


def step_of(attribute: attrs.Attribute[Any]) -> str:
    """The key of a field; empty for one that is written as the thing itself."""
    return "" if attribute.metadata.get(ITSELF) else key_of(attribute)


_Steps: TypeAlias = "tuple[tuple[str, str, attrs.Attribute[Any]], ...]"
_STEPS: dict[type, _Steps] = {}


def _steps(cls: type) -> _Steps:
    """The fields of a class that are facts: the name of each, and its step in a path."""
    found = _STEPS.get(cls)
    if found is None:
        found = _STEPS[cls] = tuple((one.name, step_of(one), one) for one in declared(cls))
    return found


def item_path(collection: str, item: object, position: int) -> str:
    """The path of one of several: by its id, or counted from 1."""
    identity = getattr(item, "id", None)
    return f"{collection}[{position + 1}]" if identity is None else f"{collection}.{identity}"


def collection(agreement: Agreement, name: str) -> tuple[Any, ...]:
    """The things that a reference may name, such as `parties`, `roles`, `services`, `metrics`."""
    return tuple(getattr(agreement, name))


def referent(agreement: Agreement, name: str, identity: str) -> Any | None:
    """The thing that a reference names, or None."""
    return next((item for item in collection(agreement, name) if item.id == identity), None)


def value_at(agreement: object, path: str) -> Any | None:
    """The value of the fact, the thing or the collection at a path; None where there is none.

    What is computed from an agreement has the shape of the model too and is looked up alike.
    """
    rest = path.removeprefix("parent.")
    return _descend(agreement, rest)


def _descend(owner: Any, rest: str) -> Any | None:
    if not rest:
        return _itself(owner)
    for name, step, attribute in _steps(type(owner)):
        if not step and isinstance(getattr(owner, name), tuple):
            found = _item(getattr(owner, name), f".{rest}")
            if found is not None:
                return found
        elif rest.startswith(key := step or key_of(attribute)) and (inside := _after(rest, key)) is not None:
            return _inside(getattr(owner, name), inside)
    return None


def _itself(owner: Any) -> Any | None:
    """The thing, or the one fact that is written in its place (a mode is its text)."""
    for attribute in declared(type(owner)):
        if attribute.metadata.get(ITSELF) and not shapes(type(owner))[attribute.name].many:
            return getattr(owner, attribute.name)
    return owner


def _after(rest: str, key: str) -> str | None:
    if rest == key:
        return ""
    return rest[len(key) :] if rest.startswith((f"{key}.", f"{key}[")) else None


def _inside(value: Any, rest: str) -> Any | None:
    if not rest or value is None:
        return value
    if isinstance(value, tuple):
        return _item(value, rest)
    return _descend(value, rest.removeprefix(".")) if is_object(value) else None


def _item(items: tuple[Any, ...], rest: str) -> Any | None:
    for position, item in enumerate(items):
        inside = _after(rest, item_path("", item, position))
        if inside is not None and is_object(item):
            return _descend(item, inside.removeprefix("."))
        if inside == "":
            return item
    return None


def uses_of(agreement: Agreement) -> dict[str, ClauseUse]:
    """What the agreement says about single clauses, by clause id."""
    return {use.id: use for use in agreement.clauses}
