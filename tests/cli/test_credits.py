from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest

from tests.cli.conftest import Typed
from tests.promises.files import unpacked

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]
MEASURED = Path(__file__).parent / "measured"
LINE = "sla-drafter credits agreement.yaml measured --period 2027-03 --on 2027-04-05"


@pytest.fixture
def measured(desk: Path) -> Path:
    """The measurements of a small month, beside the agreement."""
    return Path(shutil.copytree(MEASURED, desk / "measured"))


WRONG = "2027-03-10T12:00:00Z,2027-03-10T10:00:00Z,database,,"


def report_of(typed: Typed) -> dict[str, Any]:
    """The report in what was printed, without what was noticed after it."""
    found: dict[str, Any] = json.JSONDecoder().raw_decode(typed.output)[0]
    return found


def add(file: Path, row: str) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}{row}\n", encoding="utf-8")


def test_a_month_as_text(shell: Shell, golden: Golden, measured: Path) -> None:
    assert measured.is_dir()
    typed = shell(LINE)
    golden(str(typed), "cli/credits/month.txt")
    assert typed.status == 0


def test_a_month_as_json(shell: Shell, golden: Golden, measured: Path) -> None:
    (measured / "tickets.csv").unlink()
    typed = shell(f"{LINE} --format json")
    report = json.JSONDecoder().raw_decode(typed.output)[0]
    golden(json.dumps(report, indent=2, ensure_ascii=False) + "\n", "cli/credits/month.json")
    assert typed.status == 0


def test_the_json_has_the_figures_that_programs_need(shell: Shell, measured: Path) -> None:
    assert measured.is_dir()
    report = json.JSONDecoder().raw_decode(shell(f"{LINE} --format json").output)[0]
    one = report["metrics"][0]
    assert (report["schema"], report["period"], report["claim_by"]) == (2, "2027-03", None)
    assert Fraction(one["value"]) == 1 - Fraction(150, 44490)
    assert one["value_percent"] == "99.66284"
    assert (one["target"], one["met"]) == ("99.9", False)
    assert one["credit"] == {"percent": "10", "amount": "1200", "currency": "GBP"}
    assert one["trace"][1] == {
        "step": 2,
        "name": "ladder",
        "clause": "credits_ladder",
        "clause_words": "clause 7.1 Service credits",
        "before": "147800/1483",
        "after": "10",
    }
    assert report["total"]["amount"] == "1800.00"
    assert [step["step"] for step in report["total"]["trace"]] == [8, 9, 10, 11, 12]
    assert (report["invoice"], report["tax_document"]) == (False, False)


def test_a_month_as_a_table(shell: Shell, golden: Golden, measured: Path) -> None:
    assert measured.is_dir()
    typed = shell(f"{LINE} --format csv")
    table = typed.output.split("\n\n")[0]
    golden(table, "cli/credits/month.csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["metric"] for row in rows] == [
        "availability", "query_time", "severities.1", "severities.2", "severities.3",
    ]  # fmt: skip
    assert rows[0]["failed"] == "9000"


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_a_statement_on_paper_is_read_back(shell: Shell, desk: Path, measured: Path, ending: str) -> None:
    assert measured.is_dir()
    typed = shell(f"{LINE} -o out/statement.{ending}")
    assert typed.status == 0
    assert f"out/statement.{ending} was written and read back." in typed.output
    first = (desk / "out" / f"statement.{ending}").read_bytes()
    assert shell(f"{LINE} -o out/statement.{ending}").status == 0
    assert (desk / "out" / f"statement.{ending}").read_bytes() == first


def test_the_paper_says_what_it_is_and_where_each_figure_comes_from(
    shell: Shell, golden: Golden, desk: Path, measured: Path
) -> None:
    assert measured.is_dir()
    assert shell(f"{LINE} -o statement.md").status == 0
    paper = (desk / "statement.md").read_text(encoding="utf-8")
    golden(paper, "cli/credits/statement.md")
    assert "This statement is neither an invoice nor a tax document." in paper
    assert "clause 7.3 Applying credits" in paper


def test_a_row_that_is_wrong_is_named_and_what_reads_it_is_open(shell: Shell, golden: Golden, measured: Path) -> None:
    add(measured / "outages.csv", WRONG)
    typed = shell(LINE)
    assert typed.status == 1
    golden(str(typed), "cli/credits/open.txt")
    assert "measured/outages.csv:8" in typed.output
    assert "Not final: 1 row could not be used; it is listed below.\nService credits due: open\n" in typed.output
    strict = shell(f"{LINE} --strict")
    golden(str(strict), "cli/credits/strict.txt")
    assert strict.status == 2


def test_a_file_that_cannot_be_read_is_not_time_without_data(shell: Shell, golden: Golden, measured: Path) -> None:
    (measured / "outages.csv").write_text("start,finish,service\n", encoding="utf-8")
    typed = shell(LINE)
    golden(str(typed), "cli/credits/unread.txt")
    assert "Service credits due: open" in typed.output
    assert typed.status == 1


def test_what_happens_after_the_day_of_the_figures_is_wrong(shell: Shell, measured: Path) -> None:
    assert measured.is_dir()
    typed = shell(LINE.replace("2027-04-05", "2027-03-03"))
    assert typed.status == 1
    assert "ROW-13" in typed.output


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (LINE.replace("2027-03 ", "March "), "'March' is no month. Write year and month: 2027-03."),
        (LINE.replace("2027-03 ", "2027-13 "), "'2027-13' is no month. Write year and month: 2027-03."),
        (LINE.replace("2027-04-05", "tomorrow"), "'tomorrow' is no day. Write 2027-04-05."),
        (f"{LINE} -o statement.txt", "statement.txt ends in .txt. A statement ends in .docx, .pdf, .html, .md."),
        (LINE.replace("agreement.yaml", "."), ". is a folder. Name the agreement file in it: agreement.yaml"),
        (LINE.replace(" measured ", " nowhere "), "nowhere"),
        ("sla-drafter credits agreement.yaml --period 2027-03", "Missing argument 'MEASUREMENTS...'"),
    ],
)
def test_a_call_that_is_wrong_says_what_would_be_right(shell: Shell, measured: Path, line: str, said: str) -> None:
    assert measured.is_dir()
    typed = shell(line)
    assert typed.status == 2
    assert said in " ".join(typed.output.split())


def test_an_agreement_without_a_zone_cannot_be_computed(
    shell: Shell, measured: Path, change: Callable[..., None]
) -> None:
    assert measured.is_dir()
    change(("time: {zone: Europe/London, ", "time: {"))
    typed = shell(LINE)
    assert typed.status == 2
    assert "time.zone is not given. It is the zone of every clock and calendar" in " ".join(typed.output.split())


def test_computing_credits_loads_no_library_of_paper(desk: Path, measured: Path) -> None:
    assert measured.is_dir()
    program = (
        "import sys; sys.argv = ['sla-drafter', *sys.argv[1:]]\n"
        "from sla_drafter.cli import run\n"
        "try:\n    run()\nexcept SystemExit:\n    print('loaded:', *sys.modules)"
    )
    arguments = LINE.split()[1:]
    found = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=desk, capture_output=True, text=True, check=True
    )
    loaded = set(found.stdout.rpartition("loaded:")[2].split())
    assert "sla_drafter.attainment.statement" in loaded
    assert not loaded & {"docx", "docxtpl", "reportlab", "jinja2", "pikepdf", "sla_drafter.lints.engine"}
    countries = {name for name in loaded if name.startswith("holidays.countries.")}
    assert countries == {"holidays.countries.united_kingdom"}


def test_a_month_before_the_agreement_is_refused(shell: Shell, measured: Path) -> None:
    assert measured.is_dir()
    typed = shell(LINE.replace("2027-03 ", "2026-12 "))
    assert typed.status == 2
    assert "2026-12 lies before 2027-01-01, the day on which the agreement takes effect." in typed.output


def test_a_month_that_is_not_over_is_said(shell: Shell, measured: Path) -> None:
    for name in ("maintenance.csv", "tickets.csv", "observations.csv"):
        (measured / name).unlink()
    typed = shell(LINE.replace("2027-04-05", "2027-03-30"))
    assert typed.status == 0
    assert "STM-02  period_not_over" in typed.output
    assert shell(f"{LINE.replace('2027-04-05', '2027-03-30')} --fail-on warning").status == 1


def test_a_row_that_no_service_level_counts_is_said(shell: Shell, measured: Path) -> None:
    add(measured / "tickets.csv", "T-900,1,2027-03-31T22:00:00Z,,,")
    typed = shell(LINE)
    assert "No service level of the month counts these rows of tickets: tickets.csv:6." in typed.output
    add(measured / "tickets.csv", "T-901,2,2027-03-31T22:10:00Z,,,")
    add(measured / "tickets.csv", "T-902,1,2027-03-31T22:20:00Z,,,")
    assert "rows of tickets: tickets.csv:6, tickets.csv:7, tickets.csv:8." in " ".join(shell(LINE).output.split())


def test_a_wrong_row_of_another_kind_makes_up_nothing(shell: Shell, measured: Path) -> None:
    (measured / "outages.csv").unlink()
    add(measured / "tickets.csv", "T-900,9,2027-03-10T22:00:00Z,,,")
    typed = shell(LINE)
    assert typed.status == 1
    assert "missed (no data)" in typed.output


def test_rows_in_the_future_make_no_figure(shell: Shell, measured: Path) -> None:
    assert measured.is_dir()
    typed = shell(LINE.replace("2027-04-05", "2026-11-22"))
    assert typed.status == 1
    assert "Not final: 15 rows could not be used; they are listed below.\nService credits due: open\n" in typed.output
    rows = [line.split() for line in typed.output.split("\n\n")[1].splitlines()[1:]]
    assert [(row[0], row[1], row[4:]) for row in rows] == [
        ("availability", "open", ["open", "open"]),
        ("query_time", "open", ["open", "open"]),
        *((f"severities.{number}", "open", ["open"]) for number in (1, 2, 3)),
    ]
    assert typed.output.count("future_time") == 15


def test_a_row_with_a_warning_leaves_nothing_open(shell: Shell, measured: Path) -> None:
    add(measured / "outages.csv", "2027-03-10T12:00:00Z,2027-03-10T12:00:00Z,database,,")
    typed = shell(LINE)
    assert "no_length" in typed.output
    assert "Service credits due: GBP 1,800.00" in typed.output
    assert report_of(shell(f"{LINE} --format json"))["final"] is True
    assert typed.status == 0


def test_the_json_of_an_open_month_has_no_result_and_no_credit(shell: Shell, measured: Path) -> None:
    add(measured / "outages.csv", WRONG)
    report = report_of(shell(f"{LINE} --format json"))
    assert (report["final"], report["rows_in_error"], report["files_in_error"]) == (False, 1, 0)
    assert report["total"] == {"amount": None, "currency": None, "trace": []}
    availability, query_time, *severities = report["metrics"]
    assert (availability["final"], availability["met"], availability["credit"]) == (False, None, None)
    assert availability["rows_in_error"] == 1
    assert (query_time["final"], query_time["met"], query_time["rows_in_error"]) == (True, False, 0)
    assert query_time["credit"] is None, "caps and the rule for one incident join the two"
    assert [one["met"] for one in severities] == [True, True, True]
    assert report["chronic_failure"] is None
    assert [month["metrics"]["availability"] for month in report["history"]] == [{"value": None, "met": None}] * 3


def test_the_table_of_an_open_month_says_so_in_each_row(shell: Shell, measured: Path) -> None:
    add(measured / "outages.csv", WRONG)
    rows = list(csv.DictReader(io.StringIO(shell(f"{LINE} --format csv").output.split("\n\n")[0])))
    assert [(row["final"], row["rows_in_error"]) for row in rows] == [("no", "1"), *[("yes", "0")] * 4]
    assert (rows[0]["met"], rows[0]["credit_amount"], rows[1]["met"], rows[1]["credit_amount"]) == ("", "", "no", "")


def test_a_wrong_case_leaves_the_severities_open_and_the_credits_due(shell: Shell, measured: Path) -> None:
    add(measured / "tickets.csv", "T-900,9,2027-03-10T22:00:00Z,,,")
    report = report_of(shell(f"{LINE} --format json"))
    assert report["final"] is False
    assert [one["met"] for one in report["metrics"]] == [False, False, None, None, None]
    assert report["total"]["amount"] == "1800.00"


@pytest.mark.parametrize("name", ["broken.csv", "outages.xlsx"])
def test_a_file_that_may_be_of_any_kind_leaves_all_open(shell: Shell, measured: Path, name: str) -> None:
    (measured / name).write_text("start,finish,service\n", encoding="utf-8")
    typed = shell(LINE)
    assert "Not final: 1 file could not be used; it is listed below." in typed.output
    assert {one["final"] for one in report_of(shell(f"{LINE} --format json"))["metrics"]} == {False}
    assert typed.status == 1


def test_a_file_with_a_column_of_one_kind_leaves_that_kind_open(shell: Shell, measured: Path) -> None:
    (measured / "more.csv").write_text("id,severity,opend\nT-1,1,2027-03-02T10:00:00Z\n", encoding="utf-8")
    report = report_of(shell(f"{LINE} --format json"))
    assert (report["rows_in_error"], report["files_in_error"]) == (0, 1)
    assert [one["final"] for one in report["metrics"]] == [True, True, False, False, False]


def test_an_open_statement_is_not_written(shell: Shell, desk: Path, measured: Path) -> None:
    add(measured / "outages.csv", WRONG)
    typed = shell(f"{LINE} -o statement.pdf")
    assert typed.status == 1
    said = "Nothing was written, as 1 row could not be used. A copy that says so on every page: --unfinished"
    assert said in typed.output
    assert {file.name for file in desk.iterdir()} == {"agreement.yaml", "measured"}


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_an_unfinished_statement_says_so_on_every_page(shell: Shell, desk: Path, measured: Path, ending: str) -> None:
    add(measured / "outages.csv", WRONG)
    assert shell(f"{LINE} --unfinished -o statement.{ending}").status == 1
    assert {file.name for file in desk.iterdir() if not file.name.startswith(".")} == {
        "agreement.yaml", "measured", f"statement.UNFINISHED.{ending}",
    }  # fmt: skip
    data = (desk / f"statement.UNFINISHED.{ending}").read_bytes()
    if ending == "pdf":
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            assert len(pdf.pages) > 1
            assert all("Not final: 1 row could not be used" in page.extract_text() for page in pdf.pages)
    else:
        assert b"Not final: 1 row could not be used" in unpacked(ending, data)


def test_a_final_statement_is_not_marked_as_unfinished(shell: Shell, desk: Path, measured: Path) -> None:
    assert measured.is_dir()
    assert shell(f"{LINE} --unfinished -o statement.md").status == 0
    assert "Not final" not in (desk / "statement.md").read_text(encoding="utf-8")


def test_the_page_about_statements_shows_what_the_command_prints(shell: Shell, measured: Path) -> None:
    assert measured.is_dir()
    page = (Path(__file__).parents[2] / "docs" / "reference" / "credit-statement.md").read_text(encoding="utf-8")
    shown = page.split("```text\n")[1].split("```")[0].splitlines()
    assert LINE in page
    report = iter(shell(LINE).output.splitlines())
    assert [line for line in shown if line and line not in report] == []


def test_the_json_on_the_page_is_part_of_what_the_command_prints(shell: Shell, measured: Path) -> None:
    assert measured.is_dir()
    page = (Path(__file__).parents[2] / "docs" / "reference" / "credit-statement.md").read_text(encoding="utf-8")
    shown = json.loads(page.split("```json\n")[1].split("```")[0])
    assert holds(json.JSONDecoder().raw_decode(shell(f"{LINE} --format json").output)[0], shown)


def holds(whole: object, part: object) -> bool:
    """Whether a tree holds another: every key with its value, every item of a list somewhere in it."""
    match whole, part:
        case dict(), dict():
            return all(key in whole and holds(whole[key], part[key]) for key in part)
        case list(), list():
            return all(any(holds(one, item) for one in whole) for item in part)
    return whole == part


@pytest.mark.parametrize(
    ("rule", "fourth", "total"),
    [
        ("equal months", "10% of GBP 12,000.00, equal months -> GBP 1,200.00", "GBP 1,800.00"),
        # 144,000 x 31 / 365 = 12,230.1369…; 10% and 5% of it are 1,834.5205…
        ("by days", "10% of GBP 12,230.1369…, by days -> GBP 1,223.0136…", "GBP 1,834.52"),
    ],
)
def test_a_fee_for_a_year_is_divided_as_the_agreement_says(
    shell: Shell, desk: Path, measured: Path, rule: str, fourth: str, total: str
) -> None:
    assert measured.is_dir()
    yearly_fee(desk, rule)
    typed = shell(LINE)
    assert typed.status == 0
    assert f"Service credits due: {total}\n" in typed.output
    assert fourth in typed.output
    step = report_of(shell(f"{LINE} --format json"))["metrics"][0]["trace"][3]
    assert (step["name"], step["proration"]) == ("amount", rule.replace(" ", "_"))
    assert Fraction(step["fee"]) * Fraction(step["before"]) / 100 == Fraction(step["after"])


def test_a_fee_for_a_year_without_a_rule_is_named_with_what_is_missing(
    shell: Shell, desk: Path, measured: Path
) -> None:
    assert measured.is_dir()
    yearly_fee(desk, "")
    typed = shell(LINE)
    assert typed.status == 2
    assert "credits.fee_base.proration" in typed.output
    assert "equal months, or by days" in " ".join(typed.output.split())
    lint = shell("sla-drafter lint agreement.yaml")
    assert "proration: equal months   (or by days)" in lint.output
    assert "CMP-12" in lint.output


@pytest.mark.parametrize(
    ("name", "line", "text"),
    [
        ("reversed_span", 2, "start,end,service\n2027-03-10T12:00:00Z,2027-03-10T10:00:00Z,database"),
        ("time_without_zone", 2, "start,end,service\n2027-03-10T12:00:00,2027-03-10T13:00:00Z,database"),
        ("future_time", 2, "start,end,service\n2027-05-10T12:00:00Z,2027-05-10T13:00:00Z,database"),
        ("unknown_zone", 2, "start,end,service,zone\n2027-03-10T12:00:00,2027-03-10T13:00:00,database,Mars/Olympus"),
        ("unknown_id", 2, "start,end,service\n2027-03-10T12:00:00Z,2027-03-10T13:00:00Z,databse"),
        ("negative", 2, "metric,start,end,within,events\nquery_time,2027-03-30T00:00:00Z,2027-03-31T00:00:00Z,-5,9"),
        ("missing", 1, "start,service\n2027-03-10T12:00:00Z,database"),
        ("agreement", 2, "start,end,service,agreement\n2027-03-10T12:00:00Z,2027-03-10T13:00:00Z,database,Another"),
    ],
)
def test_bad_input_is_named_with_its_place_and_strict_refuses_it(
    shell: Shell, measured: Path, name: str, line: int, text: str
) -> None:
    (measured / "bad.csv").write_text(f"{text}\n", encoding="utf-8")
    typed = shell(LINE)
    assert (typed.status, typed.output.count(f"measured/bad.csv:{line}:")) == (1, 1)
    assert name in typed.output
    assert "Not final: 1 " in typed.output
    strict = shell(f"{LINE} --strict")
    assert strict.status == 2
    assert f"measured/bad.csv:{line}:" in strict.output


def yearly_fee(desk: Path, rule: str) -> None:
    """The agreement of the desk with a fee for a year instead of a month."""
    file = desk / "agreement.yaml"
    text = file.read_text(encoding="utf-8").replace("GBP 12,000 per month", "GBP 144,000 per year")
    if rule:
        text = text.replace("month: of failure,", f"month: of failure, proration: {rule},")
    file.write_text(text, encoding="utf-8")


def test_what_a_house_of_ones_own_lacks_is_said_of_a_statement_too(shell: Shell, measured: Path) -> None:
    desk = measured.parent
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Hall & Sons"
    made.save(str(desk / "hall.docx"))
    said = shell(f"{LINE} --house hall.docx -o statement.html").output
    assert "The house hall:" in said
    assert "The house" not in shell(f"{LINE} --house hall.docx").output
    assert "The house" not in shell(f"{LINE} --house corporate -o statement.md").output
