"""What stood in the last signed version is known; what is new fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import OFF_TARGET, Typed

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]


def test_a_baseline_lets_pass_what_was_known_and_nothing_else(
    shell: Shell, golden: Golden, change: Callable[..., None]
) -> None:
    change(OFF_TARGET)
    written = shell("sla-drafter lint agreement.yaml --write-baseline known.json")
    assert written.status == 1
    number = sum(map(len, json.loads(Path("known.json").read_text(encoding="utf-8"))["files"].values()))
    assert f"known.json is written: it knows {number} findings." in written.output
    typed = shell("sla-drafter lint agreement.yaml --baseline known.json")
    golden(str(typed), "cli/lint/baseline.txt")
    told = json.loads(shell("sla-drafter lint agreement.yaml --baseline known.json --format json").output)
    assert {finding["known"] for finding in told["files"][0]["findings"]} == {True}
    assert set(told["summary"].values()) == {0}
    sarif = json.loads(shell("sla-drafter lint agreement.yaml --baseline known.json --format sarif").output)
    assert {result["baselineState"] for result in sarif["runs"][0]["results"]} == {"unchanged"}
    assert not shell("sla-drafter lint agreement.yaml --baseline known.json --format github").output.strip()
    assert typed.status == 0
    change(("{below: 95.0%, credit: 5%}", "{below: 94.0%, credit: 5%}"))
    worse = shell("sla-drafter lint agreement.yaml --baseline known.json")
    assert worse.status == 1
    assert "credits.ladders.query_time.94.0%" in worse.output


@pytest.fixture
def typed_elsewhere(shell: Shell, desk: Path, change: Callable[..., None]) -> Path:
    """A folder with an agreement that has an error, beside which stands a baseline that knows it."""
    change(OFF_TARGET)
    folder = desk / "deals"
    folder.mkdir()
    (desk / "agreement.yaml").rename(folder / "agreement.yaml")
    assert shell("sla-drafter lint deals/agreement.yaml --write-baseline deals/known.json").status == 1
    assert list(json.loads((folder / "known.json").read_text(encoding="utf-8"))["files"]) == ["agreement.yaml"]
    return folder


def test_a_baseline_holds_however_the_path_is_typed(
    shell: Shell, typed_elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = typed_elsewhere / "agreement.yaml"
    assert shell(f"sla-drafter lint {whole} --baseline deals/known.json").status == 0
    assert shell("sla-drafter lint ./deals/../deals --baseline deals/known.json").status == 0
    monkeypatch.chdir(typed_elsewhere)
    for line in ("agreement.yaml --baseline known.json", ". --baseline ../deals/known.json"):
        assert shell(f"sla-drafter lint {line}").status == 0


def test_a_baseline_holds_for_the_next_version_whatever_it_is_called(shell: Shell, typed_elsewhere: Path) -> None:
    text = (typed_elsewhere / "agreement.yaml").read_text(encoding="utf-8")
    (typed_elsewhere / "second.yaml").write_text(text, encoding="utf-8")
    alone = shell("sla-drafter lint deals/second.yaml --baseline deals/known.json")
    assert alone.status == 0
    assert "deals/second.yaml is compared with agreement.yaml in the baseline deals/known.json." in alone.output
    both = shell("sla-drafter lint deals --baseline deals/known.json")
    assert both.status == 1
    assert "deals/second.yaml is not in the baseline deals/known.json." in both.output


def test_a_baseline_that_is_none_is_refused(shell: Shell, desk: Path) -> None:
    absent = shell("sla-drafter lint agreement.yaml --baseline known.json")
    assert (absent.status, "There is no baseline known.json" in absent.output) == (2, True)
    (desk / "known.json").write_text("{", encoding="utf-8")
    broken = shell("sla-drafter lint agreement.yaml --baseline known.json")
    assert (broken.status, "is no JSON" in broken.output) == (2, True)
