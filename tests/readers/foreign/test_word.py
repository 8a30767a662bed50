# ruff: noqa: E501 - markup is easier to read on one line
from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from sla_drafter.document.foreign import Foreign
from sla_drafter.document.kinds import StoryKind
from sla_drafter.document.nodes import Section, Table
from sla_drafter.errors import Unreadable
from sla_drafter.readers.foreign import Changes, read_bytes
from tests.readers.docx.test_lines import definition, file, level, p, r
from tests.readers.foreign.words import printed

NAME = Path("their_paper.docx")
NUMBERED = (
    definition("0", level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", form="lowerLetter"))
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def read(body: str, changes: Changes = Changes.ACCEPTED, **parts: str) -> Foreign:
    return read_bytes(file(body, **parts), NAME, changes)


def test_paragraphs_have_the_numbers_that_word_computes() -> None:
    body = (
        p("Support", number="1") + p("The Provider helps.", number="1", level=1) + p("by phone;", number="1", level=2)
    )
    found = read(body, numbering=NUMBERED)
    assert printed(found) == "1. Support\n1.1 The Provider helps.\n(a) by phone;"
    assert [mark.number for mark in found.marks.values()] == ["1", "1.1", "1.1(a)"]


def test_numbers_that_somebody_typed_are_numbers_too() -> None:
    found = read(p("4. Support") + p("4.2 The Provider helps.") + p("(a) by phone;") + p("(i) at night;"))
    assert [mark.number for mark in found.marks.values()] == ["4", "4.2", "4.2(a)", "4.2(a)(i)"]
    assert printed(found).splitlines()[1] == "4.2 The Provider helps."


def test_tracked_changes_are_read_as_accepted_or_as_rejected() -> None:
    body = f"<w:p>{r('within ')}<w:del>{r('four')}</w:del><w:ins>{r('eight')}</w:ins>{r(' hours')}</w:p>"
    assert printed(read(body)) == "within eight hours"
    assert printed(read(body, Changes.REJECTED)) == "within four hours"


def test_tables_keep_their_rows_and_a_table_in_a_cell_is_read_there() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('inner')}</w:tc></w:tr></w:tbl>"
    rows = f"<w:tr><w:tc>{p('Level')}</w:tc><w:tc>{p('Credit')}</w:tc></w:tr><w:tr><w:tc>{p('99%')}{inner}</w:tc><w:tc>{p('5%')}</w:tc></w:tr>"
    (table,) = read(f"<w:tbl>{rows}</w:tbl>").document.story(StoryKind.BODY)
    assert isinstance(table, Table)
    assert [len(table.header), *(len(row.cells) for row in table.rows)] == [2, 2]
    assert printed(read(f"<w:tbl>{rows}</w:tbl>")).split() == ["Level", "Credit", "99%", "inner", "5%"]


def test_content_controls_and_text_boxes_are_read_and_hidden_words_are_not() -> None:
    control = f"<w:sdt><w:sdtContent>{p('chosen')}</w:sdtContent></w:sdt>"
    box = f"<w:r><w:pict><w:txbxContent>{p('boxed')}</w:txbxContent></w:pict></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    assert printed(read(control + p(inside=r("said") + box + hidden))).split() == ["chosen", "said", "boxed"]


def test_notes_do_not_stand_in_the_sentence_of_their_mark() -> None:
    note = f'<w:footnote w:id="1">{p("A note.")}</w:footnote>'
    found = read(
        p(inside=r("The fee") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r(" is fixed.")), footnotes=note
    )
    assert printed(found, StoryKind.BODY) == "The fee is fixed."
    assert printed(found, StoryKind.NOTES) == "A note."


def test_headers_and_footers_are_stories_of_their_own() -> None:
    held = io.BytesIO()
    paper = docx.Document()
    paper.add_paragraph("The text.")
    paper.sections[0].header.paragraphs[0].text = "Draft of May"
    paper.sections[0].footer.paragraphs[0].text = "Confidential"
    paper.sections[0].first_page_header.paragraphs[0].text = "Never shown"
    paper.sections[0].different_first_page_header_footer = False
    paper.save(held)
    found = read_bytes(held.getvalue(), NAME)
    assert printed(found, StoryKind.HEADER) == "Draft of May"
    assert printed(found, StoryKind.FOOTER) == "Confidential"
    assert "Never" not in printed(found)


def test_a_whole_paragraph_in_the_style_of_a_heading_is_no_heading() -> None:
    held = io.BytesIO()
    paper = docx.Document()
    paper.add_heading("Support", 1)
    paper.add_heading(
        "The Provider shall answer each request within eight hours of its receipt, at any time of the day.", 2
    )
    paper.save(held)
    (section,) = read_bytes(held.getvalue(), NAME).document.story(StoryKind.BODY)
    assert isinstance(section, Section)
    assert [type(block).__name__ for block in section.blocks] == ["Paragraph"]


def test_a_small_file_of_very_many_elements_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(Unreadable, match="tags, more than any agreement"):
        read("<w:p/>" * 2_000_001)
