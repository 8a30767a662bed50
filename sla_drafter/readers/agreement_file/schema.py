"""JSON Schema of the agreement file, put together from the model and the clauses' own facts, for editors.

It describes the file as an editor sees it (YAML 1.2: `yes` is text, 0.3 is a number). It knows the notation of single
values but no sums and no references: what it accepts may still be refused by name when the file is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sla_drafter.language.locales import LOCALES
from sla_drafter.model import scalars as model
from sla_drafter.model.agreement import Agreement, ClauseUse
from sla_drafter.model.choices import CHOICES
from sla_drafter.model.library import Clause
from sla_drafter.model.metrics import Severity
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.services import Mode
from sla_drafter.readers.agreement_file.clause_uses import BECAUSE
from sla_drafter.readers.agreement_file.ladders import BELOW, ROWS
from sla_drafter.readers.agreement_file.lengths import PERIODS, UNITS
from sla_drafter.readers.agreement_file.levels import EXTENDS
from sla_drafter.readers.agreement_file.migrations import CURRENT, KEY
from sla_drafter.readers.agreement_file.scalars import KINDS
from sla_drafter.readers.agreement_file.shapes import Shape, has_id, itself_of, parameter_shape, shapes_of

Json = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = "[a-z][a-z0-9_]{0,30}"
_NUMBER = r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?|[0-9]+(\.[0-9]+)?"
_PERCENT = r"[0-9]+(\.[0-9]+)?%"
_LENGTH = f"({_NUMBER}) ({'|'.join(UNITS)})"
_PER = f"per ({'|'.join(PERIODS)})"
_MONEY = f"[A-Z]{{3}} ({_NUMBER})"
_TIMES = "[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]"
_SPAN = f"[A-Z][a-z]+(-[A-Z][a-z]+)? {_TIMES}"
_DAY = "[0-9]{1,2} [A-Z][a-z]+"
_THINGS = f"({_NUMBER}) .+"
_WINDOWS = "|".join(words for id_, words in CHOICES["window"].items() if id_ != "rolling")
_FORMULAS = "|".join(words for id_, words in CHOICES["formula"].items() if id_ != "share_within")
_PATTERNS: Mapping[type, str] = {
    model.Percent: _PERCENT,
    model.Money: _MONEY,
    model.Fee: f"{_MONEY} {_PER}",
    model.Share: f"{_PERCENT} {_PER}",
    model.Allowance: f"{_LENGTH} {_PER}",
    model.Duration: _LENGTH,
    model.Quantity: _THINGS,
    model.Target: f"at (least|most) ({_PERCENT}|{_LENGTH}|{_THINGS})",
    model.Window: f"{_WINDOWS}|rolling {_LENGTH}",
    model.Formula: f"{_FORMULAS}|share within {_LENGTH}",
    model.Week: f"24x7|{_SPAN}(, ?{_SPAN})*",
    model.WeeklyWindow: f"[A-Z][a-z]+ {_TIMES}",
    model.YearlyPeriod: f"{_DAY} to {_DAY}",
    model.Zone: r"UTC|[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)+",
    date: "[0-9]{4}-[0-9]{2}-[0-9]{2}",
}
_OPEN = r"^(TBC(: ?.*)?|removed)$|<[^<>@]+>|\[.*\]|\{\{.*\}\}|__|[•●…]"
_OPEN_REF: Json = {"$ref": "#/$defs/open"}
_TEXT: Json = {"type": ["string", "number", "boolean"]}


def schema(clauses: Mapping[str, Clause] | None = None) -> Json:
    """The schema; with the clauses of a library it also knows their ids and the facts that they print."""
    describing = _Describing(clauses)
    root = describing.thing(Agreement)
    own = {
        KEY: {"description": "Version of this file format.", "enum": [CURRENT, str(CURRENT)]},
        EXTENDS: {"description": "The agreement above, which this file changes: ../corporate.yaml", "type": "string"},
    }
    return {
        "$schema": DIALECT,
        "title": "Agreement file of sla-drafter",
        "description": (
            "What was agreed. TBC stands for anything that is still open. Values are text, as the file is read here: a "
            "program with YAML 1.1 takes yes and no for booleans, and has to be told to leave them as they are."
        ),
        **root,
        "properties": {**own, **root["properties"]},
        "required": [KEY],
        "$defs": {"open": {"type": "string", "pattern": _OPEN}, **describing.defs},
    }


class _Describing:
    """Collects one definition for each class of the model."""

    def __init__(self, clauses: Mapping[str, Clause] | None) -> None:
        self.clauses = clauses
        self.defs: dict[str, Json] = {}

    def thing(self, cls: Any) -> Json:
        """The keys of one thing."""
        properties = {shape.key: self.described(shape) for shape in shapes_of(cls)}
        return {"type": "object", "properties": properties, "additionalProperties": False}

    def described(self, shape: Shape) -> Json:
        """One key: what it says and what may stand there."""
        return {"description": shape.about, **self._field(shape)}

    def _field(self, shape: Shape) -> Json:
        if not shape.is_object:
            one = self._single(shape)
            return {"anyOf": [*one["anyOf"], {"type": "array", "items": one}]} if shape.many else one
        if not shape.many:
            return _or_open(self._reference(shape.type))
        if has_id(shape.type):
            return _or_open(self._by_id(shape.type))
        return _or_open({"type": "array", "items": _or_open(self._reference(shape.type))})

    def _reference(self, cls: Any) -> Json:
        name = cls.__name__
        if name not in self.defs:
            self.defs[name] = {}  # known before it is complete, should it hold itself
            self.defs[name] = {"description": str(cls.__doc__ or "").split("\n", 1)[0], **self._definition(cls)}
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, cls: Any) -> Json:
        if cls is Ladder:
            return self._ladder()
        itself = itself_of(cls)
        if itself and itself.is_object:
            return self._field(itself)
        return self._single(itself) if itself else self.thing(cls)

    def _by_id(self, cls: Any) -> Json:
        if cls is ClauseUse:
            return self._clauses()
        names: Json = {"pattern": "^[1-9]$" if cls is Severity else f"^{_ID}$"}
        if cls is Mode:
            names = {"enum": list(CHOICES["mode"])}
        return {"type": "object", "propertyNames": names, "additionalProperties": _or_open(self._reference(cls))}

    def _single(self, shape: Shape) -> Json:
        if shape.refers_to:
            return _or_open({"type": "string", "pattern": f"^({_ID}|[1-9])$"})
        if shape.choices:
            spelled = CHOICES[shape.choices]
            return _or_open({"enum": list(dict.fromkeys((*spelled.values(), *spelled)))})
        if shape.key in ("language", "translations", "prevailing_language"):
            return _or_open({"enum": list(LOCALES)})
        return _or_open(*_of_type(shape.type))

    def _ladder(self) -> Json:
        border = {"description": "Upper border, not included.", **_or_open(*_of_type(model.Percent))}
        long = self.thing(Band)
        given = {key: long["properties"][key] for key in ("credit", "days", "points")}
        short = {"type": "object", "properties": {BELOW: border, **given}, "additionalProperties": False}
        rows = {
            "type": "array",
            "items": _or_open({**short, "required": [BELOW]}, {**long, "required": ["to"]}),
        }
        own = {shape.key: self.described(shape) for shape in shapes_of(Ladder) if not shape.itself}
        wide = {"type": "object", "properties": {ROWS: rows, **own}, "additionalProperties": False}
        return _or_open(rows, wide)

    def _clauses(self) -> Json:
        if self.clauses is None:
            return {"type": "object", "propertyNames": {"pattern": f"^{_ID}$"}}
        uses = {id_: self._use(clause) for id_, clause in self.clauses.items()}
        return {"type": "object", "properties": uses, "additionalProperties": False}

    def _use(self, clause: Clause) -> Json:
        shapes = [shape for shape in shapes_of(ClauseUse) if not shape.itself]
        shapes += [parameter_shape(kind) for kind in clause.parameters]
        keys = {shape.key: self.described(shape) for shape in shapes}
        keys[BECAUSE] = {"description": "Why the clause is left out; never printed.", **_TEXT}
        title = clause.titles.get("en", clause.id)
        use = _or_open({"enum": ["yes", "no"]}, {"type": "object", "properties": keys, "additionalProperties": False})
        return {"description": title, **use}


def _or_open(*allowed: Json) -> Json:
    return {"anyOf": [*allowed, _OPEN_REF]}


def _of_type(type_: Any) -> tuple[Json, ...]:
    if type_ is model.Prose:
        return _TEXT, {"type": "object", "propertyNames": {"enum": list(LOCALES)}, "additionalProperties": _TEXT}
    if type_ in (model.Quantity, model.Target):
        one = {"type": "string", "pattern": f"^({_PATTERNS[type_]})$", "examples": [KINDS[type_].example]}
        return one, {"type": "object", "propertyNames": {"enum": list(LOCALES)}, "additionalProperties": one}
    if type_ is bool:
        return ({"enum": ["yes", "no"]},)
    if type_ in (int, Decimal):
        number = "[0-9]{1,3}(,[0-9]{3})+|[0-9]+" if type_ is int else _NUMBER
        return ({"type": "integer" if type_ is int else "number"}, {"type": "string", "pattern": f"^({number})$"})
    if type_ in _PATTERNS:
        return ({"type": "string", "pattern": f"^({_PATTERNS[type_]})$", "examples": [KINDS[type_].example]},)
    return (_TEXT,)
