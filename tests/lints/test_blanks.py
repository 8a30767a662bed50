"""A blank is known by its sign whatever the words around it."""

from __future__ import annotations

import pytest

from sla_drafter.lints.blanks import blanks_in

SIGNS = ("[ ]", "[•]", "___", ".....", "{{ fee }}", "{party_name}", "<CLIENT NAME>", "xxx", "XXXX", "???")
STARS = ("[*]", "[**]")
WORDS = ("TBD", "tbc", "tBa", "TODO", "[CLIENT NAME]", "[insert the fee]", "to be confirmed")
NONE = (
    "99.9%[*] is kept",
    "redacted [***] here",
    "Gold [X] Silver",
    "[X] Business hours",
    "Support: [x] business hours",
)
OTHERS = ("Size XX fits", "Chapter XX", "EUR XXL", "Option A [X]", "MAXX days", "[*] Excluding maintenance")
COUNTED = {
    "EUR XX": "XX",
    "€ XX": "XX",
    "$[X]": "[X]",
    "USD [xx]": "[xx]",
    "within [X] days": "[X]",
    "XX hours": "XX",
    "uptime of XX%": "XX",
    "99.X %": "99.X",
    "XX,X %": "XX,X",
}


@pytest.mark.parametrize("text", COUNTED)
def test_an_x_in_the_place_of_a_figure_is_a_blank(text: str) -> None:
    assert [found[0] for found in blanks_in(text, "en")] == [COUNTED[text]]


@pytest.mark.parametrize("blank", SIGNS + STARS + WORDS)
def test_each_sign_and_word_of_a_blank_is_found(blank: str) -> None:
    assert [found[0] for found in blanks_in(f"The fee is {blank} per month", "en")] == [blank]


@pytest.mark.parametrize(
    "text", ["The fee is 10 per month.", "Excellent boxes, next year.", "[1] See there", "tables", *NONE, *OTHERS]
)
def test_what_only_looks_like_a_blank_is_none(text: str) -> None:
    assert list(blanks_in(text, "en")) == []
