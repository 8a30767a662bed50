from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import OFF_TARGET, Typed

HOUSES = Path(__file__).parents[2] / "templates" / "house"

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]
UNKNOWN_KEY = ("problem_contact: service_level_manager", "contact: service_level_manager")


def test_an_agreement_without_error_passes(shell: Shell, golden: Golden, desk: Path) -> None:
    typed = shell("sla-drafter lint agreement.yaml")
    golden(str(typed), "cli/lint/clean.txt")
    assert typed.status == 0
    assert [path.name for path in desk.iterdir()] == ["agreement.yaml"]


def test_the_agreement_of_the_model_has_neither_error_nor_warning(shell: Shell) -> None:
    assert shell("sla-drafter lint agreement.yaml --fail-on warning").status == 0


def test_an_agreement_with_an_error_fails(shell: Shell, golden: Golden, change: Callable[..., None]) -> None:
    change(OFF_TARGET)
    typed = shell("sla-drafter lint agreement.yaml")
    golden(str(typed), "cli/lint/error.txt")
    assert typed.status == 1


def test_what_only_informs_fails_when_it_is_asked_to(shell: Shell) -> None:
    assert shell("sla-drafter lint agreement.yaml --fail-on warning").status == 0
    assert shell("sla-drafter lint agreement.yaml --fail-on info").status == 1


@pytest.mark.parametrize(("edit", "status"), [(OFF_TARGET, 1), (UNKNOWN_KEY, 2)])
def test_the_report_for_programs_has_every_finding(
    edit: tuple[str, str], status: int, shell: Shell, change: Callable[..., None]
) -> None:
    change(edit)
    typed = shell("sla-drafter lint agreement.yaml --format json")
    assert typed.status == status
    (file,) = json.loads(typed.output)["files"]
    assert "error" in {finding["severity"] for finding in file["findings"]}
    assert file["path"] == "agreement.yaml"
    assert {place["file"] for finding in file["findings"] for place in finding["places"]} == {"agreement.yaml"}
    assert all(finding["line"] for finding in file["findings"] if finding["severity"] == "error")


def test_the_report_for_programs_holds_nothing_private(shell: Shell, desk: Path, change: Callable[..., None]) -> None:
    change(("review: {every: 18 months", "review: {every: 30 months"), ("at least 99.9%", "TBC: a secret figure"))
    with (desk / "agreement.yaml").open("a", encoding="utf-8") as file:
        file.write("  meetings: {include: no, because: a secret reason}\nprivate:\n  waivers:\n")
        file.write("    - {rule: CON-10, reason: a secret, approver: a secret name}\n    - {rule: CRE-05}\n")
    typed = shell("sla-drafter lint agreement.yaml --format json")
    rules = {finding["rule"] for finding in json.loads(typed.output)["files"][0]["findings"]}
    assert rules >= {"CON-10", "CMP-33", "CMP-37", "DOC-01"}
    assert "secret" not in typed.output
    assert typed.output.count('"waived": true') == 1


def test_rules_that_need_the_pages_of_a_paper_that_cannot_be_laid_out_are_named(
    shell: Shell, golden: Golden, change: Callable[..., None]
) -> None:
    change(("name: Halden Retail Ltd", "name: Halden ☐ Retail Ltd"))
    typed = shell("sla-drafter lint agreement.yaml")
    golden(str(typed), "cli/lint/no_pages.txt")
    assert typed.status == 0


def test_one_file_that_cannot_be_read_does_not_hide_the_others(
    shell: Shell, golden: Golden, desk: Path, change: Callable[..., None]
) -> None:
    text = (desk / "agreement.yaml").read_text(encoding="utf-8")
    (desk / "off.yaml").write_text(text.replace(*OFF_TARGET), encoding="utf-8")
    change(UNKNOWN_KEY)
    typed = shell("sla-drafter lint agreement.yaml off.yaml agreement.yaml")
    golden(str(typed), "cli/lint/two_files.txt")
    assert typed.status == 2


def test_in_a_folder_the_agreements_are_linted_and_nothing_else(shell: Shell, desk: Path) -> None:
    folder = desk / "agreements"
    for place in ("north", ".hidden"):
        (folder / place).mkdir(parents=True)
        (folder / place / "agreement.yml").write_bytes((desk / "agreement.yaml").read_bytes())
    (folder / "ci.yaml").write_text("jobs: {}\n", encoding="utf-8")
    (folder / "readme.md").write_text("# Agreements\n", encoding="utf-8")
    typed = shell("sla-drafter lint agreements")
    assert typed.status == 0
    blocks = [line for line in typed.output.splitlines() if "no finding that blocks" in line]
    assert [line.partition(":")[0] for line in blocks] == ["agreements/north/agreement.yml"]
    assert typed.output.endswith(
        "\nLeft: 1 YAML file that is no agreement: agreements/ci.yaml; 1 Markdown or HTML file without an agreement: "
        "agreements/readme.md. Name one of them to have it linted.\n"
    )


def test_in_a_folder_what_claims_to_be_an_agreement_and_cannot_be_read_is_named_and_counted(
    shell: Shell, desk: Path
) -> None:
    folder = desk / "agreements"
    folder.mkdir()
    text = (desk / "agreement.yaml").read_text(encoding="utf-8")
    (folder / "good.yaml").write_text(text, encoding="utf-8")
    (folder / "a.yaml").write_bytes(text.encode("utf-16"))
    (folder / "b.yaml").write_text(text.replace("sla_drafter: 1", "sla_drafter 1", 1), encoding="utf-8")
    (folder / "c.yaml").write_bytes(b"")
    (folder / "d.yaml.txt").write_text(text, encoding="utf-8")
    typed = shell("sla-drafter lint agreements")
    assert typed.status == 2
    assert "agreements/good.yaml: no finding that blocks" in typed.output
    assert "Name it d.yaml" in typed.output
    names = "agreements/a.yaml, agreements/b.yaml, agreements/c.yaml, agreements/d.yaml.txt"
    assert f"4 of 5 files could not be read: {names}" in typed.output


def test_a_waived_warning_is_shown_with_its_reason(shell: Shell, desk: Path, change: Callable[..., None]) -> None:
    change(("review: {every: 18 months", "review: {every: 30 months"))
    before = shell("sla-drafter lint agreement.yaml --fail-on warning")
    assert before.status == 1
    assert "review_after_first_end" in before.output
    with (desk / "agreement.yaml").open("a", encoding="utf-8") as file:
        file.write("private:\n  waivers:\n")
        file.write("    - {rule: review_after_first_end, reason: agreed in May, approver: head of legal}\n")
    after = shell("sla-drafter lint agreement.yaml --fail-on warning")
    assert "Waived: agreed in May" in after.output
    assert after.output.splitlines()[-1].startswith("agreement.yaml: no finding that blocks (0 errors, 0 warnings, ")
    assert after.output.endswith(", 1 waived)\n")
    assert after.status == 0


def test_sarif_declares_every_code_that_is_explained(shell: Shell) -> None:
    driver = json.loads(shell("sla-drafter lint agreement.yaml --format sarif").output)["runs"][0]["tool"]["driver"]
    listed = [line.partition(" ")[0] for line in shell("sla-drafter explain").output.splitlines()]
    assert [rule["id"] for rule in driver["rules"]] == listed
    assert {rule["defaultConfiguration"]["level"] for rule in driver["rules"]} == {"error", "warning", "note"}


@pytest.mark.parametrize("shape", ["json", "sarif", "github", "junit", "html"])
def test_every_report_is_printed_or_written_the_same(shape: str, shell: Shell, desk: Path) -> None:
    printed = shell(f"sla-drafter lint agreement.yaml --format {shape}")
    written = shell(f"sla-drafter lint agreement.yaml --format {shape} -o report")
    assert (printed.status, written.status) == (0, 0)
    assert (desk / "report").read_text(encoding="utf-8").rstrip("\n") == printed.output.rstrip("\n")
    assert written.output.startswith("report is written: 0 errors")


def test_a_report_that_cannot_be_written_is_refused(shell: Shell) -> None:
    typed = shell("sla-drafter lint agreement.yaml --format json -o nowhere/report.json")
    assert typed.status == 2
    assert "cannot be written" in typed.output


@pytest.mark.parametrize("option", ["-o", "--write-baseline", "--force --format json -o", "--force --write-baseline"])
@pytest.mark.parametrize("target", ["agreement.yaml", "linked.yaml", "other.yaml"])
def test_an_agreement_is_never_written_over(option: str, target: str, shell: Shell, desk: Path) -> None:
    before = (desk / "agreement.yaml").read_bytes()
    (desk / "linked.yaml").symlink_to("agreement.yaml")
    (desk / "other.yaml").write_bytes(before)
    typed = shell(f"sla-drafter lint agreement.yaml {option} {target}")
    assert (typed.status, "stays as it is" in typed.output) == (2, True)
    assert {path.read_bytes() for path in desk.iterdir()} == {before}


@pytest.mark.parametrize(
    "command",
    [
        *(f"lint agreement.yaml --format {shape} -o" for shape in ("text", "json", "sarif", "github", "junit", "html")),
        "lint agreement.yaml --write-baseline",
        "explain --all -o",
        "clauses catalogue -o",
    ],
)
def test_a_file_that_is_no_earlier_report_stays(command: str, shell: Shell, desk: Path) -> None:
    (desk / "notes").write_text('{"schema": 1, "files": "the minutes of a meeting"}', encoding="utf-8")
    typed = shell(f"sla-drafter {command} notes")
    assert (typed.status, "is no earlier report" in typed.output) == (2, True)
    assert "the minutes" in (desk / "notes").read_text(encoding="utf-8")
    assert sorted(path.name for path in desk.iterdir()) == ["agreement.yaml", "notes"]
    first, again = (shell(f"sla-drafter {command} report") for _ in range(2))
    assert first.status == 0
    assert (again.status, again.output) == ((2, again.output) if "text" in command else (0, first.output))


def test_force_writes_over_a_text_and_a_report_is_not_its_own_baseline(shell: Shell, desk: Path) -> None:
    (desk / "report.txt").write_text("an older report", encoding="utf-8")
    assert shell("sla-drafter lint agreement.yaml -o report.txt --force").status == 0
    assert "an older report" not in (desk / "report.txt").read_text(encoding="utf-8")
    assert shell("sla-drafter lint agreement.yaml --format json -o a.json --write-baseline a.json").status == 2
    assert not (desk / "a.json").exists()
    assert shell("sla-drafter lint agreement.yaml --write-baseline a.json").status == 0
    assert shell("sla-drafter lint agreement.yaml --format json -o a.json").status == 2
    assert shell("sla-drafter lint agreement.yaml --format json -o /dev/stdout").status == 0


PRIVATE = """\
private:
  margin: SECRETMARGIN
  secretkey: 4
  waivers:
    - {rule: CON-10, until: SECRETDAY, reason: why, approver: [secretman]}
  upstream:
    database: {service: secretservice, copies: SECRETCOPIES, availability: "SECRET 5"}
    SECRETSUPPLIER: {copies: 2}
  left_out: {secretclause: secret reason}
"""
CUT = """\
private:
  notes: {a: secret margin, secret 5}
"""


@pytest.mark.parametrize("part", [PRIVATE, CUT, "private: {margin: SECRETMARGIN}\n", "private:\n  margin: 'secret\n"])
@pytest.mark.parametrize("shape", ["json", "sarif", "github", "junit", "html"])
def test_a_refusal_tells_nothing_private(part: str, shape: str, shell: Shell, desk: Path) -> None:
    public = (desk / "agreement.yaml").read_text(encoding="utf-8").partition("\nprivate:")[0]
    (desk / "agreement.yaml").write_text(f"{public}\n{part}", encoding="utf-8")
    typed = shell(f"sla-drafter lint agreement.yaml --format {shape}")
    assert (typed.status, "FILE-" in typed.output) == (2, True)
    assert "secret" not in typed.output.casefold()


def test_the_terminal_shows_what_was_typed_in_the_private_part(shell: Shell, desk: Path) -> None:
    with (desk / "agreement.yaml").open("a", encoding="utf-8") as file:
        file.write("private: {margin: SECRETMARGIN}\n")
    typed = shell("sla-drafter lint agreement.yaml")
    assert "private.margin" in typed.output
    assert 'Found: "SECRETMARGIN" is not a percentage. Write it like this: 99.9%.' in typed.output


def test_pages_are_counted_in_the_house_that_is_named(shell: Shell, desk: Path) -> None:
    wide = (HOUSES / "plain" / "style.yaml").read_text(encoding="utf-8").replace("text: 10.5 pt", "text: 24 pt")
    (desk / "wide").mkdir()
    (desk / "wide" / "style.yaml").write_text(wide, encoding="utf-8")
    (desk / "wide" / "template.docx").write_bytes((HOUSES / "plain" / "template.docx").read_bytes())
    assert "SIZ-01" not in shell("sla-drafter lint agreement.yaml").output
    assert "SIZ-01" in shell("sla-drafter lint agreement.yaml --house wide").output


def test_a_house_that_there_is_not_is_a_wrong_call(shell: Shell) -> None:
    typed = shell("sla-drafter lint agreement.yaml --house nowhere")
    assert typed.status == 2
    assert "There is no such house" in typed.output
