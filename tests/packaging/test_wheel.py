from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Where each top-level folder goes in the wheel.
SHIPPED = {
    "sla_drafter": "sla_drafter",
    "clause_library": "sla_drafter/clause_library",
    "templates": "sla_drafter/templates",
}
NOT_IN_A_CLONE = shutil.ignore_patterns("__pycache__", "*.egg-info")
# One worker builds the wheel once for all of these tests.
pytestmark = pytest.mark.xdist_group("wheel")


def run(*command: str | Path, cwd: Path) -> str:
    """Runs a command outside the project, with nothing of the project on its path."""
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(command, cwd=cwd, env=outside, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a clean copy."""
    copy = tmp_path_factory.mktemp("clean")
    for folder in SHIPPED:
        shutil.copytree(ROOT / folder, copy / folder, ignore=NOT_IN_A_CLONE)
    for file in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, copy)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", copy / "dist", copy, cwd=copy)
    (built,) = (copy / "dist").iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a bare environment in which the wheel alone was installed, with what it declares to need."""
    environment = tmp_path_factory.mktemp("bare")
    venv.create(environment, with_pip=True)
    programs = environment / "bin"
    run(programs / "python", "-m", "pip", "install", "--quiet", wheel, cwd=environment)
    return programs


def tree() -> set[str]:
    """What the wheel should hold: every file of the shipped folders, at its place."""
    return {
        f"{place}/{file.relative_to(ROOT / folder).as_posix()}"
        for folder, place in SHIPPED.items()
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_wheel_holds_every_file_of_the_tree_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == tree()


def test_the_wheel_carries_every_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name.partition(".dist-info/licenses/")[2] for name in archive.namelist()}
    assert held >= {
        "LICENSE",
        "clause_library/LICENSE",
        "templates/LICENSE",
        "sla_drafter/language/data/en_syllables.LICENSE",
    }


def test_the_installed_command_drafts_a_starter_from_any_directory(installed: Path, tmp_path: Path) -> None:
    run(installed / "sla-drafter", "new", "customer_based", "-o", "a.yaml", cwd=tmp_path)
    run(installed / "sla-drafter", "draft", "a.yaml", "-o", "out", cwd=tmp_path)
    written = [file for file in (tmp_path / "out").iterdir() if file.stat().st_size]
    drafted = {file.name for file in written if not file.name.startswith(".")}
    assert drafted == {"a.docx", "a.pdf", "a.html", "a.md", "a.json"}
