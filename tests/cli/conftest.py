"""A folder with one complete agreement, and the command as somebody types it there."""

from __future__ import annotations

import datetime
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen
from click.testing import CliRunner

from sla_drafter.cli import clock
from sla_drafter.cli.commands import commands

AGREEMENT = Path(__file__).parent / "agreement.yaml"
DAY = datetime.date(2026, 11, 2)
OFF_TARGET = ("      - {below: 99.9%, credit: 10%}", "      - {below: 99.5%, credit: 10%}")
"""A change of that agreement by which its ladder misses its target."""
# Figures that change with every word of the library. The goldens show that they stand there; test_draft.py checks them.
OF_THE_LIBRARY = re.compile(
    r"(?<=Body )\d+(?= pages? of 5)|(?<=schedules )\d+|(?<=longest sentence )\d+|\d+(?= clauses from the library)"
    r"|(?<=Flesch reading ease )[\d.]+|[\d.]+(?= words a sentence)|[\d.]+(?= syllables a word)"
    r"|(?<=longest\n  sentence )\d+|\d+\.\d(?=,\s+(?:Gunning|ARI|LIX)\b)|(?<=LIX )\d+\.\d|(?<=LIX\n  )\d+\.\d"
)


@frozen
class Typed:
    """A command line with what it printed and how it ended."""

    line: str
    output: str
    status: int

    def __str__(self) -> str:
        return f"$ {self.line}\n{OF_THE_LIBRARY.sub('N', self.output)}$ echo $?\n{self.status}\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that holds agreement.yaml and nothing else, on one and the same day."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.parent / f"{tmp_path.name}-cache"))
    monkeypatch.setattr(clock, "today", lambda: DAY)
    (tmp_path / "agreement.yaml").write_bytes(AGREEMENT.read_bytes())
    return tmp_path


@pytest.fixture
def shell(desk: Path) -> Callable[[str], Typed]:
    """Runs a command line in the working folder; a fault of the program itself is raised."""
    assert desk.is_dir()

    def run(line: str) -> Typed:
        program, *arguments = shlex.split(line)
        assert program == "sla-drafter"
        result = CliRunner().invoke(commands, arguments, prog_name=program, catch_exceptions=False)
        return Typed(line, result.output, result.exit_code)

    return run


@pytest.fixture
def change(desk: Path) -> Callable[..., None]:
    """Changes words of agreement.yaml that stand there once."""

    def changed(*edits: tuple[str, str]) -> None:
        file = desk / "agreement.yaml"
        text = file.read_text(encoding="utf-8")
        for old, new in edits:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in agreement.yaml"
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")

    return changed
