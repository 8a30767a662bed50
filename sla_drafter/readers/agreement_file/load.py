"""Opens an agreement file: the typed agreement, and for every fact where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from functools import cached_property
from pathlib import Path, PurePath

import attrs
from attrs import evolve

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Place
from sla_drafter.language.patterns import compiled
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.library import Clause
from sla_drafter.model.paths import facts_of
from sla_drafter.readers.agreement_file.characters import UNSAFE
from sla_drafter.readers.agreement_file.given import Misgiven, given
from sla_drafter.readers.agreement_file.levels import REMOVED, Above, Level, level, opened
from sla_drafter.readers.agreement_file.mistakes import headline, refuse
from sla_drafter.readers.agreement_file.mistyped import mistyped
from sla_drafter.readers.agreement_file.nodes import Node, place_of
from sla_drafter.readers.agreement_file.patch import patch
from sla_drafter.readers.agreement_file.quoting import Bare, Written, flow
from sla_drafter.readers.agreement_file.typed import agreement_of
from sla_drafter.values import frozen

_LAST_STEP = compiled(r"(?:\.[^.\[\]]*|\[\d+\])$")


@frozen(slots=False)
class Loaded:
    """An agreement with the text it was read from, and the place of every fact.

    When values were set, `given` are those values by path, and `file` is the agreement as it stands in the file.
    """

    agreement: Agreement
    text: str = attrs.field(repr=False)
    name: PurePath
    nodes: Table[str, Node] = attrs.field(repr=False, eq=False)
    clauses: Table[str, Clause] = attrs.field(repr=False, eq=False)
    folder: Path | None = None
    file: Loaded | None = attrs.field(default=None, repr=False, eq=False)
    given: Table[str, Written | None] = attrs.field(factory=dict, repr=False, eq=False)

    @cached_property
    def places(self) -> Table[str, Place]:
        """Where each fact, each thing and each collection stands, by path."""
        return {path: place_of(node) for path, node in self.nodes.items()}

    def place_of(self, path: str, quote: str = "") -> Place | None:
        """Where a fact stands, or the nearest thing above it; with a quote, where those words stand in it.

        A value that was set stands in no file.
        """
        if self.file:
            return None if self.given_at(path) else self.file.place_of(path, quote)
        where = path.removeprefix("parent.")
        while where and where not in self.nodes:
            where = _LAST_STEP.sub("", where) if _LAST_STEP.search(where) else ""
        if not where:
            return None
        node = self.nodes[where]
        at = node.origin.text.find(quote, node.start, node.end) if quote else -1
        return node.origin.place(at, at + len(quote)) if at >= 0 else place_of(node)

    def given_at(self, path: str) -> str:
        """The value that was set at a path or for the thing it belongs to, as text; empty for what the file says."""
        here = {path, path.removeprefix("parent.")}
        for set_path, value in self.given.items():
            is_new = self.file is not None and path not in self.file.nodes
            if set_path in here or _is_inside(path, set_path) or (is_new and _is_inside(set_path, path)):
                return "nothing" if value is None else flow(value) if not isinstance(value, str) else value
        return ""

    def set(self, values: Table[str, object]) -> Loaded:
        """The same agreement with other values, given as they would be written in the file (None takes one away).

        A value is data, whatever characters it has; only a list, or a thing with keys of its own, may be given in the
        notation of brackets and braces. Raises `Unreadable` with every mistake at once.
        """
        written = self._written(values)
        changed = patch(self.text, {path: self._or_removed(path, words) for path, words in written.items()}, self.name)
        slips = [slip for path in values if (slip := mistyped(path, self.nodes, values))]
        try:
            loaded = loads(changed, self.name, self.clauses, self.folder)
        except Unreadable as refused:
            raise _about_values([*slips, *refused.findings], written, self.name) from refused
        if slips:
            raise _about_values(slips, written, self.name)
        return evolve(loaded, file=self.file or self, given={**self.given, **written})

    def _written(self, values: Table[str, object]) -> dict[str, Written | None]:
        """The values as they go into the file. Raises `Unreadable` with all that cannot."""
        written: dict[str, Written | None] = {}
        wrong = []
        for path, value in values.items():
            try:
                written[path] = given(path, value, self.clauses)
            except Misgiven as fault:
                wrong.append(fault.finding)
        if wrong:
            raise Unreadable(headline(f"{self.name} with the new values", len(wrong)), wrong)
        return written

    def _or_removed(self, path: str, words: Written | None) -> Written | None:
        """What stands only in a file above is taken away by saying so here."""
        inherited = path in self.nodes and self.nodes[path].origin.text != self.text
        return Bare(REMOVED) if words is None and inherited else words


def _is_inside(path: str, thing: str) -> bool:
    return path.startswith((f"{thing}.", f"{thing}["))


def _about_values(found: Iterable[Finding], values: Table[str, Written | None], name: PurePath) -> Unreadable:
    """The same mistakes; what is wrong with a value that was set has no place in the user's file."""
    findings = tuple(
        evolve(finding, places=(), quote=finding.quote or str(values[finding.field]))
        if finding.field in values
        else finding
        for finding in found
    )
    return Unreadable(headline(f"{name} with the new values", len(findings)), findings)


def load(path: Path | str, known_clauses: Table[str, Clause]) -> Loaded:
    """The agreement in a file. Raises `Unreadable` with every mistake of the file and of those it extends."""
    file = Path(path)
    return _loaded(opened(file, Above(file.parent)), known_clauses, file.parent)


def loads(text: str, name: PurePath | str, known_clauses: Table[str, Clause], folder: Path | None = None) -> Loaded:
    """The agreement in a text; `name` is the file that mistakes speak of, `folder` where `extends` is looked for."""
    opened_already = ((folder / PurePath(name).name).resolve(),) if folder else ()
    return _loaded(level(text, PurePath(name), Above(folder, opened_already)), known_clauses, folder)


def _loaded(found: Level, clauses: Table[str, Clause], folder: Path | None) -> Loaded:
    agreement, reading = agreement_of(found.root, clauses)
    findings = [*found.findings, *reading.findings]
    if found.above:
        parent, above_findings = _above(found.above, clauses)
        findings += above_findings
        agreement = evolve(agreement, parent=parent, removed=found.removed)
    refuse(found.origin.name, _once_each(tuple(_with_fields(findings, reading.nodes))))
    if found.above:
        agreement = evolve(agreement, inherited=_inherited(agreement, reading.nodes, found))
    return Loaded(agreement, found.origin.text, found.origin.name, reading.nodes, clauses, folder)


def _with_fields(findings: Iterable[Finding], nodes: Table[str, Node]) -> Iterator[Finding]:
    """A mistake of the notation gets the path of the fact that it stands in."""
    for finding in findings:
        if _is_about_unsafe(finding):
            continue
        place = finding.places[0] if finding.places and not finding.field else None
        holding = (path for path, node in nodes.items() if place and _holds(node, place))
        yield evolve(finding, field=max(holding, key=len, default="")) if place else finding


def _once_each(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """A value cut by a comma that is wrong in itself too is said once, with a note on the comma."""
    said = {finding.field for finding in findings if finding.name == "wrong_value"}
    commas = {finding.field: finding for finding in findings if finding.name == "comma_in_braces"}
    for finding in findings:
        comma = commas.get(finding.field)
        if comma is None or finding.field not in said:
            yield finding
        elif finding is not comma and finding.name == "wrong_value":
            note = comma.places[0].note
            yield evolve(finding, places=tuple(evolve(place, note=note) for place in finding.places))
        elif finding.name != "comma_in_braces":
            yield finding


def _is_about_unsafe(finding: Finding) -> bool:
    """Whether the marked words hold an unsafe character, which is the mistake and has been said."""
    marked = "".join(place.text[place.column - 1 : place.column - 1 + place.length] for place in finding.places)
    return finding.name != "unsafe_character" and UNSAFE.search(marked) is not None


def _holds(node: Node, place: Place) -> bool:
    """Whether a place lies inside a node that stands on one line."""
    own = place_of(node)
    inside = own.column <= place.column < own.column + own.length
    return (own.file, own.line) == (place.file, place.line) and inside


def _above(found: Level, clauses: Table[str, Clause]) -> tuple[Agreement, list[Finding]]:
    agreement, reading = agreement_of(found.root, clauses)
    if not found.above:
        return agreement, reading.findings
    parent, findings = _above(found.above, clauses)
    agreement = evolve(agreement, parent=parent, removed=found.removed)
    agreement = evolve(agreement, inherited=_inherited(agreement, reading.nodes, found))
    return agreement, [*reading.findings, *findings]


def _inherited(agreement: Agreement, nodes: Table[str, Node], found: Level) -> frozenset[str]:
    """The paths of the facts that stand in a file above."""
    return frozenset(
        fact.path for fact in facts_of(agreement) if fact.path in nodes and nodes[fact.path].origin is not found.origin
    )
