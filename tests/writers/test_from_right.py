"""A paragraph or a cell that begins with a letter from right to left is set from the right, in every format."""

from __future__ import annotations

import io
import re
import zipfile

import pdfplumber
import pytest

from sla_drafter.document.nodes import Cell, Document, Inline, Item, Items, Link, Paragraph, Row, Strong, Table, Text
from sla_drafter.readers.docx import read_passages as read_word
from sla_drafter.readers.pdf import read_passages as read_pdf
from sla_drafter.writers.docx import write as write_word
from sla_drafter.writers.html import write as write_page
from sla_drafter.writers.pdf import write as write_pdf
from tests.writers.pdf.papers import body_of, plain, squeezed, words_on_paper
from tests.writers.sample import line

ARABIC = "يلتزم مقدم الخدمة بتقديم الخدمة وفق هذه الاتفاقية (الملحق 1) خلال 10 أيام عمل. "
MIXED: tuple[Inline, ...] = (
    Text(ARABIC), Link("https://example.com", line("ABC Ltd (London)")), Text(", "), Strong(line(ARABIC)),
)  # fmt: skip


def paper(*inlines: Inline) -> Document:
    """A clause, a list and a table with these words; the clause has words from the left before them."""
    said = Paragraph(inlines)
    table = Table((Cell(line("A")), Cell(inlines)), (Row((Cell(inlines), Cell(line("x")))),))
    return body_of(Paragraph((Text("Left."),)), said, Items((Item((said,)),), ordered=True), table)


@pytest.mark.parametrize("inlines", [(Text(ARABIC * 3),), MIXED, (Text("« "), Text(ARABIC))])
def test_its_words_are_read_as_they_were_written(inlines: tuple[Inline, ...]) -> None:
    document = paper(*inlines)
    assert squeezed(read_pdf(write_pdf(document, plain(), None))) == words_on_paper(document)
    assert squeezed(read_word(write_word(document, plain(), None))) == words_on_paper(document)


def test_in_a_pdf_its_lines_begin_at_the_right_edge_of_the_column() -> None:
    words = ARABIC.strip() * 3
    document = body_of(Paragraph((Text("x"),)), Paragraph((Text(words),)), Paragraph((Text(f"x {ARABIC}"),)))
    house = plain()
    with pdfplumber.open(io.BytesIO(write_pdf(document, house, None))) as file:
        lines = file.pages[0].extract_text_lines()
    edge = float(house.paper.width - house.paper.right)
    arabic = [one for one in lines if re.search("[\ufe70-\ufeff]", one["text"])]
    from_right = [abs(one["x1"] - edge) < 0.6 for one in arabic]
    assert len(arabic) > 3
    assert all(from_right[:-1])
    assert not from_right[-1]
    assert arabic[-2]["x0"] > float(house.paper.left) + 50  # the last line of the paragraph is loose at its left


def test_in_word_its_paragraphs_and_runs_say_so() -> None:
    with zipfile.ZipFile(io.BytesIO(write_word(paper(*MIXED), plain(), None))) as file:
        text = file.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p>.*?</w:p>", text)
    told = [one for one in paragraphs if "<w:bidi/>" in one]
    assert len(told) == 4
    assert all("يلتزم" in one for one in told)
    runs = re.findall(r"<w:r>.*?</w:r>", "".join(told))
    assert all(("<w:rtl/>" in run) == bool(re.search("[\u0600-\u06ff]", run)) for run in runs)


def test_on_a_page_the_browser_finds_the_side_of_each_paragraph() -> None:
    page = write_page(paper(*MIXED), plain(), None).decode()
    assert "unicode-bidi: plaintext" in page or "unicode-bidi:plaintext" in page
