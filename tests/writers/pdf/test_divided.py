"""Words in narrow columns of a table are divided as their language divides them, and stay whole to who hears them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from sla_drafter.document.nodes import Cell, Document, Paragraph, Row, Table, Text
from sla_drafter.language.hyphens import parts_of
from sla_drafter.readers.pdf import read_passages
from sla_drafter.writers.pdf import write
from sla_drafter.writers.pdf.faces import faces_of
from sla_drafter.writers.pdf.lines import HYPHEN, break_lines, is_divided, line_width
from sla_drafter.writers.pdf.looks import Look
from tests.writers.pdf.papers import body_of, plain, squeezed, words_on_paper
from tests.writers.pdf.world import ARABIC, COMPOSED
from tests.writers.sample import line

LONG = "Verfügbarkeitsmessung der Service-Level-Vereinbarung (Wiederherstellungszeitüberschreitung), Ende"
LOOK = Look(faces_of(plain().typeface).regular, 9, "000000")


def table_of(*words: str, columns: int = 9) -> Document:
    """A table of narrow columns in a German paper, every cell with these words."""
    cells = tuple(Cell(line(" ".join(words))) for _ in range(columns))
    return attrs.evolve(body_of(Table(cells, (Row(cells),) * 3)), language="de")


def broken(words: str, measure: float) -> list[str]:
    lines = break_lines([(LOOK, words)], measure, parts=partial(parts_of, language="de"))
    assert all(line_width(one) <= measure + 0.01 for one in lines)
    return ["".join(shown for _, shown in one).replace(HYPHEN, "-") for one in lines]


def test_a_word_that_is_wider_than_its_column_is_divided_between_its_parts() -> None:
    assert broken("Verfügbarkeitsmessung", 50) == ["Verfügbar-", "keitsmes-", "sung"]
    assert broken("Service-Level-Vereinbarung", 65) == ["Service-Level-", "Vereinbarung"]


def test_a_word_that_fits_on_a_line_is_divided_only_where_that_saves_a_line_and_the_one_before_would_be_loose() -> None:
    assert broken("die Verfügbarkeit des", 60) == ["die Verfüg-", "barkeit des"]
    assert broken("die Verfügbarkeit", 60) == ["die ", "Verfügbarkeit"]
    assert broken("der guten Verfügbarkeit", 60) == ["der guten ", "Verfügbarkeit"]


def test_a_column_too_narrow_for_a_part_breaks_anywhere() -> None:
    assert "".join(broken("Verfügbarkeitsmessung", 12)) == "Verfügbarkeitsmessung"


def test_nothing_is_divided_outside_of_tables() -> None:
    document = attrs.evolve(body_of(Paragraph((Text(f"{LONG} " * 20),))), language="de")
    assert HYPHEN not in "".join(
        page.extract_text() for page in PdfReader(BytesIO(write(document, plain(), None))).pages
    )


@settings(max_examples=60)
@example([LONG])
@example([LONG, ARABIC, COMPOSED, LONG])
@given(
    st.lists(st.sampled_from([*LONG.split(), HYPHEN, f"Verfüg{HYPHEN}bar", ARABIC, COMPOSED, "x" * 90]), max_size=60)
)
def test_divided_words_are_read_whole(words: list[str]) -> None:
    document = table_of(*words)
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


def test_no_word_is_divided_over_a_page() -> None:
    document = table_of(*[LONG] * 60, columns=5)
    data = write(document, plain(), None)
    assert squeezed(read_passages(data)) == words_on_paper(document)
    assert len(PdfReader(BytesIO(data)).pages) > 2


def test_an_outside_tool_finds_the_whole_word(outside_tool: Callable[[str], Path], tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(write(table_of(LONG), plain(), None))
    command = [str(outside_tool("pdftotext")), str(file), "-"]
    words = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert words.count("Verfügbarkeitsmessung") == 4 * 9


def test_a_hyphen_is_drawn_where_a_word_is_divided() -> None:
    lines = break_lines([(LOOK, "Verfügbarkeitsmessung")], 50, parts=partial(parts_of, language="de"))
    assert [is_divided(one) for one in lines] == [True, True, False]
    assert {look.said for one in lines for look, _ in one} == {"Verfügbarkeitsmessung"}


@pytest.mark.parametrize("word", ["Verfügbarkeitsmessung", "Service-Level-Vereinbarung"])
def test_a_word_of_which_other_parts_are_drawn_is_read_as_it_is_drawn(word: str) -> None:
    """What is said to stand for the parts of a word is believed only where it has their letters."""
    data = write(table_of(word), plain(), None)
    changed = _with(data, word)
    assert "Falschwort" not in " ".join(passage.words for passage in read_passages(changed))


def _with(data: bytes, word: str) -> bytes:
    from pikepdf import Pdf

    with Pdf.open(BytesIO(data)) as file:
        for page in file.pages:
            content = page.Contents.read_bytes()
            said = re.escape(word.encode("utf-16-be").hex().encode())
            changed = re.sub(said, "Falschwort".encode("utf-16-be").hex().encode(), content)
            assert changed != content
            page.Contents = file.make_stream(changed)
        made = BytesIO()
        file.save(made)
    return made.getvalue()
