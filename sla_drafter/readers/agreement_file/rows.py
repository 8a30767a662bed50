"""Rows of a list whose id is the words of one of their keys: `{over: 10%, credit: 5%}` is the row `10%`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sla_drafter.readers.agreement_file.nodes import Mapping as Keys
from sla_drafter.readers.agreement_file.nodes import Node, Scalar, Sequence
from sla_drafter.readers.agreement_file.open_points import TBC, blank
from sla_drafter.readers.agreement_file.reading import Reading
from sla_drafter.readers.agreement_file.shapes import Shape

# Reads one thing with its keys, as `typed` reads all others.
ReadThing = Callable[[Reading, Node, Any, str, dict[str, Any]], Any]


def named_rows(reading: Reading, rows: Sequence, cls: Any, path: str, by: Shape, read: ReadThing) -> tuple[Any, ...]:
    """Every row of a list; `by` is the field whose words are its id, and a second row with the same is a mistake."""
    found: dict[str, Any] = {}
    for node in rows.items:
        named = node.get(by.key) if isinstance(node, Keys) else None
        identity = _identity(named, found)
        where = f"{path}.{identity}"
        if identity in found:
            message = f"A second row has {by.key}: {identity}. Each row has its own."
            reading.wrong("given_twice", message, where, named or node)
            continue
        if isinstance(node, Keys) and named is None:
            message = f"This row has no {by.key}. Write {by.key}: and its figure, or {by.key}: TBC if it is still open."
            reading.wrong("wrong_value", message, where, node)
        reading.nodes[where] = named or node
        found[identity] = read(reading, node, cls, where, {"id": identity})
    return tuple(found.values())


def _identity(named: Node | None, others: Mapping[str, Any]) -> str:
    if isinstance(named, Scalar) and not blank(named) and named.text.strip():
        return named.text.strip()
    return TBC if TBC not in others else f"{TBC}{len(others) + 1}"
