"""A draft as data: an agreement, the clauses chosen for it, and the paper that they make."""

from __future__ import annotations

from attrs import frozen

from sla_drafter.assembly.defaults import Unsaid
from sla_drafter.document.nodes import Document
from sla_drafter.findings import Finding
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.library import Clause, Library, Outline


@frozen
class ChosenClause:
    """A clause that was chosen: which one, in which position, why, and the fingerprint of its text in the library."""

    clause: Clause
    position: str
    because: str
    fingerprint: str

    @property
    def id(self) -> str:
        """Id of the clause."""
        return self.clause.id


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

    @property
    def clause_ids(self) -> frozenset[str]:
        """Ids of the chosen clauses."""
        return frozenset(chosen.id for chosen in self.clauses)
