from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter.cli.clauses_catalogue import catalogue_page
from sla_drafter.readers.clauses import load_library
from tests.cli.conftest import Typed

Shell = Callable[[str], Typed]
ROOT = Path(__file__).parents[2]


def test_the_list_is_an_object_of_clauses_for_programs(shell: Shell) -> None:
    found = json.loads(shell("sla-drafter clauses list --format json").output)
    library = load_library()
    assert set(found) == {"clauses"}
    assert [one["id"] for one in found["clauses"]] == list(library.clauses)
    keys = ["id", "section", "title", "version", "kinds", "positions", "languages"]
    assert all(list(one) == keys for one in found["clauses"])
    reporting = next(one for one in found["clauses"] if one["id"] == "reporting")
    assert reporting["positions"] == ["provider", "balanced", "customer"]
    assert "en" in reporting["languages"]
    assert reporting["kinds"]["customer_based"] == "required"


def test_the_clauses_of_the_house_have_no_fault(shell: Shell) -> None:
    typed = shell("sla-drafter clauses check --fail-on warning")
    assert typed.status == 0, typed.output
    assert f"{len(load_library().clauses)} clauses checked (0 errors, 0 warnings" in typed.output


def test_a_new_clause_passes_the_check_is_accepted_and_guarded(shell: Shell, desk: Path) -> None:
    typed = shell("sla-drafter clauses new price_review --section governance -o shelf")
    assert typed.status == 0
    assert "clauses check shelf" in typed.output
    assert shell("sla-drafter clauses check shelf").status == 0
    accepted = shell("sla-drafter clauses check shelf --accept --fail-on info")
    assert accepted.status == 0, accepted.output
    assert "1 clause checked (0 errors, 0 warnings, 0 info)" in accepted.output
    home = desk / "shelf" / "governance" / "price_review"
    before = (home / "clause.yaml").read_text(encoding="utf-8")
    assert "# facts that this clause alone prints" in before
    for file in (home / "en.md", home / "examples.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("shall tell", "may tell"), encoding="utf-8")
    refused = shell("sla-drafter clauses check shelf")
    assert refused.status == 1
    assert "LIB-12" in refused.output
    assert "a major change" in refused.output
    assert "version: 2.0.0" in refused.output
    assert shell("sla-drafter clauses check shelf --accept").status == 2
    assert (home / "clause.yaml").read_text(encoding="utf-8") == before
    (home / "clause.yaml").write_text(
        before.replace("version: 1.0.0\ntitle", "version: 2.0.0\ntitle"), encoding="utf-8"
    )
    assert shell("sla-drafter clauses check shelf --accept").status == 0
    assert shell("sla-drafter clauses check shelf --fail-on info").status == 0


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("new Price --section governance", "'Price' is not an id"),
        ("new price_review --section govern", "There is no section 'govern'"),
        ("new meetings --section governance", "There is a clause meetings already"),
    ],
)
def test_a_clause_that_cannot_be_begun_says_why(shell: Shell, command: str, said: str) -> None:
    typed = shell(f"sla-drafter clauses {command}")
    assert typed.status == 2
    assert said in typed.output


def test_a_clause_folder_is_never_written_over(shell: Shell) -> None:
    assert shell("sla-drafter clauses new price_review --section governance").status == 0
    typed = shell("sla-drafter clauses new price_review --section governance")
    assert typed.status == 2
    assert "is there already" in typed.output


def test_faults_of_a_clause_are_reported_for_programs_too(shell: Shell, desk: Path) -> None:
    shell("sla-drafter clauses new price_review --section governance -o shelf")
    text = desk / "shelf/governance/price_review/en.md"
    text.write_text("The Provider shall promptly do {{ own.colour | text }} within 5 days.\n", encoding="utf-8")
    typed = shell("sla-drafter clauses check shelf --format json")
    assert typed.status == 1
    (file,) = [one for one in json.loads(typed.output)["files"] if one["path"].endswith("en.md")]
    assert file["path"] == "shelf/governance/price_review/en.md"
    assert {one["rule"] for one in file["findings"]} >= {"LIB-02", "LIB-10"}
    text.write_text("Every {{ own.every | interval }}, the Provider shall promptly report.\n", encoding="utf-8")
    assert "AMB-01" in shell("sla-drafter clauses check shelf").output


def test_a_file_that_cannot_be_read_is_a_finding_of_the_check(shell: Shell, desk: Path) -> None:
    shell("sla-drafter clauses new price_review --section governance -o shelf")
    file = desk / "shelf/governance/price_review/clause.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("1 month", "1 mnth"), encoding="utf-8")
    typed = shell("sla-drafter clauses check shelf")
    assert typed.status == 1
    assert "defaults.clauses.price_review.every.customer" in typed.output


def test_a_clause_is_shown_as_an_agreement_prints_it(shell: Shell) -> None:
    typed = shell("sla-drafter clauses show reporting --with agreement.yaml")
    assert typed.status == 0
    assert "The Provider shall report every month, within 5 business days" in typed.output.replace("\u00a0", " ")
    assert "{{" not in typed.output
    ladder = shell("sla-drafter clauses show credits_ladder --with agreement.yaml --position customer")
    assert "Part" in ladder.output


def test_a_clause_that_the_agreement_does_not_have_is_shown_all_the_same(shell: Shell) -> None:
    typed = shell("sla-drafter clauses show force_majeure --with agreement.yaml")
    assert typed.status in (0, 2)
    internal = shell("sla-drafter clauses show internal_remedies --with agreement.yaml --format json")
    assert internal.status == 0
    assert json.loads(internal.output)["id"] == "internal_remedies"


def test_the_page_of_clauses_is_the_library_as_it_is() -> None:
    written = (ROOT / "docs/reference/clauses.md").read_text(encoding="utf-8")
    assert written == catalogue_page(load_library()), "sla-drafter clauses catalogue -o docs/reference/clauses.md"


def test_the_catalogue_is_printed_or_written(shell: Shell, desk: Path) -> None:
    printed = shell("sla-drafter clauses catalogue").output
    assert printed.startswith("# The clauses of the library")
    assert all(f"`{one}`" in printed for one in load_library().clauses)
    assert shell("sla-drafter clauses catalogue -o clauses.md").status == 0
    assert (desk / "clauses.md").read_text(encoding="utf-8") == printed
