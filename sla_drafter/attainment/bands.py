"""Credit bands as intervals of exact numbers: gaps, overlaps, falls, the start, the reach, the cap.

A band holds the values from its lower to its upper border; a missing lower border is the worst value there is, a
missing upper border the best. When values are reported in steps (a quantum), only multiples of the step are judged:
"98.0 to 98.9, 99.0 to 99.9" has a gap at 98.95, and none when values are reported to one place. Each answer carries a
witness, a value that shows the fault. Values are percentages from 0 to 100. Where a higher value is worse, everything
is turned round once and turned back in the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise
from math import ceil, floor

from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.scalars import Percent
from sla_drafter.values import frozen

LOWEST, HIGHEST = Fraction(0), Fraction(100)


@frozen
class Zone:
    """An interval of values; each border belongs to it or not."""

    low: Fraction
    low_included: bool
    high: Fraction
    high_included: bool

    def holds(self, value: Fraction) -> bool:
        """Whether a value lies in the zone."""
        above = self.low < value or (self.low_included and self.low == value)
        below = value < self.high or (self.high_included and self.high == value)
        return above and below

    def witness(self, quantum: Fraction | None = None) -> Fraction | None:
        """A short value from the middle of the zone, a multiple of the quantum if there is one; None if it is empty."""
        if quantum:
            return self._multiple(quantum)
        if not (self.low < self.high or (self.low == self.high and self.low_included and self.high_included)):
            return None
        middle = (self.low + self.high) / 2
        places = 1
        while not self.holds(short := Fraction(round(middle * places), places)):
            places *= 10
        return short

    def _multiple(self, quantum: Fraction) -> Fraction | None:
        first, last = ceil(self.low / quantum), floor(self.high / quantum)
        first += first * quantum == self.low and not self.low_included
        last -= last * quantum == self.high and not self.high_included
        middle = round((self.low + self.high) / 2 / quantum)
        return min(max(middle, first), last) * quantum if first <= last else None

    def meets(self, other: Zone) -> Zone:
        """What two zones have in common; it may be empty."""
        low = max((self.low, not self.low_included), (other.low, not other.low_included))
        high = min((self.high, self.high_included), (other.high, other.high_included))
        return Zone(low[0], not low[1], high[0], high[1])

    def turned(self) -> Zone:
        """The same zone where a higher value is worse."""
        return Zone(HIGHEST - self.high, self.high_included, HIGHEST - self.low, self.low_included)


@frozen
class Fault:
    """A zone in which a ladder is wrong, a value in it that shows it, and the bands it concerns, the better first."""

    zone: Zone
    witness: Fraction
    bands: tuple[Band, ...] = ()


@frozen
class Steps:
    """A ladder made ready for judging: the zone of each band that is not empty, the best first."""

    zones: tuple[tuple[Zone, Band], ...]
    quantum: Fraction | None
    higher_is_better: bool

    def fault(self, zone: Zone, *bands: Band) -> Fault | None:
        """The fault that lies in a zone, or None when no value that can be reported lies in it."""
        witness = zone.witness(self.quantum)
        if witness is None:
            return None
        if self.higher_is_better:
            return Fault(zone, witness, bands)
        return Fault(zone.turned(), HIGHEST - witness, bands)

    def value(self, percent: Percent) -> Fraction:
        """A percentage as a number that grows with the quality of the service."""
        value = Fraction(percent.value)
        return value if self.higher_is_better else HIGHEST - value


def zone_of(band: Band) -> Zone:
    """The values that a band holds, whichever way is better."""
    low = Fraction(band.from_.value) if band.from_ else LOWEST
    high = Fraction(band.to.value) if band.to else HIGHEST
    return Zone(low, band.from_included or band.from_ is None, high, band.to_included or band.to is None)


def steps(ladder: Ladder, *, higher_is_better: bool = True) -> Steps:
    """A ladder made ready for judging."""
    quantum = Fraction(ladder.quantum.value) if ladder.quantum else None
    zones = [(zone_of(band) if higher_is_better else zone_of(band).turned(), band) for band in ladder.bands]
    held = [(zone, band) for zone, band in zones if zone.witness(quantum) is not None]
    held.sort(key=lambda pair: (pair[0].high, pair[0].high_included, pair[0].low, not pair[0].low_included))
    return Steps(tuple(reversed(held)), quantum, higher_is_better)


def empty(ladder: Ladder) -> tuple[Band, ...]:
    """The bands that hold no value, for instance because their borders are the wrong way round."""
    quantum = Fraction(ladder.quantum.value) if ladder.quantum else None
    return tuple(band for band in ladder.bands if zone_of(band).witness(quantum) is None)


def bands_at(ladder: Ladder, value: Fraction) -> tuple[Band, ...]:
    """The bands that a value falls in: one in a sound ladder, none where nothing is owed."""
    return tuple(band for band in ladder.bands if zone_of(band).holds(value))


def gaps(ladder: Ladder, *, higher_is_better: bool = True) -> tuple[Fault, ...]:
    """The zones between the best and the worst band that no band holds."""
    judged = steps(ladder, higher_is_better=higher_is_better)
    return tuple(_gaps(judged))


def _gaps(judged: Steps) -> Iterator[Fault]:
    if not judged.zones:
        return
    lowest, above = judged.zones[0]
    for zone, band in judged.zones[1:]:
        hole = Zone(zone.high, not zone.high_included, lowest.low, not lowest.low_included)
        if fault := judged.fault(hole, above, band):
            yield fault
        if (zone.low, not zone.low_included) < (lowest.low, not lowest.low_included):
            lowest, above = zone, band


def overlaps(ladder: Ladder, *, higher_is_better: bool = True) -> tuple[Fault, ...]:
    """The zones that two bands hold at once."""
    judged = steps(ladder, higher_is_better=higher_is_better)
    pairs = (
        judged.fault(one.meets(other), band, worse) for (one, band), (other, worse) in combinations(judged.zones, 2)
    )
    return tuple(fault for fault in pairs if fault)


def falls(ladder: Ladder, *, higher_is_better: bool = True) -> tuple[Fault, ...]:
    """Where worse service costs less: neighbours of which the worse one has the lower credit; its zone is the place."""
    judged = steps(ladder, higher_is_better=higher_is_better)
    found = (
        judged.fault(zone, better, worse)
        for (_, better), (zone, worse) in pairwise(judged.zones)
        if better.credit and worse.credit and worse.credit.value < better.credit.value
    )
    return tuple(fault for fault in found if fault)


def free_zone(ladder: Ladder, target: Percent, *, higher_is_better: bool = True) -> Fault | None:
    """The zone below the target, and above the first band, in which a miss earns nothing."""
    judged = steps(ladder, higher_is_better=higher_is_better)
    if not judged.zones:
        return None
    zone, band = judged.zones[0]
    return judged.fault(Zone(zone.high, not zone.high_included, judged.value(target), False), band)


def paid_zone(ladder: Ladder, target: Percent, *, higher_is_better: bool = True) -> Fault | None:
    """The zone from the target upwards in which a promise that was kept earns a credit."""
    judged = steps(ladder, higher_is_better=higher_is_better)
    if not judged.zones:
        return None
    zone, band = judged.zones[0]
    return judged.fault(zone.meets(Zone(judged.value(target), True, HIGHEST, True)), band)


def unreached(ladder: Ladder, *, higher_is_better: bool = True) -> Fault | None:
    """The zone below the last band, down to a service that does not work at all."""
    judged = steps(ladder, higher_is_better=higher_is_better)
    if not judged.zones:
        return None
    zone, band = min(judged.zones, key=lambda pair: (pair[0].low, not pair[0].low_included))
    return judged.fault(Zone(LOWEST, True, zone.low, not zone.low_included), band)


def above(ladder: Ladder, limit: Percent) -> tuple[Fault, ...]:
    """The bands whose credit is above a limit: a cap, or the whole fee."""
    high = [(zone_of(band), band) for band in ladder.bands if band.credit and band.credit.value > limit.value]
    quantum = Fraction(ladder.quantum.value) if ladder.quantum else None
    return tuple(Fault(zone, zone.witness(quantum) or zone.low, (band,)) for zone, band in high)
