from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Typed

Shell = Callable[[str], Typed]
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "publish-attainment.md"
MEASURED = Path(__file__).parent / "measured"
LINE = "sla-drafter credits agreement.yaml measured --period 2027-03 --on 2027-04-05 --to site"


@pytest.fixture
def measured(desk: Path) -> Path:
    """The measurements of a small month, beside the agreement."""
    return Path(shutil.copytree(MEASURED, desk / "measured"))


def test_the_site_is_written_and_the_month_is_reported(shell: Shell, desk: Path, measured: Path) -> None:
    assert measured.is_dir()
    typed = shell(f"{LINE} -o attainment")
    assert typed.status == 0
    assert "attainment/index.html was written: 4 pages, and 12 files beside them.\n" in typed.output
    assert typed.output.startswith("Service Level Agreement for Managed PostgreSQL: 2027-03-01 to 2027-03-31\n")
    assert len([file for file in (desk / "attainment").iterdir() if not file.name.startswith(".")]) == 16


@pytest.mark.parametrize("where", ["", "-o one -o two"])
def test_a_site_needs_one_folder(shell: Shell, desk: Path, measured: Path, where: str) -> None:
    assert measured.is_dir()
    typed = shell(f"{LINE} {where}")
    assert typed.status == 2
    assert "A site needs one folder: --to site -o attainment" in typed.output
    assert {file.name for file in desk.iterdir()} == {"agreement.yaml", "measured"}


def test_a_page_that_somebody_edited_stays_unless_it_is_asked_for(shell: Shell, desk: Path, measured: Path) -> None:
    assert measured.is_dir()
    assert shell(f"{LINE} -o attainment").status == 0
    page = desk / "attainment" / "index.html"
    page.write_text("mine", encoding="utf-8")
    typed = shell(f"{LINE} -o attainment")
    assert typed.status == 2
    assert "Somebody changed attainment/index.html since it was written" in typed.output
    assert page.read_text(encoding="utf-8") == "mine"
    assert shell(f"{LINE} -o attainment --force").status == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_site_that_is_not_final_is_refused_or_marked(shell: Shell, desk: Path, measured: Path) -> None:
    with (measured / "outages.csv").open("a", encoding="utf-8") as file:
        file.write("2027-03-09T12:00:00Z,2027-03-09T11:00:00Z,database,,\n")
    typed = shell(f"{LINE} -o attainment")
    assert typed.status == 1
    assert "outages.csv" in typed.output
    assert "Nothing was written, as 1 row could not be used." in typed.output
    assert not (desk / "attainment").exists()
    assert shell(f"{LINE} -o attainment --unfinished").status == 1
    assert not (desk / "attainment").exists()
    for page in ("index.html", "2027-03.html", "2027-01.html", "statement-2027-03.html"):
        assert "Not final: 1 row could not be used" in (desk / "attainment.UNFINISHED" / page).read_text("utf-8")
    assert shell(f"{LINE} -o other --strict").status == 2


def test_the_command_of_the_manual_makes_the_files_that_it_names(shell: Shell, desk: Path, measured: Path) -> None:
    assert measured.is_dir()
    text = PAGE.read_text(encoding="utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith("sla-drafter ")]
    assert shell(line).status == 0
    written = {file.name for file in (desk / "attainment").iterdir()}
    named = {name for name in re.findall(r"`([\w.-]+\.(?:html|pdf))`", text) if not name.startswith(".")}
    assert named == {"index.html", "2027-03.html", "statement-2027-03.pdf"}
    assert named | {f"statement-2027-03.{ending}" for ending in ("html", "json", "csv")} <= written
