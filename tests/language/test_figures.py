from __future__ import annotations

import pytest

from sla_drafter.language.figures import figures_of


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "99.50% of 1,000 orders by 08:00", ["99.5", "1000", "8", "0"]),
        ("de", "99,5 % von 1.000 Bestellungen bis 8:00 Uhr", ["99.5", "1000", "8", "0"]),
        ("fr", "99,5 % de 1\u202f000 commandes avant 08:00", ["99.5", "1000", "8", "0"]),
        ("es", "1.000.000,25 euros el 1 de enero de 2027", ["1000000.25", "1", "2027"]),
        ("de", "am 31.12.2027", ["31", "12", "2027"]),
        ("en", "on 31 December 2027", ["31", "2027"]),
        ("en", "no figure", []),
    ],
)
def test_the_figures_of_a_text_are_the_same_in_each_notation(language: str, text: str, figures: list[str]) -> None:
    assert list(figures_of(text, language)) == figures
