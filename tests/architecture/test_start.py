from __future__ import annotations

import subprocess
import sys

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
    sla_drafter.cli.main()
except SystemExit as end:
    assert not end.code, end.code
"""


@pytest.mark.parametrize("program", [IMPORT, HELP], ids=["import sla_drafter", "sla-drafter --help"])
def test_starting_loads_no_heavy_library(program: str) -> None:
    program = f"import sys\n{program}\nprint('loaded:', *sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    loaded = set(result.stdout.rpartition("loaded:")[2].split())
    assert "sla_drafter" in loaded
    assert not loaded & HEAVY
