from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sla_drafter.cli.commands import commands

HEAVY = {"docx", "docxtpl", "reportlab", "babel", "jinja2", "lxml", "pikepdf", "pypdf", "yaml", "markdown_it"}
LOADED = "import sys\nfrom sla_drafter.cli import run\ntry:\n    run()\nfinally:\n    print('loaded:', *sys.modules)"


Named = tuple[tuple[str, ...], click.Command]


def all_commands(group: click.Group, words: tuple[str, ...] = ()) -> Iterator[Named]:
    for name, command in group.commands.items():
        yield (*words, name), command
        if isinstance(command, click.Group):
            yield from all_commands(command, (*words, name))


COMMANDS = dict(all_commands(commands))


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sla_drafter", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def test_the_commands_stand_in_the_order_of_the_work() -> None:
    order = [
        "new",
        "draft",
        "lint",
        "explain",
        "clauses",
        "sign-off",
        "verify",
        "extract",
        "credits",
        "feasibility",
        "schema",
    ]
    assert list(commands.commands) == order


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(commands, [*words, "--help"], prog_name="sla-drafter")
    assert result.exit_code == 0
    assert f"Example:\n    sla-drafter {words[0]}" in result.output
    assert all(len(line) <= 80 for line in result.output.splitlines())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_list_of_commands_says_of_each_what_it_does_in_one_whole_sentence(words: tuple[str, ...]) -> None:
    said = COMMANDS[words].short_help
    assert said
    assert said.endswith(".")
    result = CliRunner().invoke(commands, [*words[:-1], "--help"], prog_name="sla-drafter")
    assert said in result.output


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_loads_no_heavy_library(words: tuple[str, ...]) -> None:
    result = subprocess.run(
        [sys.executable, "-c", LOADED, *words, "--help"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    loaded = set(result.stdout.rpartition("loaded:")[2].split())
    assert "sla_drafter.cli" in loaded
    assert not loaded & HEAVY


def test_a_markdown_file_is_linted_without_what_other_files_need(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("# Support\n\nThe Provider answers promptly.\n", encoding="utf-8")
    command = [sys.executable, "-c", LOADED, "lint", "--no-cache", str(paper)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    loaded = set(result.stdout.rpartition("loaded:")[2].split())
    assert "sla_drafter.lints.foreign" in loaded
    assert not loaded & (HEAVY - {"lxml", "yaml"} | {"json", "hashlib", "sla_drafter.readers.lint_cache"})


def test_the_version_is_that_of_the_distribution() -> None:
    result = run("--version")
    assert result.returncode == 0
    assert re.fullmatch(r"sla-drafter \d+\.\d+\.\d+\n", result.stdout)


def test_a_report_goes_to_standard_output_and_a_refusal_to_standard_error(tmp_path: Path) -> None:
    report = run("explain", "CRE-04")
    assert (report.returncode, report.stderr) == (0, "")
    refused = run("draft", str(tmp_path / "nowhere.yaml"), "-o", str(tmp_path / "out"))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "There is no file" in refused.stderr


def test_a_terminal_without_a_letter_gets_its_number() -> None:
    result = run("explain", "RDB-05", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert result.returncode == 0


def refusal(desk: Path, *, colour: bool) -> str:
    (desk / "agreement.yaml").write_text("sla_drafter: 1\nlawe: england_and_wales\n", encoding="utf-8")
    return CliRunner().invoke(commands, ["lint", "agreement.yaml"], color=colour).output


def test_no_colour_is_printed_where_nobody_sees_it(desk: Path) -> None:
    assert "\x1b[" not in refusal(desk, colour=False)


def test_colours_are_printed_in_a_terminal(desk: Path) -> None:
    assert "\x1b[31m^^^^" in refusal(desk, colour=True)


def test_no_color_turns_colours_off(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in refusal(desk, colour=True)


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_is_no_fault(closed: str) -> None:
    line = f'"{sys.executable}" -m sla_drafter --version {closed}'
    result = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def test_everything_is_said_before_the_process_ends() -> None:
    result = run("explain", "--all")
    assert (result.returncode, result.stdout) == (0, CliRunner().invoke(commands, ["explain", "--all"]).stdout)
    assert run("lint", "no_such.yaml").returncode == 2
