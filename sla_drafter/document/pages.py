"""How many pages a paper has and on which page a clause begins, once it has been laid out."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field

from sla_drafter.values import frozen


@frozen
class Pages:
    """The pages of a laid out paper, each counted once.

    `body` are the pages that carry text from the first section on, `front` those before it (cover and contents),
    `signatures` those that carry signatures and no body text, `schedules` the rest. `page_of` gives for the id of each
    section, clause, schedule and part the page on which it begins, counted from 1.
    """

    front: int
    body: int
    signatures: int
    schedules: int
    page_of: Mapping[str, int] = field(hash=False)

    @property
    def total(self) -> int:
        """All pages of the file."""
        return self.front + self.body + self.signatures + self.schedules
