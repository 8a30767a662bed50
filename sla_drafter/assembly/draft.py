"""A draft as data: an agreement, the clauses chosen for it, and the paper that they make."""

from __future__ import annotations

from functools import cached_property, lru_cache

from sla_drafter.assembly.defaults import Unsaid
from sla_drafter.document.fingerprint import fingerprint_of_lines
from sla_drafter.document.nodes import Document
from sla_drafter.findings import Finding
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.library import REPLACED, Clause, ClauseText, Library, Outline
from sla_drafter.model.paths import Fact, facts_of
from sla_drafter.values import frozen


@lru_cache(maxsize=1024)
def _fingerprint(source: str) -> str:
    """The fingerprint of a text; most drafts of one process have the same texts."""
    return fingerprint_of_lines([source])


@frozen
class ChosenClause:
    """A clause that was chosen: which one, why, and its text as its author wrote it."""

    clause: Clause
    because: str
    text: ClauseText

    @property
    def id(self) -> str:
        """Id of the clause."""
        return self.clause.id

    @property
    def position(self) -> str:
        """The position of its text; `replaced` for words of the agreement's own."""
        return self.text.position

    @property
    def fingerprint(self) -> str:
        """The fingerprint of its text."""
        return _fingerprint(self.text.source)

    @property
    def told(self) -> dict[str, str]:
        """What files and sheets tell of it: id, version, position, fingerprint."""
        return {
            "id": self.id,
            "version": self.clause.version,
            "position": self.position,
            "fingerprint": self.fingerprint,
        }

    @property
    def is_replaced(self) -> bool:
        """Whether the agreement has words of its own for the clause."""
        return self.text.position == REPLACED

    @property
    def is_changed(self) -> bool:
        """Whether its words are others than those that its version in the library stands for."""
        known = self.clause.fingerprints
        same = any(value.endswith(self.fingerprint) for value in known.values())
        return self.is_replaced or (bool(known) and not same)


@frozen
class Draft:
    """An agreement, the clauses chosen, the library and outline they come from, and the document.

    The agreement is the one that the paper says: with `defaults`, the facts that the library supplied where nothing was
    stated. `offered` are defaults that it did not supply, because risk shifts with them.
    `left_out` are the clauses that were chosen by kind or facts and that the agreement leaves out or the master
    agreement settles, with the reason. `faults` are findings that only assembly can see (a reference to a clause that
    was not chosen); lints report them. `has_dates` says that the paper has a schedule of key dates.
    """

    agreement: Agreement
    library: Library
    outline: Outline
    clauses: tuple[ChosenClause, ...]
    document: Document
    left_out: tuple[tuple[str, str], ...] = ()
    faults: tuple[Finding, ...] = ()
    has_dates: bool = False
    defaults: tuple[Unsaid, ...] = ()
    offered: tuple[Unsaid, ...] = ()

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact that the agreement has, in the order of the model."""
        return tuple(facts_of(self.agreement))

    @property
    def deviations(self) -> tuple[tuple[str, str], ...]:
        """The clauses that have words of the agreement's own, each with its private reason if one is given."""
        private = self.agreement.private
        reasons = {one.id: one.because or "" for one in private.deviations} if private else {}
        return tuple((one.id, reasons.get(one.id, "")) for one in self.clauses if one.is_replaced)

    @cached_property
    def clause_ids(self) -> frozenset[str]:
        """Ids of the chosen clauses."""
        return frozenset(chosen.id for chosen in self.clauses)
