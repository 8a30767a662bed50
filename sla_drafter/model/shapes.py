"""What a field may hold: the class behind its declaration, also where the fact itself is absent."""

from __future__ import annotations

import types
import typing
from typing import Any

import attrs

from sla_drafter.values import frozen


@frozen
class Shape:
    """The class of a field's values, and whether there may be several."""

    cls: type
    many: bool


_SHAPES: dict[type, dict[str, Shape]] = {}


def shapes(owner: type) -> dict[str, Shape]:
    """The shape of every field of a class of the model, by the name of the field."""
    if owner not in _SHAPES:
        hints = typing.get_type_hints(owner)
        _SHAPES[owner] = {attribute.name: _shape(hints[attribute.name]) for attribute in attrs.fields(owner)}
    return _SHAPES[owner]


def _shape(hint: Any) -> Shape:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        (hint,) = (part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) in (tuple, frozenset):
        return Shape(_shape(typing.get_args(hint)[0]).cls, many=True)
    return Shape(hint, many=False)
