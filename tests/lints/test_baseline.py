from __future__ import annotations

import pytest
from attrs import evolve

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.baseline import Baseline, loads
from tests.writers.findings.found import ALL, FILE, LADDER

PATH = "agreement.yaml"


def test_what_was_known_is_marked_and_what_is_new_is_not() -> None:
    known = loads(Baseline.of({PATH: FILE}).dumps(), "b.json")
    worse = evolve(FILE, findings=(*FILE.findings, LADDER, evolve(LADDER, field="credits.ladders.other.99%")))
    assert [one.is_known for one in known.compared(worse, PATH).findings] == [True, True, True, False, False]


def test_a_score_of_a_whole_paper_is_known_when_a_word_changes_it() -> None:
    score = Finding("RDB-05", "low_reading_ease", Severity.WARNING, "Flesch reading ease -2.5: 27.1 words a sentence.")
    known = Baseline.of({PATH: evolve(FILE, findings=(score,))})
    now = evolve(score, message="Flesch reading ease 1.5: 1,027 words a sentence.")
    assert [one.is_known for one in known.compared(evolve(FILE, findings=(now,)), PATH).findings] == [True]


def test_a_second_finding_that_is_alike_is_new() -> None:
    known = Baseline.of({PATH: FILE})
    twice = evolve(FILE, findings=(LADDER, LADDER))
    assert [one.is_known for one in known.compared(twice, PATH).findings] == [True, False]


def test_another_file_has_a_baseline_of_its_own() -> None:
    known = Baseline.of({PATH: FILE, "other.yaml": FILE})
    assert not any(one.is_known for one in known.compared(FILE, "new.yaml").findings)
    assert known.known_as("new.yaml", "new.yaml", is_alone=True) == ""


def test_a_file_is_known_by_its_path_as_it_was_typed_before_or_as_the_only_one() -> None:
    known = Baseline.of({PATH: FILE})
    assert known.known_as(PATH, "agreement.yaml", is_alone=False) == PATH
    assert known.known_as("deals/agreement.yaml", PATH, is_alone=False) == PATH
    assert known.known_as("second.yaml", "second.yaml", is_alone=True) == PATH
    assert known.known_as("second.yaml", "second.yaml", is_alone=False) == ""


def test_the_same_findings_give_the_same_text_without_a_word_of_the_agreement() -> None:
    files = {one.path.as_posix(): one for one in ALL}
    text = Baseline.of(files).dumps()
    assert text == Baseline.of(dict(reversed(files.items()))).dumps()
    assert not [word for word in ("99.5", "secret", "CRE", "credits") if word in text]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is no JSON"),
        ("[]", "is no baseline of schema 1"),
        ('{"schema": 2, "files": {}}', "is no baseline of schema 1"),
        ('{"schema": 1, "files": {"a": "b"}}', "has no files with lists"),
        ('{"schema": 1}', "has no files with lists"),
    ],
)
def test_anything_else_is_refused_by_name(text: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as refused:
        loads(text, "b.json")
    assert "--write-baseline" in str(refused.value)
    assert refused.value.headline.startswith("b.json")
