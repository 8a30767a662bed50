"""A blank is known by its sign whatever the words around it."""

from __future__ import annotations

import pytest

from sla_drafter.lints.blanks import blanks_in

SIGNS = ("[ ]", "[•]", "___", ".....", "{{ fee }}", "{party_name}", "<CLIENT NAME>", "xxx", "XXXX", "???")
WORDS = ("TBD", "tbc", "tBa", "TODO", "[CLIENT NAME]", "[insert the fee]", "to be confirmed")


@pytest.mark.parametrize("blank", SIGNS + WORDS)
def test_each_sign_and_word_of_a_blank_is_found(blank: str) -> None:
    assert [found[0] for found in blanks_in(f"The fee is {blank} per month", "en")] == [blank]


@pytest.mark.parametrize("text", ["The fee is 10 per month.", "Excellent boxes, next year.", "[1] See there", "tables"])
def test_what_only_looks_like_a_blank_is_none(text: str) -> None:
    assert list(blanks_in(text, "en")) == []
