"""A clause of the library and an agreement become blocks: slots filled, words parsed, values in their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import attrs

from sla_drafter.assembly.computed import ROOT, Computed, computed
from sla_drafter.assembly.filters import KIT
from sla_drafter.assembly.placed import Surroundings, placed
from sla_drafter.assembly.sheet import SLOT, Sheet
from sla_drafter.assembly.skeleton import Parsed, parsed
from sla_drafter.assembly.view import NO_FIELD, View
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
from sla_drafter.values import frozen


@frozen(eq=False)
class Filling:
    """What all clauses of a draft are filled from: the agreement, the library, the words, and what was chosen.

    `sheet` takes the slots of one clause after the other; `names` are the facts as every clause sees them.
    `defined_in` are the terms that a clause defines in its own text, by clause: their words and ids.
    """

    agreement: Agreement
    library: Library
    words: Words
    sheet: Sheet
    names: Mapping[str, Any]
    defined_in: Mapping[str, tuple[tuple[str, str], ...]]

    @classmethod
    def of(
        cls, agreement: Agreement, library: Library, words: Words, chosen: Iterable[str], sums: Computed | None = None
    ) -> Filling:
        """The filling of one draft; `sums` are what clauses see under `computed`."""
        sheet = Sheet(agreement, library, words)
        root = View(sheet, agreement, "", Shape(Agreement, many=False))
        names: dict[str, Any] = {name: getattr(root, name) for name in by_key(Agreement)}
        names[ROOT] = View(sheet, sums or computed(agreement), ROOT, Shape(Computed, many=False))
        names["chosen"] = _Chosen(frozenset(chosen))
        return cls(agreement, library, words, sheet, names, _defined_in(library, words.language))


def _defined_in(library: Library, language: str) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for term in library.terms.values():
        for clause in term.defined_in if language in term.words else ():
            found[clause] = (*found.get(clause, ()), (term.words[language], term.id))
    return found


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
    around = Surroundings(filling.words.quotation_marks, filling.defined_in.get(clause, ()))
    return placed(found, tuple(sheet.slots), around)


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
