"""A browser prints the page: a second opinion on its words, its numbers and its sheets of paper."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter.document.nodes import (
    Cell,
    Document,
    Paragraph,
    Row,
    Section,
    SectionKind,
    Signature,
    Story,
    StoryKind,
    Table,
)
from sla_drafter.document.printed import passages
from sla_drafter.readers.house import load_house
from sla_drafter.writers.html import write
from tests.writers.sample import SAMPLE, UNFINISHED, line

Tool = Callable[[str], Path]
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"),
    *("--disable-component-update", "--disable-sync", "--no-pdf-header-footer"),
)


def printed(document: Document, folder: Path, outside_tool: Tool) -> list[str]:
    """The words of each printed sheet, as a PDF reader finds them."""
    page, paper = folder / "page.html", folder / "page.pdf"
    page.write_bytes(write(document, load_house("plain"), None))
    browser = [str(outside_tool("chromium")), *QUIET, f"--user-data-dir={folder / 'profile'}"]
    subprocess.run([*browser, f"--print-to-pdf={paper}", page.as_uri()], capture_output=True, check=True, timeout=120)
    reader = [str(outside_tool("pdftotext")), "-raw", str(paper), "-"]
    return subprocess.run(reader, capture_output=True, text=True, check=True).stdout.split("\f")[:-1]


def squeezed(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split())


@pytest.mark.xdist_group("chromium")
def test_a_browser_prints_every_clause_with_its_number_and_the_foot_of_the_page(
    tmp_path: Path, outside_tool: Tool
) -> None:
    sheets = printed(SAMPLE, tmp_path, outside_tool)
    assert len(sheets) > 3
    words = squeezed(" ".join(sheets))
    clauses = [passage for passage in passages(SAMPLE) if passage.id not in {"credit_bands", "end", "purpose"}]
    assert not [passage.id for passage in clauses if passage.id and squeezed(passage.words) not in words]
    for number, sheet in enumerate(sheets, 1):
        assert f"Page {number} of {len(sheets)}" in sheet
        assert "Service Level Agreement, version 0.3, fingerprint 0123456789ab" in sheet
    rows = [sheet for sheet in sheets if "below 9" in sheet]
    assert len(rows) > 1
    assert all("Availability Credit Amount" in sheet for sheet in rows), "the titles of a table stand on every sheet"


@pytest.mark.xdist_group("chromium")
def test_a_browser_prints_the_banner_of_an_unfinished_paper_on_every_sheet(tmp_path: Path, outside_tool: Tool) -> None:
    sheets = printed(UNFINISHED, tmp_path, outside_tool)
    assert len(sheets) > 1
    assert all(UNFINISHED.banner in sheet for sheet in sheets)


def signed_paper(clauses: int) -> Document:
    """An agreement of several sections for three parties; the last clause is that they accept it."""
    words = "The Provider shall answer each Case in time. " * 5
    filled = [
        Section(f"c{number}", SectionKind.CLAUSE, line("Filled"), (Paragraph(line(words)),))
        for number in range(clauses)
    ]
    sections = [
        Section(f"s{first}", SectionKind.SECTION, line("Section"), tuple(filled[first : first + 3]))
        for first in range(0, clauses, 3)
    ]
    notices = Section("notices", SectionKind.CLAUSE, line("Notices"), (Paragraph(line(words)),))
    end = Section("end", SectionKind.CLAUSE, line("Acceptance"), (Paragraph(line("Each party accepts.")),))
    closing = Section("closing", SectionKind.SECTION, line("Closing"), (notices, end))
    lines = tuple((label, ()) for label in ("Signature", "Name", "Title", "Date"))
    signatures = tuple(Signature(line(f"Signed for {party}"), lines) for party in "ABC")
    stories = (Story(StoryKind.BODY, (*sections, closing)), Story(StoryKind.SIGNATURES, signatures))
    return Document(line("An agreement"), "en", stories)


@pytest.mark.xdist_group("chromium")
@pytest.mark.parametrize("clauses", [22, 23, 24, 25, 26, 27])
def test_a_browser_prints_the_last_words_on_the_page_on_which_all_sign(
    clauses: int, tmp_path: Path, outside_tool: Tool
) -> None:
    (sheet,) = (sheet for sheet in printed(signed_paper(clauses), tmp_path, outside_tool) if "Signed for" in sheet)
    assert "Each party accepts." in sheet
    assert all(f"Signed for {party}" in sheet for party in "ABC")
    assert sheet.count("Date") == 3


@pytest.mark.xdist_group("chromium")
def test_a_browser_breaks_no_address_at_its_hyphen(tmp_path: Path, outside_tool: Tool) -> None:
    address = "company-secretary@wexcombe.example"
    texts = tuple(Paragraph(line(f"{'word ' * count}{address}, {'SLA-2027-01 ' * 9}")) for count in range(8, 20))
    sheets = printed(Document(line("x"), "en", (Story(StoryKind.BODY, texts),)), tmp_path, outside_tool)
    words = " ".join(sheets)
    assert words.count(f"{address},") == len(texts)
    assert words.count("SLA-2027-01") == 9 * len(texts)


@pytest.mark.xdist_group("chromium")
@pytest.mark.parametrize("before", [28, 29, 30, 31, 32, 33])
def test_a_browser_prints_no_row_of_a_table_alone_and_no_heading_without_its_table(
    before: int, tmp_path: Path, outside_tool: Tool
) -> None:
    rows = tuple(Row((Cell(line(f"row{number}.")), Cell(line("words")))) for number in range(7))
    table = Table((Cell(line("HEAD")), Cell(line("MORE"))), rows)
    filled = tuple(Paragraph(line(f"filled {number}")) for number in range(before))
    parts = (
        Section("filled", SectionKind.PART, line("Filled"), filled),
        *(Section(f"p{number}", SectionKind.PART, line("Titled"), (table,)) for number in range(3)),
    )
    schedule = Section("schedule", SectionKind.SCHEDULE, line("Schedule"), parts)
    paper = Document(line("x"), "en", (Story(StoryKind.SCHEDULES, (schedule,)),))
    sheets = printed(paper, tmp_path, outside_tool)
    assert all(sheet.count("row") != 1 for sheet in sheets)
    assert not [sheet for sheet in sheets if "Titled" in sheet and "row1." not in sheet.rpartition("Titled")[2]]
