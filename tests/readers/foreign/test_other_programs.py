"""Every visible word is read: the words are those that LibreOffice and Poppler find in the same files."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter.readers.foreign import Changes, read_bytes, read_document
from sla_drafter.readers.house import load_house
from sla_drafter.writers.pdf import write
from tests.readers.foreign.words import printed, share_found
from tests.writers.sample import SAMPLE

PAPERS = Path(__file__).parent / "papers"
FOOT = re.compile(r"Service Level Agreement, version 0\.3, fingerprint \w+\s+Page \d+ of \d+")
LEAST = 0.99
Tool = Callable[[str], Path]


@pytest.mark.xdist_group("soffice")
def test_the_words_of_word_files_are_those_that_libreoffice_reads(outside_tool: Tool, tmp_path: Path) -> None:
    files = sorted(PAPERS.glob("*.docx"))
    assert len(files) == 4
    office = [str(outside_tool("soffice")), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    export = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*office, *export, *map(str, files)], check=True, capture_output=True, timeout=180)
    for file in files:
        expected = (tmp_path / f"{file.stem}.txt").read_text(encoding="utf-8-sig")  # with deleted words, as on screen
        assert share_found(expected, printed(read_document(file, Changes.ALL))) >= LEAST, file.name


def test_the_words_of_a_pdf_are_those_that_poppler_reads(outside_tool: Tool, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(write(SAMPLE, load_house(), None))
    command = [str(outside_tool("pdftotext")), str(file), "-"]
    expected = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    body, count = FOOT.subn("", expected)  # read once, where each page says it
    assert count > 2
    assert share_found(body, printed(read_bytes(file.read_bytes(), file))) >= LEAST
