"""A browser prints the page: a second opinion on its words, its numbers and its sheets of paper."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter.document.nodes import Document
from sla_drafter.document.printed import passages
from sla_drafter.readers.house import load_house
from sla_drafter.writers.html import write
from tests.writers.sample import SAMPLE, UNFINISHED

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
