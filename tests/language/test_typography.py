import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.language.typography import names_apart, numbered, parted, typeset, unbroken, unspaced


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


@pytest.mark.parametrize(
    ("words", "form", "kept"),
    [
        ("10 days", "duration", "10_days"),
        ("5 business days", "duration", "5_business days"),
        ("12. Februar 2027", "date", "12._Februar 2027"),
        ("1er janvier 2027", "date", "1er_janvier 2027"),
        ("1 de enero de 2027", "date", "1_de_enero de 2027"),
        ("Montag bis Freitag, 08:00 bis 18:00 Uhr", "week", "Montag bis Freitag, 08:00_bis 18:00_Uhr"),
        ("GBP 12,000", "money", "GBP_12,000"),
        ("12.000 GBP", "money", "12.000_GBP"),
        ("at least 99.9%", "target", "at least 99.9%"),
        ("3 Example Wharf", "text", "3_Example Wharf"),
        ("clause 24", "text", "clause_24"),
        ("Ziffer 18.2", "text", "Ziffer_18.2"),
        ("Contract 7 of 2027", "text", "Contract 7_of_2027"),
        ("Part 1. The", "text", "Part 1. The"),
        ("Nothing is held together in 3 of these many words.", "text", None),
    ],
)
def test_a_figure_stays_with_its_unit_and_a_day_with_its_month(words: str, form: str, kept: str | None) -> None:
    assert unbroken(words, form) == (words if kept is None else kept.replace("_", "\u00a0"))


@pytest.mark.parametrize("words", ["clause_5.2(a)", "Schedule_2", "Part_1 of Schedule_2", "Ziffer_"])
def test_a_number_stays_with_what_it_counts(words: str) -> None:
    assert numbered(words.replace("_", " ")) == words.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Write to company-secretary@wexcombe.example, in copy.", ("company-secretary@wexcombe.example",)),
        ("The page https://status-page.example/a-b?c=1.", ("https://status-page.example/a-b?c=1",)),
        ("SLA-2026-01; CR-7", ("SLA-2026-01", "CR-7")),
        ("(a 30-day month)", ("30-day",)),
        ("A one-sided, non-binding word - and a sign-off", ()),
        ("legal@corvane.example", ()),
        ("by e-mail or E-Mail", ("e-mail", "E-Mail")),
        ("a" * 70 + "-1", ()),
    ],
)
def test_an_address_or_an_id_with_a_hyphen_stands_apart(words: str, whole: tuple[str, ...]) -> None:
    parts = names_apart(words)
    assert parts[1::2] == whole
    assert "".join(parts) == words
