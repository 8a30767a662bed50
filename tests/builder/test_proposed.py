# ruff: noqa: E501 - markup is easier to read on one line
"""Mends as tracked changes in a Word copy: accepted they give the new words, rejected those that were there before."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from attrs import evolve
from lxml import etree

from sla_drafter.builder.linted import lint_file
from sla_drafter.builder.proposed import least, refuse_other_words
from sla_drafter.builder.remarked import REVIEWER, copied, remarked_file
from sla_drafter.document.spots import Reviewer
from sla_drafter.errors import NotWritten
from sla_drafter.findings import Finding, Mend, Swap
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.swaps import swap as exact_swap
from sla_drafter.readers.docx import Changes
from sla_drafter.readers.docx.lines import lines
from sla_drafter.readers.docx.package import open_package
from sla_drafter.readers.foreign import read_document
from tests.builder.remarked_files import W, found, parts, remarks, whole
from tests.builder.test_remarked import AGREEMENT, FIELD, PAPERS
from tests.readers.docx.test_lines import p, r

BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
INS = "<w:ins w:id='7' w:author='B'>{}</w:ins>"


def proposed(data: bytes, *swaps: Swap, reviewer: Reviewer = REVIEWER) -> tuple[bytes, int]:
    """The copy of a file with these swaps as the mends of one finding, and how many could be made."""
    finding = evolve(found(swaps[0].words, swaps[0].paragraph), mend=Mend("write it so", swaps=swaps))
    return copied(data, [finding], Changes.ACCEPTED, is_ours=False, swaps=swaps, reviewer=reviewer)


def read(data: bytes, view: Changes) -> list[str]:
    return [line.words for line in lines(open_package(data), view)]


def swap(words: str, instead: str, nth: int = 0, paragraph: int = 1) -> Swap:
    return Swap("", words, instead, nth, paragraph)


CASES = {
    "in a run": (p("It waives any and all claims."), swap("any and all", "all"), "It waives all claims."),
    "across runs": (f"<w:p>{r('waives any a')}{BOLD.format('nd al')}{r('l claims')}</w:p>", swap("any and all", "every"), "waives every claims"),
    "the second of two": (p("soon, sooner, soon"), swap("soon", "at once", 1), "soon, sooner, at once"),
    "over two spaces": (f"<w:p>{r('any  and')}{r(' all claims')}</w:p>", swap("any and all", "each"), "each claims"),
    "with a no-break space": (p("ist 99,95% im Monat"), swap("99,95%", "99,95\u00a0%"), "ist 99,95\u00a0% im Monat"),
    "taken out": (p("It is duly signed."), swap("duly signed", "signed"), "It is signed."),
    "in a link": (f"<w:p>{r('see ')}<w:hyperlink w:anchor='a'>{r('the said terms')}</w:hyperlink></w:p>", swap("the said", "the"), "see the terms"),
    "in a control": (f"<w:p><w:sdt><w:sdtContent>{r('terms herein')}</w:sdtContent></w:sdt></w:p>", swap("herein", "here"), "terms here"),
    "in the second paragraph": (p("First.") + p("the terms hereof"), swap("hereof", "of it", 0, 2), "the terms of it"),
    "at the end of a cell": (f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc><w:tc>{p('null and void')}</w:tc></w:tr></w:tbl>", swap("null and void", "void"), "void"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_accepted_it_has_the_new_words_and_rejected_the_old_ones(case: str) -> None:
    body, change, expected = CASES[case]
    copy, count = proposed(whole(body), change)
    assert count == 1
    assert read(copy, Changes.REJECTED) == read(whole(body), Changes.ACCEPTED)
    assert read(copy, Changes.ACCEPTED)[-1] == expected
    assert len(remarks(copy)) == 1


def test_only_the_words_that_differ_are_changed_and_their_looks_are_kept() -> None:
    body = f"<w:p>{r('It ')}{BOLD.format('will endeavour to answer')}{r(' soon.')}</w:p>"
    copy, _ = proposed(whole(body), swap("will endeavour to", "will"))
    root = etree.fromstring(parts(copy)["word/document.xml"])
    (deleted,) = root.iter(f"{W}del")
    assert _words(deleted) == " endeavour to"
    assert not list(root.iter(f"{W}ins"))
    copy, _ = proposed(whole(body), swap("will endeavour to", "shall"))
    root = etree.fromstring(parts(copy)["word/document.xml"])
    changes = [*root.iter(f"{W}del", f"{W}ins")]
    assert [_words(one) for one in changes] == ["will endeavour to", "shall"]
    assert all(one.find(f"{W}r/{W}rPr/{W}b") is not None for one in changes)
    assert {one.get(f"{W}author") for one in changes} == {"sla-drafter"}
    assert len({one.get(f"{W}id") for one in changes}) == 2


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def test_author_and_time_are_those_of_the_caller() -> None:
    at = datetime.datetime(2026, 11, 2, 9, 30, tzinfo=datetime.UTC)
    copy, _ = proposed(whole(p("terms herein")), swap("herein", "here"), reviewer=Reviewer("Ada", "A", at))
    root = etree.fromstring(parts(copy)["word/document.xml"])
    assert {(one.get(f"{W}author"), one.get(f"{W}date")) for one in root.iter(f"{W}del", f"{W}ins")} == {
        ("Ada", "2026-11-02T09:30:00Z")
    }
    (comment,) = docx.Document(io.BytesIO(copy)).comments
    assert (comment.author, comment.timestamp) == ("Ada", at)


def test_the_comment_holds_the_words_that_go_and_those_that_come() -> None:
    copy, _ = proposed(whole(p("see the terms herein now")), swap("herein", "here"))
    (remark,) = remarks(copy)
    assert remark.on == "hereinhere"


CLOSED = {
    "words that somebody put in": f"<w:p>{r('see ')}{INS.format(r('any and all'))}</w:p>",
    "words of which a part was put in": f"<w:p>{r('any and ')}{INS.format(r('all'))}</w:p>",
    "the result of a field": f"<w:p>{r('under ')}{FIELD.replace('clause 4', 'any and all')}</w:p>",
    "a simple field": f"<w:p><w:fldSimple w:instr='REF a'>{r('any and all')}</w:fldSimple></w:p>",
    "words around a tab": f"<w:p>{r('any')}<w:r><w:tab/></w:r>{r('and all')}</w:p>",
    "words that are not there": p("one and all"),
    "words with a note": f"<w:p>{r('any')}<w:r><w:footnoteReference w:id='1'/></w:r>{r(' and all')}</w:p>",
    "a control that is locked": f"<w:p><w:sdt><w:sdtPr><w:lock w:val='contentLocked'/></w:sdtPr><w:sdtContent>{r('any and all')}</w:sdtContent></w:sdt></w:p>",
    "words half in a link": f"<w:p>{r('any and ')}<w:hyperlink w:anchor='a'>{r('all')}</w:hyperlink></w:p>",
    "a longer word": p("company and allied"),
}  # fmt: skip


@pytest.mark.parametrize("case", CLOSED)
def test_where_no_change_can_stand_there_is_the_comment_alone(case: str) -> None:
    data = whole(CLOSED[case])
    copy, count = proposed(data, swap("any and all", "every"))
    assert count == 0
    assert len(remarks(copy)) == 1
    for view in Changes:
        assert read(copy, view) == read(data, view)


def test_of_two_changes_of_the_same_words_the_first_is_made() -> None:
    copy, count = proposed(whole(p("any and all claims")), swap("any and all", "every"), swap("and all claims", "x"))
    assert count == 1
    assert read(copy, Changes.ACCEPTED) == ["every claims"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
@pytest.mark.parametrize("view", [Changes.ACCEPTED, Changes.REJECTED])
def test_in_files_of_others_every_word_comes_back(paper: Path, view: Changes) -> None:
    data = paper.read_bytes()
    swaps = list(_every_third_word(paper, view))
    copy, count = copied(data, [found("", 0)], view, is_ours=False, swaps=swaps)
    assert 10 < count <= len(swaps)
    assert read(copy, Changes.REJECTED) == read(data, Changes.REJECTED)
    accepted = "\n".join(read(copy, Changes.ACCEPTED))
    assert len(re.findall(r"-\d+-", accepted)) == count
    assert re.sub(r"-(\d+)-", lambda one: swaps[int(one[1])].words, accepted) == "\n".join(read(data, Changes.ACCEPTED))


def _every_third_word(paper: Path, view: Changes) -> Sequence[Swap]:
    """Each third word of a paper, and another one for it: the same word may stand several times in a paragraph."""
    foreign = read_document(paper, view)
    judged = Paper(foreign.document, foreign.marks)
    made: list[Swap] = []
    for line in (one for one in judged.lines if one.clause in foreign.marks):
        for word in list(re.finditer(r"[A-Za-z]{2,}", line.words))[::3]:
            one = exact_swap(judged, line, word.start(), word[0], "")
            paragraph = foreign.marks[line.clause].position
            made.append(evolve(one, clause="", paragraph=paragraph, instead=f"-{len(made)}-"))
    return made


def test_what_the_rules_propose_stands_in_the_copy(tmp_path: Path) -> None:
    file = tmp_path / "their.docx"
    text = (
        "The Provider shall answer and the Customer shall ask. The Customer will pay within thirty (30) days.",
        "The Provider will endeavour to restore the Services and/or data, and any and all reports described herein.",
        "Each and every fee is due. Each and every claim is null and void.",
    )
    file.write_bytes(whole("".join(map(p, text))))
    linted = lint_file(file)
    copy = remarked_file(linted, tmp_path / "copy.docx", proposes=True)
    data = (tmp_path / "copy.docx").read_bytes()
    assert read(data, Changes.ACCEPTED) == [
        "The Provider shall answer and the Customer shall ask. The Customer shall pay within 30 days.",
        "The Provider shall restore the Services or data, or both, and all reports described in this Agreement.",
        "Each fee is due. Each claim is void.",
    ]
    assert read(data, Changes.REJECTED) == list(text)
    assert copy.changes == len({one for finding in linted.findings if finding.mend for one in finding.mend.swaps})
    assert remarked_file(linted, tmp_path / "plain.docx").changes == 0
    assert read((tmp_path / "plain.docx").read_bytes(), Changes.ACCEPTED) == list(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The Provider shall use its best endeavours to restore the Service.", ""),
        ("The Provider shall use reasonable endeavours to pay and all efforts to restore the Service.", ""),
        ("The Provider shall attempt to and intends to comply.", ""),
        ("The Provider shall try to comply and has plans to grow.", "The Provider shall comply and has plans to grow."),
        ("The Provider is committed to quality and will work to standards.", ""),
        ("If the Provider intends to change the Service, it shall say so.", ""),
        ("A party that intends to appoint somebody shall say so.", ""),
        ("During Service Hours, the Provider strives to answer.", "During Service Hours, the Provider shall answer."),
        (
            "The Provider shall pay. The Supplier must be insured and it must not sell; the users must log in.",
            "The Provider shall pay. The Supplier shall be insured and it shall not sell; the users must log in.",
        ),
        (
            "The Provider shall pay. The Customer will, and must, tell what it will need, and will ask.",
            "The Provider shall pay. The Customer shall, and must, tell what it will need, and shall ask.",
        ),
    ],
)
def test_a_sentence_is_whole_when_all_is_accepted(old: str, new: str, tmp_path: Path) -> None:
    file, copy = tmp_path / "their.docx", tmp_path / "copy.docx"
    file.write_bytes(whole(p(old)))
    remarked_file(lint_file(file), copy, proposes=True)
    assert read(copy.read_bytes(), Changes.ACCEPTED) == [new or old]


def test_the_draft_of_an_agreement_can_carry_them_too(tmp_path: Path) -> None:
    linted = lint_file(AGREEMENT, on=datetime.date(2026, 11, 2))
    words = Swap("availability", "in each calendar month", "in every calendar month")
    one = evolve(linted.findings[0], field="", mend=Mend("write it so", swaps=(words,)))
    told = evolve(linted, report=evolve(linted.report, findings=(one,)))
    copy = remarked_file(told, tmp_path / "copy.docx", proposes=True)
    data = (tmp_path / "copy.docx").read_bytes()
    assert copy.changes == 1
    accepted, rejected = ("\n".join(read(data, view)) for view in (Changes.ACCEPTED, Changes.REJECTED))
    assert accepted == rejected.replace("in each calendar month; Part", "in every calendar month; Part")


@pytest.mark.parametrize(
    ("old", "new", "part", "instead"),
    [
        ("any and all", "all", (0, 8), ""),
        ("will endeavour to", "will", (4, 17), ""),
        ("Provider will", "Provider shall", (9, 13), "shall"),
        ("and/or", "or", (0, 6), "or"),
        ("herein", "in this Agreement", (0, 6), "in this Agreement"),
        ("fee", "fee or both", (0, 3), "fee or both"),
    ],
)
def test_as_little_as_possible_is_changed(old: str, new: str, part: tuple[int, int], instead: str) -> None:
    sought, come = least(swap(old, new))
    assert (sought.part, come) == (part, instead)


def test_a_copy_that_would_not_have_the_words_of_the_file_is_not_written() -> None:
    one, two = whole(p("thirty days")), whole(p("forty days"))
    refuse_other_words(one, one)
    with pytest.raises(NotWritten) as refused:
        refuse_other_words(one, two)
    (finding,) = refused.value.findings
    assert isinstance(finding, Finding)
    assert "“forty days” instead of “thirty days”" in finding.message
    with pytest.raises(NotWritten):
        refuse_other_words(one, whole(p("thirty days") + p("more")))
