from __future__ import annotations

from decimal import Decimal

import pytest

from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.model.scalars import Duration, Unit


def length(words: str) -> Duration:
    amount, unit = words.split(" ", 1)
    return Duration(Decimal(amount), Unit(unit))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("13 month", "1 year"),
        ("5 quarter", "1 year"),
        ("32 day", "1 month"),
        ("2 month", "55 day"),
        ("25 hour", "1 day"),
        ("6 business day", "5 business day"),
        ("1 year", "2 week"),
    ],
)
def test_a_length_is_longer_when_it_is_in_every_calendar(one: str, other: str) -> None:
    assert certainly_longer(length(one), length(other))
    assert not certainly_longer(length(other), length(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("1 month", "30 day"), ("12 month", "1 year"), ("100 hour", "1 business day"), ("2 business day", "1 day")],
)
def test_nothing_is_said_where_it_depends_on_the_calendar(one: str, other: str) -> None:
    assert not certainly_longer(length(one), length(other))
    assert not certainly_longer(length(other), length(one))
