"""One fact outside of any agreement file: words for a path, typed by the model as they would be in a file."""

from __future__ import annotations

from collections.abc import Mapping as Table
from pathlib import PurePath
from typing import Any

from sla_drafter.language.patterns import compiled
from sla_drafter.model.agreement import Agreement, ClauseUse
from sla_drafter.model.library import ParameterKind
from sla_drafter.readers.agreement_file.nodes import Entry, Mapping, Node, Origin, Scalar, Sequence
from sla_drafter.readers.agreement_file.quoting import Written, flow
from sla_drafter.readers.agreement_file.reading import Reading
from sla_drafter.readers.agreement_file.refused import Refused
from sla_drafter.readers.agreement_file.shapes import Shape, has_id, parameter_shape, shapes_of

_ANY_OR_NUMBER = compiled(r"\*|[1-9]")
"""What stands for things with ids: all of them, or the severity of that number."""


def shape_at(path: str, own: Table[str, ParameterKind]) -> Shape:
    """What stands at a path: a field of the model, or one of a clause's own facts (`own`, by path).

    `*` stands for any id, a number for the severity of that number.
    Raises `Refused` for a path that leads nowhere, and for what is no single fact.
    """
    if path in own:
        return parameter_shape(own[path])
    owner: Any = Agreement
    steps = path.split(".")
    while steps:
        key = steps.pop(0)
        shape = next((one for one in shapes_of(owner) if one.key == key and not one.itself), None)
        if shape is None or shape.type is ClauseUse:
            raise Refused(f"there is no {key} in {owner.__name__}", _keys(owner))
        if not steps:
            return _fact(shape)
        if not shape.is_object or (
            shape.many and (not has_id(shape.type) or not _ANY_OR_NUMBER.fullmatch(steps.pop(0)))
        ):
            raise Refused(f"nothing stands below {key}", "the path of one fact, with * for any id")
        owner = shape.type
    raise Refused("the path ends at a thing and not at a fact", _keys(owner))


def _fact(shape: Shape) -> Shape:
    if shape.is_object:
        raise Refused(f"{shape.key} has keys of its own", _keys(shape.type))
    if shape.refers_to:
        raise Refused(f"{shape.key} names one of the {shape.refers_to} of an agreement", "a fact that names nothing")
    return shape


def _keys(owner: Any) -> str:
    return ", ".join(shape.key for shape in shapes_of(owner) if not shape.itself)


def one_fact(path: str, shape: Shape, words: Written) -> Any:
    """The typed value of a fact, as a file that says these words would have it; `Refused` says what is wrong."""
    origin = Origin(PurePath(path), flow(words))
    reading = Reading(Mapping((), origin, 0, 0), {})
    value = reading.fact(_node(words, origin), shape, path)
    for finding in reading.findings:
        raise Refused(finding.message, finding.mend.words if finding.mend else "")
    if reading.open_points:
        raise Refused(f"{flow(words)} leaves the fact open", "the words that hold where nothing is stated")
    return value


def _node(words: Written, origin: Origin) -> Node:
    end = len(origin.text)
    match words:
        case str():
            return Scalar(words, origin, 0, end, plain=False)
        case Table():
            entries = tuple(Entry(Scalar(key, origin, 0, end), _node(each, origin)) for key, each in words.items())
            return Mapping(entries, origin, 0, end, flow=True)
        case _:
            return Sequence(tuple(_node(each, origin) for each in words), origin, 0, end)
