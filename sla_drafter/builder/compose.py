"""The builder: an agreement that is changed step by step, each step a new builder, until a draft is built from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve

from sla_drafter.assembly.assemble import assemble
from sla_drafter.builder.draft import Draft
from sla_drafter.builder.places import placed
from sla_drafter.document.house import House
from sla_drafter.errors import ClauseFault, DraftRejected, Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.distance import nearest
from sla_drafter.lints.known_rules import known_rules
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.configuration import USUAL, Configuration
from sla_drafter.model.library import Library
from sla_drafter.readers.agreement_file import Loaded, load, loads, spell
from sla_drafter.readers.agreement_file.mistakes import headline
from sla_drafter.readers.clauses import load_library
from sla_drafter.readers.configuration import configuration_near, read_configuration
from sla_drafter.readers.house import load_house
from sla_drafter.values import frozen


@frozen(eq=False)
class Builder:
    """An agreement on its way to a draft.

    Every change gives a new builder and leaves this one as it is, so that one agreement serves many customers:
    `base.set({"parties.customer.name": "…"}).build()`. Values are written as in the agreement file.
    """

    loaded: Loaded
    library: Library
    house: House
    language: str = ""
    has_dates: bool = False
    configuration: Configuration = USUAL

    @classmethod
    def from_file(cls, path: str | Path) -> Builder:
        """The builder of an agreement file; `Unreadable` says every mistake in it at once."""
        library = load_library()
        return cls(load(Path(path), library.clauses), library, load_house())

    @classmethod
    def from_text(cls, text: str, name: str = "agreement.yaml") -> Builder:
        """The builder of an agreement written in the notation of the agreement file."""
        library = load_library()
        return cls(loads(text, name, library.clauses), library, load_house())

    @classmethod
    def from_agreement(cls, agreement: Agreement) -> Builder:
        """The builder of an agreement composed in Python, with no file at all."""
        return cls.from_text(spell(agreement, with_private=True), "the agreement")

    @property
    def agreement(self) -> Agreement:
        """What was agreed so far."""
        return self.loaded.agreement

    def set(self, facts: Mapping[str, object]) -> Builder:
        """A builder with other facts: paths with values as written in the file; all mistakes are said at once.

        A list is a list of texts or text in brackets ("[a, b]"). None takes a fact away.
        """
        return evolve(self, loaded=self.loaded.set(dict(facts)))

    def include(self, clause: str, position: str = "", **facts: str) -> Builder:
        """A builder that has this clause, in a position of its own if one is given, with the clause's own facts."""
        self._known(clause)
        given: dict[str, str | None] = {f"clauses.{clause}.{name}": facts[name] for name in facts}
        if position:
            given[f"clauses.{clause}.position"] = position
        return self.set({f"clauses.{clause}.include": "yes", f"private.left_out.{clause}": None, **given})

    def leave_out(self, clause: str, because: str) -> Builder:
        """A builder without this clause; the reason stays private and is shown at sign-off.

        What every kind of agreement requires cannot be left out: `Unreadable` says so.
        """
        self._known(clause)
        return self.set({f"clauses.{clause}.include": "no", f"private.left_out.{clause}": because})

    def replace(self, clause: str, text: str | Mapping[str, str], *, because: str) -> Builder:
        """A builder in which this clause has other words, as clauses are written; texts by language for several.

        A slot prints a fact (`{{ reports.due | duration }}`), `[](#meetings)` points to a clause. The draft records the
        deviation; the reason stays private. What every kind of agreement requires cannot be replaced.
        """
        self._known(clause)
        return self.set({f"clauses.{clause}.replace": text, f"private.deviations.{clause}": because})

    def in_language(self, language: str) -> Builder:
        """A builder that drafts in another language than the agreement's own."""
        return evolve(self, language=language)

    def with_dates(self) -> Builder:
        """A builder that adds a schedule of key dates, computed from the first day of the term."""
        return evolve(self, has_dates=True)

    def in_house(self, house: str | Path) -> Builder:
        """A builder that drafts in another house style, by name or folder."""
        return evolve(self, house=load_house(house))

    def configured(self, file: str | Path = "") -> Builder:
        """A builder whose drafts are judged as a house wants it.

        The configuration is that of a file, else of the nearest `sla-drafter.toml` in the folder of the agreement or
        above. Raises `Unreadable` with every mistake in it.
        """
        near = Path(self.loaded.name)
        found = read_configuration(Path(file), known_rules) if file else configuration_near(near, known_rules)
        return evolve(self, configuration=found)

    def strict(self) -> Builder:
        """A builder whose drafts are judged for a sign-off: its configuration lowers nothing."""
        return evolve(self, configuration=self.configuration.strict())

    def draft(self, *, on: date | None = None, layout: bool = True, words: bool = True) -> Draft:
        """The draft with all of its findings, whatever they are.

        `on` is the day on which dates are judged; without it, rules that need a day do not run. `layout=False` leaves
        out the rules that need pages, `words=False` those on wording and readability: a script that drafts one text for
        many customers judges its words once, and the facts and the structure of each draft.
        """
        try:
            assembled = assemble(
                self.agreement,
                self.library,
                self.language,
                with_dates=self.has_dates,
                numbering=self.house.numbering,
            )
        except ClauseFault as fault:
            raise self._told(fault) from fault
        return Draft.of(assembled, self.loaded, self.house, self.configuration).judged(
            on=on, layout=layout, words=words
        )

    def build(
        self, *, unfinished: bool = False, on: date | None = None, layout: bool = True, words: bool = True
    ) -> Draft:
        """The draft, refused with `DraftRejected` and every finding when there are errors.

        `unfinished=True` gives a draft with errors too, marked on every page; the others are those of `draft`.
        """
        draft = self.draft(on=on, layout=layout, words=words)
        if unfinished:
            return draft.marked_unfinished()
        errors = [finding for finding in draft.findings if finding.severity is Severity.ERROR]
        if errors:
            raise DraftRejected(f"a draft with {_count(errors)} is refused", draft.findings)
        return draft

    def _told(self, fault: ClauseFault) -> Exception:
        """A mistake in words that the agreement has in the place of a clause's is a mistake of its file."""
        if any(finding.rule.startswith("LIB-") for finding in fault.findings):
            return fault
        at = (self.loaded.place_of(one.field, one.quote) for one in fault.findings)
        on_lines = [
            evolve(one, places=(place,)) if place else one for one, place in zip(fault.findings, at, strict=True)
        ]
        found = placed(on_lines, self.loaded)
        return Unreadable(headline(str(self.loaded.name), len(found)), found)

    def _known(self, clause: str) -> None:
        if clause in self.library.clauses:
            return
        near = nearest(clause, self.library.clauses)
        mend = f"one of: {', '.join(near)}" if near else "sla-drafter clauses list"
        message = f"There is no clause {clause}."
        finding = Finding("FILE-04", "unknown_id", Severity.ERROR, message, field=f"clauses.{clause}", mend=Mend(mend))
        raise Unreadable(message, (finding,))


def _count(errors: list[Any]) -> str:
    return "1 error" if len(errors) == 1 else f"{len(errors)} errors"
