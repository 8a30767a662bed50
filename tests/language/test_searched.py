import re

from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.language.searched import Searched

TEXTS = ("The Service Level is met.", "A service credit is paid.", "Nothing at all", "two days,\nthree DAYS")
WORDS = st.sampled_from(["Service", "service level", "days", "three days", "met.", "all", "Nothing", "at all", "x"])


def test_a_text_that_has_none_of_the_words_is_left_out() -> None:
    searched = Searched(TEXTS)
    assert list(searched.places(PhraseIndex.of({"is met": None}, ignore_case=True))) == [0]
    assert list(searched.places(PhraseIndex.of({"service": None}))) == [1]
    assert list(searched.places(re.compile("days|credit", re.IGNORECASE))) == [1, 3]
    assert list(searched.places(re.compile(r"\w+"))) == [0, 1, 2, 3]
    assert list(searched.places(re.compile("penalty"))) == []
    assert list(searched.places(re.compile("credit"), PhraseIndex.of({"days": None, "Nothing": None}))) == [1, 2, 3]


@given(st.lists(WORDS, min_size=1), st.lists(WORDS).map(" ".join), st.booleans())
def test_every_text_that_holds_what_is_sought_is_among_them(words: list[str], text: str, ignore_case: bool) -> None:
    searched = Searched((*TEXTS, text))
    index = PhraseIndex.of(dict.fromkeys(words), ignore_case=ignore_case)
    pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE if ignore_case else 0)
    assert {at for at, one in enumerate(searched.texts) if any(index.find(one))} <= set(searched.places(index))
    assert {at for at, one in enumerate(searched.texts) if pattern.search(one)} <= set(searched.places(pattern))
