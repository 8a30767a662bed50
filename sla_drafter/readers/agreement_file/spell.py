"""Writes an agreement as a file: canonical, quoted where needed, so that reading it gives the same agreement.

What is private stays out, unless it is asked for: the file that travels inside a document has none of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sla_drafter.model.agreement import Agreement, ClauseUse, OpenPoint
from sla_drafter.model.languages import called, counted
from sla_drafter.model.paths import facts_of, is_absent, item_path
from sla_drafter.model.remedies import Ladder
from sla_drafter.model.scalars import Prose
from sla_drafter.readers.agreement_file import quoting
from sla_drafter.readers.agreement_file.clause_uses import INCLUDE
from sla_drafter.readers.agreement_file.ladders import ABOUT, QUANTUM, ROWS, rows_of
from sla_drafter.readers.agreement_file.migrations import CURRENT, KEY
from sla_drafter.readers.agreement_file.quoting import Written
from sla_drafter.readers.agreement_file.scalars import written
from sla_drafter.readers.agreement_file.shapes import Shape, has_id, itself_of, shapes_of

WIDTH = 110
_PRIVATE = "private"


def spell(agreement: Agreement, *, with_private: bool = False) -> str:
    """The text of the file; with `with_private` also `private:` and the notes beside open points."""
    spelling = _Spelling(agreement.open_points, with_private=with_private)
    tree = {KEY: str(CURRENT), **spelling.keys(agreement, "")}
    return "".join(f"{line}\n" for line in _block(tree, 0))


def written_facts(agreement: Agreement) -> dict[str, str]:
    """Every public fact as it is written in a file, by its path."""
    return {
        fact.path: ", ".join(map(_fact_words, fact.value if isinstance(fact.value, tuple) else (fact.value,)))
        for fact in facts_of(agreement)
        if fact.path.split(".")[0] != _PRIVATE
    }


def _fact_words(value: Any) -> str:
    return quoting.flow(_single(value))


def _block(value: Written, depth: int) -> list[str]:
    """Lines of a mapping or a list, each entry on one line when it fits."""
    indent = "  " * depth
    if isinstance(value, Mapping):
        return [
            line for key, each in value.items() for line in _entry(indent + quoting.scalar(key, flow=True), each, depth)
        ]
    return [f"{indent}- {quoting.flow(each)}" for each in value]


def _entry(key: str, value: Written, depth: int) -> list[str]:
    if isinstance(value, str):
        return [f"{key}: {quoting.scalar(value, flow=False)}"]
    nested = depth == 0 and isinstance(value, Mapping) and any(not isinstance(each, str) for each in value.values())
    if not nested:
        line = f"{key}: {quoting.flow(value)}"
        if not value or len(line) <= WIDTH:
            return [line]
    return [f"{key}:", *_block(value, depth + 1)]


class _Spelling:
    """One agreement being written; knows which paths are open."""

    def __init__(self, open_points: Sequence[OpenPoint], *, with_private: bool) -> None:
        self.with_private = with_private
        self.open = {point.path: self._point(point) for point in open_points}

    def _point(self, point: OpenPoint) -> str:
        return f"{point.words}: {point.note}" if point.note and self.with_private else point.words

    def keys(self, owner: object, path: str) -> dict[str, Written]:
        """The keys of a thing, without those that are absent and not open."""
        found: dict[str, Written] = {}
        for shape in shapes_of(_class(owner)):
            if shape.itself:
                continue
            where = f"{path}.{shape.key}" if path else shape.key
            value = self._field(getattr(owner, shape.name), shape, where)
            if value is not None and (self.with_private or where != _PRIVATE):
                found[shape.key] = value
        return found

    def _field(self, value: Any, shape: Shape, path: str) -> Written | None:
        if is_absent(value):
            return self.open.get(path)
        if not shape.is_object:
            return self._fact(value, shape, path)
        return self._collection(value, shape, path) if shape.many else self._object(value, path)

    def _fact(self, value: Any, shape: Shape, path: str) -> Written:
        if not shape.many:
            return _single(value)
        items: list[Written] = [_single(each) for each in value]
        if path in self.open and not any(self.open[path] in str(item) for item in items):
            items.append(self.open[path])
        return items[0] if shape.key == "kind" and len(items) == 1 else items

    def _collection(self, items: Sequence[Any], shape: Shape, path: str) -> Written:
        paths = [item_path(path, item, position) for position, item in enumerate(items)]
        if has_id(shape.type):
            return {item.id: self._object(item, where) for item, where in zip(items, paths, strict=True)}
        return [self._object(item, where) for item, where in zip(items, paths, strict=True)]

    def _object(self, item: Any, path: str) -> Written:
        if isinstance(item, Ladder):
            return self._ladder(item, path)
        if isinstance(item, ClauseUse):
            return self._use(item, path)
        itself = itself_of(_class(item))
        if itself and itself.is_object:
            rows = getattr(item, itself.name)
            return self._collection(rows, itself, path) if rows else self.open.get(path, [])
        if itself:
            value = getattr(item, itself.name)
            return self.open.get(path, "TBC") if value is None else _single(value)
        keys = self.keys(item, path)
        return self.open[path] if not keys and path in self.open else keys

    def _ladder(self, ladder: Ladder, path: str) -> Written:
        rows: list[Written] = []
        for band, row in zip(ladder.bands, rows_of(ladder), strict=True):
            where = f"{path}.{band.id}"
            if f"{where}.credit" in self.open:
                row["credit"] = self.open[f"{where}.credit"]
            for key in ("days", "points"):
                if f"{where}.{key}" in self.open:
                    row[key] = self.open[f"{where}.{key}"]
            for key in ("below", "to"):
                if key in row and f"{where}.to" in self.open:
                    row[key] = self.open[f"{where}.to"]
            rows.append(self.open.get(where) or row)
        bands: Written = self.open[path] if not rows and path in self.open else rows
        wide = {ABOUT: ladder.on, QUANTUM: written(ladder.quantum) if ladder.quantum else None}
        wide = {key: words or self.open.get(f"{path}.{key}") for key, words in wide.items()}
        return {**{key: words for key, words in wide.items() if words}, ROWS: bands} if any(wide.values()) else bands

    def _use(self, use: ClauseUse, path: str) -> Written:
        keys = self.keys(use, path)
        for fact in use.facts:
            where = f"{path}.{fact.id}"
            keys[fact.id] = self.open.get(where, "TBC") if fact.value in (None, ()) else _parameter(fact.value)
        if keys.keys() == {INCLUDE}:
            return keys[INCLUDE]
        return self.open[path] if not keys and path in self.open else keys


def _class(owner: object) -> Any:
    return type(owner)


def _single(value: Any) -> Written:
    if isinstance(value, Prose):
        texts = dict(value.by_language)
        return texts[""] if set(texts) == {""} else texts
    quantity = counted(value)
    if quantity and any(language for language, _ in quantity.things.by_language):
        names = quantity.things.by_language
        return {language: written(called(value, Prose((("", name),)))) for language, name in names}
    return written(value)


def _parameter(value: Any) -> Written:
    return [_single(each) for each in value] if isinstance(value, tuple) else _single(value)
