from __future__ import annotations

import io
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from pathlib import Path

import docx
import pypdf
import pytest

from sla_drafter.attainment.statement import statement_of
from sla_drafter.attainment.windows import month_of
from sla_drafter.builder import Builder
from sla_drafter.builder.files import FORMATS
from sla_drafter.document.printed import passages
from sla_drafter.lints.register import text_rules
from sla_drafter.readers.docx import read_passages
from sla_drafter.readers.house import load_house
from sla_drafter.readers.measurements import read_measurements
from sla_drafter.review.verify import differences
from tests.bench import linear, lint, long, year
from tests.bench.__main__ import COMPARISONS, main
from tests.bench.measured import outages_file, plain_script, read_outages
from tests.bench.peers import docxtpl_render
from tests.bench.polars_script import FLOATING
from tests.bench.stock_pdf import platypus_render
from tests.bench.typst_pdf import source_of
from tests.promises.files import STARTER, starter


def test_the_benchmark_prints_a_ratio_for_every_comparison(capsys: pytest.CaptureFixture[str]) -> None:
    ratios = main(rounds=1)
    printed = capsys.readouterr().out
    assert all(ratio > 0 for ratio in ratios.values())
    assert all(one.title in printed or f"{one.peer} is not installed" in printed for one in COMPARISONS)


def test_a_paper_ten_times_as_long_is_timed_for_every_writer_and_reader(capsys: pytest.CaptureFixture[str]) -> None:
    draft = starter().draft(layout=False)
    found = long.main(draft, 2)
    assert len(found) == 2 * len(FORMATS)
    printed = capsys.readouterr().out
    assert all(title in printed for title in found)
    # A writer that were quadratic would take ten times as long for a page; this bound holds on a busy machine too.
    assert all(0 < growth < 4 for growth in found.values()), found


def test_a_longer_paper_has_the_same_text_so_many_times() -> None:
    document = starter().draft(layout=False).document
    clauses = [one for one in passages(document) if one.id]
    longer = [one for one in passages(long.longer(document, 3)) if one.id]
    assert len(longer) == 3 * len(clauses)
    assert len({one.id for one in longer}) == len(longer)


def test_linting_is_timed_warm_and_as_a_whole_process(capsys: pytest.CaptureFixture[str]) -> None:
    found = lint.main(starter().draft(layout=False), 1)
    printed = capsys.readouterr().out
    assert all(times[lint.OURS] > 0 for times in found.values())
    assert all(f"{title}: {name}" in printed for title, times in found.items() for name in times)
    assert all(name in printed for name in lint.PEERS)  # a peer is timed, or said to be left out


def test_each_text_to_lint_calls_its_parties_otherwise() -> None:
    first, second, *_ = islice(lint.renamed("The Provider and the Customer; the agreement."), 3)
    assert first == "The Provideraaa and the Customeraaa; the agreementaaa."
    assert second == "The Providerbaa and the Customerbaa; the agreementbaa."


def test_every_text_rule_is_timed_on_each_repeated_text(capsys: pytest.CaptureFixture[str]) -> None:
    found = linear.main(2048)
    assert len({one.rule for one in found}) == len(text_rules())
    assert len(found) == len(text_rules()) * len(linear.TEXTS)
    assert f"{len(text_rules())} rules" in capsys.readouterr().out
    assert not linear.Growth("a rule", "one letter", half=1.0, whole=4.0).is_linear


def test_docxtpl_renders_the_same_words_as_we_write() -> None:
    document = starter().draft(layout=False).document
    rendered = docxtpl_render(document, load_house())()
    assert not differences(document, {"docxtpl.docx": read_passages(rendered)})
    assert len(docx.Document(io.BytesIO(rendered)).tables) > 5


def test_platypus_sets_the_same_words() -> None:
    document = starter().draft(layout=False).document
    set_ = pypdf.PdfReader(io.BytesIO(platypus_render(document, load_house())()))
    words = "".join("".join(page.extract_text() for page in set_.pages).split())
    assert all("".join(one.words.split())[:20] in words for one in passages(document)[1:40])
    embedded = {font["/BaseFont"] for font in set_.pages[1]["/Resources"]["/Font"].values()}  # type: ignore[index]
    assert {str(name).partition("-")[2] for name in embedded if "Plex" in name} == {"Regular", "Bold"}


def test_the_plain_script_adds_up_the_same_outages(tmp_path: Path) -> None:
    file = outages_file(tmp_path, 1000)
    assert read_outages(file)() == round(plain_script(file)() * 1_000_000)


def test_a_year_of_measurements_is_computed_in_processes_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = year.main(tmp_path, STARTER, year=400, month=100)
    assert len(found) >= 3
    assert all(one.seconds > 0 and one.processor > 0 and one.megabytes > 10 for one in found)
    printed = capsys.readouterr().out
    assert all(one.title in printed for one in found)
    assert "polars" in printed


def test_the_script_in_floating_point_comes_to_the_value_of_the_statement(tmp_path: Path) -> None:
    outages = year.write_file(tmp_path / "outages.csv", year.outages(500, 365))
    agreement = Builder.from_text(STARTER).agreement
    statement = statement_of(
        agreement, read_measurements([outages], agreement).measurements, month_of(date(2028, 3, 1))
    )
    ours = statement.attained[0].percent
    polars = subprocess.run([sys.executable, "-c", FLOATING, outages], check=True, capture_output=True, text=True)
    _, _, theirs, credit = polars.stdout.splitlines()[-1].split()
    assert ours is not None
    assert abs(ours - Fraction(theirs)) < Fraction(1, 10**9)
    assert statement.total
    assert statement.total.amount == Decimal(credit)


def test_the_source_for_typst_has_the_same_words() -> None:
    document = starter().draft(layout=False).document
    strings = re.findall(r'"((?:[^"\\]|\\.)*)"', source_of(document, load_house()))
    words = "".join("".join(strings).replace('\\"', '"').split())
    assert all("".join(one.words.split())[:20] in words for one in passages(document)[1:])
