import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.language.phrases import PhraseIndex

THREADS = 4


@pytest.fixture
def often_switched() -> Iterator[None]:
    """Threads take turns as often as Python allows."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def _found(text: str, *phrases: str, ignore_case: bool = False) -> list[str]:
    return [found.words for found in PhraseIndex.of(dict.fromkeys(phrases), ignore_case=ignore_case).find(text)]


def test_the_longest_phrase_wins_and_none_stands_inside_another() -> None:
    text = "The Service Level of the Service and the Service Level Agreement."
    assert _found(text, "Service", "Service Level", "Service Level Agreement", "Level") == [
        "Service Level",
        "Service",
        "Service Level Agreement",
    ]


def test_a_longer_phrase_that_breaks_off_leaves_the_shorter_one() -> None:
    assert _found("Service Level Report", "Service", "Service Level Agreement") == ["Service"]


def test_only_whole_words_are_found() -> None:
    assert _found("Services, Customer, subservice, Service_1", "Service") == []
    assert _found("Level 1.5 and Level 1.", "Level 1") == ["Level 1"]


def test_a_possessive_has_a_use_of_its_word() -> None:
    assert _found("the Customer's and the Customer’s duty", "Customer") == ["Customer", "Customer"]
    assert _found("the customer’s own log", "customer's own") == ["customer’s own"]


def test_a_hyphen_makes_another_word() -> None:
    assert _found("non-Business Day, time-critical, critical-path", "Business Day", "critical") == []
    assert _found("Critical - as agreed - or - critical", "critical", "Critical") == ["Critical", "critical"]
    assert _found("a best-effort promise", "best-effort") == ["best-effort"]


def test_case_counts_unless_told_otherwise() -> None:
    assert _found("Promptly or promptly", "promptly") == ["promptly"]
    assert _found("Promptly or PROMPTLY", "promptly", ignore_case=True) == ["Promptly", "PROMPTLY"]
    assert _found("STRASSE und Straße", "straße", ignore_case=True) == ["STRASSE", "Straße"]


def test_a_phrase_goes_over_a_line_break_but_not_over_a_comma() -> None:
    assert _found("Service\n  Level and Service\xa0Level, Service, Level", "Service Level") == [
        "Service\n  Level",
        "Service\xa0Level",
    ]


def test_a_phrase_may_hold_signs() -> None:
    assert _found("C++ and R&D (24x7), and/or.", "C++", "R&D", "24x7", "and/or") == ["C++", "R&D", "24x7", "and/or"]


def test_what_is_found_knows_its_place_and_its_payload() -> None:
    (found,) = PhraseIndex.of({"as soon as possible": "MEA-01"}).find("Act as soon as possible.")
    assert (found.start, found.end, found.words, found.payload) == (4, 23, "as soon as possible", "MEA-01")


def test_a_phrase_may_be_written_with_either_apostrophe() -> None:
    assert _found("the other party's and the other party’s", "party’s") == ["party's", "party’s"]


def test_a_phrase_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="no word to look for"):
        PhraseIndex.of({" ": None})


@given(
    st.text(alphabet="ab '-.\n", max_size=60), st.lists(st.text(alphabet="ab -", min_size=1, max_size=8), max_size=5)
)
def test_every_find_is_a_phrase_at_its_place(text: str, phrases: list[str]) -> None:
    wanted = {phrase: " ".join(phrase.replace("-", " - ").split()) for phrase in phrases if phrase.strip()}
    end = 0
    for found in PhraseIndex.of(wanted).find(text):
        assert found.start >= end
        assert text[found.start : found.end] == found.words
        assert " ".join(found.words.replace("-", " - ").split()) == found.payload
        end = found.end


def test_a_thousand_phrases_over_a_long_text_take_a_moment() -> None:
    index = PhraseIndex.of({f"Defined Term{number} of the Agreement": number for number in range(1000)})
    text = "the Defined Term999 of the Agreement and some other words " * 2000
    began = time.perf_counter()
    assert sum(1 for _ in index.find(text)) == 2000
    assert time.perf_counter() - began < 5


def test_a_text_that_starts_a_long_phrase_over_and_over_takes_a_moment() -> None:
    index = PhraseIndex.of({" ".join(["a"] * 50) + " b": None})
    began = time.perf_counter()
    assert list(index.find("a " * 20_000)) == []
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("language", "phrase", "text", "found"),
    [
        ("de", "Geplante Wartung", "während der geplanten Wartungen", ["geplanten Wartungen"]),
        ("fr", "Crédit de Service", "l’ensemble des Crédits de Service d’un mois", ["Crédits de Service"]),
        ("fr", "Incident", "l’incident et l'Incident", ["incident", "Incident"]),
        ("es", "Interrupción", "las interrupciones", ["interrupciones"]),
        ("en", "Service Level", "all Service Levels", ["Service Levels"]),
    ],
)
def test_an_inflected_form_is_the_same_phrase(language: str, phrase: str, text: str, found: list[str]) -> None:
    index = PhraseIndex.of({phrase: None}, inflected=language)
    assert [one.words for one in index.find(text)] == found


@pytest.mark.usefixtures("often_switched")
@pytest.mark.parametrize("fold", [{}, {"ignore_case": True}, {"inflected": "en"}])
def test_threads_that_read_one_text_find_what_one_thread_finds(fold: dict[str, bool | str]) -> None:
    index = PhraseIndex.of({"alpha beta": None}, **fold)  # type: ignore[arg-type]
    for words in range(1480, 1500):
        text = "word " * words + "alpha beta "
        together = Barrier(THREADS)

        def find(text: str = text, together: Barrier = together) -> list[tuple[int, int, str]]:
            together.wait()
            return [(found.start, found.end, found.words) for found in index.find(text)]

        with ThreadPoolExecutor(THREADS) as pool:
            asked = [pool.submit(find) for _ in range(THREADS)]
            places = [one.result() for one in asked]
        assert places == THREADS * [[(5 * words, 5 * words + 10, "alpha beta")]]
        assert [found.start for found in index.find(text)] == [5 * words]
