"""What a measurement window came to: the value of a metric, the time that was excused and why, and the evidence.

A value is a share from 0 to 1, or None: nothing was measured, and nothing is made up. Every row that was read for a
metric stands in its evidence with what was made of it, so that nothing is left out silently.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from operator import eq
from typing import Any, Generic, NamedTuple, TypeVar, overload

from sla_drafter.attainment.instants import LENGTHS
from sla_drafter.attainment.refusal import WHOLE, Impossible
from sla_drafter.attainment.spans import Spans, length
from sla_drafter.attainment.windows import Period
from sla_drafter.model.measured import Evidence, Evidenced, Span
from sla_drafter.model.record import ALL_USED, LeftOut
from sla_drafter.model.scalars import Duration, Percent, Quantity, Target
from sla_drafter.values import frozen

# Compliance with the times of a severity is a metric too; its id is the path of the severity.
SEVERITIES = "severities"
# So is compliance with the deadline of a type of inquiry.
INQUIRIES = "inquiries"


class Made(enum.Enum):
    """What was made of a row: it counted, it excused time or was excused, in full, in part or not at all."""

    COUNTED = "counted"
    EXCUSED = "excused"
    PARTLY_EXCUSED = "partly_excused"
    REFUSED = "refused"
    IN_TIME = "in_time"
    LATE = "late"
    NOT_USED = "not_used"


class Proof(NamedTuple):
    """One row of the measurements: where it stands, of which kind, when, what was made of it, and by which reason.

    `kind` is `outage`, `maintenance`, `case`, `requests` or `observation`; `about` the incident or the number of the
    case; `reason` the id of what excuses or of why it does not. A plain tuple, as there may be a million of them.
    """

    evidence: Evidence
    kind: str
    span: Span
    made: Made
    reason: str = ""
    about: str = ""


T = TypeVar("T")


@frozen(eq=False)
class Proofs(Sequence[Proof], Generic[T]):
    """The evidence of many rows, each made when it is asked for, as of most months nobody asks; and some made already.

    `facts` are the rows as they were read.
    """

    facts: Evidenced[Any]
    rows: Sequence[T]
    prove: Callable[[T], Proof]
    more: Sequence[Proof] = ()

    @property
    def places(self) -> Iterator[Evidence]:
        """Where each row was read."""
        return chain(self.facts.evidence, (proof.evidence for proof in self.more))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # it equals a tuple, and has not its hash

    def __len__(self) -> int:
        return len(self.rows) + len(self.more)

    @overload
    def __getitem__(self, place: int) -> Proof: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Proof]: ...
    def __getitem__(self, place: int | slice) -> Proof | Sequence[Proof]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(len(self))[place])
        at = range(len(self))[place] - len(self.rows)
        return self.more[at] if at >= 0 else self.prove(self.rows[at])

    def __iter__(self) -> Iterator[Proof]:
        return chain(map(self.prove, self.rows), self.more)


@frozen
class Excused:
    """Time that was excused for one reason: `maintenance.planned`, or the path of another fact that excuses."""

    reason: str
    spans: Spans

    @property
    def length(self) -> int:
        """How long it is, in microseconds."""
        return length(self.spans)


@frozen
class Found:
    """What the rows of a window say about a metric: a share, or None where they say nothing.

    Of time (`is_time`), `measured` and `down` are microseconds; else they are all events and those that failed.
    `met` is given where another rule than the target decides (a few late cases that are forgiven).
    """

    value: Fraction | None
    measured: Fraction = Fraction(0)
    down: Fraction = Fraction(0)
    runs: Spans = ()
    excused: tuple[Excused, ...] = ()
    evidence: Sequence[Proof] = ()
    incidents: frozenset[str] = frozenset()
    met: bool | None = None
    is_time: bool = False


@frozen
class Attained:
    """The value of one metric in one measurement window, as the contract reports it, and whether it meets its target.

    `value` is a share from 0 to 1; `judged` is the same, rounded if the contract says so. A window that ends after
    the period is not `complete`: nothing is due yet. `by_rule` is the rule for time without data, where it decided.
    With rows `left_out` for a mistake, `met` is None, and `value` is that of the rows that could be used.
    """

    metric: str
    service: str
    window: Period
    target: Target | None
    found: Found
    value: Fraction | None
    judged: Fraction | None
    met: bool | None
    complete: bool = True
    by_rule: str = ""
    left_out: LeftOut = ALL_USED
    minimum: Target | None = None

    @property
    def open(self) -> bool:
        """Whether rows that it reads could not be used, so that nobody can say yet whether its target was met."""
        return any(self.left_out)

    @property
    def percent(self) -> Fraction | None:
        """The value in per cent; of a target that is no percentage, the value in the unit of its target."""
        if self.value is None:
            return None
        return self.value * WHOLE if self.is_share else self.value

    @property
    def is_share(self) -> bool:
        """Whether the value is a share of one, as it is unless the target is a length of time or a number."""
        return self.target is None or isinstance(self.target.value, Percent)

    @property
    def forgiven(self) -> bool:
        """Whether the target counts as met although the value is below it: few cases are late."""
        return bool(self.found.met) and self.below and not self.open

    @property
    def below(self) -> bool:
        """Whether the value, as it is judged, is on the wrong side of the target."""
        return self.judged is not None and self.target is not None and not meets(self.judged, self.target)

    @property
    def missed(self) -> bool:
        """Whether the window is over and its target was not met."""
        return self.complete and self.met is False

    @property
    def credited(self) -> bool:
        """Whether a credit is due: of two levels the minimum was missed, else the target."""
        if self.minimum is None or self.judged is None or not self.missed:
            return self.missed
        return not meets(self.judged, self.minimum)


def border_of(target: Target) -> Fraction:
    """The border of a target in the unit of its values: a share of one, microseconds, or a number of things."""
    match target.value:
        case Percent(value=border):
            return Fraction(border) / WHOLE
        case Quantity(amount=amount):
            return Fraction(amount)
        case Duration(amount=amount, unit=unit):
            if unit not in LENGTHS:
                raise Impossible("The target of a length of time", f"{amount} {unit.value}", "It needs no calendar.")
            return Fraction(amount) * LENGTHS[unit]


def meets(value: Fraction, target: Target) -> bool:
    """Whether a value meets its target; a value equal to the target meets it."""
    border = border_of(target)
    return value >= border if target.comparator.id == "at_least" else value <= border
