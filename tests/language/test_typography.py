import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.language.typography import parted, typeset, unspaced


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Voici : tout", "Voici\u00a0: tout"),
        ("Quand ? Jamais !", "Quand\u00a0? Jamais\u00a0!"),
        ("a ; b", "a\u00a0; b"),
        ("au moins 99,9 %", "au moins 99,9\u00a0%"),
        ("« Client »", "«\u00a0Client\u00a0»"),
        ("à 08:00", "à 08:00"),
        ("| :--- | ---: |", "| :--- | ---: |"),
    ],
)
def test_french_has_no_break_spaces_where_its_typography_asks_for_them(typed: str, printed: str) -> None:
    assert typeset(typed, "fr") == printed
    assert typeset(printed, "fr") == printed


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_other_languages_are_printed_as_typed(language: str) -> None:
    assert typeset("a : b « c » 99 %", language) == "a : b « c » 99 %"


@given(st.text())
def test_only_spaces_are_changed(words: str) -> None:
    assert typeset(words, "fr").replace("\u00a0", " ") == words.replace("\u00a0", " ")


def test_a_missing_space_is_found_in_french_only() -> None:
    assert unspaced("Voici: a; b? 99% «Client»", "fr") == ("i:", "a;", "b?", "9%", "«C", "t»")
    assert unspaced("Voici : a ; b ? 99 % « Client » à 08:00, https://a.example?b", "fr") == ()
    assert unspaced("Here: a; b? 99%", "en") == ()


@pytest.mark.parametrize(("language", "line"), [("fr", "a\u00a0; b"), ("en", "a; b"), ("de", "a; b"), ("es", "a; b")])
def test_statements_on_one_line_are_parted_as_the_language_does_it(language: str, line: str) -> None:
    assert parted(["a", "b"], language) == line
    assert parted(["a"], language) == "a"
