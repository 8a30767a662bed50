from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("sla_drafter", "clause_library", "templates", "docs")
FILES = ("pyproject.toml", "setup.py", "README.md", "LICENSE")


def clean_clone(folder: Path) -> Path:
    """What a clone holds of all that the example needs."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    return folder


def test_one_command_in_a_clean_clone_drafts_the_example_and_says_where_it_is(tmp_path: Path) -> None:
    clone = clean_clone(tmp_path)
    outside = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    command = ["sh", "docs/example.sh"]
    result = subprocess.run(command, cwd=clone, env=outside, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"
    named = [Path(line.strip()) for line in result.stdout.splitlines() if line.startswith("  ")]
    written = {file.suffix for file in named if file.is_file() and file.stat().st_size}
    assert written >= {".yaml", ".docx", ".pdf", ".html", ".md", ".json"}
