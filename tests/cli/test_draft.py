from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from sla_drafter import Builder
from sla_drafter.cli.sums import sums
from tests.cli.conftest import OFF_TARGET, Typed

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_a_clean_agreement_becomes_five_files(shell: Shell, golden: Golden, desk: Path) -> None:
    typed = shell("sla-drafter draft agreement.yaml -o out")
    golden(str(typed), "cli/draft/clean.txt")
    assert typed.status == 0
    assert names(desk / "out") == [f"agreement.{ending}" for ending in ("docx", "html", "json", "md", "pdf")]


def test_a_letterhead_is_a_house_and_what_was_put_in_is_said(shell: Shell, desk: Path) -> None:
    docx.Document().save(str(desk / "letter.docx"))
    typed = shell("sla-drafter draft agreement.yaml -o out --house letter.docx")
    assert typed.status == 0
    assert "The house letter:" in typed.output
    assert "taken from the plain house: the styles" in typed.output
    assert names(desk / "out") == [f"agreement.{ending}" for ending in ("docx", "html", "json", "md", "pdf")]


def test_the_figures_of_the_summary_are_those_of_the_draft(shell: Shell) -> None:
    draft = Builder.from_file("agreement.yaml").draft()
    pages = draft.pages
    line = (
        f"Body {pages.body} pages of 5, schedules {pages.schedules}; longest sentence {draft.longest_sentence} words; "
        f"{len(draft.clauses)} clauses from the library"
    )
    assert line in shell("sla-drafter draft agreement.yaml -o out --to md").output


def test_files_are_named_after_the_agreement_file(shell: Shell, desk: Path) -> None:
    (desk / "agreement.yaml").rename(desk / "halden.2027.yaml")
    assert shell("sla-drafter draft halden.2027.yaml -o out --to .md,HTML,md").status == 0
    assert names(desk / "out") == ["halden.2027.html", "halden.2027.md"]


def test_an_unfinished_draft_is_marked_and_has_status_1(
    shell: Shell, golden: Golden, desk: Path, change: Callable[..., None]
) -> None:
    change(OFF_TARGET)
    typed = shell("sla-drafter draft agreement.yaml -o out --unfinished --to docx,md")
    golden(str(typed), "cli/draft/unfinished.txt")
    assert typed.status == 1
    assert names(desk / "out") == ["agreement.UNFINISHED.docx", "agreement.UNFINISHED.md"]
    assert "Unfinished draft: 1 error" in (desk / "out" / "agreement.UNFINISHED.md").read_text(encoding="utf-8")


def test_a_clean_agreement_can_be_marked_unfinished_too(shell: Shell) -> None:
    typed = shell("sla-drafter draft agreement.yaml -o out --unfinished --to md")
    assert typed.status == 1
    assert typed.output.endswith("No error remains; status is 1.\n")
    assert '"Draft for discussion" on every page' in typed.output


def test_key_dates_are_added_on_demand_with_a_calendar(shell: Shell, golden: Golden, desk: Path) -> None:
    typed = shell("sla-drafter draft agreement.yaml -o out --with-dates --to md")
    golden(str(typed), "cli/draft/with_dates.txt")
    assert typed.status == 0
    assert names(desk / "out") == ["agreement.ics", "agreement.md"]
    assert "Last day of notice about renewal | 1 November 2028" in (desk / "out" / "agreement.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (("value_rounding: none", "value_rounding: two places half up"), "= 99.583...%, rounded 99.58% = 10% of GBP"),
        (("cap: 50% per month", "cap: 5% per month"), "= 10% of GBP 12,000 = GBP 600.00 within the cap."),
        (("notice_days: clear", "notice_days: excluding first"), "2 November 2028 (60 days, the first not counted)."),
        (("renewal: automatic", "renewal: option"), "last day to give notice of renewal 1 November 2028"),
        (("GBP 12,000 per month", "GBP 144,000 per year"), "44 min 38.4 s in a 31-day month.\n  Dates: review by"),
    ],
)
def test_the_sums_follow_the_rules_of_the_agreement(
    edit: tuple[str, str], said: str, change: Callable[..., None]
) -> None:
    change(edit)
    assert said in "\n  ".join(sums(Builder.from_file("agreement.yaml").draft(layout=False)))


def test_a_failing_severity_below_error_refuses_the_draft(shell: Shell, desk: Path, golden: Golden) -> None:
    typed = shell("sla-drafter draft agreement.yaml -o out --to md --fail-on info")
    golden(str(typed), "cli/draft/fail_on_info.txt")
    assert typed.status == 1
    assert not (desk / "out").exists()


def test_a_draft_without_source_carries_no_facts(shell: Shell) -> None:
    assert shell("sla-drafter draft agreement.yaml -o out --to md --no-source").status == 0
    typed = shell("sla-drafter extract out/agreement.md")
    assert typed.status == 2
    assert "carries no agreement facts" in typed.output


def test_another_position_is_drafted_without_changing_the_file(shell: Shell, desk: Path) -> None:
    before = (desk / "agreement.yaml").read_bytes()
    assert shell("sla-drafter draft agreement.yaml -o out --to json --position provider").status in (0, 1)
    assert shell("sla-drafter draft agreement.yaml -o out --to json --position balanced").status == 0
    assert (desk / "agreement.yaml").read_bytes() == before


def test_drafting_twice_gives_the_same_bytes(shell: Shell, desk: Path) -> None:
    line = "sla-drafter draft agreement.yaml -o out"
    first = shell(line)
    before = {path.name: path.read_bytes() for path in (desk / "out").iterdir()}
    assert shell(line) == first
    assert {path.name: path.read_bytes() for path in (desk / "out").iterdir()} == before


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md", "json"])
def test_the_facts_of_every_file_draft_the_same_words_again(ending: str, shell: Shell, desk: Path) -> None:
    assert shell(f"sla-drafter draft agreement.yaml -o out --to {ending},md").status == 0
    typed = shell(f"sla-drafter extract out/agreement.{ending}")
    assert typed.status == 0
    again = desk / "again"
    again.mkdir()
    (again / "agreement.yaml").write_text(typed.output, encoding="utf-8")
    assert shell("sla-drafter lint again/agreement.yaml").status == 0
    assert shell("sla-drafter draft again/agreement.yaml -o again --to md --no-source").status == 0
    assert shell("sla-drafter draft agreement.yaml -o plain --to md --no-source").status == 0
    assert (again / "agreement.md").read_bytes() == (desk / "plain" / "agreement.md").read_bytes()


def test_everything_that_a_file_carries_can_be_printed(shell: Shell) -> None:
    assert shell("sla-drafter draft agreement.yaml -o out --to docx").status == 0
    typed = shell("sla-drafter extract out/agreement.docx --format json")
    envelope = json.loads(typed.output)
    assert envelope["schema"] == 1
    assert envelope["agreement"].startswith("sla_drafter: 1")
    assert {"id", "version", "position", "fingerprint"} <= set(envelope["clauses"][0])


def test_private_facts_are_in_no_file_and_in_no_extract(shell: Shell, desk: Path) -> None:
    with (desk / "agreement.yaml").open("a", encoding="utf-8") as file:
        file.write("private:\n  notes: QQmarkerQQ\n")
    assert shell("sla-drafter draft agreement.yaml -o out").status == 0
    for path in (desk / "out").iterdir():
        assert b"QQmarkerQQ" not in path.read_bytes()
    assert "QQmarkerQQ" not in shell("sla-drafter extract out/agreement.pdf --format json").output


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{not json", "were changed and cannot be read"),
        ("[]", "there is no agreement in them"),
        ('{"schema": 2, "agreement": "sla_drafter: 1"}', "in format 2; this program reads format 1"),
    ],
)
def test_facts_that_were_changed_are_refused(
    source: str, said: str, shell: Shell, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "page.md").write_text("# A page\n", encoding="utf-8")
    monkeypatch.setattr("sla_drafter.readers.markdown.read_source", lambda _: source.encode())
    typed = shell("sla-drafter extract page.md")
    assert typed.status == 2
    assert said in " ".join(typed.output.split())


def test_a_brochure_is_a_pdf_and_a_page_beside_the_agreement_and_is_verified_like_it(shell: Shell, desk: Path) -> None:
    typed = shell("sla-drafter draft agreement.yaml -o out --to brochure,md")
    assert typed.status == 0
    names = ["agreement.brochure.html", "agreement.brochure.pdf", "agreement.md"]
    assert sorted(path.name for path in (desk / "out").glob("agreement*")) == names
    assert "Read back: every value and every number found in all three" in typed.output
    files = " ".join(f"out/{name}" for name in names)
    assert shell(f"sla-drafter verify {files} --against agreement.yaml").status == 0
    assert shell(f"sla-drafter verify {files}").output.count("byte for byte as drafted") == 3
    page = desk / "out" / names[0]
    page.write_bytes(page.read_bytes().replace(b"<td>calendar month</td>", b"<td>calendar year</td>", 1))
    assert "calendar year" in shell(f"sla-drafter verify {files} --against agreement.yaml").output
