from __future__ import annotations

import pytest

from sla_drafter.assembly.assemble import assemble
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.engine import lint
from sla_drafter.lints.foreign import MILDER
from sla_drafter.lints.register import REGISTER, rule_file
from tests.lints.cases import Case, base, cases_of, changed, draft, found_by, library

ALL = [case for code in REGISTER for case in cases_of(code)]
MENDED_BY_PROGRAMS = ("CRE-01", "CRE-04", "MEA-01")
FIXED_BY_LINT = ("CMP-26", "CMP-50", "DOC-01")  # what --fix does with them is proven in tests/cli/test_lint_fix.py
EXPECTED = {"field", "clause", "severity", "says", "mend", "witness", "at"}


def test_the_base_agreement_is_clean() -> None:
    _, drafted = draft(Case("", "", (), {}, {}, {}, {}))
    assert not [str(finding) for finding in lint(drafted) if finding.severity is not Severity.INFO]
    assert base().agreement.title
    assert library().clauses


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)
def test_a_rule_finds_what_its_case_says(case: Case) -> None:
    found = found_by(case)
    said = "\n".join(map(str, found)) or "nothing"
    assert len(found) == len(case.finds), said
    have_edits = (*MENDED_BY_PROGRAMS, *FIXED_BY_LINT)
    assert case.rule in have_edits or not any(finding.mend and finding.mend.edits for finding in found)
    rule = rule_file(case.rule).RULE
    grades = {rule.severity, *rule.graded.values(), *rule.others}
    grades = {MILDER[grade] for grade in grades} if case.paper else grades
    assert {finding.severity for finding in found} <= grades
    for expected in case.finds:
        assert not set(expected) - EXPECTED
        assert any(agrees(finding, dict(expected)) for finding in found), f"{dict(expected)} is not among\n{said}"


def agrees(finding: Finding, expected: dict[str, str]) -> bool:
    """Whether a finding is the expected one."""
    exact = {"field": finding.field, "clause": finding.clause, "severity": finding.severity.value}
    marked = [place.text[place.column - 1 : place.column - 1 + place.length] for place in finding.places]
    held = {
        "says": finding.message,
        "mend": finding.mend.words if finding.mend else "",
        "witness": finding.witness,
        "at": " | ".join(marked),
    }
    return all(exact[name] == words if name in exact else words in held[name] for name, words in expected.items())


@pytest.mark.parametrize("code", REGISTER)
def test_every_rule_has_a_case_that_it_finds_and_one_that_it_passes(code: str) -> None:
    cases = cases_of(code)
    assert any(case.finds for case in cases)
    assert any(not case.finds for case in cases)


@pytest.mark.parametrize("code", MENDED_BY_PROGRAMS)
def test_a_mend_that_a_program_applies_removes_the_finding(code: str) -> None:
    mended = 0
    for case in cases_of(code):
        edits = [edit for finding in found_by(case) if finding.mend for edit in finding.mend.edits]
        if edits:
            mended += 1
            loaded = changed(case.patch).set({edit.path: edit.words for edit in edits})
            left = lint(assemble(loaded.agreement, library()))
            assert not [str(finding) for finding in left if finding.rule == case.rule]
    assert mended
