from __future__ import annotations

import re
from io import BytesIO

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from sla_drafter.document.nodes import Cell, Document, Paragraph, Reference, Row, Table, Text, Value
from sla_drafter.readers.pdf import read_passages
from sla_drafter.writers.pdf import layout, write
from sla_drafter.writers.pdf.faces import faces_of
from tests.writers.pdf.papers import body_of, paper_of, plain, squeezed, words_on_paper
from tests.writers.pdf.tags import tags_of
from tests.writers.sample import EVERY_SAMPLE, HOSTILE, line

LETTERS = sorted(chr(code) for code in faces_of(plain().typeface).letters if code > 32 and chr(code).isprintable())
MARKUP = ["<b>", "</para>", "&amp;", "&", "<", ">", "{{ 7*7 }}", "<img src='x'/>", "(", ")", "\\", "\\)", "'", '"', "%"]
SPACES = [" ", "\u00a0", "\u202f", "\u2009", "\u00ad", "\t"]
VALUE = st.lists(st.sampled_from([*LETTERS, *MARKUP, *SPACES, "level", "x" * 300]), max_size=40).map("".join)


@pytest.mark.parametrize("name", EVERY_SAMPLE)
def test_the_words_of_the_file_are_the_words_of_the_paper(name: str) -> None:
    document = EVERY_SAMPLE[name]
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


@settings(max_examples=60)
@example([HOSTILE])
@example(["https://example.com/" + "a-very-long-path/" * 40])
@example([""])
@example(["M" * 300, "word " * 2000])
@given(st.lists(VALUE, min_size=1, max_size=4))
def test_whatever_a_value_says_it_is_printed_as_it_is_in_every_place(values: list[str]) -> None:
    document = paper_of(*values)
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


LENGTHS = st.lists(st.tuples(*[st.integers(0, 1500)] * 3), min_size=1, max_size=6)


def rows(lengths: list[tuple[int, ...]]) -> tuple[Row, ...]:
    def cell(letter: str, length: int) -> Cell:
        return Cell(line(" ".join(f"{letter}{count}" for count in range(length))))

    return tuple(Row(tuple(map(cell, "abc", row))) for row in lengths)


@settings(max_examples=30)
@example([(3000, 3000, 3000)])
@given(LENGTHS)
def test_a_table_reads_cell_by_cell_however_its_rows_fall_on_pages(lengths: list[tuple[int, ...]]) -> None:
    document = body_of(Table((Cell(line("A")), Cell(line("B")), Cell(line("C"))), rows(lengths)))
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


def test_a_row_that_fits_on_a_page_is_not_divided() -> None:
    words = " ".join(["word"] * 300)
    row = Row((Cell(line(words)), Cell(line("end"))))
    document = body_of(Table((Cell(line("A")), Cell(line("B"))), (row,) * 7))
    laid = layout(document, plain())
    assert laid.pages.total > 1
    assert all(len(pages) == 1 for pages in pages_of_cells(laid.data))


def pages_of_cells(data: bytes) -> list[set[int]]:
    """The pages on which each cell of a table stands."""
    return [cell.pages for cell in tags_of(data).all("TD")]


def contents(data: bytes) -> bytes:
    """The contents of all pages, unpacked."""
    found = [page.get_contents() for page in PdfReader(BytesIO(data)).pages]
    return b"".join(content.get_data() for content in found if content is not None)


def test_a_row_higher_than_a_page_goes_on_over_the_page() -> None:
    words = " ".join(f"w{count}" for count in range(4000))
    document = body_of(Table((Cell(line("HEADER")), Cell(line("B"))), (Row((Cell(line(words)), Cell(line("end")))),)))
    data = write(document, plain(), None)
    assert squeezed(read_passages(data)) == words_on_paper(document)
    assert max(len(pages) for pages in pages_of_cells(data)) > 2
    pages = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    assert len(pages) > 2
    assert all(page.count("HEADER") == 1 for page in pages)


def test_a_header_higher_than_a_page_is_printed_once() -> None:
    words = " ".join(f"w{count}" for count in range(3000))
    document = body_of(Table((Cell(line(words)), Cell(line("B"))), rows([(5, 5)])))
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


@pytest.mark.parametrize("columns", [1, 12, 60])
def test_a_table_may_have_many_columns_and_ragged_rows(columns: int) -> None:
    header = tuple(Cell(line(f"h{number}")) for number in range(columns))
    ragged = (Row(tuple(Cell(line("Wide")) for _ in range(columns + 1))), Row(()))
    document = body_of(Table(header, ragged))
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


@pytest.mark.parametrize("paragraphs", range(30, 60, 3))
def test_no_line_is_lost_where_a_page_ends(paragraphs: int) -> None:
    document = body_of(*(Paragraph((Text(f"{number} " + "so it goes on " * number),)) for number in range(paragraphs)))
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


def test_the_foot_the_banner_and_the_contents_are_not_read() -> None:
    document = attrs.evolve(paper_of("x"), footer=line("FOOTER"), banner="BANNER", contents_title="LISTED")
    read = " ".join(passage.words for passage in read_passages(write(document, plain(), None)))
    assert not [word for word in ("FOOTER", "BANNER", "LISTED") if word in read]


def test_an_empty_paper_is_one_page() -> None:
    document = Document((), "en", ())
    assert layout(document, plain()).pages.total == 1
    assert read_passages(write(document, plain(), None)) == ()


@pytest.mark.parametrize("length", range(60, 90))
def test_a_number_stays_on_the_line_of_its_unit_and_of_the_word_before_it(length: int) -> None:
    words = (Text("x" * (length // 2) + " " + "y" * (length // 2) + " "), Value("10 days", "a"), Text(" under "))
    document = body_of(Paragraph((*words, Reference("only", "clause ", "1.1"))))
    content = contents(write(document, plain(), None)).decode("latin-1")
    shown = [words.rstrip() for words in re.findall(r"\((.*?)\) Tj", content)]
    assert not [line for line in shown if line.endswith((" 10", "clause")) or line in {"10", "clause"}]
