"""The English lists of phrases: what one of them holds is found by no other, so one phrase is one fault."""

from __future__ import annotations

from itertools import permutations

import pytest

from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.lints import wordlists
from sla_drafter.lints.rules.modals import shall_without_duty

NAMES = (
    "archaisms",
    "wordy_phrases",
    "phrases_without_effect",
    "doublets",
    "gendered_words",
    "unclear_permissions",
    "weak_commitments",
    "open_lists",
    "agreements_to_agree",
)


def phrases_of(name: str) -> tuple[str, ...]:
    return tuple(wordlists.listed(name)["en"])


def index_of(name: str) -> PhraseIndex[str]:
    return wordlists.phrases(name, "en")


@pytest.mark.parametrize(("one", "other"), list(permutations(NAMES, 2)))
def test_a_phrase_of_one_list_holds_no_phrase_of_another(one: str, other: str) -> None:
    twice = {phrase: found.words for phrase in phrases_of(one) for found in index_of(other).find(phrase)}
    assert not twice


@pytest.mark.parametrize("name", NAMES)
def test_a_phrase_is_found_in_its_own_list(name: str) -> None:
    found = [next(index_of(name).find(phrase)).words for phrase in phrases_of(name)]
    assert found == list(phrases_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_duty_is_a_fault_of_one_rule(name: str) -> None:
    index = shall_without_duty.without_duty("en")
    found = [(phrase, use) for phrase in phrases_of(name) for use in index.find(phrase)]
    assert not [phrase for phrase, use in found if phrase[: use.start].endswith(shall_without_duty.VERB)]


@pytest.mark.parametrize("name", ["wordy_phrases", "phrases_without_effect", "gendered_words", "unclear_permissions"])
def test_what_would_be_right_is_no_fault_of_the_same_list(name: str) -> None:
    mends = wordlists.listed(name)["en"].values()
    assert not {mend: found.words for mend in mends for found in index_of(name).find(mend)}
