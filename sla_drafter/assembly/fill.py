"""A clause of the library and an agreement become blocks: slots filled, words parsed, values in their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, partial
from typing import Any

import attrs
from attrs import evolve, frozen

from sla_drafter.assembly.computed import ROOT, Computed, computed
from sla_drafter.assembly.filters import KIT
from sla_drafter.assembly.sheet import OPEN, SLOT, Sheet
from sla_drafter.assembly.skeleton import Parsed, parsed
from sla_drafter.assembly.tables import finished
from sla_drafter.assembly.view import NO_FIELD, View
from sla_drafter.document.nodes import Block, Definition, Inline, Item, Items, Table, Text
from sla_drafter.document.rewrite import rewrite_blocks, rewrite_line
from sla_drafter.errors import ClauseFault
from sla_drafter.findings import Finding, Mend, Place, Severity
from sla_drafter.language.typography import typeset
from sla_drafter.language.words import Words
from sla_drafter.model.agreement import Agreement, Parameter
from sla_drafter.model.facts import fact
from sla_drafter.model.library import REPLACED, ClauseText, Library
from sla_drafter.model.paths import by_key, uses_of
from sla_drafter.model.shapes import Shape
from sla_drafter.sandbox import Kitchen, TemplateFault

_TO_PLACE = frozenset((Text, Definition))


@frozen(eq=False)
class Filling:
    """What all clauses of a draft are filled from: the agreement, the library, the words, and what was chosen.

    `sheet` takes the slots of one clause after the other; `names` are the facts as every clause sees them.
    """

    agreement: Agreement
    library: Library
    words: Words
    sheet: Sheet
    names: Mapping[str, Any]

    @classmethod
    def of(
        cls, agreement: Agreement, library: Library, words: Words, chosen: Iterable[str], sums: Computed | None = None
    ) -> Filling:
        """The filling of one draft; `sums` are what clauses see under `computed`."""
        sheet = Sheet(agreement, library, words)
        root = View(sheet, agreement, "", Shape(Agreement, many=False))
        names: dict[str, Any] = {name: getattr(root, name) for name in by_key(Agreement)}
        names[ROOT] = View(sheet, sums or computed(agreement), ROOT, Shape(Computed, many=False))
        return cls(agreement, library, words, sheet, {**names, "chosen": _Chosen(frozenset(chosen))})


@cache
def _kitchen() -> Kitchen:
    return Kitchen(KIT)


def fill(filling: Filling, clause: str, position: str, text: ClauseText) -> Parsed:
    """The blocks of one clause; a mistake of its author is a `ClauseFault` with file, line and what is wrong."""
    sheet = filling.sheet
    sheet.slots = []
    names = {**filling.names, "own": _Own(filling, clause), "position": position}
    try:
        skeleton = _kitchen().program(text.source).fill(names)
    except TemplateFault as fault:
        raise author_fault(text, fault.message, fault.line) from fault
    try:
        found = parsed(typeset(skeleton, sheet.language))
    except TemplateFault as fault:
        raise author_fault(text, fault.message, _written_at(text, skeleton.splitlines()[fault.line - 1])) from fault
    place = partial(_placed, sheet, clause)
    return Parsed(
        tuple(map(_finish, rewrite_blocks(found.body, place, _TO_PLACE))),
        rewrite_line(found.schedule_title, place, _TO_PLACE),
        tuple(map(_finish, rewrite_blocks(found.schedule, place, _TO_PLACE))),
    )


def _finish(block: Block) -> Block:
    match block:
        case Table():
            return finished(block)
        case Items():
            return evolve(block, items=tuple(Item(tuple(map(_finish, item.blocks)), item.id) for item in block.items))
        case _:
            return block


def _placed(sheet: Sheet, clause: str, inline: Inline) -> Iterable[Inline]:
    """A run of text with the nodes of its slots in their places; a definition under the id of its term."""
    match inline:
        case Definition():
            return (Definition(_term_of(sheet, clause, inline), inline.words),)
        case Text():
            return _filled(sheet, inline.words.translate(sheet.quotes))
        case _:
            return (inline,)


def _filled(sheet: Sheet, words: str) -> Iterable[Inline]:
    if OPEN not in words:
        return (Text(words),) if words else ()
    parts = SLOT.split(words)
    nodes: list[Inline] = []
    for place, part in enumerate(parts):
        if place % 2:
            nodes.append(sheet.slots[int(part)])
        elif part:
            nodes.append(Text(part))
    return nodes


def _term_of(sheet: Sheet, clause: str, defined: Definition) -> str:
    """The id of a term that a clause defines in place: one id in every language, where the library holds the term."""
    named = (term.id for term in sheet.library.terms.values() if clause in term.defined_in)
    return next(
        (one for one in named if sheet.library.terms[one].words.get(sheet.language) == defined.words), defined.term
    )


@frozen
class _RoleFact:
    role: str | None = fact("A role that a clause alone names.", refers_to="roles")


_FIELDS = {"role": attrs.fields(_RoleFact).role}
"""The field behind a fact that one clause alone prints, for each type that names a thing."""


class _Own:
    """The facts that this clause alone prints: `own.every`."""

    def __init__(self, filling: Filling, clause: str) -> None:
        use = uses_of(filling.agreement).get(clause)
        self._given: Mapping[str, Parameter] = {fact.id: fact for fact in use.facts} if use else {}
        self._declared = {kind.name: kind.type for kind in filling.library.clauses[clause].parameters}
        self._sheet = filling.sheet
        self._clause = clause

    def __getattr__(self, name: str) -> View:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._declared:
            raise TemplateFault(f"{self._clause} declares no parameter {name}")
        value = self._given[name].value if name in self._given else None
        many = isinstance(value, tuple)
        field = _FIELDS.get(self._declared[name], NO_FIELD)
        return View(self._sheet, value, f"clauses.{self._clause}.{name}", Shape(object, many=many), field)


class _Chosen:
    """Which clauses were chosen: `{% if chosen.exclusions %}`."""

    def __init__(self, chosen: frozenset[str]) -> None:
        self._chosen = chosen

    def __getattr__(self, name: str) -> bool:
        if name.startswith("_"):
            raise AttributeError(name)
        return name in self._chosen


def _written_at(text: ClauseText, filled: str) -> int:
    """The author's line that became a filled line: the first that holds the longest run of its words."""
    run = max(SLOT.split(filled)[::2], key=len)
    return next((line for line, words in enumerate(text.source.splitlines(), 1) if run in words), 1)


def author_fault(text: ClauseText, message: str, at: int = 1) -> ClauseFault:
    """What the author of a text has to mend, with the line of the file."""
    from pathlib import PurePath

    lines = text.source.splitlines() or [""]
    line = min(max(at, 1), len(lines))
    if text.position == REPLACED:
        return _fault_of_a_person(text.where, message, lines[line - 1])
    place = Place(PurePath(text.where), line, 1, lines[line - 1], max(len(lines[line - 1]), 1))
    mend = Mend("the names a clause may use are the fields of the agreement: sla-drafter schema lists them")
    finding = Finding("LIB-02", "clause_text", Severity.ERROR, f"{text.where}: {message}.", places=(place,), mend=mend)
    return ClauseFault(f"{text.where} cannot be filled", (finding,))


def _fault_of_a_person(path: str, message: str, line: str) -> ClauseFault:
    """What is wrong with words that an agreement has in the place of a clause's."""
    mend = Mend("the names that a slot may use are the fields of the agreement: sla-drafter schema lists them")
    finding = Finding("FILE-13", "replaced_text", Severity.ERROR, f"{message}.", path, quote=line.strip(), mend=mend)
    return ClauseFault(f"{path} cannot be filled", (finding,))
