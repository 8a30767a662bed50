from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import sla_drafter.lints.rules
from sla_drafter.lints.register import REGISTER, code_of, rule_file, rule_files, text_rules
from sla_drafter.lints.rule import Reads
from tests.lints.cases import RULES

FOLDER = Path(str(sla_drafter.lints.rules.__file__)).parent
LONGEST_RULE = 120


def test_the_register_and_the_folder_hold_the_same_rules() -> None:
    files = {
        file.relative_to(FOLDER).with_suffix("").as_posix().replace("/", ".")
        for file in FOLDER.rglob("*.py")
        if file.name != "__init__.py"
    }
    assert sorted(REGISTER.values()) == sorted(files)


def test_the_cases_and_the_register_hold_the_same_rules() -> None:
    files = {file.relative_to(RULES).with_suffix("").as_posix().replace("/", ".") for file in RULES.rglob("*.yaml")}
    assert sorted(REGISTER.values()) == sorted(files)


def test_a_rule_has_the_code_of_the_register_and_the_name_of_its_file() -> None:
    for code, path in REGISTER.items():
        rule = rule_file(code).RULE
        assert (rule.code, rule.name) == (code, path.rpartition(".")[2])


def test_names_are_given_once() -> None:
    names = [file.RULE.name for file in rule_files()]
    assert len(names) == len(set(names))


def test_every_rule_on_words_is_asked_about_a_paper() -> None:
    on_words = [file for file in rule_files() if file.RULE.reads in (Reads.PAPER, Reads.FOREIGN)]
    assert list(text_rules()) == on_words


@pytest.mark.parametrize("code", REGISTER)
def test_every_rule_is_its_own_manual_page(code: str) -> None:
    rule = rule_file(code).RULE
    assert re.fullmatch(r"[A-Z]{3}-\d{2}", code)
    assert rule.checks.endswith(".")
    assert rule.why.endswith((".", "it?", "first."))
    assert all((rule.bad, rule.good, rule.source, rule.waiver))
    assert ast.get_docstring(ast.parse(file_of(code).read_text(encoding="utf-8")))


@pytest.mark.parametrize("code", REGISTER)
def test_a_rule_is_short_and_imports_no_other(code: str) -> None:
    text = file_of(code).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_RULE
    assert "sla_drafter.lints.rules" not in text


def test_a_rule_is_asked_for_by_code_or_by_name() -> None:
    assert code_of("cre-04") == "CRE-04"
    assert code_of("ladder_misses_target") == "CRE-04"
    assert code_of("ladder-misses-target") == "CRE-04"
    assert code_of("CRE-99") is None


def file_of(code: str) -> Path:
    return FOLDER / f"{REGISTER[code].replace('.', '/')}.py"
