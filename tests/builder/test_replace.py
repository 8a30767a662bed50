from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter import Builder, DraftRejected
from sla_drafter.builder.draft import Draft
from sla_drafter.document.walk import lines_of, sections_of, words_of
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Severity
from sla_drafter.readers.agreement_file import loads, spell
from sla_drafter.readers.clauses import load_library
from tests.promises.files import STARTER, starter

ROOT = Path(__file__).parents[2]
WORDS = "The parties meet every {{ meetings.every | interval }} and follow [](#reporting)."
PRIVATE = "the buyer wants short words"


def written(clauses: str) -> str:
    """The starter with these lines under its clauses."""
    return STARTER.replace("\nclauses:\n", f"\nclauses:\n{clauses}")


def clause_words(draft: Draft, clause: str) -> str:
    (found,) = [
        section for story in draft.document.stories for section in sections_of(story.blocks) if section.id == clause
    ]
    return " ".join(words_of(line) for block in found.blocks for line in lines_of(block))


def replaced(text: str = WORDS, clause: str = "meetings") -> Builder:
    return starter().replace(clause, text, because=PRIVATE)


def of(draft: Draft, rule: str) -> list[Finding]:
    return [finding for finding in draft.findings if finding.rule == rule]


def test_words_of_ones_own_are_filled_like_those_of_the_library() -> None:
    draft = replaced().build(layout=False)
    said = clause_words(draft, "meetings")
    assert said.startswith("The parties meet every month and follow clause")
    assert "[](#" not in said


def test_a_replaced_clause_is_a_deviation_of_the_draft_and_a_finding() -> None:
    draft = replaced().build(layout=False)
    assert draft.deviations == (("meetings", PRIVATE),)
    (found,) = of(draft, "CMP-51")
    assert (found.field, found.severity, found.private) == ("clauses.meetings", Severity.INFO, PRIVATE)
    assert [one.id for one in draft.clauses if one.is_changed] == ["meetings"]
    assert starter().build(layout=False).deviations == ()


def test_the_reason_is_in_no_file_and_the_words_are(tmp_path: Path) -> None:
    draft = replaced().build(layout=False)
    assert PRIVATE.encode() not in draft.source
    assert "replace" in draft.source.decode()
    assert '"position": "replaced"' in draft.source.decode()
    draft.write(tmp_path / "a.md")
    written = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "The parties meet every month" in written
    assert PRIVATE not in written


def test_a_file_replaces_a_clause_with_its_reason_beside_it() -> None:
    text = written(
        "  meetings:\n    because: asked for\n    replace: |\n"
        "      The parties meet every {{ meetings.every | interval }}.\n\n      They keep minutes.\n"
    )
    builder = Builder.from_text(text)
    draft = builder.draft(layout=False)
    assert clause_words(draft, "meetings").endswith("They keep minutes.")
    assert draft.deviations == (("meetings", "asked for"),)
    again = loads(spell(builder.agreement, with_private=True), "again.yaml", load_library().clauses)
    assert again.agreement == builder.agreement


def test_the_words_are_given_by_language() -> None:
    builder = starter().replace("meetings", {"en": "They meet.", "de": "Sie treffen sich."}, because="x")
    assert clause_words(builder.draft(layout=False), "meetings") == "They meet."
    only_german = starter().replace("meetings", {"de": "Sie treffen sich."}, because="x").draft(layout=False)
    assert [finding.field for finding in of(only_german, "LNG-01")] == ["clauses.meetings.replace"]


def test_a_replaced_clause_has_no_defaults() -> None:
    silent = starter().set({"reports.due": None})
    assert of(silent.draft(layout=False), "CMP-50")
    own = silent.replace("reporting", "The Provider shall report.", because="x").draft(layout=False)
    assert not of(own, "CMP-50")
    assert own.agreement.reports is not None
    assert own.agreement.reports.due is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("It is {{ reports.colour }}.", "there is no colour in reports"),
        ("It is {{ reports.due }}.", "reports.due is not text: say how it is spelled"),
        ("It is {{ reports.due | pecent }}.", "pecent"),
        ("It is {{ reports.due", "end"),
        ("## Annex\n\n### Deeper", "a clause may not hold a heading"),
        ("See [this](#reporting).", "the words of a reference are computed"),
        ("{{ ''.__class__ }}", "__class__"),
    ],
)
def test_a_mistake_in_words_of_ones_own_is_one_of_the_file(words: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        replaced(words).draft(layout=False)
    (finding,) = refused.value.findings
    assert (finding.rule, finding.field) == ("FILE-13", "clauses.meetings.replace")
    assert said in finding.message


def test_the_mistakes_of_all_texts_are_said_at_once_with_their_lines() -> None:
    text = written(
        "  meetings:\n    replace: |\n      Good words.\n      It is {{ reports.colour }}.\n"
        '  notices: {replace: "{{ review.colour }} comes first."}\n'
    )
    with pytest.raises(Unreadable) as refused:
        Builder.from_text(text).draft(layout=False)
    assert [(one.field, one.places[0].text.strip()) for one in refused.value.findings] == [
        ("clauses.meetings.replace", "It is {{ reports.colour }}."),
        ("clauses.notices.replace", 'notices: {replace: "{{ review.colour }} comes first."}'),
    ]


def test_a_reference_of_ones_own_to_a_clause_that_is_not_there_rejects_the_draft() -> None:
    with pytest.raises(DraftRejected) as refused:
        replaced("It follows [](#internal_remedies).").build(layout=False)
    assert [one.rule for one in refused.value.findings if one.severity is Severity.ERROR] == ["CON-08"]


CORE = [clause.id for clause in load_library().clauses.values() if clause.is_core]


def test_the_core_is_what_every_kind_of_agreement_requires() -> None:
    assert {"parties", "scope", "metric_list", "measurement"} <= set(CORE)
    assert not {"reporting", "acceptance", "credits_ladder"} & set(CORE)


@pytest.mark.parametrize("clause", CORE)
def test_the_core_is_neither_left_out_nor_replaced(clause: str) -> None:
    steps: dict[Callable[[], Builder], str] = {
        lambda: starter().leave_out(clause, because="x"): "left out",
        lambda: starter().replace(clause, "Nothing.", because="x"): "replaced",
        lambda: Builder.from_text(written(f"  {clause}: no\n")): "left out",
    }
    for step, done in steps.items():
        with pytest.raises(Unreadable) as refused:
            step()
        (finding,) = refused.value.findings
        assert finding.rule == "FILE-12"
        assert finding.message == f"The clause {clause} cannot be {done}: every kind of agreement requires it."


def test_what_was_left_out_can_be_taken_in_again() -> None:
    draft = starter().leave_out("meetings", because="x").include("meetings").build(layout=False)
    assert "meetings" in draft.clause_ids
    assert not of(draft, "CMP-52")


def test_a_clause_that_facts_choose_and_that_is_left_out_is_shown() -> None:
    draft = starter().leave_out("maintenance_emergency", because=PRIVATE).draft(layout=False)
    (found,) = of(draft, "CMP-52")
    assert (found.field, found.private) == ("clauses.maintenance_emergency.include", PRIVATE)


def test_a_clause_that_does_not_exist_is_not_replaced() -> None:
    with pytest.raises(Unreadable, match="There is no clause meeting"):
        starter().replace("meeting", "x", because="x")


def test_the_page_about_choosing_clauses_does_what_it_shows() -> None:
    page = (ROOT / "docs/how-to/choose-clauses.md").read_text(encoding="utf-8")
    in_file, in_python = re.findall(r"```(?:yaml|python)\n(.*?)```", page, re.DOTALL)
    clauses = in_file.removeprefix("clauses:\n")
    own = re.search(r"\nclauses:\n.*\Z", STARTER, re.DOTALL)
    assert own
    draft = Builder.from_text(f"{STARTER[: own.start()]}\nclauses:\n{clauses}").draft(layout=False)
    assert {"performance", "credit_claims"} <= draft.clause_ids
    assert "maintenance_emergency" not in draft.clause_ids
    assert draft.deviations == (("meetings", "the customer has words of its own for this"),)
    assert 'Builder.from_file("agreement.yaml")' in in_python
