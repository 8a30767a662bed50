from __future__ import annotations

from sla_drafter.language.readability import PROFILES, measure
from sla_drafter.language.sentences import sentences

TEXT = "The Provider keeps the Zentr. Archive open. It closes at night."


def test_a_further_abbreviation_ends_no_sentence() -> None:
    assert len(sentences(TEXT, "en")) == 3
    assert len(sentences(TEXT, "en", frozenset({"zentr"}))) == 2
    assert len(sentences(TEXT, "en")) == 3


def test_readability_counts_with_it() -> None:
    reading = measure([TEXT], PROFILES["plain"], "en", (), frozenset({"zentr"}))
    assert reading
    assert (reading.sentences, reading.longest_sentence) == (2, 7)
