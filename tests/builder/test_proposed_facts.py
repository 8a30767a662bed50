"""Mends of facts as tracked changes: the paper with the facts that would be right, beside the one that was drafted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from sla_drafter.builder.compose import Builder
from sla_drafter.builder.files import made_bytes
from sla_drafter.builder.linted import lint_file
from sla_drafter.builder.proposed_facts import reworded
from sla_drafter.builder.remarked import remarked_file
from sla_drafter.findings import Edit, Finding, Mend, Severity
from sla_drafter.readers.docx import Changes
from sla_drafter.readers.docx.lines import lines
from sla_drafter.readers.docx.package import open_package
from tests.builder.remarked_files import W, parts
from tests.promises.starters import text_of

ON = date(2026, 11, 2)
LADDER = ("{below: 99.9%, credit: 5%}", "{below: 99.5%, credit: 15%}", "{below: 98.0%, credit: 40%}")
GAPS = (
    "{from: 99.5%, to: 99.99%, credit: 5%}",  # a month that keeps the target of 99.9% earns a credit
    "{from: 98.0%, to: 99.5%, credit: 15%}",
    "{from: 0%, to: 97.5%, credit: 40%}",  # no band holds 97.8%
)


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    """An agreement with two mistakes in the credit bands of a level, each with a mend of one border."""
    text = text_of("managed_database")
    for right, wrong in zip(LADDER, GAPS, strict=True):
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    (tmp_path / "agreement.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "agreement.yaml"


def read(data: bytes, view: Changes) -> list[str]:
    return [line.words for line in lines(open_package(data), view)]


def one_mend(*edits: Edit) -> Finding:
    return Finding("CRE-01", "ladder_gap", Severity.ERROR, "A gap.", mend=Mend("close it", edits))


def test_each_border_is_a_tracked_change_and_so_is_what_is_computed_from_it(agreement: Path, tmp_path: Path) -> None:
    linted = lint_file(agreement, on=ON)
    assert {one.rule for one in linted.findings if one.severity is Severity.ERROR} == {"CRE-01", "CRE-04"}
    copy = remarked_file(linted, tmp_path / "copy.docx", on=ON, proposes=True)
    data = (tmp_path / "copy.docx").read_bytes()
    root = etree.fromstring(parts(data)["word/document.xml"])
    gone, come = (["".join(map(str, one.itertext())) for one in root.iter(f"{W}{tag}")] for tag in ("del", "ins"))
    borders, computed = slice(2), slice(2, None)
    assert (gone[borders], come[borders]) == (["99.99%", "97.5%"], ["99.9%", "98%"])
    assert (gone[computed], come[computed]) == (["1", "99.861…%", "99.99%"], ["2", "99.722…%", "99.9%"])
    assert copy.changes == 5
    assert copy.has_facts


def test_accepted_the_copy_reads_as_the_draft_with_the_facts_that_would_be_right(
    agreement: Path, tmp_path: Path
) -> None:
    remarked_file(lint_file(agreement, on=ON), tmp_path / "copy.docx", on=ON, proposes=True)
    data = (tmp_path / "copy.docx").read_bytes()
    builder = Builder.from_file(agreement)
    band = "credits.ladders.availability"
    right = builder.set({f"{band}.99.99%.to": "99.9%", f"{band}.97.5%.to": "98%"})
    for view, drafted in ((Changes.REJECTED, builder), (Changes.ACCEPTED, right)):
        draft = made_bytes(drafted.draft(on=ON).marked_unfinished(), "docx")
        assert credits_of(read(data, view)) == credits_of(read(draft, Changes.ACCEPTED))


def credits_of(words: list[str]) -> list[str]:
    """The lines of the part on credits."""
    first = max(at for at, line in enumerate(words) if line == "Service Credits")
    return words[first : first + 14]


def test_without_a_mend_of_facts_nothing_is_proposed(agreement: Path) -> None:
    builder = Builder.from_file(agreement)
    draft = builder.draft(on=ON)
    assert reworded(builder, draft, [one_mend()], ON) == ()


def test_facts_that_cannot_stand_together_propose_nothing(agreement: Path) -> None:
    builder = Builder.from_file(agreement)
    wrong = Edit("credits.ladders.availability.97.5%.to", "ninety per cent")
    assert reworded(builder, builder.draft(on=ON), [one_mend(wrong)], ON) == ()


def test_two_mends_that_want_one_fact_otherwise_propose_nothing(agreement: Path) -> None:
    builder = Builder.from_file(agreement)
    one, other = (Edit("credits.ladders.availability.97.5%.to", share) for share in ("98%", "97.9%"))
    draft = builder.draft(on=ON)
    assert reworded(builder, draft, [one_mend(one), one_mend(one)], ON)
    assert reworded(builder, draft, [one_mend(one), one_mend(other)], ON) == ()


def test_where_a_row_would_go_the_comment_is_alone(agreement: Path) -> None:
    builder = Builder.from_file(agreement)
    row = Edit("credits.ladders.availability[2]", None)
    assert reworded(builder, builder.draft(on=ON), [one_mend(row)], ON) == ()
