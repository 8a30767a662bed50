"""What can be promised as plain figures for programs: every figure is exact and is text.

A chance is given in per cent, cut to so many places; where it is a short fraction of whole numbers, also as n/d.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from sla_drafter.attainment.expected import ExpectedCredits
from sla_drafter.attainment.feasibility import Miss
from sla_drafter.attainment.honest import Statement, UnseenStatement
from sla_drafter.attainment.past import PastWindow
from sla_drafter.attainment.promise import Feasibility, Promise
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.trace import decimal_text, exact
from sla_drafter.attainment.upstream import Ceiling
from sla_drafter.model.scalars import Money

SCHEMA = 1
PLACES = 10
_SHORT = 10**12


def promise_tree(found: Feasibility) -> dict[str, Any]:
    """What was found, as a tree. It is for the house alone, and says so."""
    asked = found.asked
    return {
        "schema": SCHEMA,
        "internal": True,
        "on": asked.on.isoformat(),
        "appetite_percent": exact(asked.appetite * WHOLE),
        "confidence_percent": exact(asked.confidence * WHOLE),
        "chance_percent_places": PLACES,
        "metrics": [_promise(promise, asked.appetite) for promise in found.promises],
    }


def _promise(promise: Promise, appetite: Fraction) -> dict[str, Any]:
    past, safe = promise.past, promise.safe
    offered = safe.offers if safe else ()
    strictest = promise.strictest(appetite)
    return {
        "id": promise.metric,
        "target": exact(past.border),
        "comparator": past.target.comparator.id,
        "window": past.window.kind.id,
        "windows_in_year": promise.per_year,
        "final": not promise.open,
        "rows_in_error": promise.left_out.rows,
        "files_in_error": promise.left_out.files,
        "periods": len(past.windows),
        "met": past.met,
        "chance_of_a_miss": {"window": _chance(promise.chance_in_window), "year": _chance(promise.chance_in_year)},
        "unseen": next((_unseen(said, promise) for said in promise.statements if _is_unseen(said)), None),
        "by_outages": _miss(promise.by_outages),
        "by_cases": _by_cases(promise),
        "offers": [
            {
                "target": exact(past.quality(one.target)),
                "met": one.met,
                "chance_of_a_miss": _chance(one.chance_to_miss),
                "accepted": None if promise.open else promise.accepts(one, appetite),
            }
            for one in offered
        ],
        "strictest_safe_target": None if strictest is None else exact(past.quality(strictest)),
        "upstream": _ceiling(promise.ceiling, past.border),
        "expected_credits": _expected(promise.expected),
        "assumes": sorted({one.name.lower() for said in promise.statements for one in said.assumes}),
        "history": [_window(one) for one in past.windows],
    }


def _chance(chance: Fraction | Decimal | None) -> dict[str, str | None] | None:
    if chance is None:
        return None
    short = isinstance(chance, Fraction) and chance.denominator < _SHORT
    fraction = Fraction(chance)
    return {
        "percent": decimal_text(fraction * WHOLE, PLACES),
        "fraction": f"{fraction.numerator}/{fraction.denominator}" if short else None,
    }


def _is_unseen(said: Statement) -> bool:
    return isinstance(said, UnseenStatement)


def _unseen(said: Statement, promise: Promise) -> dict[str, Any]:
    """What a record without a miss does not refute: the bound at the confidence, and the rule of three."""
    bound = said.bound if isinstance(said, UnseenStatement) else None
    return {"bound": _chance(bound), "rule_of_three": _chance(promise.three)}


def _miss(miss: Miss | None) -> dict[str, Any] | None:
    return None if miss is None else {"chance_of_a_miss": _chance(miss.chance)}


def _by_cases(promise: Promise) -> dict[str, Any] | None:
    found = promise.by_cases
    if found is None:
        return None
    return {
        "cases": found.cases,
        "least_in_time_percent": exact(found.least * WHOLE),
        "needed": found.miss.tolerated,
        "chance_of_a_miss": _chance(found.miss.chance),
    }


def _ceiling(ceiling: Ceiling | None, target: Fraction) -> dict[str, Any] | None:
    if ceiling is None:
        return None
    return {
        "parts": [part.id for part in ceiling.parts],
        "lowest": exact(ceiling.lowest),
        "together": exact(ceiling.together),
        "worst": exact(ceiling.worst),
        "best": exact(ceiling.best),
        "allows_target": ceiling.allows(target),
    }


def _expected(expected: ExpectedCredits | None) -> dict[str, Any] | None:
    if expected is None:
        return None
    said = expected.statement
    return {
        "percent_of_fees": _percent(said.expected),
        "bands": [{"chance": _chance(chance), "credit_percent": exact(credit)} for chance, credit in said.bands],
        "assumes": sorted(one.name.lower() for one in said.assumes),
        "on_record_percent": _percent(expected.on_record),
        "largest_percent": exact(expected.largest),
        "in_year": _money(expected.in_year),
        "percent_of_margin": _percent(expected.of_margin),
        "largest_percent_of_margin": _percent(expected.largest_of_margin),
    }


def _percent(figure: Fraction | None) -> str | None:
    return None if figure is None else decimal_text(figure, PLACES)


def _money(amount: Money | None) -> dict[str, str] | None:
    return {"amount": str(amount.amount), "currency": amount.currency} if amount else None


def _window(one: PastWindow) -> dict[str, Any]:
    value = exact(one.value)
    return {"first": one.window.first.isoformat(), "last": one.window.last.isoformat(), "value": value, "met": one.met}
