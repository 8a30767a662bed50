"""Dates, hours, weeks and periods of the year in the words of a language."""

from __future__ import annotations

import datetime

from sla_drafter.assembly.speller import Speller
from sla_drafter.language import formats
from sla_drafter.language.typography import parted
from sla_drafter.model.scalars import Week, WeeklyWindow, YearlyPeriod, Zone


def date(value: datetime.date, speller: Speller) -> str:
    """A date with its month in words."""
    return formats.date(value, speller.language)


def hour(minutes: int, speller: Speller) -> str:
    """A time of day, from minutes since midnight."""
    return formats.time_of_day(minutes, speller.language)


def hours(opens: int, closes: int, speller: Speller) -> str:
    """From when to when."""
    if (opens, closes) == (0, 1440):
        return speller.words.message("all_day")
    return speller.words.message("time_range", first=hour(opens, speller), last=hour(closes, speller))


def week(value: Week, speller: Speller) -> str:
    """The opening hours of a week."""
    if value.is_always:
        return speller.words.message("round_the_clock")
    spans = []
    for span in value.spans:
        first, last = (formats.weekday(day, speller.language) for day in (span.first_day, span.last_day))
        days = first if first == last else speller.words.message("day_range", first=first, last=last)
        spans.append(f"{days}, {hours(span.opens, span.closes, speller)}")
    return parted(spans, speller.language)


def weekly_window(value: WeeklyWindow, speller: Speller) -> str:
    """A window of every week: Sunday, 02:00 to 05:00."""
    return f"{formats.weekday(value.weekday, speller.language)}, {hours(value.opens, value.closes, speller)}"


def yearly_period(value: YearlyPeriod, speller: Speller) -> str:
    """A period of every year, from its first to its last day."""
    first, last = (formats.day_in_year(day.month, day.day, speller.language) for day in (value.first, value.last))
    return speller.words.message("date_range", first=first, last=last)


def zone(value: Zone, speller: Speller) -> str:  # noqa: ARG001  # a zone has one name in every language
    """A time zone by its name."""
    return value.name
