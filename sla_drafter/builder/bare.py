"""A paper on its way to files that carries no source: no fact of the agreement travels with it."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from sla_drafter.document.calendar import Calendar
from sla_drafter.document.house import House
from sla_drafter.document.nodes import Document
from sla_drafter.values import frozen


@frozen(eq=False)
class BarePaper:
    """A statement or an internal page with its house; it has no source and no key dates."""

    paper: Document
    house: House
    source: bytes = b""

    @property
    def document(self) -> Document:
        """The paper with its numbers spelled as the house spells them."""
        return evolve(self.paper, numbering=self.house.numbering)

    @property
    def pdf(self) -> bytes:
        """Its PDF, without a source."""
        from sla_drafter.writers.pdf import write

        return write(self.document, self.house, None)

    @property
    def calendar(self) -> Calendar:
        """No dates."""
        return Calendar("", self.document.language, date.min, ())
