"""Types the values of a file one by one and keeps what was found on the way: mistakes, open points and places."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from typing import Any

from sla_drafter.findings import Finding
from sla_drafter.language.locales import LOCALES
from sla_drafter.language.patterns import compiled
from sla_drafter.model.agreement import OpenPoint
from sla_drafter.model.languages import called, counted
from sla_drafter.model.library import Clause
from sla_drafter.model.scalars import Prose, Quantity, Target
from sla_drafter.readers.agreement_file.mistakes import did_you_mean, mistake
from sla_drafter.readers.agreement_file.nodes import Mapping, Node, Scalar, Sequence, place_of
from sla_drafter.readers.agreement_file.open_points import TBC, Blank, blank, left_inside
from sla_drafter.readers.agreement_file.refused import Refused
from sla_drafter.readers.agreement_file.scalars import KINDS
from sla_drafter.readers.agreement_file.shapes import SINGULAR, Shape
from sla_drafter.readers.agreement_file.words import choice

_ID = compiled(r"[a-z][a-z0-9_]{0,30}")
_LISTED: Table[str, Table[str, str]] = dict.fromkeys(("language", "translations", "prevailing_language"), LOCALES)
EMPTY = "There is no value here. Write TBC if it is still open, or delete the line."


class Reading:
    """One pass over the tree of a file."""

    def __init__(self, root: Mapping, clauses: Table[str, Clause]) -> None:
        self.root, self.clauses = root, clauses
        self.findings: list[Finding] = []
        self.open_points: list[OpenPoint] = []
        self.nodes: dict[str, Node] = {}
        self.reasons: dict[str, dict[str, str]] = {}

    def wrong(self, name: str, message: str, path: str, node: Node, right: str = "") -> None:
        """Notes a mistake at a node."""
        single = isinstance(node, Scalar)
        self.findings.append(mistake(name, message, path, place_of(node), right, edit=single))

    def open(self, path: str, found: Blank) -> None:
        """Notes that a fact is still missing."""
        self.open_points.append(OpenPoint(path, found.words, found.note))

    def is_open(self, node: Node, path: str, *, list_expected: bool = False) -> bool:
        """Whether an open point stands here; if so it is noted."""
        found = blank(node, list_expected=list_expected)
        if found:
            self.open(path, found)
        return found is not None

    def is_empty(self, node: Node, path: str) -> bool:
        """Whether nothing stands here; if so the mistake is noted."""
        empty = isinstance(node, Scalar) and (
            not node.text.strip() or (node.plain and node.text in {"null", "Null", "NULL", "~"})
        )
        if empty:
            self.wrong("empty_value", EMPTY, path, node)
        return empty

    def ids(self, collection: str) -> tuple[str, ...]:
        """The ids that a reference to a collection may name."""
        found = self.root.get(collection)
        return found.keys if isinstance(found, Mapping) else ()

    def fact(self, node: Node, shape: Shape, path: str) -> Any:
        """The typed value or values of a field; None or an empty tuple where an open point or a mistake stands."""
        self.nodes[path] = node
        return self._several(node, shape, path) if shape.many else self.value(node, shape, path)

    def _several(self, node: Node, shape: Shape, path: str) -> tuple[Any, ...]:
        if self.is_open(node, path, list_expected=True):
            return ()
        if isinstance(node, Mapping) and shape.type is not Prose:
            self.wrong(
                "wrong_value", f"{path} is a list: [first, second]. Found keys: {', '.join(node.keys)}.", path, node
            )
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        found = []
        for position, item in enumerate(items):
            self.nodes[f"{path}[{position + 1}]"] = item
            found.append(self.value(item, shape, path))
        return tuple(value for value in found if value is not None)

    def value(self, node: Node, shape: Shape, path: str) -> Any:
        """One typed value, or None."""
        if shape.refers_to and self._names_several(node, shape.refers_to, path):
            return None
        if self.is_open(node, path) or self.is_empty(node, path):
            return None
        if shape.type is Prose:
            return self._prose(node, path)
        if shape.type in (Quantity, Target) and isinstance(node, Mapping):
            return self._counted(node, shape, path)
        if not isinstance(node, Scalar):
            self._not_single(node, shape, path)
            return None
        if shape.refers_to:
            return self.reference(node, shape.refers_to, path)
        try:
            return self._typed(node, shape, path)
        except Refused as refused:
            words = left_inside(node.text, own_words=False)
            if words:
                self.open(path, Blank(node.text.strip()))
            else:
                self.wrong("wrong_value", refused.message, path, node, refused.right)
            return None

    def _typed(self, node: Scalar, shape: Shape, path: str) -> Any:
        if shape.choices:
            return choice(node.text, shape.choices)
        if path in _LISTED and node.text not in _LISTED[path]:
            question, near = did_you_mean(node.text, tuple(_LISTED[path]), "Write one of")
            raise Refused(f'There are no words for "{node.text}". {question}', near)
        if shape.type is str:
            self._left_inside(node.text, path)
        return KINDS[shape.type].read(node.text)

    def _left_inside(self, text: str, path: str) -> None:
        words = left_inside(text, own_words=True)
        if words:
            self.open(path, Blank(words))

    def _not_single(self, node: Node, shape: Shape, path: str) -> None:
        example = "one of its words" if shape.choices else KINDS[shape.type].example if shape.type in KINDS else "text"
        found = "a list" if isinstance(node, Sequence) else "keys of its own"
        self.wrong("wrong_value", f"{path} is a single value: {example}. Found {found}.", path, node)

    def _names_several(self, node: Node, collection: str, path: str) -> bool:
        """Whether several ids stand where one is named; if so the mistake is noted."""
        items = node.items if isinstance(node, Sequence) else ()
        names = [one.text for one in items if isinstance(one, Scalar) and one.text in self.ids(collection)]
        if not len(names) == len(items) > 1:
            return False
        message = f"{path} names one of the {collection}. Found {len(names)}: {', '.join(names)}."
        self.wrong("wrong_value", message, path, node, names[0])
        return True

    def template(self, node: Node, path: str) -> Prose | None:
        """Words of a clause that a person wrote; braces in them are slots and stand for no open point."""
        self.nodes[path] = node
        found = blank(node)
        if found and found.words == TBC:
            self.open(path, found)
        elif not self.is_empty(node, path):
            return self._prose(node, path, slots=True)
        return None

    def _prose(self, node: Node, path: str, *, slots: bool = False) -> Prose | None:
        if isinstance(node, Scalar):
            if not slots:
                self._left_inside(node.text, path)
            return Prose((("", node.text),))
        if isinstance(node, Sequence):
            message = f"{path} is one text. Found a list: put it in quotes if the brackets belong to it."
            self.wrong("wrong_value", message, path, node)
            return None
        texts = [(entry.key, self._in_one_language(entry.value, path, slots=slots)) for entry in node.entries]
        for key, _ in texts:
            if key.text not in LOCALES:
                question, _near = did_you_mean(key.text, tuple(LOCALES), "Languages are")
                quotes = "" if len(key.text) <= 3 else " If the colon belongs to the text, put the text in quotes."
                message = f"{path} is text, or text by language. {key.text} is no language. {question}{quotes}"
                self.wrong("unknown_key", message, path, key)
        given = tuple((key.text, text) for key, text in texts if text is not None)
        return Prose(given) if given else None

    def _counted(self, node: Mapping, shape: Shape, path: str) -> Quantity | Target | None:
        """A number of things, or a target of one, whose name differs by language: the number is one and the same."""
        said = self._prose(node, path)
        if said is None:
            return None
        read = {
            language: self.value(entry.value, shape, path)
            for (language, _), entry in zip(said.by_language, node.entries, strict=False)
        }
        found = {language: one for language, one in read.items() if one is not None}
        things = {language: one.things for language, value in found.items() if (one := counted(value))}
        if len(things) < len(found):
            message = f"{path} is the same in every language: write it once. Only the name of what is counted differs."
            self.wrong("wrong_value", message, path, node)
        elif len({called(one, Prose(())) for one in found.values()}) > 1:
            texts = " and ".join(words for _, words in said.by_language)
            self.wrong("wrong_value", f"{path} is one number in every language. Found {texts}.", path, node)
        if not things:
            return None
        names = tuple((language, one.words("") or "") for language, one in things.items())
        one_of_them: Quantity | Target = called(next(iter(found.values())), Prose(names))
        return one_of_them

    def _in_one_language(self, node: Node, path: str, *, slots: bool) -> str | None:
        if self.is_open(node, path) or self.is_empty(node, path):
            return None
        if isinstance(node, Scalar):
            if not slots:
                self._left_inside(node.text, path)
            return node.text
        self.wrong(
            "wrong_value", f"{path} is text. Found {'a list' if isinstance(node, Sequence) else 'keys'}.", path, node
        )
        return None

    def reference(self, node: Scalar, collection: str, path: str) -> str | None:
        """The id that a reference names, if there is such a thing."""
        return self.known_id(node, self.ids(collection), SINGULAR[collection], collection, path)

    def known_id(self, node: Scalar, known: tuple[str, ...], one: str, several: str, path: str) -> str | None:
        """An id out of a list; any other is a mistake that names the nearest."""
        if node.text in known:
            return node.text
        question, near = did_you_mean(node.text, known, f"The {several} are")
        question = question or f"No {several} are given in this file."
        self.wrong("unknown_id", f"There is no {one} {node.text}. {question}", path, node, near)
        return None

    def new_id(self, key: Scalar, path: str) -> str:
        """The id of a thing, as its key says; one that a path cannot hold is a mistake."""
        if not _ID.fullmatch(key.text):
            right = re.sub(r"[^a-z0-9]+", "_", key.text.casefold()).strip("_0123456789")[:31].strip("_")
            mend = f" Write {right}." if right else ""
            message = f'"{key.text}" is not an id. An id is a small letter, then small letters, digits and underscores.'
            self.wrong("wrong_value", message + mend, path, key)
        return key.text
