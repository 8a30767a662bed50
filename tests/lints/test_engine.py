from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import PurePath
from typing import Any

import attrs
import pytest
from attrs import evolve

from sla_drafter.assembly.assemble import assemble
from sla_drafter.assembly.draft import Draft
from sla_drafter.document.pages import Pages
from sla_drafter.findings import Finding, Place, Severity
from sla_drafter.lints.engine import lint, not_run, with_places
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.register import rule_files
from sla_drafter.lints.rule import Reads
from sla_drafter.model.agreement import Agreement
from tests.lints.cases import changed, library
from tests.promises.files import starter
from tests.writers.sample import SAMPLE, UNFINISHED

WAIVER = {
    "rule": "SIZ-02",
    "where": "severities",
    "reason": "two are enough",
    "approver": "Counsel",
    "until": "2027-12-31",
}
TWO_SEVERITIES = {"severities.3": None}


def drafted(patch: Mapping[str, Any]) -> Draft:
    return assemble(changed(patch).agreement, library())


def of(rule: str, findings: tuple[Finding, ...]) -> Finding:
    (found,) = (finding for finding in findings if finding.rule == rule)
    return found


def test_a_finding_names_the_clause_that_prints_its_field() -> None:
    found = of("CRE-06", lint(drafted({"credits.terms.cap": "30% per month"})))
    assert found.clause == "credits_ladder"
    assert found.clause_words.startswith("clause 7.1 Service credits, Schedule ")


@pytest.mark.parametrize(("language", "said"), [("de", "Ziffer 7.1 "), ("fr", "article 7.1 "), ("es", "cláusula 7.1 ")])
def test_the_clause_of_a_finding_is_named_in_the_language_of_the_paper(language: str, said: str) -> None:
    draft = starter().set({"credits.terms.cap": "30% per month"}).in_language(language).draft(layout=False)
    assert of("CRE-06", lint(draft)).clause_words.startswith(said)


def test_a_blank_stands_in_the_clause_that_is_about_it() -> None:
    assert of("CMP-02", lint(drafted({"term.effective": None}))).clause_words == "clause 1.6 Term and renewal"


def test_the_page_of_a_finding_is_the_one_on_which_its_clause_begins() -> None:
    layout = Pages(1, 4, 1, 2, {"term_renewal": 3})
    assert of("CMP-02", lint(drafted({"term.effective": None}), layout=layout)).page == 3


def test_findings_come_worst_first() -> None:
    found = lint(drafted({"term.effective": None, **TWO_SEVERITIES}))
    ranks = [finding.severity.rank for finding in found]
    assert ranks == sorted(ranks)
    assert {0, 1, 2} == set(ranks)


def test_a_waived_warning_stays_in_the_list_with_its_reason() -> None:
    found = lint(drafted({**TWO_SEVERITIES, "private.waivers": [WAIVER]}), on=date(2027, 6, 1))
    assert of("SIZ-02", found).waived == "two are enough"
    assert not [finding for finding in found if finding.rule == "DOC-01"]


def test_a_waiver_may_name_the_rule_by_its_name_and_the_place_by_the_clause() -> None:
    by_name = {**WAIVER, "rule": "too_many_levels", "where": "severity"}
    assert of("SIZ-02", lint(drafted({**TWO_SEVERITIES, "private.waivers": [by_name]}))).waived


def test_a_waiver_for_another_place_waives_nothing() -> None:
    elsewhere = lint(drafted({**TWO_SEVERITIES, "private.waivers": [{**WAIVER, "where": "metrics"}]}))
    assert not of("SIZ-02", elsewhere).waived
    assert of("DOC-01", elsewhere).field == "private.waivers[1]"


def test_an_error_is_never_waived() -> None:
    waiver = {"rule": "CMP-02", "reason": "later", "approver": "Counsel"}
    assert not of("CMP-02", lint(drafted({"term.effective": None, "private.waivers": [waiver]}))).waived


def test_an_absent_fact_that_the_paper_prints_as_a_blank_is_one_error_and_cannot_be_waived() -> None:
    path = "metrics.availability.owner"
    waiver = {"rule": "CMP-18", "reason": "later", "approver": "Counsel"}
    found = [each for each in lint(drafted({path: None, "private.waivers": [waiver]})) if each.field == path]
    assert [(each.rule, each.severity, each.waived) for each in found] == [("CMP-18", Severity.ERROR, "")]


def test_a_fault_of_assembly_that_no_rule_knows_is_passed_on() -> None:
    fault = Finding("LIB-99", "something_else", Severity.ERROR, "Something else.")
    assert of("LIB-99", lint(evolve(drafted({}), faults=(fault,)))).message == "Something else."


def test_rules_that_need_pages_are_named_when_there_is_no_layout() -> None:
    assert [rule.code for rule in not_run(drafted({}))] == ["SIZ-01", "REF-09"]
    assert not not_run(drafted({}), layout=Pages(1, 4, 1, 2, {}))


def test_the_worst_grade_of_several_kinds_counts() -> None:
    patch = {"kind": ["internal", "sales_marketing"], "responsibilities.customer": None}
    assert of("CMP-17", lint(drafted(patch))).severity is Severity.ERROR


def test_the_same_draft_gives_the_same_findings() -> None:
    assert lint(drafted(TWO_SEVERITIES)) == lint(drafted(TWO_SEVERITIES))


def test_text_rules_read_any_paper() -> None:
    for file in rule_files():
        if file.RULE.reads is Reads.PAPER:
            for paper in (SAMPLE, UNFINISHED):
                assert all(finding.rule == file.RULE.code for finding in file.find(Paper(paper)))


def test_places_are_found_for_each_path_and_marked_at_the_quote() -> None:
    line = "  target: at least 99.9%"
    known = {"metrics.a.target": Place(PurePath("a.yaml"), 7, 11, line, 14)}
    finding = Finding(
        "CRE-04",
        "x",
        Severity.ERROR,
        "x",
        "metrics.a.source.tool",
        also=("metrics.a.target",),
        also_notes=("here",),
        also_quotes=("99.9%",),
    )
    (placed,) = with_places([finding], known.get)
    assert [(place.line, place.column, place.length, place.note) for place in placed.places] == [(7, 20, 5, "here")]


def test_an_absent_fact_has_the_place_of_what_it_would_belong_to() -> None:
    known = {
        "metrics.a": Place(PurePath("a.yaml"), 3, 1, "a:", 1),
        "duties": Place(PurePath("a.yaml"), 9, 1, "duties:"),
    }
    asked = ("metrics.a.target.value", "duties[2].within")
    findings = [Finding("X-01", "x", Severity.ERROR, "x", path) for path in asked]
    assert [finding.places[0].line for finding in with_places(findings, known.get)] == [3, 9]


@pytest.mark.parametrize("field", [attribute.name for attribute in attrs.fields(Agreement)])
def test_an_agreement_without_one_of_its_parts_is_judged(field: str) -> None:
    if field in ("kind", "language"):
        return
    agreement = changed({}).agreement
    bare = evolve(agreement, **{field: getattr(Agreement(), field)})
    assert lint(assemble(bare, library()), on=date(2027, 1, 1), layout=Pages(1, 4, 1, 2, {}))


def test_an_agreement_that_says_nothing_has_errors_for_everything_that_is_missing() -> None:
    bare = Agreement(kind=changed({}).agreement.kind)
    found = lint(assemble(bare, library()))
    errors = {finding.rule for finding in found if finding.severity is Severity.ERROR}
    assert errors >= {"CMP-01", "CMP-02", "CMP-03", "CMP-04", "CMP-17", "CMP-20", "CMP-22", "CMP-33"}


def test_what_was_taken_away_from_the_level_above_is_a_warning() -> None:
    agreement = changed({}).agreement
    lower = evolve(agreement, parent=agreement, removed=("goals.orders_flow",))
    found = of("CON-21", lint(assemble(lower, library())))
    assert (found.field, found.severity) == ("goals.orders_flow", Severity.WARNING)


def test_only_two_parts_of_a_finding_hold_private_words() -> None:
    marker = "confidential marker"
    private = {
        "waivers": [{**WAIVER, "reason": marker}, {"rule": "CMP-02", "reason": marker, "approver": marker}],
        "left_out": {"reporting": marker},
        "notes": [marker],
    }
    patch = {
        **TWO_SEVERITIES,
        "clauses.reporting": "no",
        "services.database.fee": f"TBC: {marker}",
        "private": private,
    }
    found = lint(drafted(patch), on=date(2027, 1, 1))
    assert {"CMP-37", "CMP-33", "DOC-01"} <= {finding.rule for finding in found}
    assert of("CMP-37", found).private == of("SIZ-02", found).waived == marker
    assert not [finding for finding in found if marker in repr(evolve(finding, waived="", private=""))]
