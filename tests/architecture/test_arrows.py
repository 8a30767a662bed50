from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OWNERS = {
    "babel": {"language"},
    "jinja": {"sandbox"},
    "person": {"cli"},
    "word": {"readers", "writers"},
    "ink": {"writers"},
    "pdf": {"readers"},
    "pdf_objects": {"readers", "writers"},
    "parquet": {"readers"},
    "markdown": {"assembly", "readers"},
    "holidays": {"attainment"},
}


@pytest.fixture(scope="module")
def contract() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    return parser


def lint_imports(project: Path) -> subprocess.CompletedProcess[str]:
    """Runs the import linter on the package that lies in a folder."""
    program = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
    command = [sys.executable, "-c", program]
    return subprocess.run(
        command, cwd=project, env={"PYTHONPATH": str(project)}, capture_output=True, text=True, check=False
    )


def copy_with(tmp_path: Path, module: str, line: str) -> Path:
    """A copy of the package in which one module has one line more."""
    shutil.copy(ROOT / ".importlinter", tmp_path)
    shutil.copytree(ROOT / "sla_drafter", tmp_path / "sla_drafter", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "sla_drafter" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    return tmp_path


def test_every_import_follows_the_arrows() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("findings.py", "import sla_drafter.errors", "the arrows point one way"),
        ("model/__init__.py", "import sla_drafter.document", "the arrows point one way"),
        ("stray.py", "", "the arrows point one way"),
        ("writers/__init__.py", "import sla_drafter.model", "writers know the paper and nothing of the deal"),
        ("lints/__init__.py", "import babel.numbers", "only language speaks babel"),
        ("writers/__init__.py", "import jinja2", "only the sandbox speaks jinja"),
        ("assembly/__init__.py", "import docx", "only readers and writers know the inside of a Word file"),
    ],
)
def test_a_wrong_arrow_is_named(tmp_path: Path, module: str, line: str, broken: str) -> None:
    result = lint_imports(copy_with(tmp_path, module, line))
    assert result.returncode == 1
    report = " ".join(result.stdout.split())
    assert f"{broken} BROKEN" in report or "stray" in report


def test_every_fence_names_every_room_but_its_owners(contract: configparser.ConfigParser) -> None:
    rooms = {
        entry.stem
        for entry in (ROOT / "sla_drafter").iterdir()
        if (entry.suffix == ".py" or (entry / "__init__.py").is_file()) and not entry.stem.startswith("__")
    }
    for fence, owners in OWNERS.items():
        fenced = contract[f"importlinter:contract:{fence}"]["source_modules"].split()
        assert set(fenced) == {f"sla_drafter.{room}" for room in rooms - owners}, fence


def test_every_fence_around_a_library_has_an_owner_here(contract: configparser.ConfigParser) -> None:
    fences = {
        name.rpartition(":")[2]
        for name in contract.sections()
        if contract[name].get("type") == "forbidden" and contract[name].getboolean("allow_indirect_imports")
    }
    assert fences == set(OWNERS)
