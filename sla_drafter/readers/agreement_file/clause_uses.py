"""What an agreement says about single clauses: wanted, left out or replaced, the position, facts that one prints."""

from __future__ import annotations

from typing import Any

from sla_drafter.model.agreement import ClauseUse, Parameter
from sla_drafter.readers.agreement_file.mistakes import did_you_mean
from sla_drafter.readers.agreement_file.nodes import Mapping, Node, Scalar
from sla_drafter.readers.agreement_file.reading import Reading
from sla_drafter.readers.agreement_file.shapes import Shape, parameter_shape, shapes_of

BECAUSE = "because"
INCLUDE = "include"
REPLACE = "replace"
_USE = {shape.key: shape for shape in shapes_of(ClauseUse) if not shape.itself}
_REASON = Shape(BECAUSE, BECAUSE, str, about="Why the clause is left out or replaced; never printed.")


def clause_use(reading: Reading, node: Node, identity: str, path: str) -> ClauseUse:
    """`benchmarking: no`, or `benchmarking: {position: customer, every: 12 months}`."""
    if reading.is_open(node, path) or reading.is_empty(node, path):
        return ClauseUse(identity)
    if isinstance(node, Scalar):
        reading.nodes[f"{path}.{INCLUDE}"] = node
        return _allowed(reading, ClauseUse(identity, reading.value(node, _USE[INCLUDE], path)), path)
    if not isinstance(node, Mapping):
        message = f"{path} is yes, no, or keys: {{position: customer}}. Found a list."
        reading.wrong("wrong_value", message, path, node)
        return ClauseUse(identity)
    clause = reading.clauses.get(identity)
    parameters = {kind.name: parameter_shape(kind) for kind in clause.parameters} if clause else {}
    _check_keys(reading, node, identity, path, (*_USE, BECAUSE, *parameters))
    _reason(reading, node, identity)
    given = ((shape, node.get(key)) for key, shape in _USE.items())
    known = {shape.name: _said(reading, value, shape, f"{path}.{shape.key}") for shape, value in given if value}
    facts = tuple(
        Parameter(name, reading.fact(value, shape, f"{path}.{name}"))
        for name, shape in parameters.items()
        if (value := node.get(name))
    )
    return _allowed(reading, ClauseUse(identity, **known, facts=facts), path)


def _said(reading: Reading, node: Node, shape: Shape, path: str) -> Any:
    return reading.template(node, path) if shape.key == REPLACE else reading.fact(node, shape, path)


def _allowed(reading: Reading, use: ClauseUse, path: str) -> ClauseUse:
    """What is said about a clause, unless it takes away what every kind of agreement requires."""
    clause = reading.clauses.get(use.id)
    taken = ((INCLUDE, "left out", use.include is False), (REPLACE, "replaced", use.replace is not None))
    for key, done, here in taken:
        if here and clause and clause.is_core:
            message = f"The clause {use.id} cannot be {done}: every kind of agreement requires it."
            reading.wrong("core_clause", message, path, reading.nodes[f"{path}.{key}"])
    return use


def _check_keys(reading: Reading, node: Mapping, identity: str, path: str, allowed: tuple[str, ...]) -> None:
    if identity not in reading.clauses:
        return  # the clause is the mistake, not its facts
    for entry in node.entries:
        if entry.key.text not in allowed:
            question, _ = did_you_mean(entry.key.text, allowed, "Its keys are")
            message = f"The clause {identity} has no fact {entry.key.text}. {question}"
            reading.wrong("unknown_key", message, f"{path}.{entry.key.text}", entry.key)


def _reason(reading: Reading, node: Mapping, identity: str) -> None:
    value = node.get(BECAUSE)
    if value is None:
        return
    of = "left_out" if node.get(REPLACE) is None else "deviations"
    reason = reading.fact(value, _REASON, f"private.{of}.{identity}")
    if reason is not None:
        reading.reasons.setdefault(of, {})[identity] = reason
