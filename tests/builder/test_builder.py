from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

import sla_drafter
from sla_drafter import Builder, Draft, DraftRejected, Finding, NotWritten, Severity, Unreadable
from sla_drafter.document.index import values_of
from sla_drafter.document.walk import document_lines, words_of
from sla_drafter.model.paths import uses_of
from sla_drafter.model.scalars import Choice
from tests.model.everything import everything
from tests.promises.files import STARTER, starter

GAP = """\
    availability:
      - {from: 98.0%, to: 99.0%, credit: 5%}
      - {from: 0%, to: 97.0%, credit: 10%}
"""
LADDER = STARTER[STARTER.index("    availability:\n      - {below") : STARTER.index("    query_time:\n      - {below")]


def paper(draft: Draft) -> str:
    return "\n".join(map(words_of, document_lines(draft.document)))


def printed(draft: Draft, field: str) -> set[str]:
    """The words with which a fact stands on the paper."""
    return {value.words for _, value in values_of(draft.document) if value.field == field}


@pytest.fixture
def broken() -> Builder:
    """An agreement with a gap in its ladder."""
    return Builder.from_text(STARTER.replace(LADDER, GAP))


def test_a_draft_that_has_no_pdf_is_built_and_written_in_every_other_format(tmp_path: Path) -> None:
    draft = starter().set({"parties.customer.name": "☐ Ltd"}).build()
    (found,) = [finding for finding in draft.findings if finding.rule == "PDF-01"]
    assert found.severity is Severity.WARNING
    assert found.message.startswith("The PDF cannot be made: the typeface has no")
    with pytest.raises(NotWritten, match="The other formats can: --to docx,html,md,json") as refused:
        draft.write(tmp_path / "a.pdf", tmp_path / "a.docx")
    assert [finding.field for finding in refused.value.findings] == ["parties.customer.name"]
    assert not list(tmp_path.iterdir())
    assert len(draft.write(tmp_path / "a.docx", tmp_path / "a.html")) == 2


# --- steps -----------------------------------------------------------------------------------------------------------


def test_a_step_gives_another_builder_and_leaves_the_first_as_it_is() -> None:
    base = starter()
    other = base.set({"parties.customer.name": "Halden Retail Ltd"})
    assert other is not base
    assert printed(other.draft(layout=False), "parties.customer.name") == {"Halden Retail Ltd"}
    assert printed(base.draft(layout=False), "parties.customer.name") == {"Wexcombe Freight Ltd"}


def test_values_are_written_as_in_the_file() -> None:
    draft = starter().set({"services.database.fee": "EUR 12,345 per month"}).draft(layout=False)
    assert printed(draft, "services.database.fee") == {"EUR 12,345 per month"}


def test_a_finding_about_a_value_that_was_set_shows_the_value_and_no_line_of_the_file() -> None:
    draft = starter().set({"term.initial": "TBC"}).leave_out("relief", "agreed").draft(layout=False)
    found = {finding.field: finding for finding in draft.findings}
    assert str(found["term.initial"]).startswith("error CMP-33 open_point at term.initial = TBC: ")
    left_out = found["clauses.relief.include"]
    assert (left_out.places, left_out.given) == ((), "no")
    lines = STARTER.splitlines()
    assert all(place.text == lines[place.line - 1] for one in draft.findings for place in one.places)


def test_every_wrong_value_is_said_at_once() -> None:
    with pytest.raises(Unreadable) as refused:
        starter().set({"services.database.fee": "much", "term.effective": "soon", "metrics.uptime.colour": "red"})
    fields = {finding.field for finding in refused.value.findings}
    assert {"services.database.fee", "term.effective"} <= fields
    assert len(fields) == 3


def test_a_clause_is_included_with_a_fact_of_its_own() -> None:
    base = starter().leave_out("meetings", because="weekly call")
    assert "meetings" not in base.draft(layout=False).clause_ids
    assert "meetings" in base.include("meetings").draft(layout=False).clause_ids
    asked = starter().include("credit_claims", answer_within="12 days").draft(layout=False)
    assert printed(asked, "clauses.credit_claims.answer_within") == {"12 days"}


def test_a_clause_is_included_in_a_position_of_its_own() -> None:
    builder = starter().include("credit_claims", position="customer")
    assert uses_of(builder.agreement)["credit_claims"].position == Choice("position", "customer")
    text = builder.library.clauses["credit_claims"].text("en", "customer")
    assert text is not None
    draft = builder.draft(layout=False)
    assert {one.id: one.position for one in draft.clauses}["credit_claims"] == text.position


def test_a_clause_that_is_left_out_has_a_private_reason() -> None:
    builder = starter().leave_out("audits", because="covered by the group audit")
    draft = builder.draft(layout=False)
    assert ("audits", "covered by the group audit") in draft.left_out
    assert "covered by the group audit" not in paper(draft)


@pytest.mark.parametrize("step", ["include", "leave_out"])
def test_a_clause_that_does_not_exist_is_an_error_naming_the_near_ones(step: str) -> None:
    with pytest.raises(Unreadable, match="There is no clause credit_claim") as refused:
        getattr(starter(), step)("credit_claim", **({"because": "x"} if step == "leave_out" else {}))
    assert "credit_claims" in str(refused.value.findings[0].mend)


def test_a_fact_that_a_clause_does_not_have_is_an_error() -> None:
    with pytest.raises(Unreadable):
        starter().include("credit_claims", colour="red")


def test_a_wrong_file_says_every_mistake_at_once(tmp_path: Path) -> None:
    file = tmp_path / "agreement.yaml"
    file.write_text(STARTER.replace("zone: Europe/London", "zone: EST").replace("kind: customer_based", "kind: custom"))
    with pytest.raises(Unreadable) as refused:
        Builder.from_file(file)
    assert {finding.field for finding in refused.value.findings} >= {"time.zone", "kind"}


def test_an_agreement_composed_in_python_needs_no_file() -> None:
    agreement = everything(packages_taken=())
    again = Builder.from_agreement(agreement)
    assert again.agreement == agreement
    assert again.draft(layout=False).agreement == agreement


# --- judging ---------------------------------------------------------------------------------------------------------


def test_a_clean_agreement_is_built_with_its_pages() -> None:
    draft = starter().build()
    assert isinstance(draft, Draft)
    assert draft.pages.body <= 5
    assert not draft.is_unfinished


def test_a_draft_with_errors_is_refused_and_says_them_all(broken: Builder) -> None:
    with pytest.raises(DraftRejected) as refused:
        broken.build(layout=False)
    names = {finding.name for finding in refused.value.findings if finding.severity is Severity.ERROR}
    assert {"ladder_gap", "ladder_misses_target"} <= names
    assert str(len([one for one in refused.value.findings if one.severity is Severity.ERROR])) in str(refused.value)
    places = [place for one in refused.value.findings if one.name == "ladder_gap" for place in one.places]
    assert "98.0%" in places[0].text or "97.0%" in places[0].text


def test_an_unfinished_draft_is_built_marked_and_lists_what_is_open(broken: Builder) -> None:
    draft = broken.build(unfinished=True, layout=False)
    errors = [finding for finding in draft.findings if finding.severity is Severity.ERROR]
    assert draft.is_unfinished
    assert draft.document.banner == f"Unfinished draft: {len(errors)} error{'s' if len(errors) > 1 else ''}"
    assert len(draft.document.open_points) == len(errors)


@pytest.mark.parametrize(
    ("language", "banner"),
    [
        ("en", "Draft for discussion"),
        ("de", "Entwurf zur Besprechung"),
        ("fr", "Projet pour discussion"),
        ("es", "Borrador para su discusión"),
    ],
)
def test_a_copy_without_errors_counts_none_in_its_banner(language: str, banner: str) -> None:
    draft = evolve(starter().in_language(language).draft(layout=False), findings=()).marked_unfinished()
    assert draft.document.banner == banner
    assert draft.document.open_points == ()


def test_a_finding_about_a_private_fact_is_no_open_point_of_the_paper() -> None:
    about = Finding("X-01", "private_fault", Severity.ERROR, "the margin is 37%", field="private.margin")
    draft = evolve(starter().draft(layout=False), findings=(about,)).marked_unfinished()
    assert draft.document.banner == "Unfinished draft: 1 error"
    assert draft.document.open_points == ()


def test_findings_come_worst_first() -> None:
    ranks = [finding.severity.rank for finding in starter().set({"title": "TBC"}).draft(layout=False).findings]
    assert ranks == sorted(ranks)
    assert ranks[0] == 0


def test_rules_that_need_a_day_take_it() -> None:
    waiver = "\nprivate: {waivers: [{rule: CRE-05, where: credits, reason: x, approver: y, until: 2027-01-31}]}\n"
    builder = Builder.from_text(STARTER + waiver)

    def found(on: date) -> list[str]:
        return [one.message for one in builder.draft(on=on, layout=False).findings if one.rule == "DOC-01"]

    assert found(date(2027, 1, 31)) != found(date(2027, 2, 1))


def test_the_paper_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import sla_drafter.writers.pdf as pdf

    done: list[object] = []
    layout: Callable[..., object] = pdf.layout

    def counting(*given: object) -> object:
        done.append(given)
        return layout(*given)

    monkeypatch.setattr(pdf, "layout", counting)
    draft = starter().build()
    assert draft.pages.total > 5
    assert draft.pdf.startswith(b"%PDF")
    assert len(done) == 1


# --- writing ---------------------------------------------------------------------------------------------------------


def test_a_draft_is_written_in_every_format_and_in_folders_of_its_own(tmp_path: Path) -> None:
    paths = [
        tmp_path / "a.docx",
        tmp_path / "deep" / "a.pdf",
        *(tmp_path / f"a.{one}" for one in ("html", "md", "json")),
    ]
    written = starter().build().write(*paths)
    assert sorted(written) == sorted(paths)
    assert all(path.stat().st_size > 1000 for path in paths)


def test_an_unknown_ending_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=r"nobody writes files that end in \.odt"):
        starter().build().write(tmp_path / "a.docx", tmp_path / "a.odt")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_somebody_edited_is_not_overwritten_and_the_others_are_not_written(tmp_path: Path) -> None:
    draft = starter().build()
    edited, other = tmp_path / "edited" / "a.md", tmp_path / "other" / "a.html"
    draft.write(edited)
    edited.write_text(edited.read_text(encoding="utf-8") + "typed\n", encoding="utf-8")
    with pytest.raises(NotWritten):
        draft.write(other, edited)
    assert not other.exists()
    assert edited.read_text(encoding="utf-8").endswith("typed\n")
    draft.write(other, edited, force=True)
    assert not edited.read_text(encoding="utf-8").endswith("typed\n")


def test_a_file_carries_its_facts_unless_they_are_left_out(tmp_path: Path) -> None:
    draft = starter().build()
    draft.write(tmp_path / "with.docx")
    draft.write(tmp_path / "without.docx", source=False)

    def parts(name: str) -> bytes:
        with zipfile.ZipFile(tmp_path / name) as package:
            return b"".join(package.read(part) for part in package.namelist())

    assert b"parties.customer" in parts("with.docx") or b"Wexcombe" in parts("with.docx")
    assert len(parts("without.docx")) < len(parts("with.docx")) - len(draft.source) // 2


def test_one_agreement_serves_many_customers(tmp_path: Path) -> None:
    rows = ("id,name,fee", 'north,North Ltd,"GBP 1,000 per month"', 'south,South Ltd,"GBP 2,000 per month"')
    base = starter().include("credit_claims", position="customer", answer_within="5 days")
    for row in csv.DictReader(rows):
        facts = {"parties.customer.name": row["name"], "services.database.fee": row["fee"]}
        draft = base.set(facts).build(layout=False)
        draft.write(tmp_path / f"{row['id']}.md")
    assert "North Ltd" in (tmp_path / "north.md").read_text(encoding="utf-8")
    assert "2,000" in (tmp_path / "south.md").read_text(encoding="utf-8")
    assert "North" not in (tmp_path / "south.md").read_text(encoding="utf-8")


def test_what_the_package_offers_is_there() -> None:
    assert all(getattr(sla_drafter, name) is not None for name in sla_drafter.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        sla_drafter.nothing  # noqa: B018


def test_a_draft_without_its_words_judged_has_every_finding_on_facts_and_structure() -> None:
    sentence = " ".join(["the Provider shall answer promptly and"] * 12)
    waiver = {"rule": "RDB-01", "reason": "the customer's own words", "approver": "Counsel", "until": "2027-12-31"}
    facts = {"services.database.purpose": sentence, "term.initial": "TBC", "private.waivers": [waiver]}
    builder = starter().set(facts)
    judged = {finding.rule for finding in builder.draft(layout=False).findings}
    structure = {finding.rule for finding in builder.draft(layout=False, words=False).findings}
    assert {"RDB-01", "CMP-33"} <= judged
    assert {"CMP-33"} <= structure < judged
    assert {rule[:3] for rule in judged - structure} <= {"AMB", "RDB", "STY", "MOD", "NUM", "LNG", "TRM", "DOC"}
    with pytest.raises(DraftRejected):
        builder.build(layout=False, words=False)
