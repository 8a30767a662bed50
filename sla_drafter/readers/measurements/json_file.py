"""Reads JSON: an array of objects, an object that names its agreement and holds such an array, or one object a line."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from attrs import Factory

from sla_drafter.findings import Place
from sla_drafter.language.patterns import compiled
from sla_drafter.model.measured import Evidence
from sla_drafter.readers.measurements.kinds import KINDS
from sla_drafter.readers.measurements.mistakes import Listing, Mistake
from sla_drafter.readers.measurements.sheet import CLAIMED, Batch, Claim, Row, Wanted, batched
from sla_drafter.values import define

_SPACE = compiled(r"\s*")
_SHAPE = "Write an array of objects, or one object in each line."

Cells = dict[str, str]
Keys = tuple[str, ...]


class _Unfit(ValueError):
    """A value that is no cell, or a key that stands twice."""


@define
class JsonSheet:
    """A JSON file whose text is in memory; numbers stay text, so that none is rounded."""

    path: PurePath
    name: str
    data: bytes
    listing: Listing
    header: tuple[str, ...] = ()
    header_line: int = 1
    claims: tuple[Claim, ...] = ()
    kind: str = ""
    broken: int = 0
    text: str = ""
    starts: list[int] = Factory(list)
    found: deque[tuple[Evidence, Keys, tuple[str, ...]]] = Factory(deque)
    shapes: dict[Keys, Keys] = Factory(dict)

    def batches(self, width: int) -> Iterator[Batch | Row]:
        """Every object once, in batches."""
        return batched(self.name, self._rows(), width)

    def _rows(self) -> Iterator[Row]:
        """Every object as a row with the columns of all objects; a key that it does not have is an empty cell."""
        indices = {keys: [keys.index(name) if name in keys else -1 for name in self.header] for keys in self.shapes}
        while self.found:
            evidence, keys, cells = self.found.popleft()
            yield evidence, [cells[index] if index >= 0 else "" for index in indices[keys]]

    def places(self, wanted: Iterable[Wanted]) -> Mapping[Wanted, Place]:
        """The places of objects, and of the keys in them."""
        return {one: self._place(one) for one in wanted}

    def _place(self, one: Wanted) -> Place:
        evidence, column, note = one
        if not self.starts:
            return Place(self.path, evidence.line, evidence.column, "", note=note)
        start = self.starts[evidence.line - 1] + evidence.column - 1
        following = self.text.find("}", start)
        stop = following if following >= 0 else len(self.text)
        at = self.text.find(json.dumps(column, ensure_ascii=False), start, stop) if column else -1
        shown = (
            compiled(r'"(?:[^"\\]|\\.)*"\s*:\s*("(?:[^"\\\n]|\\.)*"|[^,}\]\s]+)?').match(self.text, at)
            if at >= 0
            else None
        )
        begin, end = (shown.span(1) if shown[1] else shown.span()) if shown else (start, stop + 1)
        return self._at(begin, end, note)

    def _at(self, begin: int, end: int, note: str) -> Place:
        line = bisect_right(self.starts, begin)
        first = self.starts[line - 1]
        text = (
            self.text[first:].split("\n", 1)[0]
            if line == len(self.starts)
            else self.text[first : self.starts[line] - 1]
        )
        return Place(self.path, line, begin - first + 1, text, max(1, min(end, first + len(text)) - begin), note)

    def open(self) -> bool:
        """Reads the objects; false, with a mistake, if the file holds none."""
        try:
            self.text = self.data.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            self.listing.say("file_unreadable", f"Byte {fault.start + 1} of {self.name} is not UTF-8.")
            return False
        self.starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        try:
            self._read_all()
        except json.JSONDecodeError as fault:
            message = f"{self.name} is not JSON here: {fault.msg}. {_SHAPE}"
            self.listing.add(Mistake("file_unreadable", message, Evidence(self.name, fault.lineno, fault.colno)))
        except RecursionError:
            self.listing.say("file_unreadable", f"{self.name} is nested too deeply. {_SHAPE}")
        else:
            self.header = tuple(dict.fromkeys(key for keys in self.shapes for key in keys))
            nothing_else = self.broken and not self.found
            return not (nothing_else or self.listing.counts.get("file_unreadable"))
        return False

    def _read_all(self) -> None:
        begin = self._after(0)
        decoder = json.JSONDecoder(object_pairs_hook=_object, parse_float=str, parse_int=str, parse_constant=str)
        if begin == len(self.text):
            self.listing.say("file_unreadable", f"{self.name} is empty. {_SHAPE}")
        elif self.text[begin] == "[":
            self._array(begin, decoder)
        else:
            self._objects(begin, decoder)

    def _array(self, begin: int, decoder: json.JSONDecoder) -> int:
        """The objects of an array; where it is over."""
        position = self._after(begin + 1)
        while self.text[position : position + 1] != "]":
            position = self._one(position, decoder)
            following = self.text[position : position + 1]
            if following == ",":
                position = self._after(position + 1)
            elif following != "]":
                raise json.JSONDecodeError("a comma or the end of the array is expected", self.text, position)
        return self._after(position + 1)

    def _objects(self, begin: int, decoder: json.JSONDecoder) -> None:
        """Either one object a line, or an object around an array."""
        if self._is_around(begin):
            self._around(begin, decoder)
            return
        position = begin
        while position < len(self.text):
            position = self._one(position, decoder)

    def _is_around(self, begin: int) -> bool:
        """Whether the first object has a key that is a kind of facts and holds an array."""
        keys = "|".join(KINDS)
        return compiled(rf'\{{[^\[\]{{}}]*"({keys})"\s*:\s*\[\s*[\]{{]').match(self.text, begin) is not None

    def _around(self, begin: int, decoder: json.JSONDecoder) -> None:
        position = self._after(begin + 1)
        while self.text[position : position + 1] == '"':
            key, position = decoder.raw_decode(self.text, position)
            position = self._after(position)
            if self.text[position : position + 1] != ":":
                raise json.JSONDecodeError("a colon is expected", self.text, position)
            position = self._member(key, self._after(position + 1), decoder)
            position = self._after(position + (self.text[position : position + 1] == ","))
        if self.text[position : position + 1] != "}" or self._after(position + 1) != len(self.text):
            raise json.JSONDecodeError("the end of the object and of the file is expected", self.text, position)

    def _member(self, key: str, position: int, decoder: json.JSONDecoder) -> int:
        """One key of the object around the array: the rows, or what the file says about its agreement."""
        if key in KINDS and self.text[position : position + 1] == "[":
            if self.kind:
                message = f"{self.name} holds {self.kind} and {key}. One file holds one kind: divide it."
                self.listing.say("file_unreadable", message, bisect_right(self.starts, position))
            self.kind = key
            return self._array(position, decoder)
        line = bisect_right(self.starts, position)
        value, end = decoder.raw_decode(self.text, position)
        if key in CLAIMED:
            self.claims += (Claim(key, str(value), line),)
        else:
            self.listing.say("not_read", f"The key {key} is not read.", line)
        return self._after(end)

    def _one(self, position: int, decoder: json.JSONDecoder) -> int:
        """One object: its cells are kept with its place; where the next thing begins."""
        line = bisect_right(self.starts, position)
        evidence = Evidence(self.name, line, position - self.starts[line - 1] + 1)
        value, end = decoder.raw_decode(self.text, position)
        if not isinstance(value, _Row):
            raise json.JSONDecodeError("an object is expected", self.text, position)
        try:
            cells = _cells(value.pairs)
            keys = tuple(cells)
            self.found.append((evidence, self.shapes.setdefault(keys, keys), tuple(cells.values())))
        except _Unfit as unfit:
            self.listing.add(Mistake("broken_row", f"{unfit} The row is left out.", evidence))
            self.broken += 1
        return self._after(end)

    def _after(self, position: int) -> int:
        found = _SPACE.match(self.text, position)
        return found.end() if found else position


@define
class _Row:
    """The keys and values of one object, in their order, each as often as it stands there."""

    pairs: list[tuple[str, Any]]


def _object(pairs: list[tuple[str, Any]]) -> _Row:
    return _Row(pairs)


def _cells(pairs: list[tuple[str, Any]]) -> Cells:
    """The cells of one object, all of them text."""
    cells = {key: value if type(value) is str else _cell(key, value) for key, value in pairs}
    if len(cells) < len(pairs):
        twice = next(key for position, (key, _) in enumerate(pairs) if any(key == one for one, _ in pairs[:position]))
        raise _Unfit(f"The key {twice} stands twice in one object.")
    return cells


def _cell(key: str, value: Any) -> str:
    """A value that is no text: nothing, yes or no, or spans in a list."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ";".join(_span(key, one) for one in value)
    raise _Unfit(f"The key {key} holds an object; a cell is a text, a number, true, false or null.")


def _span(key: str, value: Any) -> str:
    """One of several spans: "start/end", or a pair of times."""
    match value:
        case str():
            return value
        case [str() as start, str() as end]:
            return f"{start}/{end}"
    raise _Unfit(f'The key {key} holds a list that is none of spans. Write ["start/end", …].')
