"""Changes single values of a file in its text: everything else, comments among it, stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from functools import lru_cache
from pathlib import PurePath
from typing import NoReturn

from sla_drafter.language.patterns import compiled
from sla_drafter.readers.agreement_file import quoting
from sla_drafter.readers.agreement_file.address import Address, Step, locate
from sla_drafter.readers.agreement_file.clause_uses import INCLUDE
from sla_drafter.readers.agreement_file.compose import compose
from sla_drafter.readers.agreement_file.mistakes import mistake, refuse
from sla_drafter.readers.agreement_file.nodes import Mapping, Node, Scalar, Sequence
from sla_drafter.readers.agreement_file.open_points import blank
from sla_drafter.readers.agreement_file.quoting import Written
from sla_drafter.values import frozen

_NUMBER = compiled(r"\[(\d+)\](.*)")


@frozen
class Splice:
    """Other characters in place of those from start up to end."""

    start: int
    end: int
    words: str


def patch(text: str, changes: Table[str, Written | None], name: PurePath | str = "agreement.yaml") -> str:
    """The text with other values at some paths; None takes a key or an item away.

    A value that is there is replaced in its place, a key that is missing is added to the thing it belongs to. Raises
    `Unreadable` when the text is no tree or a path leads nowhere.
    """
    file = PurePath(name)
    root = _tree(text, file)
    in_place = {path: locate(root, path) for path in changes}
    simple = {path: at for path, at in in_place.items() if _is_simple(at, changes[path])}
    splices = {at.node.start: _replaced(at.node, changes[path], at) for path, at in simple.items()}
    for start in sorted(splices, reverse=True):
        text = spliced(text, splices[start])
    for path, words in changes.items():
        if path not in simple:
            splice = _splice(locate(_tree(text, file), path), words, path, file)
            text = spliced(text, splice) if splice else text
    return text


@lru_cache(maxsize=4)  # one agreement is often changed for many customers
def _tree(text: str, file: PurePath) -> Mapping:
    root, findings = compose(text, file)
    refuse(file, findings)
    return root


def _is_simple(at: Address, words: Written | None) -> bool:
    return not at.rest and isinstance(at.node, Scalar) and words is not None


def spliced(text: str, splice: Splice) -> str:
    """The text with one splice made."""
    return text[: splice.start] + splice.words + text[splice.end :]


def _splice(at: Address, words: Written | None, path: str, file: PurePath) -> Splice | None:
    if words is None:
        return _removal(at.steps) if not at.rest else None
    return _added(at, words, path, file) if at.rest else _replaced(at.node, words, at)


def _replaced(node: Node, words: Written | None, at: Address) -> Splice:
    """A value for a value; a block of lines becomes one line."""
    assert words is not None  # noqa: S101 - the callers have seen to it
    text = node.origin.text
    if isinstance(words, str) and isinstance(node, Scalar):
        quote = text[node.start : node.start + 1] in ('"', "'") and not node.plain
        return Splice(node.start, end_of(node), quoting.scalar(words, flow=at.in_flow, quote=quote))
    start = node.start
    entry = at.steps[-1].entry if at.steps else None
    written = quoting.flow(words) if at.in_flow or not isinstance(words, str) else quoting.scalar(words, flow=False)
    if entry and not isinstance(node, Scalar) and not node.flow:
        start, written = entry.key.end, f": {written}"
    return Splice(start, end_of(node), written)


def end_of(node: Node) -> int:
    """Where the last character of a node stands; what only separates it from the next is not part of it."""
    if not isinstance(node, Scalar) and not node.flow:
        last = node.entries[-1].value if isinstance(node, Mapping) else node.items[-1]
        return end_of(last)
    return node.start + len(node.origin.text[node.start : node.end].rstrip())


def _added(at: Address, words: Written, path: str, file: PurePath) -> Splice:
    node, numbered = at.node, _NUMBER.fullmatch(at.rest)
    if isinstance(node, Sequence) and numbered and int(numbered[1]) == len(node.items) + 1:
        return _appended(node, _nested(numbered[2], words))
    if "[" in at.rest or (isinstance(node, Sequence) and node.items):
        _nowhere(path, at, file)
    nested = _nested(at.rest, words)
    assert isinstance(nested, Table)  # noqa: S101 - the rest of the path has at least one key
    if isinstance(node, Scalar):
        return _keys_for_a_word(at, nested, path, file)
    if isinstance(node, Sequence):  # empty: [] becomes {…}
        return Splice(node.start, end_of(node), quoting.flow(nested))
    return _added_to(node, nested)


def _nested(rest: str, words: Written) -> Written:
    """The keys that are missing, around the value."""
    for key in reversed(re.findall(r"\.?([^.\[\]]+)", rest)):
        words = {key: words}
    return words


def _keys_for_a_word(at: Address, nested: Table[str, Written], path: str, file: PurePath) -> Splice:
    """`benchmarking: yes` gets facts, `termination: TBC` gets its first key."""
    node = at.node
    is_use = path.startswith("clauses.") and isinstance(node, Scalar) and node.text in ("yes", "no")
    if not is_use and not blank(node):
        _nowhere(path, at, file)
    if is_use and isinstance(node, Scalar):
        if INCLUDE in nested:
            return Splice(node.start, end_of(node), quoting.flow(nested[INCLUDE]))
        nested = {INCLUDE: node.text, **nested}
    return Splice(node.start, end_of(node), quoting.flow(nested))


def _nowhere(path: str, at: Address, file: PurePath) -> NoReturn:
    found = path.removesuffix(at.rest) or "the agreement"
    message = f"{path} leads nowhere: {found} has nothing called {at.rest.strip('.')}, and it cannot be added there."
    refuse(file, [mistake("unknown_id", message, path)])
    raise AssertionError(message)  # refuse has raised


def _added_to(node: Mapping, nested: Table[str, Written]) -> Splice:
    (key, value), *_ = nested.items()
    if node.flow:
        entry = f"{quoting.scalar(key, flow=True)}: {quoting.flow(value)}"
        if not node.entries:
            return Splice(node.start, node.end, f"{{{entry}}}")
        end = end_of(node.entries[-1].value)
        return Splice(end, end, f", {entry}")
    words = quoting.scalar(value, flow=False) if isinstance(value, str) else quoting.flow(value)
    place = node.origin.place(node.entries[0].key.start, node.entries[0].key.end)
    return _new_line(node, f"{' ' * (place.column - 1)}{quoting.scalar(key, flow=True)}: {words}")


def _appended(node: Sequence, words: Written) -> Splice:
    if node.flow:
        if not node.items:
            return Splice(node.start, node.end, f"[{quoting.flow(words)}]")
        end = end_of(node.items[-1])
        return Splice(end, end, f", {quoting.flow(words)}")
    column = node.origin.place(node.start, node.start + 1).column
    return _new_line(node, f"{' ' * (column - 1)}- {quoting.flow(words)}")


def _new_line(node: Node, line: str) -> Splice:
    """A line of its own after the last line of a node and its comment."""
    text = node.origin.text
    newline = "\r\n" if "\r\n" in text else "\n"
    end = text.find("\n", end_of(node))
    if end < 0:
        return Splice(len(text), len(text), f"{newline}{line}{newline}")
    return Splice(end + 1, end + 1, f"{line}{newline}")


def _removal(steps: tuple[Step, ...]) -> Splice:
    """A key or an item with its line; the last one of a block takes the key above with it."""
    step = steps[-1]
    spans = _spans(step.out_of)
    at = next(n for n, (_, node) in enumerate(spans) if node is step.node)
    if step.out_of.flow:
        return _out_of_flow(step.out_of, spans, at)
    if len(spans) == 1 and len(steps) > 1:
        return _removal(steps[:-1])
    return _out_of_block(step.out_of, spans, at)


def _spans(node: Mapping | Sequence) -> list[tuple[int, Node]]:
    """Where each entry or item starts, and its value."""
    if isinstance(node, Mapping):
        return [(entry.key.start, entry.value) for entry in node.entries]
    return [(item.start, item) for item in node.items]


def _out_of_flow(node: Mapping | Sequence, spans: list[tuple[int, Node]], at: int) -> Splice:
    start, value = spans[at]
    if at > 0:
        return Splice(end_of(spans[at - 1][1]), end_of(value), "")
    if len(spans) > 1:
        return Splice(start, spans[1][0], "")
    return Splice(node.start + 1, node.end - 1, "")


def _out_of_block(node: Mapping | Sequence, spans: list[tuple[int, Node]], at: int) -> Splice:
    start, value = spans[at]
    text = node.origin.text
    line = text.rfind("\n", 0, start) + 1
    if isinstance(node, Mapping) and at == 0 and text[line:start].strip():  # the first key after "- "
        return Splice(start, spans[1][0] if len(spans) > 1 else end_of(value), "")
    end = text.find("\n", end_of(value))
    return Splice(line, len(text) if end < 0 else end + 1, "")
