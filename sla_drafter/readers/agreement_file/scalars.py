"""The table of single values: for each type of the model, how it is read from a file and how it is written there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sla_drafter.model import scalars as model
from sla_drafter.readers.agreement_file import calendar_words, figures, lengths, words, zones
from sla_drafter.values import frozen


@frozen
class Kind:
    """How a type of value is read, how it is written, what it is called, and one that is right."""

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    called: str
    example: str


KINDS: Mapping[type, Kind] = {
    model.Percent: Kind(figures.percent, figures.percent_words, "a percentage", "99.9%"),
    model.Money: Kind(figures.money, figures.money_words, "an amount of money", "GBP 12,000"),
    model.Fee: Kind(lengths.fee, lengths.fee_words, "a fee for a period", "GBP 12,000 per month"),
    model.Share: Kind(lengths.share, lengths.share_words, "a percentage for a period", "50% per month"),
    model.Allowance: Kind(
        lengths.allowance, lengths.allowance_words, "a length of time for a period", "4 hours per month"
    ),
    model.Duration: Kind(lengths.duration, lengths.duration_words, "a length of time", "5 business days"),
    model.Quantity: Kind(figures.quantity, figures.quantity_words, "a number of things", "4000 connections"),
    model.Target: Kind(lengths.target, lengths.target_words, "a target", "at least 99.9%"),
    model.Window: Kind(lengths.window, lengths.window_words, "a window", "calendar month"),
    model.Formula: Kind(lengths.formula, lengths.formula_words, "a formula", "time availability"),
    model.Week: Kind(calendar_words.week, calendar_words.week_words, "opening hours", "Mon-Fri 08:00-18:00"),
    model.WeeklyWindow: Kind(
        calendar_words.weekly_window, calendar_words.weekly_window_words, "a weekly window", "Sunday 04:00-06:00"
    ),
    model.YearlyPeriod: Kind(
        calendar_words.yearly_period,
        calendar_words.yearly_period_words,
        "a period of every year",
        "20 November to 31 December",
    ),
    model.Zone: Kind(zones.zone, zones.zone_words, "a time zone", "Europe/London"),
    date: Kind(calendar_words.day, calendar_words.day_words, "a date", "2027-01-31"),
    bool: Kind(words.yes_no, words.yes_no_words, "yes or no", "yes"),
    int: Kind(figures.integer, str, "a whole number", "3"),
    Decimal: Kind(figures.number, figures.plain, "a number", "12.5"),
    str: Kind(words.text, str, "text", "one line of text"),
}


def written(value: object) -> str:
    """A single value as it stands in a file."""
    if isinstance(value, model.Choice):
        return words.choice_words(value)
    return KINDS[type(value)].write(value)
