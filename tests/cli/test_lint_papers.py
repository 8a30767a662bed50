"""`lint` on papers that somebody else wrote: Word, PDF, HTML and Markdown files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Typed
from tests.readers.docx.test_lines import file, r

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]
TEXT = "# 1. Support\n\n1.1 The Provider shall answer promptly and within [•] days.\n"
CHANGED = f"<w:p>{r('The Provider answers ')}<w:del>{r('promptly')}</w:del><w:ins>{r('within an hour')}</w:ins></w:p>"


def test_a_paper_of_the_other_side_is_linted(shell: Shell, golden: Golden, desk: Path) -> None:
    (desk / "their.md").write_text(TEXT, encoding="utf-8")
    typed = shell("sla-drafter lint their.md")
    golden(str(typed), "cli/lint/their_paper.txt")
    assert typed.status == 0
    assert shell("sla-drafter lint their.md --fail-on info").status == 1


def test_the_mend_of_a_number_that_is_said_twice_is_shown(shell: Shell, desk: Path) -> None:
    (desk / "their.md").write_text("The Provider answers within thirty (30) days.\n", encoding="utf-8")
    assert "  “thirty (30)” says the number twice.\n  Mend: write “30”\n" in shell("sla-drafter lint their.md").output


def test_tracked_changes_are_judged_as_accepted_or_as_rejected(shell: Shell, desk: Path) -> None:
    (desk / "their.docx").write_bytes(file(CHANGED))
    assert "promptly" not in shell("sla-drafter lint their.docx").output
    assert "promptly" in shell("sla-drafter lint their.docx --changes rejected").output


def test_the_report_for_programs_says_where_and_how_sure(shell: Shell, desk: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("1.1 The Provider answers promptly.")
    paper.save(str(desk / "their.docx"))
    (told,) = json.loads(shell("sla-drafter lint their.docx --format json").output)["files"]
    (found,) = [one for one in told["findings"] if one["rule"] == "AMB-01"]
    assert (found["line"], found["confidence"], found["severity"]) == (1, "high", "info")
    assert found["clause"] == "clause 1.1, paragraph 1"


def test_one_bad_file_of_a_folder_does_not_hide_the_others_and_is_counted(
    shell: Shell, golden: Golden, desk: Path
) -> None:
    folder = desk / "theirs"
    folder.mkdir()
    (folder / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0locked")
    (folder / "b.docx").write_bytes(file(CHANGED))
    (folder / "c.pdf").write_bytes(b"")
    (folder / "~$b.docx").write_bytes(b"the lock of a program that is open")
    typed = shell("sla-drafter lint theirs")
    golden(str(typed), "cli/lint/bad_files.txt")
    assert typed.status == 2


def test_a_drafted_file_says_that_it_carries_its_facts(shell: Shell) -> None:
    shell("sla-drafter draft agreement.yaml -o out/agreement.html")
    typed = shell("sla-drafter lint out/agreement.html")
    assert "carries_its_source" in typed.output
    assert typed.status == 0


def test_a_folder_is_judged_once_and_again_only_what_changed(
    shell: Shell, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = desk / "theirs"
    folder.mkdir()
    for at in range(3):
        (folder / f"{at}.docx").write_bytes(file(f"<w:p>{r(f'The Provider answers request {at} promptly.')}</w:p>"))
    first = shell("sla-drafter lint theirs")
    assert "Linting" not in first.output  # a bar is for a terminal
    monkeypatch.setattr("sla_drafter.builder.lint_files.lint_file", _never)
    assert shell("sla-drafter lint theirs").output == first.output
    assert shell("sla-drafter lint theirs --fail-on info").status == 1
    with pytest.raises(AssertionError):
        shell("sla-drafter lint theirs --no-cache")


def test_a_file_is_judged_once_and_again_when_it_changed(
    shell: Shell, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = desk / "paper.md"
    paper.write_text("The Provider answers promptly.\n", encoding="utf-8")
    both = "sla-drafter lint paper.md", "sla-drafter lint agreement.yaml"
    first = [shell(line).output for line in both]
    monkeypatch.setattr("sla_drafter.builder.lint_files.lint_file", _never)
    assert [shell(line).output for line in both] == first
    paper.write_text("The Provider answers soon.\n", encoding="utf-8")
    for line in (both[0], f"{both[1]} --no-cache"):
        with pytest.raises(AssertionError):
            shell(line)


def _never(path: Path, **how: object) -> None:
    raise AssertionError(f"{path} is judged again: {how}")
