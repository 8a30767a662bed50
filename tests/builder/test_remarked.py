# ruff: noqa: E501 - markup is easier to read on one line
"""A Word copy with findings as comments: on the right words, and nothing else in the file changes."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from attrs import evolve

from sla_drafter.builder.compose import Builder
from sla_drafter.builder.linted import lint_file
from sla_drafter.builder.remarked import remarked, remarked_file
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Confidence, Mend
from sla_drafter.readers.docx import Changes
from sla_drafter.readers.docx.lines import lines
from sla_drafter.readers.docx.package import open_package
from tests.builder.remarked_files import found, marked, parts, remarks, whole
from tests.readers.docx.test_lines import file, p, r

AGREEMENT = Path(__file__).parent.parent / "cli" / "agreement.yaml"
PAPERS = sorted((Path(__file__).parent.parent / "readers" / "foreign" / "papers").glob("*.docx"))
FIELD = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("clause 4")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
CASES = {
    "in a run": (p("It answers promptly and well."), "promptly"),
    "across runs": (f"<w:p>{r('answers prom')}{r('pt')}{r('ly and well')}</w:p>", "promptly and"),
    "with other spaces": (f"<w:p>{r('answers  very ')}<w:r><w:tab/><w:t>promptly</w:t></w:r></w:p>", "very promptly"),
    "in a cell": (f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc><w:tc>{p('It answers promptly.')}</w:tc></w:tr></w:tbl>", "promptly"),
    "in words put in": (f"<w:p>{r('answers ')}<w:ins w:id='7' w:author='B'>{r('very promptly now')}</w:ins></w:p>", "promptly"),
    "into words put in": (f"<w:p>{r('answers ')}<w:ins w:id='7' w:author='B'>{r('promptly')}</w:ins>{r(' and well')}</w:p>", "answers promptly and"),
    "in a link": (f"<w:p>{r('see ')}<w:hyperlink w:anchor='a'>{r('the usual terms')}</w:hyperlink></w:p>", "usual"),
    "in a control": (f"<w:p><w:sdt><w:sdtContent>{r('a reasonable time')}</w:sdtContent></w:sdt></w:p>", "reasonable"),
    "with a field": (f"<w:p>{r('under ')}{FIELD}{r(' of it')}</w:p>", "clause 4 of"),
    "broken off in a word": (p("decide and delete the other one"), "delete the oth"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_comment_is_on_the_words_that_it_is_about(case: str) -> None:
    body, quote = CASES[case]
    (remark,) = marked(whole(body), found(quote))
    expected = "delete the other" if case == "broken off in a word" else quote
    assert " ".join(remark.on.split()) == expected


def test_words_that_stand_there_twice_are_each_marked_once() -> None:
    data = remarked(whole(p("soon, sooner, soon and soon")), [found("soon")] * 3, Changes.ACCEPTED, is_ours=False)
    text = parts(data)["word/document.xml"].decode()
    assert [remark.on for remark in remarks(data)] == ["soon", "soon", "soon"]
    assert text.index("sooner") > text.index('commentRangeEnd w:id="0"')
    assert text.index("sooner") < text.index('commentRangeStart w:id="1"') < text.index('commentRangeStart w:id="2"')


def test_comments_overlap_and_nest() -> None:
    remarks_ = marked(whole(p("one two three four")), found("two three"), found("three four"), found("three"))
    assert sorted(remark.on for remark in remarks_) == ["three", "three four", "two three"]


def test_paragraphs_are_counted_as_a_reader_sees_them() -> None:
    body = p("First.") + p() + p("It answers promptly.") + p("And promptly.")
    assert [one.on for one in marked(whole(body), found("promptly", 3))] == ["promptly"]
    assert [one.on for one in marked(whole(body), found("gone", 2))] == ["It answers promptly."]


def test_of_tracked_changes_the_words_are_marked_that_were_read() -> None:
    body = f"<w:p>{r('answers ')}<w:del w:id='7' w:author='B'><w:r><w:delText>promptly</w:delText></w:r></w:del><w:ins w:id='8' w:author='B'>{r('soon')}</w:ins></w:p>"
    assert [one.on for one in marked(whole(body), found("promptly"), changes=Changes.REJECTED)] == ["promptly"]
    assert [one.on for one in marked(whole(body), found("soon"))] == ["soon"]


def test_what_stands_beside_the_text_is_said_at_the_text() -> None:
    note = f'<w:footnote w:id="1">{p("A prompt note.")}</w:footnote>'
    box = f"<w:r><w:pict><w:txbxContent>{p('boxed soon')}</w:txbxContent></w:pict></w:r>"
    body = (
        p("First.") + p(inside=r("The fee") + '<w:r><w:footnoteReference w:id="1"/></w:r>') + p(inside=r("Box") + box)
    )
    noted = found("prompt", 5, where="paragraph 5")
    of_note, boxed = sorted(
        marked(whole(body, footnotes=note), noted, found("soon", 4)), key=lambda one: one.says[-1], reverse=True
    )
    assert of_note.says[-1] == "Where: paragraph 5, in footnote 1"
    assert of_note.on == ""
    assert boxed.says[-1] == "Where: in a text box"
    assert boxed.on.startswith("Box")


def test_what_is_wrong_with_a_file_as_a_whole_is_said_at_its_beginning() -> None:
    (remark,) = marked(whole(p("First.") + p("Second.")), found("", 0))
    assert (remark.on, remark.says[-1]) == ("First.", "Where: the file as a whole")


def test_a_comment_says_the_rule_the_fault_and_the_mend() -> None:
    finding = evolve(found("soon"), witness="A year.", mend=Mend("within\n  an hour"), confidence=Confidence.HIGH)
    (remark,) = marked(whole(p("soon")), evolve(finding, waived="Our secret reason.", private="Our floor."))
    assert remark.author == "sla-drafter"
    assert remark.says == (
        "waived AMB-01 vague",
        "Vague.",
        "Example: A year.",
        "Mend: within",
        "  an hour",
        "How sure: high.",
    )


def test_the_same_findings_make_the_same_file() -> None:
    data = whole(p("soon"))
    assert len({remarked(data, [found("soon")], Changes.ACCEPTED, is_ours=False) for _ in range(2)}) == 1


def test_a_file_without_the_list_of_its_parts_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"there is no \[Content_Types\]\.xml in it"):
        marked(file(p("soon")), found("soon"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
@pytest.mark.parametrize("changes", [Changes.ACCEPTED, Changes.REJECTED])
def test_nothing_else_in_a_file_changes(paper: Path, changes: Changes) -> None:
    data, linted = paper.read_bytes(), lint_file(paper, changes=changes.value)
    copy = remarked(data, [*linted.findings, found("", 0)], changes, is_ours=False)
    before, after = parts(data), parts(copy)
    changed = {name for name in after if before.get(name) != after[name]}
    announced = set() if "word/comments.xml" in before else {"[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert changed == {"word/document.xml", "word/comments.xml", *announced}
    assert before.keys() <= after.keys()
    for view in Changes:
        read, again = (lines(open_package(one), view) for one in (data, copy))
        assert [line.printed for line in again] == [line.printed for line in read]
    assert remarks(copy)[-1].author
    assert len(remarks(copy)) == len(remarks(data)) + len(linted.findings) + 1


def test_comments_of_others_are_kept() -> None:
    (paper,) = (one for one in PAPERS if "word/comments.xml" in parts(one.read_bytes()))
    before = remarks(paper.read_bytes())
    assert before
    after = remarks(remarked(paper.read_bytes(), [found("", 0)], Changes.ACCEPTED, is_ours=False))
    assert [one for one in after if one.author != "sla-drafter"] == before


def test_the_copy_of_an_agreement_is_its_draft_with_comments_in_its_clauses(tmp_path: Path) -> None:
    linted = lint_file(AGREEMENT, on=datetime.date(2026, 11, 2))
    said = remarked_file(linted, tmp_path / "copy.docx", on=datetime.date(2026, 11, 2)).said
    told = remarks((tmp_path / "copy.docx").read_bytes())
    assert len(told) == len(said) == len(linted.findings) > 3
    paper = Builder.from_file(AGREEMENT).configured().draft(layout=False).document
    assert paper.banner == ""
    (clause,) = [one for one in told if one.says[-1].startswith("Where: metrics.query_time")]
    assert clause.on.startswith("Service levels")
    sentences = [one for one in told if "RDB-01" in one.says[0]]
    quotes = [" ".join(one.quote.split()) for one in linted.findings if one.rule == "RDB-01"]
    assert sorted(" ".join(one.on.split()) for one in sentences) == sorted(quotes)


def test_what_is_private_is_in_no_comment(tmp_path: Path) -> None:
    linted = lint_file(AGREEMENT, on=datetime.date(2026, 11, 2))
    first, *rest = linted.findings
    secret = evolve(first, field="private.floor", message="Our floor is 99 %.")
    told = evolve(linted, report=evolve(linted.report, findings=(secret, *rest)))
    assert remarked_file(told, tmp_path / "copy.docx").said == tuple(rest)
    assert b"Our floor" not in parts((tmp_path / "copy.docx").read_bytes())["word/comments.xml"]
