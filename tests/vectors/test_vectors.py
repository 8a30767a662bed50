from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.vectors.run import OPERATIONS, cases, judge

FILE = Path(__file__).with_name("service_levels.json")
CASES = cases(FILE)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_worked_example_comes_out_exactly(case: dict[str, Any]) -> None:
    assert judge(case).faults == ()


def test_every_operation_has_an_example() -> None:
    assert {case["op"] for case in CASES} == set(OPERATIONS)


def run(file: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.vectors", str(file)]
    return subprocess.run(command, cwd=FILE.parents[2], capture_output=True, text=True, check=False)


def test_the_runner_counts_what_failed_and_says_why(tmp_path: Path) -> None:
    good, wrong, unknown, odd = (dict(CASES[0], id=name) for name in ("good", "wrong", "unknown", "odd"))
    wrong["expected"] = {**good["expected"], "seconds": 1}
    unknown["op"] = "guess"
    odd["inputs"] = {**good["inputs"], "moon": "full"}
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"cases": [good, wrong, unknown, odd]}), encoding="utf-8")
    result = run(file)
    assert result.returncode == 1
    assert result.stdout.endswith("1 passed, 3 failed\n")
    assert "seconds: expected 1, found 2419200" in result.stdout
    assert "nobody knows the operation guess" in result.stdout
    assert "moon" in result.stdout


def test_a_file_of_which_every_case_passes_ends_well(tmp_path: Path) -> None:
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"cases": CASES[:2]}), encoding="utf-8")
    result = run(file)
    assert (result.returncode, result.stdout) == (0, "2 passed, 0 failed\n")


def test_a_missing_file_is_the_callers_mistake(tmp_path: Path) -> None:
    result = run(tmp_path / "none.json")
    assert (result.returncode, result.stderr) == (2, "usage: python -m tests.vectors FILE.json\n")
