"""Values that a script gives for a fact: text is data, except where the notation of a list or of braces belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Table
from pathlib import PurePath
from typing import Any

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding
from sla_drafter.language.patterns import compiled
from sla_drafter.model.agreement import Agreement, ClauseUse
from sla_drafter.model.library import Clause
from sla_drafter.readers.agreement_file import nodes
from sla_drafter.readers.agreement_file.compose import compose
from sla_drafter.readers.agreement_file.mistakes import mistake
from sla_drafter.readers.agreement_file.quoting import Bare, Written
from sla_drafter.readers.agreement_file.shapes import Shape, itself_of, parameter_shape, shapes_of

_STEP = compiled(r"\[\d+\]|[^.\[\]]+")
_OPENING = ("[", "{")
_EXAMPLES = {"[": "a list: [first, second]", "{": "keys with values in braces: {first: value, second: value}"}


class Misgiven(Exception):
    """A value that cannot be written into a file."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def given(path: str, value: object, clauses: Table[str, Clause]) -> Written | None:
    """The value as it goes into the file; text in brackets or braces is read where the fact is no single value.

    Raises `Misgiven` for what is neither text nor a list or keys of texts.
    """
    if isinstance(value, str) and not isinstance(value, Bare):
        return _notation(path, value) if value.lstrip()[:1] in _OPENING and _has_parts(path, clauses) else value
    return None if value is None else _plain(path, value)


def _plain(path: str, value: object) -> Written:
    """Texts, and lists and keys of texts; a number or a date of Python has no notation of its own."""
    if isinstance(value, str):
        return value
    if isinstance(value, Table):
        return {_text(path, key): _plain(path, each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return [_plain(path, each) for each in value]
    return _text(path, value)


def _text(path: str, value: object) -> str:
    if isinstance(value, str):
        return value
    words = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    message = f"{path} is given as text, as it would stand in the file. Found {words} ({type(value).__name__})."
    raise Misgiven(mistake("wrong_value", message, path, right=f'"{words}"'))


def _notation(path: str, text: str) -> Written:
    try:
        root, findings = compose(f"value: {text}\n", PurePath(path))
    except Unreadable:
        root, findings = None, []
    node = root.get("value") if root and len(root.entries) == 1 else None
    if node is None or isinstance(node, nodes.Scalar) or findings:
        message = f'{path} is {_EXAMPLES[text.lstrip()[0]]}. Found "{text.strip()}".'
        raise Misgiven(mistake("wrong_value", message, path))
    return _written(node)


def _written(node: nodes.Node) -> Written:
    match node:
        case nodes.Scalar():
            return node.text
        case nodes.Sequence():
            return [_written(item) for item in node.items]
        case nodes.Mapping():
            return {entry.key.text: _written(entry.value) for entry in node.entries}


def _has_parts(path: str, clauses: Table[str, Clause]) -> bool:
    """Whether what stands at a path is a list or has keys of its own, so that brackets and braces are notation."""
    steps = iter(_STEP.findall(path))
    owner: Any = Agreement
    for step in steps:
        shape = _shape(owner, step)
        if shape is None or not shape.is_object:
            return shape is not None and shape.many and next(steps, None) is None
        owner = shape.type
        if shape.many:
            item = next(steps, None)
            if item is None:
                return True
            if owner is ClauseUse and item in clauses:
                return _parameter_has_parts(clauses[item], steps)
    itself = itself_of(owner)
    return itself is None or itself.many


def _shape(owner: Any, key: str) -> Shape | None:
    return next((shape for shape in shapes_of(owner) if shape.key == key), None)


def _parameter_has_parts(clause: Clause, steps: Iterator[str]) -> bool:
    name = next(steps, "")
    kind = next((one for one in clause.parameters if one.name == name), None)
    return not name or (kind is not None and parameter_shape(kind).many)
