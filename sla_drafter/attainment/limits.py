"""What bounds the credits of a period: one incident, the caps, small credits; and where an unused credit goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from sla_drafter.attainment.fees import MONTHS_OF
from sla_drafter.attainment.refusal import WHOLE, Absent, Impossible, not_negative, one_of
from sla_drafter.model.choices import CHOICES
from sla_drafter.model.remedies import CreditTerms
from sla_drafter.model.scalars import Percent, Unit
from sla_drafter.values import frozen

NOTHING = Fraction(0)


def _only_if_greater(amount: Fraction, threshold: Fraction) -> Fraction:
    return amount if amount > threshold else NOTHING


def _raise_to(amount: Fraction, threshold: Fraction) -> Fraction:
    return max(amount, threshold) if amount > 0 else NOTHING


# What happens to a small credit: it is not given, or it is raised. Nothing due is never raised.
MINIMUMS: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "only_if_greater": _only_if_greater,
    "raise_to": _raise_to,
}
# The words of an agreement for them.
_SMALL = {"not_given": "only_if_greater", "raised": "raise_to"}


@frozen
class Minimum:
    """The rule for small credits and its threshold, an amount."""

    rule: str
    threshold: Fraction

    def applied(self, amount: Fraction) -> Fraction:
        """The credit after the rule; a credit equal to the threshold is not greater than it."""
        rule = MINIMUMS[one_of("The rule for small credits", self.rule, MINIMUMS)]
        return rule(amount, not_negative("The threshold for small credits", self.threshold))


@frozen
class Limits:
    """How the credits of one period are limited; amounts in major units, None where there is no limit."""

    currency: str
    same_incident: str = "cumulative"
    period_cap: Fraction | None = None
    annual_left: Fraction | None = None
    minimum: Minimum | None = None
    rounding: str = "half_up"


@frozen
class Miss:
    """A miss with its amount; misses with the same incident belong together, an empty incident stands alone."""

    metric: str
    amount: Fraction
    incident: str = ""
    chosen: bool = False


@frozen
class Settlement:
    """Where a credit went: set off against each invoice, left after the last, and what becomes of that."""

    applied: tuple[Fraction, ...]
    left: Fraction
    paid_out: Fraction = NOTHING
    lapsed: Fraction = NOTHING
    carried: Fraction = NOTHING


def limits_of(
    terms: CreditTerms,
    *,
    monthly: Fraction,
    currency: str,
    rounding: str,
    given_before: Mapping[Unit, Fraction] = MappingProxyType({}),
    longer: Mapping[Unit, Fraction] = MappingProxyType({}),
) -> Limits:
    """The limits that the credit terms of an agreement set on the credits of one month.

    A cap per month bounds the period; of a cap per quarter or year the period has what earlier months of the same
    quarter or year have left, which `given_before` says. `longer` are the fees of that quarter and year where they are
    not so many times those of the month.
    """
    not_negative("The monthly fee", monthly)
    caps: list[tuple[Unit, Percent]] = []
    if terms.cap:
        one_of("The period of the cap", terms.cap.per.value, [each.value for each in MONTHS_OF])
        caps.append((terms.cap.per, terms.cap.percent))
    if terms.annual_cap:
        caps.append((Unit.YEAR, terms.annual_cap))
    fees = {unit: longer.get(unit, monthly * months) for unit, months in MONTHS_OF.items()}
    amounts = [(unit, fees[unit] * Fraction(percent.value) / WHOLE) for unit, percent in caps]
    of_month = [cap for unit, cap in amounts if unit is Unit.MONTH]
    left = [max(NOTHING, cap - _before(given_before, unit)) for unit, cap in amounts if unit is not Unit.MONTH]
    return Limits(
        currency,
        terms.same_incident.id if terms.same_incident else "cumulative",
        min(of_month, default=None),
        min(left, default=None),
        _minimum(terms, currency),
        rounding,
    )


def _before(given_before: Mapping[Unit, Fraction], unit: Unit) -> Fraction:
    return not_negative("What was given before", given_before.get(unit, NOTHING))


def _minimum(terms: CreditTerms, currency: str) -> Minimum | None:
    """The rule for small credits, where the agreement has one."""
    if terms.minimum is None:
        return None
    if currency and terms.minimum.currency != currency:
        raise Impossible(
            "The currency of small credits", terms.minimum.currency, f"It is that of the fees, {currency}."
        )
    if terms.below_minimum is None:
        right = "It says whether a small credit is not given or raised."
        raise Impossible("credits.terms.below_minimum", Absent(), right)
    return Minimum(_SMALL[terms.below_minimum.id], Fraction(terms.minimum.amount))


def counted(misses: Sequence[Miss], rule: str) -> tuple[Fraction, ...]:
    """What each miss counts for under the rule for several misses from one incident.

    With "customer choice" the chosen one counts; where nobody has chosen, the highest does.
    """
    if one_of("The rule for one incident", rule, CHOICES["same_incident"]) == "cumulative":
        return tuple(miss.amount for miss in misses)
    groups: dict[str, list[int]] = {}
    for index, miss in enumerate(misses):
        groups.setdefault(miss.incident or f"\0{index}", []).append(index)
    kept = {_kept(misses, group, rule) for group in groups.values()}
    return tuple(miss.amount if index in kept else NOTHING for index, miss in enumerate(misses))


def _kept(misses: Sequence[Miss], group: Iterable[int], rule: str) -> int:
    """The miss of an incident that counts: the chosen one, else the highest, the first of equals."""
    chosen = [index for index in group if misses[index].chosen and rule == "customer_choice"]
    if len(chosen) > 1:
        names = " and ".join(misses[index].metric for index in chosen)
        raise Impossible(
            "The choice of the customer", names, f"One miss of incident {misses[chosen[0]].incident} is chosen."
        )
    return chosen[0] if chosen else max(group, key=lambda index: misses[index].amount)


def settle(credit: Fraction, invoices: Sequence[Fraction], at_end: str | None = None) -> Settlement:
    """A credit set off against the next invoices, in their order.

    What is left is carried on while the agreement runs (None); at its end it is paid out ("pay") or lapses ("lapse").
    """
    left = not_negative("The credit", credit)
    applied: list[Fraction] = []
    for invoice in invoices:
        applied.append(min(left, not_negative("An invoice", invoice)))
        left -= applied[-1]
    if at_end is None:
        return Settlement(tuple(applied), left, carried=left)
    if one_of("What happens to an unused credit at the end", at_end, CHOICES["at_end"]) == "pay":
        return Settlement(tuple(applied), left, paid_out=left)
    return Settlement(tuple(applied), left, lapsed=left)
