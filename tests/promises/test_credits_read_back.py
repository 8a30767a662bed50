"""The credit table that a person reads gives the credits that attainment computes from the agreement."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

import pytest

from sla_drafter import Builder
from sla_drafter.attainment.promised import earned
from sla_drafter.builder.files import made_bytes, read_back
from sla_drafter.document.walk import words_of
from tests.promises.files import STARTER, starter
from tests.promises.test_credit_table import tables

VALUES = 10_000
LADDERS = {
    "short form": "[{below: 99.9%, credit: 5%}, {below: 99.5%, credit: 15%}, {below: 98.0%, credit: 40%}]",
    "close borders": "[{below: 99.9%, credit: 1%}, {below: 99.899%, credit: 2.5%}, {below: 99.8985%, credit: 33.3%}]",
    "borders on the other side": (
        "[{from: 99%, to: 99.9%, credit: 5%, from_included: no, to_included: no}, "
        "{from: 0%, to: 99%, credit: 25%, to_included: yes}]"
    ),
}


def with_ladder(written: str, text: str = STARTER) -> Builder:
    """The starter with one other ladder, as it stands in a file."""
    begin = text.index("    availability:\n      - {below: 99.9%, credit: 5%}")
    end = text.index("    query_time:\n      - {below")
    return Builder.from_text(f"{text[:begin]}    availability: {written}\n{text[end:]}")


def values(ladder_borders: list[Fraction]) -> list[Fraction]:
    """Values of availability: every border, the nearest thing on both sides of it, and many by chance."""
    chance = random.Random(20270101)  # noqa: S311  # the same values in every run
    near = [
        border + step for border in ladder_borders for step in (Fraction(0), Fraction(1, 10**9), Fraction(-1, 10**9))
    ]
    shares = [Fraction(chance.randrange(10**9 + 1), 10**7) for _ in range(VALUES // 2)]
    good = [Fraction(95) + Fraction(chance.randrange(5 * 10**6 + 1), 10**6) for _ in range(VALUES // 2)]
    return [value for value in (*near, *shares, *good) if 0 <= value <= 100]


def read_as_a_person(rows: list[tuple[str, str]], value: Fraction) -> Fraction:
    """The credit of the row whose words hold the value: "from 99.5% to below 99.9%"."""
    found = {credit for words, credit in rows if holds(words, value)}
    assert len(found) <= 1
    return Fraction(found.pop().removesuffix("%")) if found else Fraction(0)


def holds(words: str, value: Fraction) -> bool:
    """Whether a value is in a row, from its words alone."""
    low, _, high = words.rpartition(" to ")
    above = not low or (figure(low) <= value if low.startswith("from ") else figure(low) < value)
    below = figure(high) >= value if high.endswith("included") else value < figure(high)
    return above and below


def figure(words: str) -> Fraction:
    return Fraction(Decimal(next(word for word in words.split() if word.endswith("%")).removesuffix("%")))


@pytest.mark.parametrize("ladder", LADDERS.values(), ids=list(LADDERS))
def test_the_printed_table_and_the_computed_credits_agree_on_ten_thousand_values(ladder: str) -> None:
    draft = with_ladder(ladder).draft(layout=False)
    rows = [(words_of(row.cells[0].children), words_of(row.cells[1].children)) for row in tables(draft)["availability"]]
    asked = values([figure(words) for words, _ in rows])
    assert len(asked) >= VALUES
    assert not [
        (value, read_as_a_person(rows, value), computed)
        for value in asked
        if (computed := earned(draft.agreement, "availability", value).percent) != read_as_a_person(rows, value)
    ]


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_the_rows_that_a_file_shows_are_the_rows_of_the_table(ending: str) -> None:
    draft = starter().build()
    words = " ".join(passage.words for passage in read_back(ending, made_bytes(draft, ending)))
    for row in tables(draft)["availability"]:
        shown, credit = (words_of(cell.children) for cell in row.cells)
        assert shown in words
        assert credit in words
