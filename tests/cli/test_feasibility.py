from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sla_drafter.attainment.months import add_months
from sla_drafter.builder.files import read_back
from tests.cli.conftest import Typed
from tests.promises.files import unpacked

Shell = Callable[[str], Typed]
MARK = "PLANTED"
BANNER = "Internal: not for the other side"
PRIVATE = f"""
private:
  margin: 20%
  upstream:
    hosting: {{document: contract with the data centre, availability: 99.5%, copies: 2}}
    carrier: {{availability: 99.95%}}
  notes: [{MARK}-note]
  waivers: [{{rule: FEA-16, where: private, reason: {MARK}-reason, approver: {MARK}-approver, until: 2027-12-31}}]
"""
RUN = "sla-drafter feasibility agreement.yaml --history record --on 2026-10-31"


def csv(header: str, months: list[str], metric: str, first: date) -> str:
    rows = [header]
    for position, value in enumerate(months):
        start, end = (add_months(first, position + each) for each in (0, 1))
        rows.append(f"{metric},{start}T00:00:00,{end}T00:00:00,{value},Europe/London")
    return "\n".join(rows) + "\n"


@pytest.fixture
def record(desk: Path) -> Path:
    """The agreement with private facts, and a record of 34 months of 36, and of 9 good ones."""
    with (desk / "agreement.yaml").open("a", encoding="utf-8") as file:
        file.write(PRIVATE)
    folder = desk / "record"
    folder.mkdir()
    values = ["99.95%"] * 36
    values[7], values[20] = "99.84%", "98.7%"
    first = date(2023, 11, 1)
    (folder / "availability.csv").write_text(csv("metric,start,end,value,zone", values, "availability", first))
    counts = [f"{9700 + 10 * month},10000" for month in range(9)]
    text = csv("metric,start,end,within,events,zone", counts, "query_time", date(2026, 2, 1))
    (folder / "query_time.csv").write_text(text)
    return folder


def test_the_report_says_what_can_be_promised(shell: Shell, record: Path, golden: Callable[[str, str], None]) -> None:
    assert record.is_dir()
    golden(str(shell(RUN)), "cli/feasibility/report.txt")


def test_the_figures_for_programs_are_exact_and_say_that_they_are_internal(
    shell: Shell, record: Path, golden: Callable[[str, str], None]
) -> None:
    assert record.is_dir()
    typed = shell(f"{RUN} --format json --offers 99.5%,99.9%")
    tree = json.loads(typed.output)
    assert (tree["schema"], tree["internal"], typed.status) == (1, True, 0)
    found = tree["metrics"][0]
    assert found["chance_of_a_miss"]["window"] == {"percent": "7.8947368421", "fraction": "3/38"}
    assert found["upstream"]["together"] == "99.94750125"
    assert found["expected_credits"]["in_year"] == {"amount": "1989.47", "currency": "GBP"}
    assert [offer["target"] for offer in found["offers"]] == ["99.5", "99.9"]
    assert MARK not in typed.output
    golden(typed.output, "cli/feasibility/report.json")


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_the_page_is_marked_and_carries_no_fact_with_it(shell: Shell, record: Path, ending: str) -> None:
    page = record.parent / f"page.{ending}"
    typed = shell(f"{RUN} -o {page.name}")
    assert (typed.status, typed.output.splitlines()[-1]) == (
        0,
        f"page.{ending} was written and read back. It is internal.",
    )
    data = page.read_bytes()
    words = " ".join(passage.words for passage in read_back(ending, data))
    assert "Strictest safe target" in words
    assert "57.8%" in words
    inside = unpacked(ending, data)
    assert BANNER.encode() in inside
    assert MARK.encode() not in inside
    assert b"sla_drafter: 1" not in inside
    extract = shell(f"sla-drafter extract page.{ending}")
    assert extract.status == 2
    assert "carries no agreement facts" in extract.output.replace("\n", " ").replace("  ", " ")


def test_the_how_to_shows_what_the_command_prints(shell: Shell, record: Path) -> None:
    assert record.is_dir()
    page = (Path(__file__).parents[2] / "docs/how-to/promise-what-you-can-keep.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```console\n\$ (.+)\n((?:.+\n)+)```", page)
    assert shown[0] == RUN
    assert shown[1] in shell(shown[0]).output


def test_every_page_of_the_pdf_is_marked(shell: Shell, record: Path) -> None:
    from pypdf import PdfReader

    shell(f"{RUN} -o page.pdf")
    pages = [page.extract_text() for page in PdfReader(record.parent / "page.pdf").pages]
    assert len(pages) > 1
    assert all(BANNER in page for page in pages)


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md", "json"])
def test_nothing_of_it_is_in_a_draft(shell: Shell, record: Path, ending: str) -> None:
    assert shell(f"sla-drafter draft agreement.yaml -o out --to {ending} --force").status == 0
    inside = unpacked(ending, (record.parent / "out" / f"agreement.{ending}").read_bytes())
    for words in (BANNER, "upstream", "contract with the data centre", "99.94750125", MARK):
        assert words.encode() not in inside


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--appetite 0%", "0% is not between 0% and 100%. Write 10%."),
        ("--appetite high", "--appetite"),
        ("--confidence 100%", "100% is not between 0% and 100%."),
        ("--offers 99%,101%", "A target is from 0% to 100%."),
        ("--on tomorrow", "'tomorrow' is no day."),
        ("-o page.xlsx", "page.xlsx ends in .xlsx. A page ends in .docx, .pdf, .html, .md."),
        ("-o page", "page ends in nothing."),
    ],
)
def test_a_wrong_call_is_refused_with_what_would_be_right(
    shell: Shell, record: Path, arguments: str, said: str
) -> None:
    assert record.is_dir()
    typed = shell(f"sla-drafter feasibility agreement.yaml --history record {arguments}")
    assert typed.status == 2
    assert said in " ".join(typed.output.split())


def test_a_row_that_is_wrong_is_named_and_fails_the_command(shell: Shell, record: Path) -> None:
    with (record / "availability.csv").open("a", encoding="utf-8") as file:
        file.write("availabilty,2026-10-01T00:00:00Z,2026-10-31T00:00:00Z,99%,UTC\n")
    typed = shell(RUN)
    assert typed.status == 1
    assert "availability.csv:38" in typed.output
    assert shell(f"{RUN} --strict").status == 2


def test_figures_of_which_rows_could_not_be_used_are_marked_as_open(shell: Shell, record: Path) -> None:
    with (record / "availability.csv").open("a", encoding="utf-8") as file:
        file.write("availabilty,2026-10-01T00:00:00Z,2026-10-31T00:00:00Z,99%,UTC\n")
    said = " ".join(shell(RUN).output.split())
    assert "Not final: 1 row could not be used. The figures are those of the others" in said
    assert "is the strictest" not in said
    assert "at least 99.9% 34 of 36 7.9% open" in said
    assert " yes" not in said
    found = json.JSONDecoder().raw_decode(shell(f"{RUN} --format json").output)[0]
    first = found["metrics"][0]
    assert (first["final"], first["rows_in_error"], first["files_in_error"]) == (False, 1, 0)
    assert first["strictest_safe_target"] is None
    assert {offer["accepted"] for offer in first["offers"]} == {None}
    severity = next(one for one in found["metrics"] if one["id"] == "severities.2")
    assert (severity["final"], severity["rows_in_error"]) == (True, 0)


def test_upstream_figures_that_cannot_be_are_refused_with_their_path(
    shell: Shell, record: Path, change: Callable[..., None]
) -> None:
    assert record.is_dir()
    change(("copies: 2", "copies: 2, needed: 3"))
    typed = shell(RUN)
    assert typed.status == 2
    assert "private.upstream.hosting.needed is 3. It is from 1 to 2" in " ".join(typed.output.split())


def test_a_rule_shows_private_figures_to_the_author_alone(
    shell: Shell, record: Path, change: Callable[..., None]
) -> None:
    assert record.is_dir()
    change(("carrier: {availability: 99.95%}", "carrier: {availability: 98.7654321%}"))
    shown = shell("sla-drafter lint agreement.yaml")
    assert "Your figures: hosting 99.5% and carrier 98.7654321%: together 98.762…%." in " ".join(shown.output.split())
    told = shell("sla-drafter lint agreement.yaml --format json")
    assert "FEA-01" in told.output
    assert "98.76" not in told.output
    assert shell("sla-drafter draft agreement.yaml -o out --to md --unfinished").status == 1
    draft = (record.parent / "out" / "agreement.UNFINISHED.md").read_text(encoding="utf-8")
    assert "upstream" not in draft
