"""Credit ladders: rows as an author writes them, to bands with both borders, and back.

`below: 99.9%` is the short form of a chain without gaps: a band reaches from the border of the next row, which belongs
to it, up to its own, which does not; the last one starts at 0%. The long form gives all four: `from`, `from_included`,
`to`, `to_included`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sla_drafter.language.patterns import compiled
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.scalars import Percent
from sla_drafter.readers.agreement_file.mistakes import did_you_mean
from sla_drafter.readers.agreement_file.nodes import Mapping, Node, Scalar, Sequence
from sla_drafter.readers.agreement_file.open_points import TBC, blank
from sla_drafter.readers.agreement_file.reading import Reading
from sla_drafter.readers.agreement_file.scalars import written
from sla_drafter.readers.agreement_file.shapes import shapes_of
from sla_drafter.readers.agreement_file.words import yes_no_words
from sla_drafter.values import frozen

BELOW = "below"
ROWS, QUANTUM, ABOUT = "bands", "quantum", "on"
_GIVES = ("credit", "days", "points")
_ROW_KEYS = (BELOW, *_GIVES, "from", "from_included", "to", "to_included")
_BAND = {shape.key: shape for shape in shapes_of(Band)}
_LADDER = {shape.key: shape for shape in shapes_of(Ladder)}
_TIME = compiled(r"severities\.([1-9])\.(response|restore)")
_ZERO = Percent(Decimal(0))


@frozen
class _Row:
    """One row of a ladder: its id and path, its keys, its upper border and where that stands."""

    id: str
    path: str
    node: Node
    upper: Percent | None
    border: Scalar | None
    short: bool


def ladder(reading: Reading, node: Node, identity: str, path: str) -> Ladder:
    """The bands of one metric, or of a time of a severity."""
    keys = _wide(reading, node, path) if isinstance(node, Mapping) else {}
    rows = node.get(ROWS) if isinstance(node, Mapping) else node
    if rows is None or reading.is_open(rows, path, list_expected=True) or reading.is_empty(rows, path):
        return Ladder(identity, **keys)
    if not isinstance(rows, Sequence):
        reading.wrong("wrong_value", f"{path} is a list of bands: [{{below: 99.9%, credit: 10%}}].", path, rows)
        return Ladder(identity, **keys)
    return Ladder(identity, bands=_bands(reading, rows, path), **keys)


def has_own_id(node: Node) -> bool:
    """Whether a ladder says itself what it is about, so that its id is no metric's."""
    return isinstance(node, Mapping) and node.get(ABOUT) is not None


def _wide(reading: Reading, node: Mapping, path: str) -> dict[str, Any]:
    """What a ladder says besides its bands."""
    for entry in node.entries:
        if entry.key.text not in (ROWS, QUANTUM, ABOUT):
            message = f"{path} is a list of bands: [{{below: 99.9%, credit: 10%}}]. There is no key {entry.key.text}."
            reading.wrong("unknown_key", message, f"{path}.{entry.key.text}", entry.key)
    step, about = node.get(QUANTUM), node.get(ABOUT)
    keys: dict[str, Any] = {}
    if step:
        keys["quantum"] = reading.fact(step, _LADDER[QUANTUM], f"{path}.{QUANTUM}")
    if about:
        keys["on"] = _time(reading, about, f"{path}.{ABOUT}")
    return keys


def _time(reading: Reading, node: Node, path: str) -> str | None:
    """A time of a severity that the file states."""
    words: str | None = reading.fact(node, _LADDER[ABOUT], path)
    if words is None or not isinstance(node, Scalar):
        return None
    found, promised = _TIME.fullmatch(words), reading.root.get("severities")
    if not found:
        message = f'"{words}" is no time of a severity. Write severities.1.response, or severities.1.restore.'
        reading.wrong("wrong_value", message, path, node)
        return None
    severity = promised.get(found[1]) if isinstance(promised, Mapping) else None
    if not isinstance(severity, Mapping) or severity.get(found[2]) is None:
        message = f"Severity {found[1]} has no {found[2]} time in this file, so nothing can be a credit for it."
        reading.wrong("unknown_id", message, path, node)
    return words


def _bands(reading: Reading, rows: Sequence, path: str) -> tuple[Band, ...]:
    found: dict[str, _Row] = {}
    for item in rows.items:
        row = _row(reading, item, path, found)
        if row is None:
            continue
        if row.id in found:
            message = f"A second band has the upper border {row.id}. Each band has its own."
            reading.wrong("given_twice", message, row.path, row.border or row.node)
        found.setdefault(row.id, row)
    chain = [*found.values()]
    return tuple(_band(reading, row, after) for row, after in zip(chain, [*chain, None][1:], strict=True))


def _row(reading: Reading, node: Node, path: str, others: dict[str, _Row]) -> _Row | None:
    unnamed = TBC if TBC not in others else f"{TBC}{len(others) + 1}"
    if blank(node):
        return _Row(unnamed, f"{path}.{unnamed}", node, None, None, short=True)
    if not isinstance(node, Mapping):
        reading.wrong("wrong_value", "A band has keys: {below: 99.9%, credit: 10%}.", path, node)
        return None
    border = node.get(BELOW) or node.get("to")
    if border is None:
        message = "This band has no upper border. Write below: and the border, or below: TBC if it is still open."
        reading.wrong("wrong_value", message, path, node)
        return None
    identity = border.text.strip() if isinstance(border, Scalar) and not blank(border) else unnamed
    where = f"{path}.{identity}"
    _check_keys(reading, node, where)
    upper = reading.fact(border, _BAND["to"], f"{where}.to")
    return _Row(identity, where, node, upper, border if isinstance(border, Scalar) else None, BELOW in node.keys)


def _check_keys(reading: Reading, node: Mapping, path: str) -> None:
    allowed = (BELOW, *_GIVES) if BELOW in node.keys else _ROW_KEYS[1:]
    for entry in node.entries:
        key = entry.key.text
        if key in _ROW_KEYS and key not in allowed:
            message = f"{key} does not go with below. Write below and credit, or from and to with credit."
            reading.wrong("unknown_key", message, f"{path}.{key}", entry.key)
        elif key not in allowed:
            question, _ = did_you_mean(key, allowed, "Its keys are")
            reading.wrong("unknown_key", f"A band has no key {key}. {question}", f"{path}.{key}", entry.key)
    given = [key for key in _GIVES if key in node.keys]
    if len(given) > 1:
        message = f"A band gives one of credit, days or points. This one has {' and '.join(given)}."
        reading.wrong("wrong_value", message, f"{path}.{given[1]}", node.get(given[1]) or node)


def _band(reading: Reading, row: _Row, after: _Row | None) -> Band:
    reading.nodes[row.path] = row.border or row.node
    if not isinstance(row.node, Mapping):
        reading.is_open(row.node, row.path)
        return Band(row.id, from_=after.upper if after else _ZERO)
    gives = {
        key: reading.fact(value, _BAND[key], f"{row.path}.{key}") for key in _GIVES if (value := row.node.get(key))
    }
    if row.short:
        if after and after.border:
            reading.nodes[f"{row.path}.from"] = after.border
        return Band(row.id, from_=after.upper if after else _ZERO, to=row.upper, **gives)
    given = {
        _BAND[key].name: reading.fact(value, _BAND[key], f"{row.path}.{key}")
        for key in ("from", "from_included", "to_included")
        if (value := row.node.get(key))
    }
    given = {name: value for name, value in given.items() if value is not None}
    return Band(row.id, to=row.upper, **gives, **given)


Written = dict[str, str]


def rows_of(ladder: Ladder) -> list[Written]:
    """The rows of a ladder as they stand in a file: short where the bands are a chain, else long."""
    chain = zip(ladder.bands, [*ladder.bands, None][1:], strict=True)
    return [_written(band, after) for band, after in chain]


def _written(band: Band, after: Band | None) -> Written:
    start = after.to if after else _ZERO
    if band.from_ == start and band.from_included and not band.to_included:
        return _present({BELOW: band.to, **_gives(band)}, keep=BELOW)
    row = _present({"from": band.from_, "to": band.to, **_gives(band)}, keep="to")
    if not band.from_included:
        row["from_included"] = yes_no_words(value=False)
    if band.to_included:
        row["to_included"] = yes_no_words(value=True)
    return row


def _gives(band: Band) -> dict[str, Percent | Decimal | None]:
    return {key: getattr(band, key) for key in _GIVES}


def _present(values: dict[str, Any], keep: str) -> Written:
    return {
        key: TBC if value is None else written(value)
        for key, value in values.items()
        if value is not None or key == keep
    }
