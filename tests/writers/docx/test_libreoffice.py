"""A second opinion: LibreOffice computes numbers and cross-references by itself, and its pages say the same words."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter.document.nodes import Document
from sla_drafter.document.printed import passages
from sla_drafter.readers.docx import read_passages, read_references, read_source
from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx import write
from tests.writers.docx.lists_sample import LISTS
from tests.writers.sample import SAMPLE, SOURCE, UNFINISHED

Tool = Callable[[str], Path]
STALE = "STALE"
REFERENCE = re.compile(
    r"( REF (?:(?!\"end\").)*?\"separate\"/></w:r><w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t [^>]*>)[^<]*"
)
FOOT = re.compile(r"Service Level Agreement, version 0\.3, fingerprint \w+\s+Page \d+ of \d+")
# A note is set at the foot of its page, a chart has words of its own, a table goes over a page with its header again.
INTERRUPTED = {"purpose": 150, "end": 70, "credit_bands": 200}

pytestmark = pytest.mark.xdist_group("soffice")


def converted(data: bytes, kind: str, tool: Tool, folder: Path) -> Path:
    """The file as LibreOffice writes it in another format, in a profile of its own."""
    target = folder / "out"
    (folder / "paper.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(tool("soffice")), "--headless", profile, "--convert-to", kind, "--outdir", str(target)]
    subprocess.run([*command, str(folder / "paper.docx")], check=True, capture_output=True, timeout=120)
    return target / f"paper.{kind.partition(':')[0]}"


def text_of_pages(data: bytes, tool: Tool, folder: Path) -> str:
    pdf = converted(data, "pdf", tool, folder)
    command = [str(tool("pdftotext")), "-raw", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def with_stale_results(data: bytes) -> bytes:
    """The same file, in which every cross-reference shows something wrong until it is computed."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                words, count = REFERENCE.subn(rf"\g<1>{STALE}", data.decode())
                assert count
                data = words.encode()
            new.writestr(name, data)
    return held.getvalue()


@pytest.mark.parametrize("document", [SAMPLE, LISTS, UNFINISHED], ids=["sample", "lists", "unfinished"])
def test_libreoffice_prints_the_same_words_under_the_same_numbers(
    document: Document, outside_tool: Tool, tmp_path: Path
) -> None:
    pages = FOOT.sub("", text_of_pages(write(document, load_house(), None), outside_tool, tmp_path))
    printed = "".join(pages.split())
    missing = []
    for passage in passages(document):
        words = "".join(passage.words.split())
        looked_for = words[: INTERRUPTED.get(passage.id, len(words))]
        if passage.id and looked_for not in printed:
            missing.append(looked_for)
    assert not missing


def test_libreoffice_computes_the_same_cross_references(outside_tool: Tool, tmp_path: Path) -> None:
    for document in (SAMPLE, LISTS):
        data = write(document, load_house(), None)
        folder = tmp_path / str(document is LISTS)
        folder.mkdir()
        pages = " ".join(text_of_pages(with_stale_results(data), outside_tool, folder).split())
        assert STALE not in pages
        for reference in read_references(data):
            assert reference.printed in pages


def test_ids_source_and_references_survive_a_save_in_libreoffice(outside_tool: Tool, tmp_path: Path) -> None:
    saved = converted(write(SAMPLE, load_house(), SOURCE), "docx:MS Word 2007 XML", outside_tool, tmp_path).read_bytes()
    assert read_source(saved) == SOURCE
    assert [found.id for found in read_passages(saved) if found.id] == [
        found.id for found in passages(SAMPLE) if found.id
    ]
    references = read_references(saved)
    assert len(references) == 6
    assert not [found for found in references if found.printed != found.computed]


def test_each_schedule_part_and_body_starts_where_the_layout_says(outside_tool: Tool, tmp_path: Path) -> None:
    pages = text_of_pages(write(SAMPLE, load_house(), None), outside_tool, tmp_path).split("\f")
    assert pages[0].startswith("Service Level Agreement for Managed")
    assert "Contents" in pages[0]
    assert pages[1].startswith("1 Overview")
    first_schedule = next(page for page in pages[1:] if "Schedule 1 Services" in page)
    assert first_schedule.startswith("Schedule 1 Services")
    assert "Schedule 2 Service levels" in first_schedule
    assert [page.count("Availability Credit Amount") for page in pages[1:3]] == [1, 1]
