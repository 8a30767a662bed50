from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.language.readability import PROFILES, Reading, measure

PLAIN = PROFILES["plain"]
HARD = (
    "The Provider shall maintain 99.95% Availability (see Section 4.2.1), i.e. no more than 21.9 min. of Downtime "
    "per month."
)


def _read(text: str, profile: str = "plain", terms: tuple[str, ...] = ()) -> Reading:
    reading = measure((text,), PROFILES[profile], "en", terms)
    assert reading is not None
    return reading


def test_a_sentence_full_of_points_is_one_sentence() -> None:
    reading = _read(HARD)
    assert (reading.sentences, reading.words, reading.longest_sentence) == (1, 19, 19)


def test_the_figures_of_a_small_text_are_exact() -> None:
    reading = _read("The Provider pays. The Customer waits for the money.")
    assert reading == Reading(
        sentences=2,
        words=9,
        syllables=14,
        letters=42,
        long_words=2,
        hard_words=2,
        short_words=6,
        profile="plain",
        longest_sentence=6,
    )
    assert reading.words_per_sentence == Fraction(9, 2)
    assert reading.syllables_per_word == Fraction(14, 9)
    # 206.835 - 1.015 * 4.5 - 84.6 * 14 / 9 = 70.6675
    assert reading.flesch == Decimal("70.7")


def test_a_paragraph_ends_a_sentence() -> None:
    reading = measure(("The Customer shall:", "pay the fees; and", "wait"), PLAIN, "en")
    assert reading is not None
    assert (reading.sentences, reading.words, reading.longest_sentence) == (3, 8, 4)


def test_the_insurance_profile_ends_a_sentence_at_a_semicolon_and_a_colon() -> None:
    text = "The Provider acts: it answers; it mends at 10:30."
    assert _read(text, "insurance_flesch").sentences == 3
    assert _read(text, "ct_42_158").sentences == 1
    assert _read(text).sentences == 1


def test_the_statutes_count_the_shorter_pronunciation() -> None:
    assert _read("A reasonable fee.").syllables == 6
    assert _read("A reasonable fee.", "ct_42_158").syllables == 5


def test_words_of_defined_terms_are_left_out_where_the_profile_says_so() -> None:
    text = "The Availability of the Service Level Report is measured."
    terms = ("Availability", "Service Level Report")
    assert _read(text, "plain", terms).words == 9
    counted = _read(text, "insurance_flesch", terms)
    assert (counted.words, counted.longest_sentence) == (5, 9)
    plain = measure((text,), evolve(PLAIN, excludes_defined_terms=True), "en", terms)
    assert plain is not None
    assert (plain.profile, plain.words) == ("plain", 5)


def test_the_possessive_of_a_defined_term_is_left_out_too() -> None:
    assert _read("The Customer's fees.", "insurance_flesch", ("Customer",)).words == 2


def test_a_sentence_in_capitals_is_not_made_of_abbreviations() -> None:
    loud, quiet = _read("THE PROVIDER IS LIABLE."), _read("The provider is liable.")
    assert loud.syllables == quiet.syllables == 8


@pytest.mark.parametrize("paragraphs", [(), ("",), (" – ", "…")])
def test_a_text_without_words_has_no_reading(paragraphs: tuple[str, ...]) -> None:
    assert measure(paragraphs, PLAIN, "en") is None


def test_a_text_of_nothing_but_defined_terms_has_no_reading_without_them() -> None:
    assert measure(("Service Level.",), PROFILES["insurance_flesch"], "en", ("Service Level",)) is None


def test_each_profile_is_found_under_its_own_name() -> None:
    assert {name: profile.name for name, profile in PROFILES.items()} == {name: name for name in PROFILES}
    assert set(PROFILES) == {"plain", "ct_42_158", "insurance_flesch", "gov_uk"}


@given(st.lists(st.text(alphabet="aeB .;:\n", max_size=40), max_size=6), st.sampled_from(sorted(PROFILES)))
def test_the_counts_fit_one_another(paragraphs: list[str], name: str) -> None:
    reading = measure(paragraphs, PROFILES[name], "en")
    if reading is None:
        assert not any(letter.isalnum() for paragraph in paragraphs for letter in paragraph)
    else:
        assert 1 <= reading.sentences <= reading.words <= reading.syllables
        assert reading.words_per_sentence <= reading.longest_sentence <= reading.words
