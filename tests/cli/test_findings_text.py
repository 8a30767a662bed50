from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

import click
import pytest

from sla_drafter.cli.findings_text import counts, finding_text, mistake_text
from sla_drafter.cli.refusal import refusal_text
from sla_drafter.cli.status import failing
from sla_drafter.errors import DraftRejected, Unreadable
from sla_drafter.findings import Finding, Mend, Place, Severity

FILE = PurePath("agreement.yaml")
BAND = Place(FILE, 84, 17, "      - {below: 99.5%, credit: 10%}", 5, "the first band starts here")
TARGET = Place(FILE, 56, 22, "    target: at least 99.9%", 5, "the target is here")
LADDER = Finding(
    rule="CRE-04",
    name="ladder_misses_target",
    severity=Severity.ERROR,
    message="From 99.5% up to 99.9% a month misses the target and earns nothing.",
    field="credits.ladders.availability.99.5%",
    clause_words="clause 6.1 Service Credits, Schedule 2",
    places=(BAND, TARGET),
    witness="99.7% in a 30-day month is 2 h 9 min 36 s down, missed, credit GBP 0.00.",
    mend=Mend("below: 99.9%   (or lower the target to 99.5%)"),
)
ROLE = Place(FILE, 18, 37, "  manager: {title: Manager, deputy: duty_manger}", 11)


def plain(text: str) -> str:
    return click.unstyle(text)


def test_a_finding_reads_as_the_model_transcript_shows_it(golden: Callable[[str, str], None]) -> None:
    golden(plain(finding_text(LADDER)) + "\n", "cli/findings_text/two_places.txt")


def test_a_mistake_shows_its_line_and_no_rule(golden: Callable[[str, str], None]) -> None:
    message = "There is no role duty_manger. Did you mean duty_manager?"
    role = Finding("FILE-04", "unknown_id", Severity.ERROR, message, "roles.manager.deputy", places=(ROLE,))
    refused = Unreadable("agreement.yaml cannot be read: 1 mistake", (role,))
    golden(plain(refusal_text(refused)) + "\n", "cli/findings_text/mistake.txt")


def test_findings_of_a_refused_draft_name_their_rule() -> None:
    assert "error CRE-04  ladder_misses_target" in plain(refusal_text(DraftRejected("refused", (LADDER,))))


def test_colours_are_marks_around_the_same_words() -> None:
    assert plain(finding_text(LADDER)) != finding_text(LADDER)


def test_marks_stand_below_the_words_they_mean() -> None:
    place = Place(FILE, 3, 5, "日本: zürich", 6)
    line, marks = mistake_text(Finding("R", "r", Severity.ERROR, "m", places=(place,))).splitlines()[2:4]
    shown = plain(marks)
    assert line == "     3 | 日本: zürich"
    # Two wide letters take four columns, so the mark stands two columns further right than the count of letters.
    assert shown == "       | " + " " * 6 + "^" * 6


def test_a_line_with_two_faults_is_shown_once() -> None:
    text = "  a: {one: 1, two: 2}"
    places = (Place(FILE, 7, 7, text, 3, "first"), Place(FILE, 7, 15, text, 3, "second"))
    said = plain(mistake_text(Finding("R", "r", Severity.ERROR, "m", places=places)))
    assert said.count(text) == 1
    assert [line.split()[-1] for line in said.splitlines() if "^" in line] == ["first", "second"]


def test_a_second_file_is_named() -> None:
    other = Place(PurePath("corporate.yaml"), 9, 3, "  target: at least 99.9%", 6, "promised here")
    said = plain(finding_text(Finding("R", "r", Severity.ERROR, "m", places=(BAND, other))))
    assert "\n  corporate.yaml:9:3\n" in said


def test_a_very_long_line_is_shown_around_its_mark() -> None:
    text = "a: " + "x" * 400 + " WRONG " + "y" * 400
    place = Place(FILE, 1, text.index("WRONG") + 1, text, 5)
    line, marks = plain(mistake_text(Finding("R", "r", Severity.ERROR, "m", places=(place,)))).splitlines()[2:4]
    assert len(line) < 200
    assert line[marks.index("^") :][:5] == "WRONG"
    assert marks.count("^") == 5


def test_a_character_that_turns_the_text_is_named_and_does_nothing() -> None:
    place = Place(FILE, 1, 5, "a: \u202ebad\x1b[31m", 3)
    said = plain(mistake_text(Finding("R", "r", Severity.ERROR, "found \u202ebad", "a\x07", places=(place,))))
    assert not {"\u202e", "\x1b", "\x07"} & set(said)
    assert "<U+202E>bad<U+001B>[31m" in said
    assert "found <U+202E>bad" in said
    line, marks = said.splitlines()[2:4]
    assert line[marks.index("^") :].startswith("bad")


def test_a_mend_of_several_lines_can_be_pasted() -> None:
    finding = Finding("R", "r", Severity.ERROR, "m", mend=Mend("term:\n  initial: 24 months"))
    assert plain(finding_text(finding)).endswith("  Mend:\n    term:\n      initial: 24 months")


def test_a_mend_that_the_message_says_already_is_not_said_again() -> None:
    finding = Finding("R", "r", Severity.ERROR, "Write 4000 instead.", mend=Mend("4000"))
    assert "Mend" not in finding_text(finding)


def test_a_long_clause_moves_left_and_the_line_keeps_its_width() -> None:
    words = "clause 6.1 Service Credits, Schedule 2, Schedule 3"
    head = plain(finding_text(Finding("CRE-04", "gap", Severity.ERROR, "m", clause_words=words))).splitlines()[0]
    assert len(head) == 100
    assert head.endswith(f"  {words}")


def of_grade(severity: Severity, waived: str = "") -> Finding:
    return Finding("R", "r", severity, "m", waived=waived)


def test_findings_are_counted_by_severity_and_waived_ones_apart() -> None:
    found = (of_grade(Severity.ERROR), of_grade(Severity.WARNING), of_grade(Severity.WARNING), of_grade(Severity.INFO))
    assert counts(found) == "1 error, 2 warnings, 1 info"
    assert counts((of_grade(Severity.WARNING, "agreed"),)) == "0 errors, 0 warnings, 0 info, 1 waived"


@pytest.mark.parametrize(
    ("fail_on", "fails"),
    [("error", ["error"]), ("warning", ["error", "warning"]), ("info", ["error", "warning", "info"])],
)
def test_what_fails_is_at_or_above_the_failing_severity(fail_on: str, fails: list[str]) -> None:
    found = [of_grade(severity) for severity in Severity]
    assert [finding.severity.value for finding in failing(found, fail_on)] == fails


def test_a_waived_warning_does_not_fail_and_a_waived_error_does() -> None:
    found = [of_grade(Severity.ERROR, "agreed"), of_grade(Severity.WARNING, "agreed")]
    assert failing(found, "info") == (found[0],)
