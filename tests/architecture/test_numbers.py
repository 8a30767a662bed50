from __future__ import annotations

import ast

from tests.architecture.sources import modules

EXACT_ROOMS = ("model", "attainment")


def is_float(node: ast.AST) -> bool:
    """Is this a float written down, or the word `float`?"""
    match node:
        case ast.Constant(value=float() | complex()) | ast.Name(id="float"):
            return True
    return False


def test_facts_and_sums_hold_no_float() -> None:
    trees = list(modules(*EXACT_ROOMS))
    assert trees
    assert not [f"{name}:{node.lineno}" for name, tree in trees for node in ast.walk(tree) if is_float(node)]  # type: ignore[attr-defined]
