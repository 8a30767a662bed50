"""Types the tree of a file: a walk over the model, in its order, that says every mistake and stops at none."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Table
from typing import Any

from attrs import evolve

from sla_drafter.language.patterns import compiled
from sla_drafter.model.agreement import Agreement, ClauseUse
from sla_drafter.model.at_risk import Allocation
from sla_drafter.model.choices import CHOICES
from sla_drafter.model.continuity import Continuity
from sla_drafter.model.credit_rules import ExcessTable, Proportional, StepCredit
from sla_drafter.model.governance import Acceptance
from sla_drafter.model.leads import LeadMember
from sla_drafter.model.library import Clause
from sla_drafter.model.metrics import Severity
from sla_drafter.model.offer import PackageTarget
from sla_drafter.model.parties import Settled
from sla_drafter.model.private import Deviation, LeftOut, Past, Private
from sla_drafter.model.remedies import Ladder
from sla_drafter.model.services import Mode
from sla_drafter.readers.agreement_file.circles import refuse_circles
from sla_drafter.readers.agreement_file.clause_uses import clause_use
from sla_drafter.readers.agreement_file.ladders import has_own_id, ladder
from sla_drafter.readers.agreement_file.mistakes import did_you_mean
from sla_drafter.readers.agreement_file.nodes import Entry, Mapping, Node, Scalar, Sequence
from sla_drafter.readers.agreement_file.reading import Reading
from sla_drafter.readers.agreement_file.rows import named_rows
from sla_drafter.readers.agreement_file.shapes import SINGULAR, Shape, has_id, itself_of, naming, shapes_of

OWN_KEYS = ("sla_drafter", "extends")
"""Keys of the file that are no facts of the deal: the version of its format, and the file that it extends."""

_SPECIAL: Table[Any, Callable[[Reading, Node, str, str], Any]] = {Ladder: ladder, ClauseUse: clause_use}
# Things that stand under the id of something else: a ladder under that of its metric.
_IDS_OF: Table[Any, str] = {
    **dict.fromkeys((Ladder, Past, PackageTarget, StepCredit, ExcessTable, Proportional, Allocation), "metrics"),
    Acceptance: "parties",
    Continuity: "services",
    LeadMember: "roles",
}
_REASONS: Table[str, Any] = {"left_out": LeftOut, "deviations": Deviation}
_DONE = {"left_out": "left out", "deviations": "replaced"}
_KEY_AND_MORE = compiled(r"([a-z_]+)([: ])(.+)")
_SEVERITY = compiled(r"[1-9]")


def agreement_of(root: Mapping, clauses: Table[str, Clause]) -> tuple[Agreement, Reading]:
    """The agreement, and what was found on the way; with mistakes it is what could be read."""
    reading = Reading(root, clauses)
    _unknown_keys(reading, root, Agreement, "", OWN_KEYS)
    agreement: Agreement = _fields(reading, root, Agreement, "", {})
    refuse_circles(reading, agreement)
    return evolve(_with_reasons(agreement, reading), open_points=tuple(reading.open_points)), reading


def _with_reasons(agreement: Agreement, reading: Reading) -> Agreement:
    """Reasons for leaving a clause out or replacing it stand beside the clause, and are private all the same."""
    private = agreement.private or Private()
    for of, reasons in reading.reasons.items():
        stated = getattr(private, of)
        for identity in {item.id for item in stated} & reasons.keys():
            node = reading.nodes[f"private.{of}.{identity}"]
            message = f"Why {identity} is {_DONE[of]} is said twice, under clauses and under private. Keep one of them."
            reading.wrong("given_twice", message, f"private.{of}.{identity}", node)
        more = tuple(_REASONS[of](identity, because) for identity, because in reasons.items())
        changes: dict[str, Any] = {of: (*stated, *more)}
        private = evolve(private, **changes)
    return evolve(agreement, private=private) if reading.reasons else agreement


def _fields(reading: Reading, node: Mapping, cls: Any, path: str, given: dict[str, Any]) -> Any:
    for shape in shapes_of(cls):
        entry = node.entry(shape.key)
        if entry is None:
            continue
        value = _field(reading, entry, shape, f"{path}.{shape.key}" if path else shape.key)
        if value is not None:
            given[shape.name] = value
    return cls(**given)


def _field(reading: Reading, entry: Entry, shape: Shape, path: str) -> Any:
    if not shape.is_object:
        return reading.fact(entry.value, shape, path)
    reading.nodes[path] = entry.key
    if shape.many:
        return _collection(reading, entry.value, shape.type, path)
    return _object(reading, entry.value, shape.type, path, {})


def _object(reading: Reading, node: Node, cls: Any, path: str, given: dict[str, Any]) -> Any:
    """One thing with keys; None, or a thing with nothing but its id, where an open point stands."""
    itself = itself_of(cls)
    if itself and itself.is_object:
        return cls(**given, **{itself.name: _collection(reading, node, itself.type, path)})
    if itself:
        return cls(**given, **{itself.name: reading.fact(node, itself, path)})
    if isinstance(node, Mapping):
        _unknown_keys(reading, node, cls, path, ())
        return _fields(reading, node, cls, path, given)
    if not reading.is_open(node, path) and not reading.is_empty(node, path):
        keys = ", ".join(shape.key for shape in shapes_of(cls))
        found = "a list" if isinstance(node, Sequence) else f'"{node.text}"'
        reading.wrong("wrong_value", f"{path} has keys of its own: {keys}. Found {found}.", path, node)
    return cls(**given) if given else None


def _unknown_keys(reading: Reading, node: Mapping, cls: Any, path: str, own: tuple[str, ...]) -> None:
    known = (*own, *(shape.key for shape in shapes_of(cls)))
    for entry in node.entries:
        key = entry.key.text
        if key not in known and not _slip_of_a_colon(reading, entry, known, path):
            question, _ = did_you_mean(key, known, "Its keys are")
            message = f"{path or 'An agreement'} has no key {key}. {question}"
            reading.wrong("unknown_key", message, f"{path}.{key}".strip("."), entry.key)


def _slip_of_a_colon(reading: Reading, entry: Entry, known: tuple[str, ...], path: str) -> bool:
    """`{interval:60 seconds}` and `{interval 60 seconds}`: to the notation a key without a value."""
    found = _KEY_AND_MORE.fullmatch(entry.key.text)
    if not found or found[1] not in known or not isinstance(entry.value, Scalar) or entry.value.text:
        return False
    what = "space is missing after the colon" if found[2] == ":" else f"colon is missing after {found[1]}"
    right = f"{found[1]}: {found[3]}"
    reading.wrong("unreadable_yaml", f"A {what}. Write {right}", f"{path}.{found[1]}".strip("."), entry.key)
    return True


def _collection(reading: Reading, node: Node, cls: Any, path: str) -> tuple[Any, ...]:
    if reading.is_open(node, path, list_expected=True) or reading.is_empty(node, path):
        return ()
    if has_id(cls):
        return _by_id(reading, node, cls, path)
    if isinstance(node, Sequence):
        by = naming(cls)
        if by:
            return named_rows(reading, node, cls, path, by, _object)
        return tuple(_item(reading, item, cls, f"{path}[{n}]") for n, item in enumerate(node.items, 1))
    message = f'{path} is a list: start each line below it with "- ", or write [{{…}}, {{…}}].'
    reading.wrong("wrong_value", message, path, node)
    return ()


def _item(reading: Reading, node: Node, cls: Any, path: str) -> Any:
    reading.nodes[path] = node
    found = _object(reading, node, cls, path, {})
    return cls() if found is None else found


def _by_id(reading: Reading, node: Node, cls: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(node, Mapping):
        reading.wrong(
            "wrong_value", f"{path} stands under ids: {path}: {{an_id: …}}. Found {_found(node)}.", path, node
        )
        return ()
    read = _SPECIAL.get(cls)
    items = []
    for entry in node.entries:
        where = f"{path}.{entry.key.text}"
        reading.nodes[where] = entry.key
        identity = _identity(reading, entry, cls, where)
        if read:
            items.append(read(reading, entry.value, identity, where))
        else:
            items.append(_object(reading, entry.value, cls, where, {"id": identity}))
    return tuple(items)


def _found(node: Node) -> str:
    return f'"{node.text}"' if isinstance(node, Scalar) else "a list"


def _identity(reading: Reading, entry: Entry, cls: Any, path: str) -> str:
    """The id of a thing that is new here, or that must be the id of something else."""
    key = entry.key
    if cls is Severity:
        if not _SEVERITY.fullmatch(key.text):
            reading.wrong("wrong_value", f'"{key.text}" is not the number of a severity. Write 1, 2, 3.', path, key)
    elif cls in _IDS_OF and not (cls is Ladder and has_own_id(entry.value)):
        collection = _IDS_OF[cls]
        reading.known_id(key, reading.ids(collection), SINGULAR[collection], collection, path)
    elif cls is Mode:
        reading.known_id(key, tuple(CHOICES["mode"]), "mode", "modes", path)
    elif cls in (Settled, ClauseUse, LeftOut, Deviation):
        reading.known_id(key, tuple(reading.clauses), "clause", "clauses", path)
    else:
        reading.new_id(key, path)
    return key.text
