from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "docx", "docxtpl", "reportlab", "babel", "jinja2", "lxml", "pikepdf", "pypdf", "pyarrow", "yaml", "questionary",
    "importlib.metadata", "sla_drafter.readers", "sla_drafter.model", "sla_drafter.plugins",
}  # fmt: skip
IMPORT = "import sla_drafter"
HELP = """
import sla_drafter.cli
sys.argv = ["sla-drafter", "--help"]
try:
    sla_drafter.cli.run()
except SystemExit as end:
    assert not end.code, end.code
"""


LINT = """
from pathlib import Path
import sla_drafter
assert sla_drafter.lint(Path(sys.argv[1]))[0].findings
"""
NOT_OF_A_PAPER = {
    "babel", "docx", "docxtpl", "jinja2", "pikepdf", "pypdf", "reportlab", "importlib.metadata",
    "sla_drafter.assembly", "sla_drafter.attainment", "sla_drafter.model.agreement", "sla_drafter.readers.docx",
}  # fmt: skip


@pytest.mark.parametrize("program", [IMPORT, HELP], ids=["import sla_drafter", "sla-drafter --help"])
def test_starting_loads_no_heavy_library(program: str) -> None:
    loaded = modules_loaded_by(program)
    assert "sla_drafter" in loaded
    assert not loaded & HEAVY


def test_linting_a_paper_loads_nothing_of_agreements(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(
        "The Provider shall use reasonable endeavours, and answers within about 4 hours.", encoding="utf-8"
    )
    loaded = modules_loaded_by(LINT, str(paper))
    assert "sla_drafter.lints.foreign" in loaded
    assert not loaded & NOT_OF_A_PAPER


def modules_loaded_by(program: str, *arguments: str) -> set[str]:
    program = f"import sys\n{program}\nprint('loaded:', *sys.modules)"
    command = [sys.executable, "-c", program, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return set(result.stdout.rpartition("loaded:")[2].split())
