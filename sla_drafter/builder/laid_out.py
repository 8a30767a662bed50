"""A paper that is laid out once: the same layout counts its pages and is its PDF."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Document
from sla_drafter.document.pages import Pages


class LaidOut:
    """What a draft and its brochure have in common: a paper, its house, the source that its files carry."""

    if TYPE_CHECKING:

        @property
        def document(self) -> Document: ...
        @property
        def house(self) -> House: ...
        @property
        def source(self) -> bytes: ...

    @cached_property
    def _layout(self) -> tuple[bytes, Pages]:
        return self._laid_out(self.house)

    def _laid_out(self, house: House) -> tuple[bytes, Pages]:
        from sla_drafter.writers.pdf import layout

        laid_out = layout(self.document, house, self.source)
        return laid_out.data, laid_out.pages

    @property
    def pages(self) -> Pages:
        """The pages of the body, the schedules and the rest, as laid out."""
        return self._layout[1]

    @property
    def pdf(self) -> bytes:
        """The PDF of the same layout."""
        return self._layout[0]
