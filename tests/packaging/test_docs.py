"""The programs and commands of the pages do what the pages say."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from click.testing import CliRunner

from sla_drafter.cli.commands import commands

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "sums-and-dates.md"


def test_the_program_of_the_page_runs_on_the_starter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(commands, ["new", "customer_based", "-o", "agreement.yaml"], catch_exceptions=False)
    program = re.search(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert program
    (tmp_path / "program.py").write_text(program[1], encoding="utf-8")
    runpy.run_path("program.py")
    assert capsys.readouterr().out == "GBP 1,425.00\n"


def test_the_commands_of_the_page_about_clauses_run_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = (PAGE.parents[1] / "how-to/write-a-clause.md").read_text(encoding="utf-8")
    typed = re.findall(r"^\$ sla-drafter (clauses .*)$", page, re.MULTILINE)
    assert len(typed) == 3
    for line in ("new customer_based -o agreement.yaml", *typed):
        done = CliRunner().invoke(commands, line.split())
        assert done.exit_code == 0, f"{line}: {done.output}"
