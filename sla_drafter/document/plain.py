"""A paper as plain data and back: mappings, lists and words, each node with the name of its kind.

What is as it is by default is left out. Reading back checks everything: the names of kinds and fields, and that each
field holds what it may hold, so that a document made from outside data is as sound as one made here.
"""

from __future__ import annotations

import base64
import binascii
import enum
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import attrs

from sla_drafter.document import nodes
from sla_drafter.document.nodes import (
    Comment,
    Deleted,
    Document,
    Image,
    Inserted,
    Section,
    SectionKind,
    Story,
    StoryKind,
)

NODE = "node"
KINDS: Mapping[str, type[Any]] = {
    "text": nodes.Text,
    "value": nodes.Value,
    "blank": nodes.Blank,
    "strong": nodes.Strong,
    "emphasis": nodes.Emphasis,
    "link": nodes.Link,
    "definition": nodes.Definition,
    "use": nodes.Use,
    "reference": nodes.Reference,
    "note": nodes.Note,
    "break": nodes.Break,
    "inserted": nodes.Inserted,
    "deleted": nodes.Deleted,
    "comment": nodes.Comment,
    "paragraph": nodes.Paragraph,
    "item": nodes.Item,
    "items": nodes.Items,
    "cell": nodes.Cell,
    "row": nodes.Row,
    "table": nodes.Table,
    "chart": nodes.Chart,
    "image": nodes.Image,
    "numbering": nodes.Numbering,
    "figure": nodes.Figure,
    "signature": nodes.Signature,
    "section": nodes.Section,
    "story": nodes.Story,
    "party": nodes.CoverParty,
    "cover": nodes.Cover,
    "document": nodes.Document,
}
_NAMES = {kind: name for name, kind in KINDS.items()}
_DEFAULTS = {kind: tuple((field.name, field.default) for field in attrs.fields(kind)) for kind in KINDS.values()}


def _moment(words: str) -> datetime:
    moment = datetime.fromisoformat(words)
    if moment.tzinfo is None:
        raise ValueError(f"{words} has no time zone")
    return moment


def _bytes(words: str) -> bytes:
    try:
        return base64.b64decode(words, validate=True)
    except binascii.Error as fault:
        raise ValueError(f"not base64: {fault}") from fault


# Fields whose value is more than words, truth, a number or a list of nodes.
_SPELLED: Mapping[tuple[type[Any], str], Callable[[str], object]] = {
    (Section, "kind"): SectionKind,
    (Story, "kind"): StoryKind,
    (Inserted, "on"): _moment,
    (Deleted, "on"): _moment,
    (Comment, "on"): _moment,
    (Document, "dated"): date.fromisoformat,
    (Image, "data"): _bytes,
}


def to_plain(document: Document) -> dict[str, object]:
    """The paper as mappings, lists and words, in the order of the fields."""
    return _node(document)


def _node(node: Any) -> dict[str, object]:
    plain: dict[str, object] = {NODE: _NAMES[type(node)]}
    for name, default in _DEFAULTS[type(node)]:
        value = getattr(node, name)
        if default is attrs.NOTHING or value != default:
            plain[name] = _plain(value)
    return plain


def _plain(value: object) -> object:
    match value:
        case str() | bool() | int() | None:
            return value
        case tuple():
            return [_plain(one) for one in value]
        case enum.Enum():
            return value.value
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case _:
            return _node(value)


def from_plain(plain: object) -> Document:
    """The paper that `to_plain` gave; raises `ValueError` with the place, what was found and what is right."""
    document = _made(plain, "the paper")
    if not isinstance(document, Document):
        raise ValueError(f"the paper: the outermost node is a {plain_name(document)}; it has to be a document")
    return document


def plain_name(value: object) -> str:
    """What a value is called in plain data."""
    return _NAMES.get(type(value), type(value).__name__)


def _made(plain: object, place: str) -> object:
    match plain:
        case dict():
            return _made_node(plain, place)
        case list():
            return tuple(_made(one, f"{place}[{position}]") for position, one in enumerate(plain, 1))
        case _:
            return plain


def _made_node(plain: dict[str, object], place: str) -> object:
    name = plain.get(NODE)
    if not isinstance(name, str) or name not in KINDS:
        raise ValueError(f"{place}: {NODE} is {name!r}; there are {', '.join(KINDS)}")
    kind, place = KINDS[name], f"{place}.{name}"
    checks = _CHECKS[kind]
    unknown = sorted(plain.keys() - checks.keys() - {NODE})
    if unknown:
        raise ValueError(f"{place}: there is no field {unknown[0]!r}; there are {', '.join(checks) or 'none'}")
    values = {field: _field(kind, field, value, f"{place}.{field}") for field, value in plain.items() if field != NODE}
    missing = [field for field, default in _DEFAULTS[kind] if default is attrs.NOTHING and field not in values]
    if missing:
        raise ValueError(f"{place}: the field {missing[0]!r} is missing")
    return kind(**values)


def _field(kind: type[Any], field: str, plain: object, place: str) -> object:
    value = _made(plain, place)
    spelled = _SPELLED.get((kind, field))
    if spelled is not None and isinstance(value, str):
        try:
            value = spelled(value)
        except ValueError as fault:
            raise ValueError(f"{place}: {fault}") from fault
    if not _CHECKS[kind][field](value):
        raise ValueError(f"{place}: {plain_name(value)} does not fit here")
    return value


def _check(hint: Any) -> Callable[[object], bool]:
    """A function that says whether a value is what a field may hold."""
    arguments = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        if all(isinstance(one, type) for one in arguments):
            return lambda value: isinstance(value, arguments)
        either = [_check(one) for one in arguments]
        return lambda value: any(check(value) for check in either)
    if origin is tuple and arguments[-1] is Ellipsis:
        every = _check(arguments[0])
        return lambda value: isinstance(value, tuple) and all(map(every, value))
    if origin is tuple:
        each = [_check(one) for one in arguments]
        return lambda value: (
            isinstance(value, tuple)
            and len(value) == len(each)
            and all(check(one) for check, one in zip(each, value, strict=True))
        )
    return lambda value: type(value) is hint if hint in (str, int, bool) else isinstance(value, hint)


_CHECKS = {kind: {name: _check(hint) for name, hint in typing.get_type_hints(kind).items()} for kind in KINDS.values()}
