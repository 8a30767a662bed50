"""The defaults of a clause: words per position for fields of the agreement, typed by the model when they are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sla_drafter.model.choices import CHOICES
from sla_drafter.model.library import Default, ParameterKind
from sla_drafter.readers.agreement_file.one_fact import one_fact, shape_at
from sla_drafter.readers.agreement_file.quoting import flow
from sla_drafter.readers.agreement_file.refused import Refused
from sla_drafter.readers.agreement_file.shapes import PARAMETERS, Shape
from sla_drafter.readers.clauses.fields import Fields

WHEN = "when"


def default(path: str, fields: Fields, clause: str, parameters: tuple[ParameterKind, ...]) -> Default:
    """One default: `reports.due: {balanced: 10 business days, customer: 5 business days}`."""
    positions = tuple(CHOICES["position"])
    fields.only((WHEN, *positions))
    own = {f"clauses.{clause}.{kind.name}": kind for kind in parameters if kind.type in PARAMETERS}
    words: dict[str, str] = {}
    values: dict[str, Any] = {}
    shape = _shape(path, fields, own)
    for position in positions:
        written = fields.given(position)
        if written is not None and shape is not None:
            words[position] = flow(written)
            values[position] = _value(path, shape, written, fields, position)
    if shape is not None and not values:
        fields.wrong(f"defaults.{path}", "gives words for no position", f"{path}: {{balanced: …}}")
    return Default(path, words, values, fields.text(WHEN, ""))


def _shape(path: str, fields: Fields, own: Mapping[str, ParameterKind]) -> Shape | None:
    try:
        return shape_at(path, own)
    except Refused as refused:
        fields.wrong(f"defaults.{path}", refused.message, refused.right)
        return None


def _value(path: str, shape: Shape, written: Any, fields: Fields, position: str) -> Any:
    try:
        return one_fact(path, shape, written)
    except Refused as refused:
        message = refused.message.rstrip(".")
        fields.wrong(f"defaults.{path}.{position}", message, refused.right or "words as in an agreement file")
        return None
