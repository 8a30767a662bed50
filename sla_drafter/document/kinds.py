"""The closed lists of paper (kinds of sections and of stories) and the contents of figures."""

from __future__ import annotations

import enum

from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen


class SectionKind(enum.Enum):
    """What a section is on paper: a section of the body (1), a clause (1.1), a schedule, or a part of a schedule."""

    SECTION = "section"
    CLAUSE = "clause"
    SCHEDULE = "schedule"
    PART = "part"


class StoryKind(enum.Enum):
    """Which stream of text a story is: what a draft has, and what a foreign file may have on top."""

    BODY = "body"
    SIGNATURES = "signatures"
    SCHEDULES = "schedules"
    HEADER = "header"
    FOOTER = "footer"
    NOTES = "notes"
    TEXT_BOX = "text_box"


@frozen
class Chart:
    """The data of a chart: one label and one exact value per point, and the unit of the values.

    `target` is a value at which a line is drawn, with the words that stand at it; empty for a chart without one.
    """

    labels: tuple[str, ...]
    values: tuple[str, ...]
    unit: str
    target: str = ""
    target_words: str = ""


@frozen
class Image:
    """A picture: its bytes and its media type (image/png)."""

    data: bytes
    media_type: str


@frozen
class Numbering:
    """How numbers are spelled, each by an example: a section "1" or "1.", the items of a clause "(a)", "(i)", "(A)".

    The example of an item is one of a, A, i, I and 1, with signs around it. References leave out a closing point.
    """

    section: str = "1"
    items: tuple[str, str, str] = ("(a)", "(i)", "(i)")

    def __attrs_post_init__(self) -> None:
        if self.section not in {"1", "1."} or not all(ITEM.fullmatch(item) for item in self.items):
            raise ValueError(f"{self.section!r} and {self.items} are no examples of numbers")


ITEM = compiled(r"[(\[]?[aAiI1][)\].]?")
USUAL = Numbering()
"""1, 1.1, (a), (i)."""
