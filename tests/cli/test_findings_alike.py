"""Of many findings that say the same, a person reads the first and a list of places."""

from __future__ import annotations

from pathlib import PurePath

import pytest
from attrs import evolve

from sla_drafter.cli.findings_alike import MANY, WHOLE, findings_texts
from sla_drafter.cli.findings_text import finding_text
from sla_drafter.findings import Finding, Mend, Place, Severity

FILE = PurePath("a.yaml")


def missing(line: int, words: str = "Fees") -> Finding:
    place = Place(FILE, line, 3, f"- {words}", length=len(words))
    message = "This text is not there in the language of the paper (de)."
    mend = Mend("de: …")
    return Finding(
        "LNG-01", "text_not_translated", Severity.ERROR, message, f"terms[{line}]", places=(place,), mend=mend
    )


def test_a_few_are_shown_whole() -> None:
    few = [missing(line) for line in range(1, MANY)]
    assert list(findings_texts(few)) == list(map(finding_text, few))


@pytest.mark.parametrize("count", [MANY, MANY + 40])
def test_of_many_the_first_are_shown_whole_and_every_other_place_is_named_with_what_stands_there(count: int) -> None:
    many = [missing(line, f"Term {line}") for line in range(1, count + 1)]
    *whole, rest = findings_texts(many)
    assert whole == list(map(finding_text, many[:WHOLE]))
    title, *places = rest.splitlines()
    assert title == f"  error LNG-01  text_not_translated: the same in {count - WHOLE} more places"
    assert places == [f"    a.yaml:{line}:3  terms[{line}]  Term {line}" for line in range(WHOLE + 1, count + 1)]


def test_what_differs_in_anything_that_is_said_is_shown_for_itself() -> None:
    many = [missing(line) for line in range(1, 40)]
    other = evolve(missing(40), witness="99.5% in a month of 30 days")
    waived = evolve(missing(41), waived="agreed with them")
    texts = list(findings_texts([*many, other, waived]))
    assert finding_text(other) in texts
    assert finding_text(waived) in texts
    assert len(texts) == WHOLE + 1 + 2


def test_a_long_text_is_cut_where_the_line_ends() -> None:
    *_, rest = findings_texts([missing(line, "many words " * 20) for line in range(1, MANY + 1)])
    assert all(line.endswith("  many words many words many words many words …") for line in rest.splitlines()[1:])


def test_what_the_baseline_knows_is_listed_behind_what_is_new() -> None:
    known, new = evolve(missing(1), is_known=True), missing(2)
    shown, listed = findings_texts([known, new])
    assert shown == finding_text(new)
    assert listed == "  Known in the baseline:\n    error LNG-01  text_not_translated  a.yaml:1:3  terms[1]"
