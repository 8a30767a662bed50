from __future__ import annotations

import io

import docx
import pytest
from attrs import evolve

from sla_drafter.document.nodes import Cell, Row, Story, StoryKind, Table, Text
from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx import write
from sla_drafter.writers.docx.tables import MOST_KEPT
from tests.writers.sample import SAMPLE


def cell(words: str) -> Cell:
    return Cell((Text(words),))


def rows_of(count: int) -> Table:
    return Table((cell("Severity"), cell("Name")), tuple(Row((cell(f"{at}"), cell("Minor"))) for at in range(count)))


def kept_rows(*tables: Table) -> list[list[int]]:
    paper = evolve(SAMPLE, stories=(Story(StoryKind.BODY, tables),))
    read = docx.Document(io.BytesIO(write(paper, load_house(), None))).tables
    styles = [[row.cells[0].paragraphs[0].style for row in one.rows[1:]] for one in read]
    return [[at for at, one in enumerate(rows) if one and one.paragraph_format.keep_with_next] for rows in styles]


@pytest.mark.parametrize(
    ("rows", "kept"),
    [(1, []), (MOST_KEPT, list(range(MOST_KEPT - 1))), (MOST_KEPT + 1, [0, MOST_KEPT - 1])],
)
def test_a_short_table_stands_on_one_page_and_a_long_one_has_two_rows_on_each(rows: int, kept: list[int]) -> None:
    assert kept_rows(rows_of(rows)) == [kept]


def test_the_last_row_of_a_table_stays_with_the_next_table() -> None:
    assert kept_rows(rows_of(9), rows_of(2)) == [[0, 7, 8], [0]]
