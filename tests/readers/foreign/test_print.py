from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from sla_drafter.document.kinds import StoryKind
from sla_drafter.language.words import known_languages, words
from sla_drafter.lints.paper import Paper, Part
from sla_drafter.readers.foreign import read_bytes
from tests.readers.foreign.words import printed

LINES = (
    "1. Support",
    "",
    "1.1 The Provider shall answer each request of the Customer within eight hours",
    "of its receipt, at any time of the day.",
    "1.2 The Customer shall name the person who asks for support and shall tell each",
    "change.",
    "(a) by phone;",
)


def paper(pages: int, foot: str = "page {page} of {pages}") -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held)
    for number in range(1, pages + 1):
        text = canvas.beginText(72, 760)
        for line in (
            *(LINES if pages == 1 else ()),
            f"First {number}.",
            f"Second {number}.",
            f"Third {number}.",
            f"Last {number}.",
        ):
            text.textLine(line)
        canvas.drawText(text)
        canvas.drawString(72, 30, f"Their agreement, {foot.format(page=number, pages=pages)}")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def test_the_lines_of_a_page_are_put_together_to_paragraphs() -> None:
    found = read_bytes(paper(1), Path("a.pdf"))
    lines = printed(found).split("\n")
    assert lines[0] == "1. Support"
    assert lines[1].endswith("within eight hours of its receipt, at any time of the day.")
    assert lines[2].endswith("and shall tell each change.")
    assert [mark.number for mark in found.marks.values()][:4] == ["1", "1.1", "1.2", "1.2(a)"]


@pytest.mark.parametrize("language", known_languages())
def test_the_number_of_a_page_is_known_in_every_language(language: str) -> None:
    foot = words(language).message("page_of", page="{page}", pages="{pages}")
    found = read_bytes(paper(3, foot), Path("a.pdf"))
    assert printed(found, StoryKind.FOOTER) == f"Their agreement, {foot.format(page=3, pages=3)}"
    assert "Their agreement" not in printed(found, StoryKind.BODY)


def test_each_paragraph_has_its_page_and_the_foot_of_the_pages_is_said_once() -> None:
    found = read_bytes(paper(3), Path("a.pdf"))
    assert printed(found, StoryKind.FOOTER) == "Their agreement, page 3 of 3"
    assert "Their agreement" not in printed(found, StoryKind.BODY)
    assert {mark.page for mark in found.marks.values()} == {1, 2, 3, None}


def test_lines_with_wide_gaps_are_the_rows_of_a_table_and_a_divided_word_is_whole() -> None:
    held = io.BytesIO()
    canvas = Canvas(held)
    lines = (
        (
            760,
            ((72, "1.1"), (120, "The Provider answers each request of the Customer within the hours that the sched-")),
        ),
        (748, ((120, "ule shows."),)),
        (736, ((72, "1"), (120, "Levels"))),
        (700, ((72, "Severity"), (240, "What has happened"), (420, "Answer"))),
        (688, ((72, "Critical"), (240, "nobody can work and"), (420, "1 hour"))),
        (676, ((240, "no other way is known"),)),
        (664, ((72, "Low"), (240, "somebody asks"), (420, "1 day"))),
        (630, ((72, "The Provider shall tell the Customer of each change of the table that stands above."),)),
        (600, ((72, "Signed here"), (420, "Signed there"))),
    )
    for height, words_at in lines:
        for left, said in words_at:
            canvas.drawString(left, height, said.replace("sched-", "sched\u00ad"))
    canvas.save()
    found = read_bytes(held.getvalue(), Path("a.pdf"))
    told = [(line.part, line.words) for line in Paper(found.document, found.marks).lines]
    assert told[0] == (
        Part.PROSE,
        "The Provider answers each request of the Customer within the hours that the schedule shows.",
    )
    assert told[1] == (Part.PROSE, "1 Levels")
    table = [words for part, words in told if part is Part.TABLE]
    assert table[:3] == ["Severity", "What has happened", "Answer"]
    assert table[3:7] == ["Critical", "nobody can work and", "1 hour", "no other way is known"], "all of one row"
    assert table[7:] == ["Low", "somebody asks", "1 day"]
    assert [part for part, _ in told[-2:]] == [Part.PROSE, Part.PROSE], "one line with a gap is no table"
