import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language.syllables import by_rule, read_exceptions, syllables
from tests.language.derive_syllable_exceptions import TABLE, counted, rules_fingerprint, written_exceptions

GOLD = [
    (word, int(count))
    for word, count in map(
        str.split, (Path(__file__).parent / "gold" / "syllables_en.txt").read_text(encoding="utf-8").splitlines()
    )
]


OTHERS = [
    (language, word, int(count))
    for language, counted_by_hand in (("de", 40), ("fr", 40), ("es", 40))
    for word, count in [
        line.split()
        for line in (Path(__file__).parent / "gold" / f"syllables_{language}.txt").read_text("utf-8").splitlines()
    ][:counted_by_hand]
]


@pytest.mark.parametrize(("language", "word", "count"), OTHERS)
def test_a_word_of_another_language_is_counted_as_a_person_counts_it(language: str, word: str, count: int) -> None:
    assert len(OTHERS) == 120
    assert syllables(word, language) == count


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [
        ("de", "Quelle", 2),
        ("de", "99,9", 1),
        ("de", "SLA", 1),
        ("de", "Gutschriften-Grenze", 5),
        ("fr", "d’indisponibilité", 7),
        ("fr", "que", 1),
        ("fr", "qualité", 3),
        ("fr", "prévue", 2),
        ("es", "que", 1),
        ("es", "garantía", 4),
        ("es", "aguja", 3),
    ],
)
def test_the_vowels_of_other_languages(language: str, word: str, count: int) -> None:
    assert syllables(word, language) == count


def test_at_least_98_of_100_contract_words_have_the_syllables_that_a_person_counted() -> None:
    assert len(GOLD) == 121
    wrong = [word for word, count in GOLD if syllables(word, "en") != count]
    assert wrong == ["hours"]


def test_the_table_of_exceptions_is_read_and_mends_the_rules() -> None:
    leaning = {"people": 2, "recipe": 3, "area": 3, "maintenance": 3, "wednesday": 2, "colonel": 2, "business": 2}
    assert {word: syllables(word, "en") for word in leaning} == leaning
    assert [word for word in leaning if by_rule(word) == leaning[word]] != list(leaning)


def test_the_table_was_made_with_the_rules_as_they_are_now() -> None:
    made_with, *_ = TABLE.read_text(encoding="ascii").splitlines()
    assert made_with == f"# {rules_fingerprint()}", "a rule was changed: run derive_syllable_exceptions.py again"


def test_the_table_is_small_in_a_wheel() -> None:
    assert len(zlib.compress(TABLE.read_bytes())) < 30_000


def test_a_word_spoken_in_two_ways_can_be_counted_short() -> None:
    assert syllables("reasonable", "en") == 4
    assert syllables("reasonable", "en", fewest=True) == 3
    assert syllables("agreement", "en", fewest=True) == syllables("agreement", "en")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("SLA", 1),
        ("99.95%", 1),
        ("24x7", 1),
        ("LIABILITY", 5),
        ("non-renewal", 4),
        ("and/or", 2),
        ("customer's", 3),
        ("service’s", 3),
        ("isn't", 2),
        ("don't", 1),
        ("naïve", 2),
        ("a", 1),
        ("—", 1),
        ("", 1),
        ("pst", 1),
    ],
)
def test_odd_words_have_their_published_count(word: str, count: int) -> None:
    assert syllables(word, "en") == count


@given(st.text())
def test_every_word_has_at_least_one_syllable(word: str) -> None:
    most = max(3, 2 * len(word))  # the letter W alone has three
    assert 1 <= syllables(word, "en", fewest=True) <= most


def test_a_language_without_rules_is_refused_by_name() -> None:
    with pytest.raises(UnknownLanguage, match="There are: en"):
        syllables("Wort", "xx")


_COUNTS = st.dictionaries(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1), st.integers(1, 9), max_size=30)


@given(_COUNTS)
def test_a_table_reads_back_as_the_counts_it_was_made_from(usual: dict[str, int]) -> None:
    fewest = {word: max(1, count - len(word) % 2) for word, count in usual.items()}
    table = read_exceptions(written_exceptions(usual, fewest))
    assert {word: by_rule(word) + table.added.get(word, 0) for word in usual} == usual
    assert {word: table.shorter.get(word, usual[word]) for word in usual} == fewest


def test_a_dictionary_is_counted_by_its_vowel_sounds() -> None:
    usual, fewest = counted(
        [
            "recovery R IH0 K AH1 V R IY0\n",
            "recovery(2) R IH0 K AH1 V ER0 IY0 # as the rules have it\n",
            "colonel K ER1 N AH0 L\n",
            "can't K AE1 N T\n",
        ]
    )
    assert usual == {"recovery": 4, "colonel": 2}
    assert fewest == {"recovery": 3, "colonel": 2}
