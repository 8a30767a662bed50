from __future__ import annotations

import io
from pathlib import Path

import docx
import pypdf
import pytest

from sla_drafter.document.printed import passages
from sla_drafter.readers.docx import read_passages
from sla_drafter.readers.house import load_house
from sla_drafter.review.verify import differences
from tests.bench.__main__ import COMPARISONS, main
from tests.bench.measured import outages_file, plain_script, read_outages
from tests.bench.peers import docxtpl_render, platypus_render
from tests.promises.files import starter


def test_the_benchmark_prints_a_ratio_for_every_comparison(capsys: pytest.CaptureFixture[str]) -> None:
    ratios = main(rounds=1)
    printed = capsys.readouterr().out
    assert all(ratio > 0 for ratio in ratios.values())
    assert all(one.title in printed for one in COMPARISONS)


def test_docxtpl_renders_the_same_words_as_we_write() -> None:
    document = starter().draft(layout=False).document
    rendered = docxtpl_render(document, load_house())()
    assert not differences(document, {"docxtpl.docx": read_passages(rendered)})
    assert len(docx.Document(io.BytesIO(rendered)).tables) > 5


def test_platypus_sets_the_same_words() -> None:
    document = starter().draft(layout=False).document
    set_ = pypdf.PdfReader(io.BytesIO(platypus_render(document)()))
    words = "".join("".join(page.extract_text() for page in set_.pages).split())
    assert all("".join(one.words.split())[:20] in words for one in passages(document)[1:40])


def test_the_plain_script_adds_up_the_same_outages(tmp_path: Path) -> None:
    file = outages_file(tmp_path, 1000)
    assert read_outages(file)() == round(plain_script(file)() * 1_000_000)
