"""The pack of the page about packs: a package of its own, built, installed into a folder, and used by the command."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.promises.files import STARTER

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/how-to/write-a-pack.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`([^`\n]+)`\n\n```\w+\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))


def write_pack(folder: Path, name: str) -> Path:
    """The pack of the page; under another name it is another pack with the same clauses."""
    for file, text in {**FILES, "acme_pack/__init__.py": ""}.items():
        target = folder / file.replace("acme", name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("acme", name), encoding="utf-8")
    return folder


def install(source: Path, target: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run([*command, "--target", str(target), str(source)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def run(installed: Path, desk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own that sees the installed packs."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(installed), str(ROOT)))}
    command = [sys.executable, "-m", "sla_drafter", *arguments]
    return subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the pack of the page is installed."""
    target = tmp_path_factory.mktemp("installed")
    install(write_pack(tmp_path_factory.mktemp("acme"), "acme"), target)
    return target


def test_the_page_has_every_file_of_the_pack() -> None:
    assert {"pyproject.toml", "acme_pack/pack.yaml", "acme_pack/outlines/clinical.yaml"} <= set(FILES)
    assert len(FILES) == 9


def test_a_pack_adds_clauses_and_overrides_those_that_it_says(installed: Path, tmp_path: Path) -> None:
    listed = run(installed, tmp_path, "clauses", "list", "--format", "json")
    clauses = {one["id"]: one for one in json.loads(listed.stdout)["clauses"]}
    assert clauses["price_review"]["kinds"]["clinical"] == "required"
    assert clauses["meetings"]["title"] == "Ward rounds"
    assert clauses["reporting"]["kinds"]["clinical"] == clauses["reporting"]["kinds"]["customer_based"]


def test_an_agreement_of_a_kind_of_a_pack_drafts(installed: Path, tmp_path: Path) -> None:
    text = STARTER.replace("kind: customer_based", "kind: clinical")
    assert text != STARTER
    (tmp_path / "ward.yaml").write_text(text, encoding="utf-8")
    drafted = run(installed, tmp_path, "draft", "ward.yaml", "-o", "out", "--to", "md")
    assert drafted.returncode == 0, drafted.stdout + drafted.stderr
    paper = (tmp_path / "out" / "ward.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Every 12 months, the parties compare the Fees" in paper
    assert "both parties walk the wards" in paper
    assert "CMP-50" in run(installed, tmp_path, "lint", "ward.yaml").stdout


@pytest.mark.parametrize("is_installed", [False, True])
def test_the_clauses_of_the_page_pass_the_check_before_and_after_they_are_installed(
    is_installed: bool, installed: Path, tmp_path: Path
) -> None:
    write_pack(tmp_path, "acme")
    checked = run(installed if is_installed else tmp_path / "none", tmp_path, "clauses", "check", "acme_pack")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "2 clauses checked (0 errors, 0 warnings" in checked.stdout


def test_the_folder_is_judged_and_not_its_installed_twin(installed: Path, tmp_path: Path) -> None:
    text = write_pack(tmp_path, "acme") / "acme_pack/clauses/governance/price_review/en.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("Every {{", "At least 4 times and every {{"), encoding="utf-8"
    )
    checked = run(installed, tmp_path, "clauses", "check", "acme_pack")
    assert checked.returncode == 1
    assert "governance/price_review/en.md" in checked.stdout


def test_two_packs_that_define_the_same_clause_are_an_error_that_names_both(installed: Path, tmp_path: Path) -> None:
    both = tmp_path / "both"
    shutil.copytree(installed, both)
    source = write_pack(tmp_path / "blue", "blue")
    manifest = source / "blue_pack/pack.yaml"
    manifest.write_text("sla_drafter_pack: 1\nname: blue\n", encoding="utf-8")
    shutil.rmtree(source / "blue_pack/clauses/governance/meetings")
    shutil.rmtree(source / "blue_pack/outlines")
    shutil.rmtree(source / "blue_pack/words")
    install(source, both)
    refused = run(both, tmp_path, "clauses", "list")
    assert refused.returncode == 2
    said = " ".join(refused.stderr.split())
    assert "The packs acme and blue both define price_review under clauses." in said
    assert "overrides: {clauses: [price_review]}" in said
    manifest.write_text("sla_drafter_pack: 1\nname: blue\noverrides: {clauses: [price_review]}\n", encoding="utf-8")
    shutil.rmtree(both / "blue_pack")
    shutil.copytree(source / "blue_pack", both / "blue_pack")
    assert run(both, tmp_path, "clauses", "list").returncode == 0
