"""The draft that a file should be: from the agreement or the facts it carries, in its language and house, made once."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve, field

from sla_drafter.builder.compose import Builder
from sla_drafter.builder.draft import Draft
from sla_drafter.builder.opened import Asked, ReadFile
from sla_drafter.readers.carried_house import CarriedHouse
from sla_drafter.readers.house import house_names
from sla_drafter.values import define

_Wanted = tuple[str, str, bool, bool, CarriedHouse | None]


class Looks(enum.Enum):
    """What is known of the house in which a file was drafted.

    KNOWN: it was named, or the file names one that is here. UNTOLD: nobody says it, the plain one is taken. ELSEWHERE:
    it is a house of somebody's own, of which the file tells how it counts.
    """

    KNOWN = "known"
    UNTOLD = "untold"
    ELSEWHERE = "elsewhere"


@define(eq=False)
class Drafts:
    """The drafts that files are held against."""

    asked: Asked
    _made: dict[_Wanted, Draft] = field(factory=dict)

    def of(self, file: ReadFile, source: ReadFile) -> Draft:
        """The draft that a file should be: of the agreement, or of the facts that it or another file carries."""
        carried = file.carried or source.carried
        envelope: Mapping[str, object] = carried.envelope if carried else {}
        text = carried.agreement if carried and self.asked.against is None else ""
        language = self.asked.language or (carried.language if carried else "")
        unfinished = bool(envelope.get("unfinished")) or file.is_unfinished
        house = carried.house if carried else None
        wanted = (text, language, bool(envelope.get("with_dates")), unfinished, house)
        if wanted not in self._made:
            self._made[wanted] = self._draft(*wanted, file.path)
        return self._made[wanted]

    def looks_of(self, file: ReadFile, source: ReadFile) -> Looks:
        """Whether the looks of a file are known."""
        carried = file.carried or source.carried
        told = carried.house if carried else None
        if self.asked.house is not None or (told is not None and told.name in house_names()):
            return Looks.KNOWN
        return Looks.UNTOLD if told is None else Looks.ELSEWHERE

    def _draft(
        self, text: str, language: str, with_dates: bool, unfinished: bool, house: CarriedHouse | None, path: Path
    ) -> Draft:
        builder = (
            Builder.from_text(text, f"the facts of {path}")
            if self.asked.against is None
            else Builder.from_file(self.asked.against)
        )
        builder = builder.in_language(language) if language else builder
        builder = builder.with_dates() if with_dates else builder
        draft = self._housed(builder, house).draft(on=self.asked.on, layout=False)
        return draft.marked_unfinished() if unfinished else draft

    def _housed(self, builder: Builder, told: CarriedHouse | None) -> Builder:
        """The builder in the house that was asked for, or that the file tells of; of one's own, as it counts."""
        if self.asked.house:
            return builder.in_house(self.asked.house)
        if told is None:
            return builder
        if told.name in house_names():
            return builder.in_house(told.name)
        return evolve(builder, house=evolve(builder.house, numbering=told.numbering))
