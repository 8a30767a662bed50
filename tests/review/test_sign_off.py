from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from sla_drafter.document.pages import Pages
from sla_drafter.document.walk import document_lines, words_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.model.private import Private, Waiver
from sla_drafter.review.sign_off import Judged, SignOff, judge, signed_files
from sla_drafter.review.sign_off_document import sign_off_document
from sla_drafter.review.sign_off_tree import sign_off_tree
from tests.promises.files import starter

DAY = date(2026, 11, 2)
WARNING = Finding("CON-10", "review_after_first_end", Severity.WARNING, "m", "review.every", waived="r")
WAIVER = Waiver("CON-10", "review", "r", "a", date(2027, 12, 31))


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "keine Rechtsberatung"), ("fr", "conseil juridique"), ("es", "asesoramiento jurídico")],
)
def test_the_sheet_is_written_in_the_language_of_the_draft(language: str, said: str) -> None:
    draft = starter().draft(layout=False)
    draft = evolve(draft, document=evolve(draft.document, language=language))
    files = signed_files({"agreement.md": b"abc"})
    signed = SignOff(draft, Judged((), (), ()), Pages(1, 5, 1, 3, {}), DAY, "agreement.yaml", files)
    lines = [words_of(line) for line in document_lines(sign_off_document(signed))]
    assert any(said in line for line in lines)
    assert "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" in " ".join(lines)  # SHA-256 of abc


def test_a_waiver_counts_with_a_last_day_and_only_while_the_lint_accepts_it() -> None:
    draft = starter().draft(layout=False)

    def judged(waiver: Waiver, finding: Finding = WARNING) -> Judged:
        agreement = evolve(draft.agreement, private=Private(waivers=(waiver,)))
        return judge(evolve(draft, agreement=agreement), [finding], DAY)

    assert [one.waiver for one in judged(WAIVER).accepted] == [WAIVER]
    (blocking,) = judged(evolve(WAIVER, until=None)).blocking
    assert blocking.mend
    assert not blocking.waived
    assert "until" in blocking.mend.words
    assert judged(evolve(WAIVER, until=date(2026, 11, 1))).blocking
    error = evolve(WARNING, severity=Severity.ERROR, waived="")
    assert judged(WAIVER, error).blocking == (error,)
    assert judged(WAIVER, evolve(WARNING, severity=Severity.INFO)).blocking == ()


def test_a_blank_of_the_paper_blocks_even_where_no_rule_speaks_of_it() -> None:
    draft = starter().set({"reports.due": "TBC"}).draft(layout=False)
    (blocking,) = judge(draft, (), DAY).blocking
    assert (blocking.rule, blocking.field, blocking.severity) == ("SGN-01", "reports.due", Severity.ERROR)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Befunde sind in englischer Sprache."),
        ("fr", "Les constats sont en anglais."),
        ("es", "Los hallazgos están en inglés."),
        ("en", ""),
    ],
)
def test_a_sheet_in_another_language_says_once_that_findings_are_in_english(language: str, said: str) -> None:
    draft = starter().in_language(language).draft(layout=False)
    signed = SignOff(draft, Judged((), (), (WARNING,)), Pages(1, 5, 1, 3, {}), DAY, "agreement.yaml", ())
    lines = [words_of(line) for line in document_lines(sign_off_document(signed))]
    notices = sign_off_tree(signed)["notices"]
    assert len(notices) == (4 if said else 3)
    assert not said or (lines.count(said), notices.count(said)) == (1, 1)
    assert "Findings are in English." not in lines
