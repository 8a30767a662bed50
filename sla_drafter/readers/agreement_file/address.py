"""Finds where a path leads in the tree of a file, and what of the path is not there yet."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.language.patterns import compiled
from sla_drafter.readers.agreement_file.ladders import BELOW, ROWS
from sla_drafter.readers.agreement_file.nodes import Entry, Mapping, Node, Scalar, Sequence
from sla_drafter.values import frozen

_NAMING = (BELOW, "to", "over", "points")
_NUMBERED = compiled(r"\[(\d+)\]")
_FIRST_KEY = compiled(r"\.?([^.\[\]]+)")


@frozen(eq=False)
class Step:
    """One step down: out of which node, by which entry or which item, to which node."""

    out_of: Mapping | Sequence
    entry: Entry | None
    position: int
    node: Node


@frozen(eq=False)
class Address:
    """The steps that exist, the node they end at, and the rest of the path for which there is nothing yet."""

    root: Mapping
    steps: tuple[Step, ...]
    rest: str

    @property
    def node(self) -> Node:
        """The deepest node that exists."""
        return self.steps[-1].node if self.steps else self.root

    @property
    def in_flow(self) -> bool:
        """Whether the node stands inside braces or brackets."""
        return any(step.out_of.flow for step in self.steps)

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of the rest of the path."""
        return tuple(_FIRST_KEY.findall(self.rest))


def locate(root: Mapping, path: str) -> Address:
    """Follows a path as far as it goes."""
    steps: list[Step] = []
    node: Node = root
    rest = f".{path}"
    while rest:
        found = _step(node, rest)
        if found is None:
            break
        step, rest = found
        steps.append(step)
        node = step.node
    return Address(root, tuple(steps), rest)


def _step(node: Node, rest: str) -> tuple[Step, str] | None:
    match node:
        case Mapping():
            return _into_mapping(node, rest)
        case Sequence():
            return _into_sequence(node, rest)
        case Scalar():
            return None


def _into_mapping(node: Mapping, rest: str) -> tuple[Step, str] | None:
    found = [entry for entry in node.entries if _follows(rest, f".{entry.key.text}")]
    if found:
        entry = max(found, key=lambda each: len(each.key.text))
        return Step(node, entry, 0, entry.value), rest[len(entry.key.text) + 1 :]
    below = node.entry(BELOW)
    if below and rest == ".to":
        return Step(node, below, 0, below.value), ""
    rows = node.entry(ROWS)
    return (Step(node, rows, 0, rows.value), rest) if rows else None


def _into_sequence(node: Sequence, rest: str) -> tuple[Step, str] | None:
    numbered = _NUMBERED.match(rest)
    for position, item in enumerate(node.items):
        if numbered:
            name = numbered[0] if int(numbered[1]) == position + 1 else ""
        else:
            name = next((f".{id_}" for id_ in _ids(item) if _follows(rest, f".{id_}")), "")
        if name and _follows(rest, name):
            return Step(node, None, position, item), rest[len(name) :]
    return None


def _ids(item: Node) -> Iterator[str]:
    """The words as typed that may be the id of a row: the upper border of a credit band, or what names another row."""
    for key in _NAMING if isinstance(item, Mapping) else ():
        named = item.get(key) if isinstance(item, Mapping) else None
        if isinstance(named, Scalar) and named.text.strip():
            yield named.text.strip()


def _follows(rest: str, name: str) -> bool:
    return rest == name or rest.startswith((f"{name}.", f"{name}["))
