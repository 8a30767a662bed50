from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.language.direction import begins_right, runs_right, stretches


@pytest.mark.parametrize(
    ("words", "right"),
    [("10 (شركة) Ltd", True), ("Ltd שלום", False), ("“שלום”", True), ("12 – ", False), ("", False)],
)
def test_the_first_letter_with_a_direction_says_from_which_side_a_text_is_set(words: str, *, right: bool) -> None:
    assert begins_right([words]) is right
    assert begins_right(words) is right


def test_words_are_parted_where_their_direction_changes() -> None:
    assert stretches("Ltd שלום, עולם (x)") == ["Ltd ", "שלום, עולם", " (x)"]
    assert stretches("plain") == ["plain"]


@given(st.text(st.sampled_from("ab 1של(.ش"), max_size=20))
def test_stretches_are_the_words_and_turn_about(words: str) -> None:
    found = stretches(words)
    assert "".join(found) == words
    assert [runs_right(one) for one in found if one] == [at % 2 == 1 for at, one in enumerate(found) if one]
