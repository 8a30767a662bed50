"""How each field of the model stands in a file, worked out once from its declaration and its type."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

import attrs

from sla_drafter.model.facts import ABOUT, CHOICES, ITSELF, NAMES, REFERS_TO, key_of
from sla_drafter.model.library import ParameterKind
from sla_drafter.model.paths import declared
from sla_drafter.model.scalars import Duration, Money, Percent, Prose
from sla_drafter.model.shapes import Shape as Held
from sla_drafter.model.shapes import shapes
from sla_drafter.values import frozen


@frozen
class Shape:
    """One field: its key and name, the type of one value, whether there may be several, and what it refers to."""

    key: str
    name: str
    type: Any
    many: bool = False
    refers_to: str = ""
    choices: str = ""
    itself: bool = False
    about: str = ""
    names: bool = False

    @cached_property
    def is_object(self) -> bool:
        """Whether a value has keys of its own."""
        return attrs.has(self.type) and bool(declared(self.type))


@cache
def shapes_of(cls: Any) -> tuple[Shape, ...]:
    """The fields of a class of the model, in its order."""
    held = shapes(cls)
    return tuple(_shape(attribute, held[attribute.name]) for attribute in declared(cls))


def _shape(attribute: attrs.Attribute[Any], held: Held) -> Shape:
    said = attribute.metadata
    return Shape(
        key_of(attribute),
        attribute.name,
        held.cls,
        held.many,
        said[REFERS_TO],
        said[CHOICES],
        said[ITSELF],
        said[ABOUT],
        said[NAMES],
    )


@cache
def has_id(cls: Any) -> bool:
    """Whether things of a class stand in a file under their id; all others stand in a list."""
    return any(attribute.name == "id" for attribute in attrs.fields(cls)) and naming(cls) is None


@cache
def naming(cls: Any) -> Shape | None:
    """The field whose words are the id of a row of a list; None for what stands under its id or has none."""
    return next((shape for shape in shapes_of(cls) if shape.names), None)


@cache
def itself_of(cls: Any) -> Shape | None:
    """The one field that a class is written as, if it is written without keys."""
    return next((shape for shape in shapes_of(cls) if shape.itself), None)


PARAMETERS: dict[str, tuple[type, bool, str]] = {
    "text": (Prose, False, ""),
    "texts": (Prose, True, ""),
    "duration": (Duration, False, ""),
    "percent": (Percent, False, ""),
    "money": (Money, False, ""),
    "number": (Decimal, False, ""),
    "yes_no": (bool, False, ""),
    "role": (str, False, "roles"),
    "date": (date, False, ""),
}
"""The types that a clause may give its own facts: the class of a value, whether there are several, what it names."""


def parameter_shape(kind: ParameterKind) -> Shape:
    """How a fact that one clause alone prints stands under `clauses.<id>`."""
    type_, many, refers_to = PARAMETERS[kind.type]
    return Shape(kind.name, kind.name, type_, many, refers_to, about=kind.about)


SINGULAR = {
    "roles": "role",
    "parties": "party",
    "services": "service",
    "goals": "goal",
    "sources": "source",
    "metrics": "metric",
    "hours": "schedule of hours",
    "severities": "severity",
    "packages": "package",
    "levels": "level",
}
"""What one thing of a collection is called, for each collection that a reference may name."""
