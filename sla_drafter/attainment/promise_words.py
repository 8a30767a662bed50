"""What can be promised, in the words of a language: sentences and table cells from the statements and their figures.

A chance is rounded half up to one decimal, or to its two first digits where it is smaller; a value is cut, so that a
missed target never looks like one that was met.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sla_drafter.attainment.expected import ExpectedCredits
from sla_drafter.attainment.feasibility import chance_next_met, three_over
from sla_drafter.attainment.honest import Assumption, Breaker, RecordStatement, UnseenStatement
from sla_drafter.attainment.promise import Asked, Promise
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.rounding import rounded
from sla_drafter.attainment.spoken import Spoken
from sla_drafter.attainment.upstream import Ceiling
from sla_drafter.language import formats
from sla_drafter.language.typography import parted
from sla_drafter.model.scalars import Money
from sla_drafter.values import frozen

_SMALLEST = 6


@frozen
class Told:
    """The words of one promise."""

    spoken: Spoken
    promise: Promise
    asked: Asked

    # --- names and figures

    @property
    def name(self) -> str:
        """What the metric is called."""
        return self.spoken.name(self.promise.metric)

    @property
    def target(self) -> str:
        """The target as the agreement prints it: at least 99.9%."""
        return self.level(self.promise.past.quality(self.promise.past.border))

    @property
    def heading(self) -> str:
        """The metric with its target: "Availability: at least 99.9% in one calendar month"."""
        return self._message("promise_level", name=self.name, target=self.target, window=self.windows(1))

    def level(self, quality: Fraction) -> str:
        """A target on offer: at least 99.9%."""
        past = self.promise.past
        comparator = self.spoken.words.noun("comparator", past.target.comparator.id)
        return f"{comparator} {self.share(past.quality(quality))}"

    def share(self, percent: Fraction) -> str:
        """A number of per cent, cut and never rounded up."""
        return formats.cut_percent(percent, self.spoken.language)

    def chance(self, chance: Fraction | Decimal) -> str:
        """A chance in per cent: 57.8%, 0.042%."""
        return chance_words(Fraction(chance), self.spoken.language)

    def windows(self, count: int) -> str:
        """The windows of the metric in their number: 36 calendar months."""
        window = self.promise.past.window
        if window.length is None:
            return self.spoken.words.noun("window", window.kind.id, count)
        unit = window.length.unit.value.replace(" ", "_")
        length = formats.duration(window.length.amount, unit, self.spoken.language)
        return self.spoken.words.noun("window", window.kind.id, count, length=length)

    @property
    def met(self) -> str:
        """In how many windows the target was met: 34 of 36."""
        past = self.promise.past
        if not past.windows:
            return self._message("not_measured")
        return self._message("of_whole", part=past.met, whole=len(past.windows))

    @property
    def strictest(self) -> str:
        """The strictest target on offer that is within the appetite."""
        if self.promise.open:
            return self._message("open")
        strictest = self.promise.strictest(self.asked.appetite)
        return self._message("none") if strictest is None else self.level(strictest)

    def offers(self) -> Iterator[tuple[str, str, str, str]]:
        """Each target on offer: how often it was met, the chance of a miss, whether that is accepted."""
        for offer in self.promise.safe.offers if self.promise.safe else ():
            met = self._message("of_whole", part=offer.met, whole=len(self.promise.past.windows))
            accepted = "yes" if self.promise.accepts(offer, self.asked.appetite) else "no"
            within = self._message("open" if self.promise.open else accepted)
            yield self.level(offer.target), met, self.chance(offer.chance_to_miss), within

    # --- sentences

    def paragraphs(self) -> Iterator[str]:
        """What the record says, what can be promised, and what it is expected to cost; empty ones are left out."""
        ceiling, expected = self.promise.ceiling, self.promise.expected
        if self.promise.open:
            yield self._message("promise_open", what=self.spoken.left_out(self.promise.left_out))
        record = (*self._of_record(), *self._of_models())
        allowed = (*(self._of_ceiling(ceiling) if ceiling else ()), *self._of_offers())
        cost = tuple(self._of_credits(expected)) if expected else ()
        yield from (" ".join(said) for said in (record, allowed, cost) if said)

    def _of_record(self) -> Iterator[str]:
        if not self.promise.statements:
            yield self._message("promise_no_record")
        for said in self.promise.statements:
            match said:
                case RecordStatement(met=met, periods=periods):
                    windows, chance = self.windows(periods), self.chance(1 - chance_next_met(met, periods))
                    yield self._message("promise_record", met=met, periods=periods, windows=windows, chance=chance)
                    if said.following > 1:
                        in_year = self.chance(said.chance_of_a_miss)
                        yield self._message("promise_year", following=self._number(said.following), chance=in_year)
                case UnseenStatement(periods=periods, confidence=confidence, bound=bound):
                    yield self._message(
                        "promise_unseen",
                        periods=periods,
                        windows=self.windows(periods),
                        bound=self.chance(bound),
                        confidence=self.chance(confidence),
                        three=self.chance(three_over(periods)),
                    )

    def _of_models(self) -> Iterator[str]:
        one = self.windows(1)
        if miss := self.promise.by_outages:
            count = sum(len(past.outages) for past in self.promise.past.windows)
            words = self.spoken.words
            yield words.message("promise_outages", count, window=one, chance=self.chance(miss.chance))
        if found := self.promise.by_cases:
            yield self._message(
                "promise_cases",
                cases=found.cases,
                window=one,
                least=self.share(Fraction(rounded(found.least * WHOLE, 1, "floor"))),
                confidence=self.chance(self.asked.confidence),
                chance=self.chance(found.miss.chance),
            )

    def _of_offers(self) -> Iterator[str]:
        if self.promise.safe is None or self.promise.open:
            return
        past, strictest = self.promise.past, self.promise.strictest(self.asked.appetite)
        appetite, known = self.chance(self.asked.appetite), len(past.windows)
        if strictest is None and self.promise.safe.largest is None:
            least, windows = self.chance(Fraction(1, 2 + known)), self.windows(known)
            yield self._message("promise_unsafe", appetite=appetite, periods=known, windows=windows, least=least)
        elif strictest is None:
            yield self._message("promise_unsafe_within", appetite=appetite)
        else:
            key = "promise_safe_within" if self.promise.ceiling else "promise_safe"
            yield self._message(key, target=self.strictest, appetite=appetite)
            if past.quality(past.border) > strictest:
                yield self._message("promise_too_strict")

    def _of_ceiling(self, ceiling: Ceiling) -> Iterator[str]:
        together = self.share(ceiling.together)
        if ceiling.worst == ceiling.best:
            yield self._message("promise_ceiling_of_one", together=together)
        else:
            worst, best = self.share(ceiling.worst), self.share(ceiling.best)
            yield self._message("promise_ceiling", together=together, worst=worst, best=best)
        if not ceiling.allows(self.promise.past.border):
            yield self._message("promise_above_ceiling")

    def _of_credits(self, expected: ExpectedCredits) -> Iterator[str]:
        bands = [
            self._message("promise_band", chance=self.chance(chance), credit=self.share(credit))
            for chance, credit in expected.statement.bands
            if Fraction(chance) * WHOLE * 10**_SMALLEST >= 1
        ]
        said = self.chance(expected.statement.expected / WHOLE)
        yield self._message("promise_expected", expected=said, bands=parted(bands, self.spoken.language))
        if expected.in_year:
            yield self._message("promise_expected_in_year", amount=self._money(expected.in_year))
        private = self.spoken.agreement.private
        if private and private.margin and expected.of_margin is not None and expected.largest_of_margin is not None:
            yield self._message(
                "promise_margin",
                share=self.chance(expected.of_margin / WHOLE),
                margin=self.share(Fraction(private.margin.value)),
                largest=self.share(expected.largest),
                worst=self.chance(expected.largest_of_margin / WHOLE),
            )
        yield self._message("promise_on_record", credit=self.chance(expected.on_record / WHOLE))

    def grounds(self) -> frozenset[Assumption | Breaker]:
        """What the figures take for granted, and what would break them."""
        said = (*self.promise.statements, *((self.promise.expected.statement,) if self.promise.expected else ()))
        return frozenset(one for statement in said for one in (*statement.assumes, *statement.broken_by))

    def _message(self, key: str, **slots: object) -> str:
        return self.spoken.words.message(key, **slots)  # type: ignore[arg-type]  # slots are words

    def _number(self, count: int) -> str:
        return f"{formats.number(count, self.spoken.language)} {self.windows(count)}"

    def _money(self, amount: Money) -> str:
        return formats.money(amount.amount, amount.currency, self.spoken.language, minor_units=True)


def chance_words(chance: Fraction, language: str) -> str:
    """A chance in per cent, rounded half up: 57.8%; a smaller one with its two first digits: 0.042%."""
    percent, places = chance * WHOLE, 1
    while 0 < percent * 10 ** (places - 1) < 1 and places < _SMALLEST:
        places += 1
    return formats.percent(rounded(percent, places, "half_up").normalize(), language)
