"""An agreement as a clause sees it: read-only, and every fact knows its path.

A clause asks `metrics.availability.target`; it gets a view that can be spelled by a filter, asked (`if`), compared
with an id, or gone through. A name that the model does not know is the author's mistake; a fact that is absent is
false, equals nothing, has no items, and is spelled as a blank. Words that are still open (TBC) are not absent: a clause
that asks for them prints their blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from sla_drafter.assembly.sheet import Sheet
from sla_drafter.model.governance import Acceptance
from sla_drafter.model.parties import Party
from sla_drafter.model.paths import by_key, is_object, item_path, step_of, under
from sla_drafter.model.scalars import Choice, Formula, Prose, Target, Week, Window
from sla_drafter.model.shapes import Shape, shapes
from sla_drafter.model.sides import playing
from sla_drafter.sandbox import TemplateFault

NO_FIELD: Any = None
ALWAYS = "always"
"""What a week without a closed minute is compared with."""


@cache
def _fields(cls: type) -> Mapping[str, tuple[attrs.Attribute[Any], Shape, str]]:
    """The fields that a clause may ask of a thing of this class, by key, each with its step in a path."""
    if not attrs.has(cls):
        return {}
    known = shapes(cls)
    return {key: (one, known[one.name], step_of(one)) for key, one in by_key(cls).items()}


class View:
    """One fact, thing or collection of the agreement, with its path; `_shape` is known where nothing is there."""

    __slots__ = ("_attribute", "_path", "_shape", "_sheet", "_value")

    def __init__(
        self, sheet: Sheet, value: Any, path: str, shape: Shape, attribute: attrs.Attribute[Any] | None = None
    ) -> None:
        self._sheet = sheet
        self._value = value
        self._path = path
        self._shape = shape
        self._attribute = attribute

    def __getattr__(self, name: str) -> Any:
        found = None if self._shape.many else _fields(self._shape.cls).get(name)
        if found is None:
            return self._no_field(name)
        attribute, shape, step = found
        value = None if self._value is None else getattr(self._value, attribute.name)
        return View(self._sheet, value, under(self._path, step), shape, attribute)

    def _no_field(self, name: str) -> View | Id:
        if name.startswith("_"):
            raise AttributeError(name)
        if self._shape.many:
            return self._member(name)
        if name == "id" and hasattr(self._shape.cls, "id"):
            return Id(getattr(self._value, "id", ""))
        raise TemplateFault(f"there is no {name} in {self._path or 'an agreement'}")

    def _member(self, identity: str) -> View:
        shape = Shape(self._shape.cls, many=False)
        by_id = {getattr(item, "id", None): item for item in self._value or ()}
        found = next((one for one in (identity, *self._playing(identity)) if one in by_id), identity)
        return View(self._sheet, by_id.get(found), f"{self._path}.{found}", shape)

    def _playing(self, role: str) -> Iterator[str]:
        """The parties that a role is played by: a clause asks for the customer, whatever the id of that party is."""
        if self._shape.cls in (Party, Acceptance):
            yield from playing(self._sheet.agreement, role)

    def __iter__(self) -> Iterator[View]:
        shape = Shape(self._shape.cls, many=False)
        for position, item in enumerate(self._value or ()):
            path = item_path(self._path, item, position)
            yield View(self._sheet, item, path, shape, None if is_object(item) else self._attribute)

    def __len__(self) -> int:
        return len(self._value or ())

    def __bool__(self) -> bool:
        return self._is_open_text() if self._value is None else self._value not in ((), False)

    def _is_open_text(self) -> bool:
        """Whether somebody wrote TBC where words stand; an open figure or choice must not decide what a clause says."""
        is_text = self._shape.cls in (Prose, str) and not self._shape.many
        return is_text and any(point.path == self._path for point in self._sheet.agreement.open_points)

    def __eq__(self, other: object) -> bool:
        return self._value is not None and _identity(self._value) == _identity(other)

    def __hash__(self) -> int:
        return hash(self._path)

    def __contains__(self, other: object) -> bool:
        return any(_identity(item) == _identity(other) for item in self._value or ())


class Id(str):
    """The id of a thing: it can be compared, it cannot be printed."""

    __slots__ = ()


def _identity(value: object) -> object:
    """What a fact is compared by: the id of a choice, a formula, a window; else the value itself."""
    match value:
        case View():
            return _identity(value._value)  # noqa: SLF001  # a view compares with a view
        case Choice(id=identity):
            return identity
        case Formula(kind=kind) | Window(kind=kind):
            return kind.id
        case Target(comparator=comparator):
            return comparator.id
        case Week(is_always=True):
            return ALWAYS
        case _:
            return str(value) if isinstance(value, Id) else value


def opened(view: View) -> tuple[Sheet, Any, str, Shape, attrs.Attribute[Any] | None]:
    """What is inside a view, for the filters of this room."""
    return view._sheet, view._value, view._path, view._shape, view._attribute  # noqa: SLF001  # same room
