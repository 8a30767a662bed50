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


@pytest.mark.parametrize(("rows", "kept"), [(1, 0), (MOST_KEPT, MOST_KEPT - 1), (MOST_KEPT + 1, 0)])
def test_a_short_table_stands_on_one_page_and_a_long_one_goes_over_it(rows: int, kept: int) -> None:
    table = Table((cell("Severity"), cell("Name")), tuple(Row((cell(f"{at}"), cell("Minor"))) for at in range(rows)))
    paper = evolve(SAMPLE, stories=(Story(StoryKind.BODY, (table,)),))
    (read,) = docx.Document(io.BytesIO(write(paper, load_house(), None))).tables
    styles = [row.cells[0].paragraphs[0].style for row in read.rows]
    assert [bool(one and one.paragraph_format.keep_with_next) for one in styles[1:]] == [True] * kept + [False] * (
        rows - kept
    )
