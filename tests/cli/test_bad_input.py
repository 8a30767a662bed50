from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Typed

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]

DRAFT = "sla-drafter draft agreement.yaml -o out"
# What somebody typed wrong, as (words of the agreement, what stands there instead).
UNREADABLE: dict[str, list[tuple[str, str]]] = {
    "broken_yaml": [("title: Service Level Agreement for Managed PostgreSQL", 'title: "Service Level Agreement')],
    "unknown_key": [
        ("    owner: service_level_manager\n  query_time", "    ownr: service_level_manager\n  query_time")
    ],
    "wrong_unit": [("security_incident: {notice: 24 hours", "security_incident: {notice: 24 GBP")],
    "unit_nobody_knows": [("emergency: {cap: 2 hours per month}", "emergency: {cap: 2 huors per month}")],
    "zone_of_many_meanings": [("zone: Europe/London", "zone: EST")],
    "money_in_two_readings": [("fee: GBP 12,000 per month", "fee: EUR 12.000 per month")],
    "comma_in_braces": [("workload: {limit: 4000 connections", "workload: {limit: 4,000 connections")],
    "comma_without_things": [("workload: {limit: 4000 connections", "workload: {limit: 4,000")],
    "unknown_role": [("problem_contact: service_level_manager", "problem_contact: service_level_manger")],
    "unknown_clause": [("\nclauses:\n", "\nclauses:\n  credit_natur: {include: yes}\n")],
    "every_mistake_at_once": [
        ("deputy: duty_manager}", "deputy: duty_manger}"),
        ("workload: {limit: 4000 connections", "workload: {limit: 4,000 connections"),
    ],
}
JUDGED: dict[str, list[tuple[str, str]]] = {
    "required_fact_missing": [("term: {effective", "# {effective"), ("    target: at least 95%\n", "")],
    "ladder_with_a_gap": [
        (
            "      - {below: 99.9%, credit: 10%}\n      - {below: 99.0%, credit: 25%}\n",
            "      - {from: 99.5%, to: 99.9%, credit: 10%}\n      - {from: 95.0%, to: 99.0%, credit: 25%}\n",
        )
    ],
    "ladder_off_its_target": [("      - {below: 99.9%, credit: 10%}", "      - {below: 99.5%, credit: 10%}")],
    "open_point": [("restore: 4 hours", "restore: 'TBC: ask Operations'")],
    "vague_duty": [
        (
            "{duty: answer a question on an open case, owner: platform_lead, within: 1 business day, ",
            "{duty: answer a question on an open case promptly, owner: platform_lead, ",
        )
    ],
    "two_errors_at_once": [
        ("      - {below: 99.9%, credit: 10%}", "      - {below: 99.5%, credit: 10%}"),
        (
            "{duty: answer a question on an open case, owner: platform_lead, within: 1 business day, ",
            "{duty: answer a question on an open case promptly, owner: platform_lead, ",
        ),
    ],
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_that_cannot_be_read_says_every_place_and_mend(
    case: str, change: Callable[..., None], shell: Shell, golden: Golden, desk: Path
) -> None:
    change(*UNREADABLE[case])
    typed = shell(DRAFT)
    golden(str(typed), f"cli/bad_input/{case}.txt")
    assert typed.status == 2
    assert [path.name for path in desk.iterdir()] == ["agreement.yaml"]


@pytest.mark.parametrize("case", JUDGED)
def test_a_draft_with_errors_is_refused_with_its_findings(
    case: str, change: Callable[..., None], shell: Shell, golden: Golden, desk: Path
) -> None:
    change(*JUDGED[case])
    typed = shell(DRAFT)
    golden(str(typed), f"cli/bad_input/{case}.txt")
    assert typed.status == 1
    assert [path.name for path in desk.iterdir()] == ["agreement.yaml"]


def test_files_of_an_earlier_draft_stay_when_the_next_is_refused(
    shell: Shell, desk: Path, change: Callable[..., None]
) -> None:
    assert shell(f"{DRAFT} --to md").status == 0
    before = (desk / "out" / "agreement.md").read_bytes()
    change(*JUDGED["ladder_off_its_target"])
    typed = shell(f"{DRAFT} --to md,html")
    assert typed.status == 1
    assert "Your files in out/ are unchanged." in typed.output
    assert (desk / "out" / "agreement.md").read_bytes() == before
    assert not (desk / "out" / "agreement.html").exists()


def test_a_word_file_that_somebody_edited_is_not_overwritten(shell: Shell, desk: Path, golden: Golden) -> None:
    assert shell(f"{DRAFT} --to docx,md").status == 0
    word = desk / "out" / "agreement.docx"
    with zipfile.ZipFile(word, "a") as parts:
        parts.writestr("customXml/typed.xml", "<typed/>")
    edited = word.read_bytes()
    typed = shell(f"{DRAFT} --to docx,html")
    golden(str(typed), "cli/bad_input/edited_word_file.txt")
    assert typed.status == 2
    assert word.read_bytes() == edited
    assert not (desk / "out" / "agreement.html").exists()
    assert shell(f"{DRAFT} --to docx,html --force").status == 0
    assert word.read_bytes() != edited


def test_a_folder_that_cannot_be_written_is_refused(shell: Shell, desk: Path, golden: Golden) -> None:
    (desk / "out").write_text("a file where a folder is needed", encoding="utf-8")
    typed = shell(f"{DRAFT} --to md")
    golden(str(typed), "cli/bad_input/folder_is_a_file.txt")
    assert typed.status == 2


def test_a_folder_below_a_file_is_refused(shell: Shell, golden: Golden) -> None:
    typed = shell("sla-drafter draft agreement.yaml -o agreement.yaml/out --to md")
    golden(str(typed), "cli/bad_input/folder_below_a_file.txt")
    assert typed.status == 2


@pytest.mark.parametrize("value", ["A&B <b>x</b> *x* | {% if %} %7B", "O’Neil & “Söhne” \\\\ Ltd", "w" * 200])
def test_a_value_is_words_and_never_markup(value: str, shell: Shell, change: Callable[..., None]) -> None:
    change(("name: Halden Retail Ltd", f"name: '{value}'"))
    typed = shell(DRAFT)
    assert typed.status == 0
    assert "Read back: every value and every number found in all five; the words are the same." in typed.output


def test_a_name_that_no_page_can_show_keeps_back_the_pdf_and_no_other_format(
    shell: Shell, change: Callable[..., None], desk: Path, golden: Golden
) -> None:
    change(("name: Halden Retail Ltd", "name: ☐ Ltd 🚀"))
    refused = shell(DRAFT)
    golden(str(refused), "cli/bad_input/no_pdf.txt")
    assert refused.status == 2
    assert not (desk / "out").exists()
    typed = shell(f"{DRAFT} --to docx,html,md,json")
    assert typed.status == 0
    assert typed.output.count("letter_missing_in_typeface") == 1
    assert "The paper cannot be laid out" in typed.output
    assert sorted(file.suffix for file in (desk / "out").glob("agreement.*")) == [".docx", ".html", ".json", ".md"]
    assert shell(f"{DRAFT} --to docx --unfinished").status == 1


def test_a_character_that_turns_the_text_is_refused_by_its_name(shell: Shell, change: Callable[..., None]) -> None:
    change(("name: Halden Retail Ltd", "name: Halden \u202eRetail"))
    typed = shell(DRAFT)
    assert typed.status == 2
    assert "RIGHT-TO-LEFT OVERRIDE" in typed.output
    assert "\u202e" not in typed.output


@pytest.mark.parametrize(
    ("case", "data"),
    [("empty_file", b""), ("bytes_that_are_no_text", b"\xff\xfe\x00\x01"), ("not_an_agreement", b"- one\n- two\n")],
)
def test_what_is_no_agreement_is_refused(case: str, data: bytes, shell: Shell, golden: Golden, desk: Path) -> None:
    (desk / "agreement.yaml").write_bytes(data)
    typed = shell("sla-drafter lint agreement.yaml")
    golden(str(typed), f"cli/bad_input/{case}.txt")
    assert typed.status == 2


@pytest.mark.parametrize(
    ("case", "line"),
    [
        ("no_such_file", "sla-drafter draft agrement.yaml -o out"),
        ("no_folder_named", "sla-drafter draft agreement.yaml -o ''"),
        ("word_file_as_agreement", "sla-drafter draft returned.docx -o out"),
        ("no_such_house", "sla-drafter draft agreement.yaml -o out --house plane"),
        ("no_such_language", "sla-drafter draft agreement.yaml -o out --language tlh"),
        ("no_such_rule", "sla-drafter explain CRE-44"),
        ("no_such_rule_name", "sla-drafter explain ladder_misses_targets"),
        ("no_such_clause", "sla-drafter clauses show credit_natur"),
        ("no_such_kind", "sla-drafter clauses list --kind customer"),
        ("no_such_starter", "sla-drafter new customer_basd"),
        ("word_file_to_lint", "sla-drafter lint returned.docx"),
        ("folder_without_agreement", "sla-drafter lint empty"),
        ("file_without_facts", "sla-drafter extract notes.md"),
        ("file_that_carries_no_facts", "sla-drafter extract agreement.yaml"),
        ("broken_word_file", "sla-drafter extract broken.docx"),
        ("no_such_folder", "sla-drafter lint nowhere"),
        ("folder_to_draft", "sla-drafter draft empty -o out"),
        ("starter_not_named", "sla-drafter new -o a.yaml"),
        ("no_such_file_to_extract", "sla-drafter extract out/agreement.docx"),
        ("files_that_cannot_be_verified", "sla-drafter verify out/agreement.docx broken.docx agreement.yaml"),
        ("nothing_to_verify_against", "sla-drafter verify notes.md"),
    ],
)
def test_a_wrong_call_is_refused_with_what_would_be_right(
    case: str, line: str, shell: Shell, golden: Golden, desk: Path
) -> None:
    (desk / "empty").mkdir()
    (desk / "broken.docx").write_bytes(b"no Word file")
    (desk / "returned.docx").write_bytes(b"PK\x03\x04\x14\x00\x00\x00")
    (desk / "notes.md").write_text("# Notes\n\nNobody drafted this.\n", encoding="utf-8")
    typed = shell(line)
    golden(str(typed), f"cli/bad_input/{case}.txt")
    assert typed.status == 2
    assert not (desk / "out").exists()


@pytest.mark.parametrize(
    "line",
    [
        "sla-drafter drat",
        "sla-drafter draft agreement.yaml",
        "sla-drafter draft agreement.yaml -o out --to odt",
        "sla-drafter lint",
        "sla-drafter lint agreement.yaml --fail-on never",
        "sla-drafter extract",
        "sla-drafter verify",
    ],
)
def test_a_call_that_click_refuses_has_status_2(line: str, shell: Shell) -> None:
    typed = shell(line)
    assert typed.status == 2
    assert typed.output.startswith("Usage: sla-drafter")
