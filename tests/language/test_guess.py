from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.language.guess import ENOUGH, guess


def test_the_language_is_that_of_most_small_words() -> None:
    assert guess(["Der Anbieter meldet die Störung", "und der Kunde bestätigt."]) == "de"
    assert guess(["The Provider reports", "an outage to the Customer."]) == "en"


def test_a_long_text_is_not_read_to_its_end() -> None:
    def text() -> Iterator[str]:
        yield "the of and to shall " * ENOUGH
        raise AssertionError("it was read on")

    assert guess(text()) == "en"
