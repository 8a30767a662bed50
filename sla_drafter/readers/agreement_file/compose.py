"""Turns the text of an agreement file into a tree of nodes with places; every value stays text.

The grammar is YAML without what a contract does not need: no anchors, no aliases, no tags, one document, keys once
each, bounded depth and size.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, NoReturn

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Place
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.agreement_file.broken_yaml import explained
from sla_drafter.readers.agreement_file.characters import (
    KEPT_COLON,
    KEPT_MARK,
    name_of,
    unsafe_characters,
    unsafe_in,
    without_unsafe,
)
from sla_drafter.readers.agreement_file.commas import joined_entries, joined_items
from sla_drafter.readers.agreement_file.mistakes import headline, mistake, refuse
from sla_drafter.readers.agreement_file.nodes import Entry, Mapping, Node, Origin, Scalar, Sequence, source_of

if TYPE_CHECKING:
    from yaml.events import Event, NodeEvent, ScalarEvent

LARGEST = 1_000_000
DEEPEST = 20
_MOST_UNSAFE = 50  # a file with more of them is no text
_OPEN_NOTE = compiled(r"([:,\[-][ \t]*TBC):(?= )")
_INNER_MARK = compiled(r"(?<=[^\s{\[,])\?")  # the parser ends a value in braces at a question mark, YAML does not
_CODED = compiled(r"\\U0010[Ff]{3}([CDcd])")
_BRACES = compiled(r"\{\{[^{}\n]*\}\}")


def compose(text: str, name: PurePath) -> tuple[Mapping, list[Finding]]:
    """The top of the tree, and the mistakes that do not hide the rest of the file.

    Raises `Unreadable` when the text is no tree at all.
    """
    origin = Origin(name, text)
    if len(text) > LARGEST:
        too_large = f"The file has {len(text):,} characters; an agreement has at most {LARGEST:,}."
        _refuse(
            mistake("unreadable_yaml", too_large, right="keep the facts of the agreement in it, and nothing else"),
            origin,
        )
    unsafe = list(unsafe_characters(origin))
    if len(unsafe) > _MOST_UNSAFE:
        refuse(name, unsafe[:_MOST_UNSAFE])
    root, findings = _Composer(origin, unsafe).compose()
    return root, findings


def _refuse(finding: Finding, origin: Origin) -> NoReturn:
    raise Unreadable(headline(str(origin.name), 1), (finding,))


class _Composer:
    """Reads the events of one text; holds what was found wrong so far."""

    def __init__(self, origin: Origin, findings: list[Finding]) -> None:
        self.origin = origin
        self.findings = findings

    def compose(self) -> tuple[Mapping, list[Finding]]:
        import yaml

        text = without_unsafe(self.origin.text)
        text = _INNER_MARK.sub(KEPT_MARK, _OPEN_NOTE.sub(rf"\1{KEPT_COLON}", text))
        try:
            self.events = yaml.parse(text, Loader=yaml.SafeLoader)
            root = self._document()
        except yaml.MarkedYAMLError as fault:
            refuse(self.origin.name, [*self.findings, explained(fault, self.origin)])
        if isinstance(root, Mapping):
            return root, self.findings
        found = "is empty" if root is None else f"starts with {_shown(root)}"
        _refuse(mistake("unreadable_yaml", f"The file {found}. It starts with a line: sla_drafter: 1"), self.origin)

    def _document(self) -> Node | None:
        from yaml import events

        root: Node | None = None
        for event in self.events:
            if isinstance(event, events.DocumentStartEvent) and root is not None:
                self._refuse_at(event, "A second document starts here. One file holds one agreement: delete the line.")
            if isinstance(event, events.NodeEvent):
                root = self._node(event, 1)
        return root

    def _node(self, event: NodeEvent, depth: int) -> Node:
        from yaml import events

        start, end = _start(event), _end(event)
        self._plain_yaml_only(event, depth)
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, events.SequenceStartEvent):
            return self._sequence(start, depth, flow=bool(event.flow_style))
        assert isinstance(event, events.MappingStartEvent), (event, end)  # noqa: S101 - no other kind of node is left
        return self._mapping(start, depth, flow=bool(event.flow_style))

    def _plain_yaml_only(self, event: NodeEvent, depth: int) -> None:
        from yaml import events

        if isinstance(event, events.AliasEvent):
            self._refuse_at(event, f"*{event.anchor} points to another place of the file. Write the value itself.")
        if event.anchor is not None:
            self._refuse_at(event, f"&{event.anchor} names this value for use elsewhere. Delete &{event.anchor}.")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse_at(event, f"{tag} is a tag of YAML. Every value is written plainly: delete the tag.")
        if depth > DEEPEST:
            self._refuse_at(event, f"This is nested deeper than {DEEPEST} levels; no agreement needs that.")

    def _refuse_at(self, event: Event, message: str) -> NoReturn:
        place = self.origin.place(_start(event), max(_end(event), _start(event) + 1))
        _refuse(mistake("unreadable_yaml", message, place=place), self.origin)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        text = event.value.replace(KEPT_COLON, ":").replace(KEPT_MARK, "?")
        node = Scalar(text, self.origin, _start(event), _end(event), plain=not event.style)
        if event.style == '"':  # only here a character can be written by its number
            written = self.origin.text[node.start : node.end]
            coded = [chr(0x10FFF0 + int(found[1], 16)) for found in _CODED.finditer(written)]
            self.findings.extend(
                mistake("unsafe_character", f"{name_of(character)} stands here. Delete it.", place=_at(node))
                for character in (*(found[0] for found in unsafe_in(text)), *coded)
            )
        return node

    def _children(self, depth: int) -> Iterator[Node]:
        from yaml import events

        for event in self.events:
            if isinstance(event, events.CollectionEndEvent):
                self.end = _end(event)
                return
            assert isinstance(event, events.NodeEvent), event  # noqa: S101 - inside a collection there is nothing else
            yield self._node(event, depth + 1)

    def _sequence(self, start: int, depth: int, *, flow: bool) -> Sequence:
        items = tuple(self._children(depth))
        if flow:
            items, findings = joined_items(items, self.origin)
            self.findings += findings
        return Sequence(items, self.origin, start, self.end, flow)

    def _mapping(self, start: int, depth: int, *, flow: bool) -> Node:
        nodes = list(self._children(depth))
        end = self.end
        written = self.origin.text[start:end]
        if flow and _BRACES.fullmatch(written):  # a placeholder of a template, {{name}}
            return Scalar(written, self.origin, start, end)
        if flow and written[:1] != "{":  # [every day: twice]
            return self._colon_in_list(nodes, end)
        pairs = [self._entry(key, value) for key, value in zip(nodes[::2], nodes[1::2], strict=True)]
        if flow:
            pairs, findings = joined_entries(pairs, self.origin)
            self.findings += findings
        return Mapping(tuple(self._once(pairs)), self.origin, start, end, flow)

    def _colon_in_list(self, nodes: list[Node], end: int) -> Scalar:
        start = nodes[0].start
        whole = self.origin.text[start:end].rstrip()
        place = self.origin.place(start, start + len(whole))
        message = f'A colon inside a value needs quotes: "{whole}"'
        self.findings.append(mistake("unreadable_yaml", message, place=place, right=f'"{whole}"'))
        return Scalar(whole, self.origin, start, start + len(whole))

    def _entry(self, key: Node, value: Node) -> Entry:
        if isinstance(key, Scalar):
            return Entry(key, value)
        message = f"{_shown(key)} stands where a key is expected. A key is one word, then a colon and a space."
        _refuse(mistake("unreadable_yaml", message[0].upper() + message[1:], place=_at(key)), self.origin)

    def _once(self, pairs: list[Entry]) -> Iterator[Entry]:
        seen: dict[str, Entry] = {}
        for entry in pairs:
            first = seen.setdefault(entry.key.text, entry)
            if first is entry:
                yield entry
                continue
            line = _at(first.key).line
            message = (
                f"{entry.key.text} stands here for the second time; the first is in line {line}. Keep one of them."
            )
            self.findings.append(mistake("given_twice", message, place=_at(entry.key)))


def _start(event: Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _at(node: Node) -> Place:
    """The whole of a node as it stands in the file."""
    return node.origin.place(node.start, node.end)


def _shown(node: Node) -> str:
    match node:
        case Scalar():
            return f'"{node.text[:40]}"'
        case Mapping():
            return f"{{…}} with {len(node.entries)} keys" if node.entries else "empty braces"
        case Sequence():
            return f"a list ({source_of(node)[:40]})"
