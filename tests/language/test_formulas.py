from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from sla_drafter.language.formulas import FORMULAS, Counts, score

TEXT = Counts(sentences=4, words=100, syllables=180, letters=520, long_words=30, hard_words=20, short_words=55)
# 25 words a sentence, 1.8 syllables a word, 5.2 letters a word, 30 % long, 20 % hard, 55 % short
BY_HAND = {
    "en": {
        "Flesch": "29.2",  # 206.835 - 25.375 - 152.28
        "Flesch-Kincaid grade": "15.4",  # 9.75 + 21.24 - 15.59
        "Gunning fog": "18.0",  # 0.4 * 45
        "ARI": "15.6",  # 24.492 + 12.5 - 21.43
        "LIX": "55.0",
    },
    "de": {
        "Amstad": "49.7",  # 180 - 25 - 105.3
        "Wiener Sachtextformel": "9.3",  # 3.87 + 4.18 + 3.891 - 1.7985 - 0.875
        "LIX": "55.0",
    },
    "fr": {"Kandel-Moles": "49.1", "LIX": "55.0"},  # 207 - 25.375 - 132.48 = 49.145
    "es": {
        "Fernández Huerta": "73.3",  # 206.84 - 25.5 - 108 = 73.34
        "Szigriszt-Pazos": "69.7",  # 206.835 - 25 - 112.14 = 69.695
        "LIX": "55.0",
    },
}


@pytest.mark.parametrize("language", FORMULAS)
def test_each_formula_gives_what_was_computed_by_hand(language: str) -> None:
    scores = {name: str(score(formula(TEXT))) for name, formula in FORMULAS[language].items()}
    assert scores == BY_HAND[language]


def test_a_score_is_rounded_once_half_to_even() -> None:
    assert [score(Fraction(value)) for value in ("0.25", "0.35", "-0.25")] == [
        Decimal("0.2"),
        Decimal("0.4"),
        Decimal("-0.2"),
    ]
