from __future__ import annotations

from pathlib import PurePath

from attrs import evolve
from lxml import etree

from sla_drafter.findings import FileFindings, Finding, Severity
from sla_drafter.writers.findings.junit import write
from tests.writers.findings.found import ALL, FILE, LADDER


def is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def test_a_suite_for_each_file_and_a_case_for_each_finding() -> None:
    root = etree.fromstring(write(ALL, is_error))
    assert {name: root.get(name) for name in ("name", "tests", "failures", "errors", "skipped")} == {
        "name": "sla-drafter lint", "tests": "5", "failures": "1", "errors": "1", "skipped": "1",
    }  # fmt: skip
    outcomes = [[case.find("*") is not None and case[0].tag for case in suite] for suite in root]
    assert outcomes == [["failure", "skipped", "system-out"], [False], ["error"]]
    failure = root[0][0][0]
    assert failure.get("message") == LADDER.message
    assert (failure.text or "").startswith("a b/agreement.yaml:84:17: From 99.5%")
    assert root[1][0].get("name") == "no finding by these rules"


def test_the_caller_says_what_fails() -> None:
    root = etree.fromstring(write([FILE], lambda _: True))
    assert root.get("failures") == "3"


def test_signs_that_xml_has_no_place_for_do_not_break_the_report() -> None:
    odd = evolve(LADDER, message="a\x00b\x1b]c\ud800d", places=())
    root = etree.fromstring(write([FileFindings(PurePath("a.yaml"), (odd,))], is_error))
    assert root[0][0][0].get("message") == "a�b�]c�d"


def test_the_reason_of_a_waiver_is_not_told() -> None:
    assert b"secret" not in write(ALL, is_error)


def test_what_a_script_gave_for_a_private_field_is_not_told() -> None:
    for field, is_told in (("private.margin", False), ("credits.terms.cap", True)):
        given = evolve(LADDER, field=field, given="37%", places=())
        assert (b"37%" in write([FileFindings(PurePath("a.yaml"), (given,))], is_error)) is is_told
