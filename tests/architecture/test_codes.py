from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from sla_drafter.lints.register import REGISTER
from sla_drafter.readers.agreement_file.mistakes import CODES
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
