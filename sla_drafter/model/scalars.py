"""The single values of a deal, each with its unit in the type: exact decimals, money with its currency, no floats.

How they are written in a file is known to `readers.agreement_file`, how they are printed to `assembly.forms`.
"""

from __future__ import annotations

import enum
from decimal import Decimal

from attrs import field

from sla_drafter.values import frozen


@frozen
class Percent:
    """A percentage as typed: 99.9 stands for 99.9 %."""

    value: Decimal


@frozen
class Money:
    """An amount of money with its ISO 4217 currency."""

    amount: Decimal
    currency: str


class Unit(enum.Enum):
    """A unit of time. Wall units have a length in seconds; business and calendar units need a calendar."""

    MILLISECOND = "millisecond"
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    BUSINESS_HOUR = "business hour"
    BUSINESS_DAY = "business day"

    @property
    def is_business(self) -> bool:
        """Whether the unit counts opening time only."""
        return self in (Unit.BUSINESS_HOUR, Unit.BUSINESS_DAY)


@frozen
class Duration:
    """A length of time as typed: an amount and its unit ("8 business hours", "24 months")."""

    amount: Decimal
    unit: Unit


@frozen
class Fee:
    """A price for a period: "GBP 12,000 per month"."""

    money: Money
    per: Unit


@frozen
class Share:
    """A percentage for a period: "50% per month"."""

    percent: Percent
    per: Unit


@frozen
class Allowance:
    """A length of time for a period: "4 hours per month"."""

    duration: Duration
    per: Unit


@frozen
class Prose:
    """The user's own words: one text, or one for each language (`""` stands for the language of the agreement)."""

    by_language: tuple[tuple[str, str], ...]

    def words(self, language: str) -> str | None:
        """The words in a language; None when the user gave other languages only."""
        anywhere: str | None = None
        for known, words in self.by_language:
            if known == language:
                return words
            if not known:
                anywhere = words
        return anywhere


def _called(things: str | Prose) -> Prose:
    return things if isinstance(things, Prose) else Prose((("", things),))


@frozen
class Quantity:
    """A number of things: "4000 connections"; what they are called may differ by language, the number may not."""

    amount: Decimal
    things: Prose = field(converter=_called)


@frozen
class Choice:
    """One of a closed list of words; `group` names the list in `model.choices`."""

    group: str
    id: str


@frozen
class Target:
    """What a value is held to: a comparator (group `comparator`) and a border, which is part of the good side."""

    comparator: Choice
    value: Percent | Duration | Quantity


@frozen
class Window:
    """The measurement window of a metric: a calendar period, or a rolling number of units ("rolling 30 days")."""

    kind: Choice
    length: Duration | None = None


@frozen
class Formula:
    """How a metric is computed (group `formula`), with the time threshold of a share-within metric."""

    kind: Choice
    threshold: Duration | None = None


@frozen
class OpeningSpan:
    """Open from one weekday to another (Monday is 0), from a minute of the day up to another (24:00 is 1440)."""

    first_day: int
    last_day: int
    opens: int
    closes: int


@frozen
class Week:
    """The opening hours of a week; one span of all days from 0 to 1440 is "24x7"."""

    spans: tuple[OpeningSpan, ...]

    @property
    def is_always(self) -> bool:
        """Whether the week has no closed minute."""
        return self.spans == (OpeningSpan(0, 6, 0, 1440),)


@frozen
class WeeklyWindow:
    """A window of every week: "Sunday 04:00-06:00"; minutes of the day, half open."""

    weekday: int
    opens: int
    closes: int


@frozen
class DayOfYear:
    """A day of every year: month and day."""

    month: int
    day: int


@frozen
class YearlyPeriod:
    """A period of every year, both days included: "20 November to 31 December"."""

    first: DayOfYear
    last: DayOfYear


@frozen
class Zone:
    """A time zone by its IANA name."""

    name: str
