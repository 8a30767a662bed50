"""An example of a clause: facts of an agreement on which it has to fill without a blank."""

from __future__ import annotations

from sla_drafter.model.agreement import Agreement
from sla_drafter.values import frozen


@frozen
class Example:
    """One example beside a clause: its sentence, the facts, the clauses that stand beside it, what it has to say.

    `where` is its file. `language` and `position` are empty for every one that the clause has.
    """

    clause: str
    title: str
    agreement: Agreement
    where: str
    chosen: tuple[str, ...] = ()
    language: str = ""
    position: str = ""
    says: str = ""
