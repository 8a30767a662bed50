"""The nouns of the customer's page: what was promised and attained month by month, and a sum that can be checked.

Words are already spelled in the language of the page. What the calculator counts with is whole numbers only.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping

from attrs import field

from sla_drafter.document.nodes import Block, Document
from sla_drafter.values import frozen


class State(enum.Enum):
    """Whether a target was met, for the look of a result; the result itself is always said in words."""

    MET = "met"
    MISSED = "missed"
    OPEN = "open"


@frozen
class Result:
    """What one service level came to in a month: the value, the result in words, the credit, and a remark."""

    state: State
    value: str
    words: str
    credit: str = ""
    note: str = ""


@frozen
class Level:
    """One service level: its name, the service it belongs to, its target and its window in words."""

    name: str
    service: str
    target: str
    window: str


@frozen
class Download:
    """A file beside the pages: its name, what is in it, and the format in short."""

    file: str
    words: str
    format: str


@frozen
class Month:
    """One period with its statement: `id` is 2027-03; `results` stand in the order of the levels of the site."""

    id: str
    name: str
    results: tuple[Result, ...]
    credit: str
    claim_by: str
    paper: Document
    lead: tuple[Block, ...] = ()
    notice: str = ""
    downloads: tuple[Download, ...] = ()


@frozen
class Rung:
    """A credit band in whole units of a part of a per cent; None is the end of the scale."""

    words: str
    low: int | None
    low_included: bool
    high: int | None
    high_included: bool
    credit: int


@frozen
class Limit:
    """The most that a credit comes to, in parts of the currency, and the name of the rule."""

    words: str
    most: int


@frozen
class Start:
    """Figures that the form may start from: all that was measured, and what failed of it, as they are typed."""

    words: str
    whole: str
    part: str


@frozen
class Calculator:
    """The credit of one service level as whole numbers.

    A per cent has `units` units: the target, the rungs, the step of reported values and the credits are numbers of
    them. The currency has `parts` parts: the fee and the limits are numbers of those. `digits` are the decimals of the
    currency, to which the sum is rounded once.
    """

    is_time: bool
    units: int
    at_least: bool
    target: int
    quantum: int | None
    rungs: tuple[Rung, ...]
    parts: int
    fee: int
    limits: tuple[Limit, ...]
    digits: int
    rounding: str
    starts: tuple[Start, ...] = ()
    words: Mapping[str, str] = field(factory=dict, hash=False)


@frozen
class Ladder:
    """The credits of one service level as a table, and as a sum where the page can work it out."""

    name: str
    of: str
    rows: tuple[tuple[str, str], ...]
    calculator: Calculator | None = None


@frozen
class Site:
    """Everything that the pages show; `months` begins with the latest, `words` are the fixed words by their keys."""

    language: str
    title: str
    agreement: str
    facts: tuple[tuple[str, str], ...]
    levels: tuple[Level, ...]
    months: tuple[Month, ...]
    ladders: tuple[Ladder, ...] = ()
    trend: tuple[Block, ...] = ()
    words: Mapping[str, str] = field(factory=dict, hash=False)
