"""What a sum refuses to start from: a count below zero, a share above the whole, a rule that nobody defined.

Each check returns what it was given, so that it can stand in an expression. `what` names the figure as a reader of the
agreement knows it; the message says what was found and what would be right.
"""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import TypeVar

from sla_drafter.errors import SlaDrafterError
from sla_drafter.values import frozen

Number = TypeVar("Number", int, Fraction)
Rule = TypeVar("Rule")

WHOLE = Fraction(100)


class Impossible(SlaDrafterError, ValueError):
    """A figure from which nothing can be computed: what it is, what was found, what would be right."""

    def __init__(self, what: str, found: object, right: str) -> None:
        super().__init__(f"{what} is {spelled(found)}. {right}")
        self.what, self.found, self.right = what, found, right


@frozen
class Absent:
    """What stands for a fact that is not there; it is said without quotation marks."""

    words: str = "not given"

    def __str__(self) -> str:
        return self.words


def spelled(found: object) -> str:
    """A figure in a message: a fraction with a short decimal as that decimal, everything else as it is."""
    match found:
        case Fraction(denominator=1):
            return str(found.numerator)
        case Fraction() if 10**6 % found.denominator == 0:
            whole, rest = divmod(abs(found) * 10**6, 10**6)
            return f"{'-' if found < 0 else ''}{whole}.{int(rest):06d}".rstrip("0")
        case str():
            return repr(found)
    return str(found)


def not_negative(what: str, value: Number) -> Number:
    """A count, a length or an amount that cannot be below zero."""
    if value < 0:
        raise Impossible(what, value, "It is 0 or more.")
    return value


def positive(what: str, value: Number) -> Number:
    """A figure that something is divided by, or counted in: it is above zero."""
    if value <= 0:
        raise Impossible(what, value, "It is above 0.")
    return value


def percentage(what: str, value: Fraction) -> Fraction:
    """A percentage of a whole: from 0 to 100."""
    if not 0 <= value <= WHOLE:
        raise Impossible(what, value, "It is a percentage from 0 to 100.")
    return value


def chance(what: str, value: Fraction) -> Fraction:
    """A probability or a share of the whole: from 0 to 1."""
    if not 0 <= value <= 1:
        raise Impossible(what, value, "It is a share from 0 to 1; 99.9 % is 0.999.")
    return value


def at_most(what: str, value: int, limit: int) -> int:
    """A count out of a whole: from 0 to the whole."""
    if not 0 <= value <= limit:
        raise Impossible(what, value, f"It is a whole number from 0 to {limit}.")
    return value


def one_of(what: str, value: Rule, known: Collection[Rule]) -> Rule:
    """The name of a rule that the sums know."""
    if value not in known:
        raise Impossible(what, value, f"It is one of: {', '.join(map(str, known))}.")
    return value
