from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.language.hyphens import parts_of


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("Verfügbarkeitsmessung", "de", "Ver füg bar keits mes sung"),
        ("(Wiederherstellung),", "de", "(Wie der her stel lung),"),
        ("Service-Level-Messung", "de", "Service- Level- Messung"),
        ("disponibilité", "fr", "dis po ni bi lité"),
        ("availability", "en", "avail ab il ity"),
        ("and/or", "en", "and/ or"),
    ],
)
def test_a_word_is_divided_as_its_language_divides_it(word: str, language: str, parts: str) -> None:
    assert parts_of(word, language) == tuple(parts.split())


@pytest.mark.parametrize(
    "word", ["kurz", "VERFÜGBARKEIT", "legal@example.com", "www.example.com", "https://a/b", "ISO-27001", "", "99,95"]
)
def test_what_is_short_in_capitals_or_an_address_is_whole(word: str) -> None:
    assert parts_of(word, "de") == (word,)


def test_a_language_without_patterns_divides_at_hyphens_alone() -> None:
    assert parts_of("Verfügbarkeit-Messung", "ar") == ("Verfügbarkeit-", "Messung")


@given(st.text(max_size=30), st.sampled_from(["en", "de", "fr", "es", "ar"]))
def test_the_parts_are_the_word(word: str, language: str) -> None:
    assert "".join(parts_of(word, language)) == word
