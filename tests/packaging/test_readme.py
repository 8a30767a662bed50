"""What README.md tells a newcomer to do ends as README.md says."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from click.testing import CliRunner

from sla_drafter.cli.commands import commands
from tests.cli.conftest import OF_THE_LIBRARY

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    """The blocks of the page in one language, in their order."""
    return [text for name, text in BLOCK.findall(README) if name == language]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that holds the starter as agreement.yaml."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    CliRunner().invoke(
        commands, ["new", "customer_based", "--language", "en", "-o", "agreement.yaml"], catch_exceptions=False
    )
    return tmp_path


def test_the_python_example_drafts_for_both_customers(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = desk / "example.py"
    script.write_text(blocks("python")[0], encoding="utf-8")
    runpy.run_path(str(script))
    said = capsys.readouterr().out.splitlines()
    assert [re.sub(r"\d+ pages", "N pages", line) for line in said] == [
        "Halden Retail Ltd N pages; at 99.42%: GBP 1,800.00",
        "Orle & Sons GmbH N pages; at 99.42%: EUR 1,470.00",
    ]
    written = sorted(file.name for file in (desk / "out").iterdir() if not file.name.startswith("."))
    assert written == ["halden.docx", "halden.pdf", "orle.docx", "orle.pdf"]


def test_both_transcripts_are_what_the_command_prints(desk: Path) -> None:
    transcripts = [block for block in blocks("console") if "sla-drafter draft" in block]
    agreement = desk / "agreement.yaml"
    assert drafted() == printed_in(transcripts[0])
    lines = agreement.read_text(encoding="utf-8").splitlines()
    assert [int(line) for line in re.findall(r"\(line (\d+)\)", README)] == [260, 296, 298]
    lines[259] = changed(lines[259], "below: 99.9%", "below: 99.7%")
    lines[295] = changed(lines[295], "open Case", "open Case promptly")
    assert lines.pop(297).strip() == "within: 1 business day"
    agreement.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert drafted() == printed_in(transcripts[1])


def drafted() -> str:
    """What the command prints, without the figures that change with every word of the library."""
    result = CliRunner().invoke(commands, ["draft", "agreement.yaml", "-o", "out"], prog_name="sla-drafter")
    return OF_THE_LIBRARY.sub("N", result.output).strip()


def printed_in(transcript: str) -> str:
    """What stands below the last command of a transcript."""
    below = re.split(r"^\$ .*$", transcript, flags=re.MULTILINE)[-1]
    return OF_THE_LIBRARY.sub("N", below).strip()


def changed(line: str, found: str, put: str) -> str:
    """A line with one thing put for another that must be there."""
    assert found in line
    return line.replace(found, put)


def test_no_page_calls_a_starter_complete() -> None:
    pages = (Path(__file__).parents[2] / "README.md", *(Path(__file__).parents[2] / "docs").rglob("*.md"))
    assert not [page.name for page in pages if re.search(r"\bcomplete agreement\b", page.read_text(encoding="utf-8"))]
