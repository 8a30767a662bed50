"""The rules on wording judge a paragraph of any length in a moment, whatever stands in it again and again."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest

from sla_drafter.lints.paper import Paper
from sla_drafter.lints.register import rule_file
from sla_drafter.readers.foreign import read_bytes

HOSTILE = {
    "staff shall ": ("AMB-11", "AMB-01"),
    "deemed received ": ("MOD-05",),
    "a, b or c that ": ("AMB-09",),
    "( ": ("STY-09",),
    "the the ": ("STY-07",),
    "one days and 2 hour ": ("STY-10",),
    "shall be void ": ("MOD-02", "AMB-10"),
    "SHALL MEAN A LONG ": ("STY-05", "STY-04"),
    "you, Customer, may not be able ": ("STY-11", "MOD-04"),
    "an user, which is his, prior to ": ("STY-08", "STY-06", "STY-02"),
    "shall be done not never no ": ("AMB-08",),
}
"""What a rule has to judge again and again, with the rules."""
TIMES, MOST_SECONDS = 10_000, 5


@cache
def paper_of(fragment: str) -> Paper:
    foreign = read_bytes(("The Provider. " + fragment * TIMES).encode(), Path("their.md"))
    paper = Paper(foreign.document, foreign.marks)
    assert any(len(sentence) > TIMES for _, sentence in paper.sentences)
    return paper


@pytest.mark.parametrize(("fragment", "code"), [(part, code) for part, codes in HOSTILE.items() for code in codes])
def test_a_hostile_paragraph_is_judged_in_a_moment(fragment: str, code: str) -> None:
    paper = paper_of(fragment)
    began = time.process_time()
    list(rule_file(code).find(paper))
    assert time.process_time() - began < MOST_SECONDS
