from __future__ import annotations

import contextlib
import csv
import io
import re
from pathlib import Path

import pytest

from sla_drafter.model.measured import Span
from sla_drafter.readers.measurements import files, mistakes, sheet
from sla_drafter.readers.measurements.kinds import EVERYWHERE, KINDS
from sla_drafter.readers.measurements.rules import RULES
from tests.readers.measurements.sample import DEAL, at, measured, names

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "measurements.md").read_text(encoding="utf-8")
EXAMPLES = dict(zip(KINDS, re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL), strict=True))


def test_the_page_has_every_column_of_every_kind() -> None:
    columns = [column for kind in KINDS.values() for column in kind.columns]
    rows = [
        f"| `{one.name}` | {'yes' if one.required else 'no'} | {one.says} | `{one.example}` |"
        for one in (*columns, *EVERYWHERE)
    ]
    assert re.findall(r"^\| `[a-z_]+` \|.*$", PAGE, re.MULTILINE) == rows


def test_the_page_has_every_rule() -> None:
    rows = [f"| {rule.code} | `{name}` | {rule.severity.value} | {rule.says} |" for name, rule in RULES.items()]
    assert re.findall(r"^\| ROW-.*$", PAGE, re.MULTILINE) == rows


def test_the_page_says_the_limits_and_the_endings() -> None:
    assert (
        f"At most {sheet.LARGEST // 2**20} MiB and {sheet.MOST_ROWS:,} rows in one file, {sheet.MOST_COLUMNS}" in PAGE
    )
    assert f"Of more than {mistakes.MOST_LISTED:,} rows" in PAGE
    assert csv.field_size_limit() == 131_072
    assert all(f"`{ending}`" in PAGE for ending in files.FORMATS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_the_page_are_read_without_a_finding(kind: str, tmp_path: Path) -> None:
    read = measured(tmp_path, EXAMPLES[kind])
    assert not names(read)
    assert len(getattr(read.measurements, kind)) == 2


def test_the_days_of_the_page_are_whole_days_as_it_says(tmp_path: Path) -> None:
    assert "`2027-03-01` to `2027-03-31` is all of March" in " ".join(PAGE.split())
    march = Span(*map(at, re.findall(r"the same as from `(\S+)` to\s+`(\S+)` in London", PAGE)[0]))
    assert measured(tmp_path, EXAMPLES["observations"]).measurements.observations[1].span == march
    day = Span(at("2027-03-01T00:00:00Z"), at("2027-03-02T00:00:00Z"))
    assert measured(tmp_path, EXAMPLES["requests"]).measurements.requests[0].span == day


def test_the_shortest_record_is_a_month_of_days(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "how-to" / "promise-what-you-can-keep.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    read = measured(tmp_path, example)
    assert not names(read)
    september = Span(at("2026-09-01T00:00:00+01:00"), at("2026-10-01T00:00:00+01:00"))
    assert [one.span for one in read.measurements.observations] == [september]


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_every_column_can_be_read(kind: str, tmp_path: Path) -> None:
    columns = [column for column in KINDS[kind].columns if kind != "observations" or column.name != "value"]
    text = f"{','.join(column.name for column in columns)}\n{','.join(column.example for column in columns)}\n"
    read = measured(tmp_path, text)
    assert not names(read)
    assert len(getattr(read.measurements, kind)) == 1


def test_the_program_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "march").mkdir()
    (tmp_path / "march" / "outages.csv").write_text(EXAMPLES["outages"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program, "measurements.md", "exec"), {"agreement": DEAL})  # noqa: S102 - the page's own words
    assert printed.getvalue().splitlines() == ["outages.csv 4 5400000000", "outages.csv 5 330500000"]
