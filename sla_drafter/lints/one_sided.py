"""A clause that stands in the words of one side, and how far somebody chose that."""

from __future__ import annotations

from attrs import frozen

from sla_drafter.findings import Severity
from sla_drafter.lints.context import Context


@frozen
class OneSided:
    """Where the side was chosen: for the clause alone, which is worth a warning, or for the whole agreement."""

    clause: str
    is_whole: bool

    @property
    def field(self) -> str:
        """The path of the choice."""
        return "position" if self.is_whole else f"clauses.{self.clause}.position"

    @property
    def severity(self) -> Severity:
        """Who drafts for one side throughout knows it; a single clause of its words may be there by chance."""
        return Severity.INFO if self.is_whole else Severity.WARNING

    @property
    def mend(self) -> str:
        """What gives the words that hold the balance."""
        return f"clauses: {{{self.clause}: {{position: balanced}}}}"


def one_sided(context: Context, clause: str, side: str) -> OneSided | None:
    """A chosen clause of the library in the words of a side; None where the paper has others."""
    words = any(one.id == clause and one.text.position == side and not one.is_replaced for one in context.draft.clauses)
    position = context.agreement.position
    return OneSided(clause, position is not None and position.id == side) if words else None
