from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from sla_drafter.lints.explain import explain
from sla_drafter.lints.notices import notices
from sla_drafter.lints.register import REGISTER
from sla_drafter.readers.agreement_file.mistakes import CODES
from sla_drafter.readers.house.style_file import RULES as HOUSE
from sla_drafter.readers.measurements.rules import RULES as ROWS
from tests.architecture.sources import called, modules


def constant(node: ast.expr | None) -> str:
    """The text that an argument spells out; empty for one that is computed."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def findings() -> Iterator[tuple[str, str]]:
    """The code and the name of every finding that the program makes with both spelled out."""
    for _, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in ("Finding", "Rule"):
                given = {keyword.arg: keyword.value for keyword in node.keywords}
                first, second = (*node.args, None, None)[:2]
                code, name = constant(given.get("rule", given.get("code", first))), constant(given.get("name", second))
                if code and name:
                    yield code, name


def printed() -> dict[str, str]:
    """Every code that stands in the program, and the name of those that are spelled out beside it."""
    spelled = {
        node.value: ""
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[A-Z]+-\d\d", node.value)
    }
    houses = {f"HOU-{number:02}": name for number, name in enumerate(HOUSE, 1)}
    rows = {rule.code: name for name, rule in ROWS.items()}
    return spelled | dict(findings()) | {code: name for name, code in CODES.items()} | houses | rows


def test_every_code_that_is_printed_can_be_explained() -> None:
    for code, name in printed().items():
        head, *page = explain(code).splitlines()
        assert head.startswith(f"{code}  {name}"), head
        assert {line.split()[0] for line in page if line.strip()} >= {"Checks", "Why"}
    assert len(printed()) > len(REGISTER)


def test_no_code_is_explained_that_nothing_prints() -> None:
    assert sorted(notices()) == sorted(printed().keys() - REGISTER.keys())
    for notice in notices().values():
        assert re.fullmatch(r"(error|warning|info)( or (error|warning))?", notice.severity)
        assert notice.checks.endswith(".")
        assert notice.why.endswith(".")
        assert notice.mend


def test_a_row_is_explained_with_its_severity() -> None:
    for rule in ROWS.values():
        assert notices()[rule.code].severity == rule.severity.value


def test_a_code_stands_for_one_fault_only() -> None:
    names: dict[str, set[str]] = defaultdict(set)
    known = [(code, file.rpartition(".")[2]) for code, file in REGISTER.items()]
    for code, name in (*findings(), *known, *((code, name) for name, code in CODES.items())):
        names[code].add(name)
    assert len(names) > len(REGISTER) + len(CODES) + 10
    assert not {code: several for code, several in names.items() if len(several) > 1}


def test_every_finding_says_what_would_be_right() -> None:
    made = [
        (f"{name}:{node.lineno}", {keyword.arg for keyword in node.keywords})
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (called(node) == "Finding" or (called(node) == "finding" and isinstance(node.func, ast.Attribute)))
    ]
    assert len(made) > len(REGISTER)
    assert not [place for place, given in made if not given & {"mend", None}]
