"""Of huge texts the last is kept and no more, whatever was asked of them."""

import gc
import tracemalloc
from collections.abc import Callable

import pytest

from sla_drafter.language.dates import dates_in
from sla_drafter.language.kept import LONGEST_WORD, ByWord, kept
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.language.sentences import sentence_spans, sentences, word_list, words_in
from sla_drafter.language.stems import stem
from sla_drafter.language.syllables import syllables
from sla_drafter.lints.twice import said_twice

INDEX = PhraseIndex.of({"Service Level": None}, inflected="en")
MANY_WORDS = "It is said in thirty (30) words of 4 May 2024 what a Service Level is. "
ASKED: dict[str, tuple[str, Callable[[str], object]]] = {
    "sentences": (MANY_WORDS, lambda text: sentences(text, "en")),
    "their places": (MANY_WORDS, lambda text: sentence_spans(text, "en")),
    "words": (MANY_WORDS, word_list),
    "how many words": (MANY_WORDS, words_in),
    "one long word": ("word", word_list),
    "phrases": (MANY_WORDS, lambda text: list(INDEX.find(text))),
    "numbers said twice": (MANY_WORDS, lambda text: said_twice(text, "en")),
    "dates": (MANY_WORDS, lambda text: dates_in(text, "en")),
    "a stem": ("word", lambda text: stem(text, "en")),
    "syllables": ("word", lambda text: syllables(text, "en")),
    "syllables by vowels": ("wort", lambda text: syllables(text, "de")),
}


@pytest.mark.parametrize("what", ASKED)
def test_of_huge_texts_no_more_than_the_last_is_kept(what: str) -> None:
    said, ask = ASKED[what]

    def held_after(first: int, last: int) -> int:
        for number in range(first, last):
            ask(f"{what[-1]}{number}{said}" * (60_000 // len(said)))
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    ask(said)
    tracemalloc.start()
    try:
        one = held_after(0, 1)
        assert held_after(1, 9) < one + 50_000
    finally:
        tracemalloc.stop()


def test_of_texts_the_last_are_kept_and_of_huge_ones_the_last() -> None:
    read: list[str] = []

    @kept(2, longest=5)
    def first(text: str, more: str = "") -> str:
        read.append(text)
        return text[:1] + more

    assert [first(text) for text in ("ab", "ab", "cd", "ef", "ab", "abcdef", "abcdef")] == list("aaceaaa")
    assert [first(text) for text in ("ghijkl", "abcdef", "ab")] == list("gaa")
    assert first("ab", "!") == "a!"
    assert read == ["ab", "cd", "ef", "ab", "abcdef", "ghijkl", "abcdef", "ab"]


def test_of_words_those_are_kept_that_have_room() -> None:
    read: list[str] = []

    def capital(word: str) -> str:
        read.append(word)
        return word.upper()

    made = ByWord(capital, 2)
    assert [made[word] for word in ("a", "b", "a", "c", "a")] == list("ABACA")
    assert read == ["a", "b", "c", "a"]
    assert made["a" * LONGEST_WORD] == "A" * LONGEST_WORD
    assert made["b" * (LONGEST_WORD + 1)] == "B" * (LONGEST_WORD + 1)
    assert list(made) == ["a" * LONGEST_WORD]
