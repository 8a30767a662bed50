from __future__ import annotations

import pytest

from sla_drafter.language.counting import spelled_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("thirty", ("thirty", 30)),
        ("within Forty-five", ("Forty-five", 45)),
        ("the sum of one hundred and twenty-five", ("one hundred and twenty-five", 125)),
        ("two thousand three hundred", ("two thousand three hundred", 2300)),
        ("hundred", ("hundred", 100)),
        ("cats and dogs", None),
        ("thirty days", None),
    ],
)
def test_the_number_at_the_end_of_some_words_is_read(words: str, number: tuple[str, int] | None) -> None:
    assert spelled_number(words) == number
