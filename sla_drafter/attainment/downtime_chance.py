"""The chance that all downtime of a window stays below a limit, from the number and the lengths of past outages.

Outages come as a Poisson number, each as long as one of the record (Panjer's recursion, no simulation). Lengths are
whole seconds. Where a limit has more than 2,000 of them it is counted in longer steps, and a length between two steps
is shared between them so that its mean is kept (the method of Gerber).
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from sla_drafter.attainment.feasibility import Miss
from sla_drafter.attainment.past import Past
from sla_drafter.attainment.probability import complement, compound_at_most
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.values import frozen

STEPS = 2_000


@frozen
class Downtime:
    """All downtime of a window: its measured seconds, how many outages are expected, how often each length was seen."""

    measured: int
    rate: Fraction
    lengths: Counter[int]

    def room(self, value: Fraction) -> Fraction:
        """The seconds of downtime at which the availability is exactly a value, in per cent."""
        return self.measured * (WHOLE - value) / WHOLE

    def at_most(self, seconds: Fraction, *, belongs: bool = True) -> Decimal:
        """The chance of no more downtime than that; of less, where the limit itself does not belong."""
        step = max(1, ceil(seconds / STEPS))
        most = floor(seconds / step) if belongs else ceil(seconds / step) - 1
        if most < 0:
            return Decimal(0)
        weights = self._in_steps(step)
        counted = sum(weights.values(), Fraction(0))
        if not counted:
            return Decimal(1)
        shares = {steps: weight / counted for steps, weight in weights.items()}
        return compound_at_most(most, self.rate * counted / self.lengths.total(), shares)

    def _in_steps(self, step: int) -> dict[int, Fraction]:
        """How often each number of steps above none is expected among the lengths."""
        weights: dict[int, Fraction] = {}
        for length, times in self.lengths.items():
            whole, rest = divmod(length, step)
            for steps, share in ((whole, Fraction(step - rest, step)), (whole + 1, Fraction(rest, step))):
                if steps and share:
                    weights[steps] = weights.get(steps, Fraction(0)) + times * share
        return weights


def downtime_of(past: Past) -> Downtime | None:
    """The downtime that a record lets expect; None where nothing was down, or where no time was measured."""
    lengths = Counter(seconds for one in past.windows for seconds in one.outages)
    if not lengths or not past.higher_is_better:
        return None
    known = len(past.windows)
    measured = sum(one.seconds for one in past.windows) // known
    return Downtime(measured, Fraction(lengths.total(), known), lengths)


def miss_of_outages(past: Past) -> Miss | None:
    """The chance that the outages of a window exceed the allowed downtime; so many of the shortest do not."""
    downtime = downtime_of(past)
    if downtime is None:
        return None
    room = downtime.room(past.border)
    return Miss(floor(room / min(downtime.lengths)), complement(downtime.at_most(room)))
