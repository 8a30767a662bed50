from __future__ import annotations

import pytest

from sla_drafter.readers.pdf_struck import Line, Said, crossed

# Ten points high, from 100 to 200 across, on a line at 500: struck between 500.8 and 506.
WORDS = Said("shall pay", 100, 200, 500, 10)


@pytest.mark.parametrize(
    ("line", "is_struck"),
    [
        ((100, 503, 200, 503), True),
        ((90, 503, 300, 503), True),
        ((150, 503, 155, 503), True),
        ((215, 503, 300, 503), True),  # letters are mostly wider than they are at least
        ((260, 503, 300, 503), False),
        ((100, 498, 200, 498), False),  # under the words
        ((100, 509, 200, 509), False),  # over them: the rule of a table
        ((150, 400, 150, 600), True),
        ((98, 400, 98, 600), False),  # the edge of a column
        ((205, 400, 205, 600), False),
        ((60, 460, 240, 540), True),
        ((60, 540, 240, 460), True),
        ((60, 520, 240, 600), False),
        ((150, 503, 150, 503), True),
    ],
)
def test_a_line_through_the_middle_of_letters_strikes_them(line: Line, is_struck: bool) -> None:
    assert list(crossed([WORDS], [line])) == ["shall pay"] * is_struck


def test_words_of_several_heights_are_told_from_the_top_of_the_page() -> None:
    words = [Said("low", 100, 200, 100, 9), Said("high", 100, 200, 700, 30), Said("beside", 300, 400, 400, 9)]
    assert list(crossed(words, [(110, 90, 190, 800)])) == ["high", "low"]
    assert list(crossed([], [(110, 90, 190, 800)])) == []
