from __future__ import annotations

import json
from collections.abc import Callable

from sla_drafter.lints.notices import notices
from sla_drafter.lints.register import REGISTER
from sla_drafter.readers.clauses import load_library
from tests.cli.conftest import Typed

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]


def test_a_rule_is_explained_by_code_and_by_name(shell: Shell, golden: Golden) -> None:
    typed = shell("sla-drafter explain CRE-04")
    golden(str(typed), "cli/explain/cre_04.txt")
    assert typed.status == 0
    assert shell("sla-drafter explain ladder_misses_target").output == typed.output


def test_every_rule_is_listed_on_a_line_of_its_own(shell: Shell) -> None:
    lines = shell("sla-drafter explain").output.splitlines()
    assert [line.split()[0] for line in lines] == [*REGISTER, *notices()]
    assert all(len(line) <= 100 for line in lines)


def test_every_rule_has_a_page_that_fits_in_a_terminal(shell: Shell) -> None:
    for code in REGISTER:
        typed = shell(f"sla-drafter explain {code}")
        assert typed.status == 0
        assert typed.output.startswith(f"{code}  ")
        assert all(len(line) <= 104 for line in typed.output.splitlines()[1:]), code


def test_the_clauses_of_a_kind_and_section_are_listed(shell: Shell, golden: Golden) -> None:
    golden(str(shell("sla-drafter clauses list --kind internal --section governance")), "cli/clauses/list.txt")


def test_all_clauses_are_listed(shell: Shell) -> None:
    library = load_library()
    lines = shell("sla-drafter clauses list").output.split("\n\n")[0].splitlines()
    assert {line.split()[0] for line in lines} == set(library.clauses)
    found = json.loads(shell("sla-drafter clauses list --format json").output)
    assert {clause["id"] for clause in found["clauses"]} == set(library.clauses)


def test_a_clause_that_a_kind_does_not_use_is_not_listed_for_it(shell: Shell) -> None:
    library = load_library()
    found = json.loads(shell("sla-drafter clauses list --kind internal --format json").output)
    expected = {clause.id for clause in library.clauses.values() if clause.kinds["internal"].value != "unused"}
    assert {clause["id"] for clause in found["clauses"]} == expected
    assert expected < set(library.clauses)


def test_a_clause_is_shown_with_its_words(shell: Shell) -> None:
    clause = load_library().clauses["credit_nature"]
    typed = shell("sla-drafter clauses show credit_nature")
    assert typed.output.startswith(f"credit_nature {clause.version}  {clause.titles['en']}\n")
    text = clause.text("en", "balanced")
    assert text is not None
    assert text.source.splitlines()[0] in typed.output
    assert f"{clause.budget} words" in typed.output
    assert "Reviewed       by nobody yet" in typed.output
    assert json.loads(shell("sla-drafter clauses show credit_nature --format json").output)["text"] == text.source


def test_a_position_without_words_of_its_own_shows_the_balanced_ones_and_says_so(shell: Shell) -> None:
    assert "no text of the position customer" in shell("sla-drafter clauses show parties --position customer").output


def test_a_clause_in_a_language_without_words_is_refused(shell: Shell) -> None:
    typed = shell("sla-drafter clauses show parties --language tlh")
    assert typed.status == 2
    assert f"There are: {', '.join(load_library().clauses['parties'].languages)}." in typed.output


def test_the_schema_is_json_and_knows_the_keys_of_an_agreement(shell: Shell) -> None:
    schema = json.loads(shell("sla-drafter schema").output)
    assert {"sla_drafter", "parties", "metrics", "credits"} <= set(schema["properties"])
