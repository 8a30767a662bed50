from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter.cli.new import starters
from tests.cli.conftest import Typed

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]


def test_starters_are_listed_with_what_they_are(shell: Shell, golden: Golden) -> None:
    typed = shell("sla-drafter new")
    golden(str(typed), "cli/new/list.txt")
    assert typed.status == 0


@pytest.mark.parametrize("name", ["managed_database", "it_support_desk"])
def test_a_starter_drafts_as_it_stands(name: str, shell: Shell, golden: Golden, desk: Path) -> None:
    typed = shell(f"sla-drafter new {name} -o a.yaml")
    golden(str(typed), f"cli/new/{name}.txt")
    assert typed.status == 0
    drafted = shell("sla-drafter draft a.yaml -o out")
    assert drafted.status == 0
    assert "(0 errors, 0 warnings" in drafted.output
    assert {path.suffix for path in (desk / "out").glob("a.*")} == {".docx", ".pdf", ".html", ".md", ".json"}


def test_a_starter_without_a_file_is_printed(shell: Shell) -> None:
    assert shell("sla-drafter new internal").output == starters()["it_support_desk"]


def test_a_file_that_is_there_is_not_written_over(shell: Shell, desk: Path, golden: Golden) -> None:
    before = (desk / "agreement.yaml").read_bytes()
    typed = shell("sla-drafter new customer_based -o agreement.yaml")
    golden(str(typed), "cli/new/file_is_there.txt")
    assert typed.status == 2
    assert (desk / "agreement.yaml").read_bytes() == before
    assert shell("sla-drafter new customer_based -o agreement.yaml --force").status == 0
    assert (desk / "agreement.yaml").read_text(encoding="utf-8") == starters()["managed_database"]
    assert [path.name for path in desk.iterdir()] == ["agreement.yaml"]


def test_a_folder_is_no_file_to_write(shell: Shell, desk: Path) -> None:
    (desk / "out").mkdir()
    typed = shell("sla-drafter new customer_based -o out")
    assert typed.status == 2
    assert "-o out/agreement.yaml" in typed.output


def test_a_folder_that_is_not_there_is_said(shell: Shell, desk: Path) -> None:
    typed = shell("sla-drafter new customer_based -o nowhere/a.yaml")
    assert typed.status == 2
    assert "nowhere/a.yaml cannot be written: No such file or directory." in typed.output
    assert [path.name for path in desk.iterdir()] == ["agreement.yaml"]


def test_a_starter_keeps_the_texts_of_one_language(shell: Callable[[str], Typed], desk: Path) -> None:
    assert shell("sla-drafter new customer_based --language en -o english.yaml").status == 0
    written = (desk / "english.yaml").read_text(encoding="utf-8")
    assert re.search(r"^language: en\b", written, re.MULTILINE)
    assert "{en:" not in written


def test_a_language_that_a_starter_does_not_speak_is_refused(shell: Callable[[str], Typed]) -> None:
    typed = shell("sla-drafter new customer_based --language xx")
    assert typed.status == 2
    assert "The starter customer_based has no texts in 'xx'. It has them in: en" in str(typed)
