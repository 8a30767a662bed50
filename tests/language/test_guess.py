from __future__ import annotations

from collections.abc import Iterator

import pytest

from sla_drafter.language.guess import ENOUGH, guess, stands_in


def test_the_language_is_that_of_most_small_words() -> None:
    assert guess(["Der Anbieter meldet die Störung", "und der Kunde bestätigt."]) == "de"
    assert guess(["The Provider reports", "an outage to the Customer."]) == "en"


def test_a_long_text_is_not_read_to_its_end() -> None:
    def text() -> Iterator[str]:
        yield "the of and to shall " * ENOUGH
        raise AssertionError("it was read on")

    assert guess(text()) == "en"


@pytest.mark.parametrize(
    ("sentence", "language", "other"),
    [
        ("The Customer shall report any failure to the desk by phone.", "de", "en"),
        ("Der Anbieter ist nach den „Terms of the Service and the Support by Acme“ verpflichtet.", "de", ""),
        ("Terms of the Service.", "de", ""),
        ("Der Kunde meldet jede Störung mit der Nummer und dem Namen.", "en", "de"),
        ("The Customer shall report any failure to the desk by phone.", "en", ""),
    ],
)
def test_a_sentence_of_another_language_is_told(sentence: str, language: str, other: str) -> None:
    assert stands_in(sentence, language) == other
