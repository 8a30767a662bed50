from __future__ import annotations

import ast
import statistics

from tests.architecture.sources import PACKAGE, modules

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
MEDIAN_OF_FUNCTIONS = 10
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "base"}


def functions() -> dict[str, int]:
    """Each function with its number of lines, from `def` to its last."""
    return {
        f"{name}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {
        file.relative_to(PACKAGE).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in PACKAGE.rglob("*.py")
    }
    assert lengths
    assert not {name: lines for name, lines in lengths.items() if lines > LINES_OF_A_FILE}


def test_no_function_is_longer_than_40_lines() -> None:
    assert not {name: lines for name, lines in functions().items() if lines > LINES_OF_A_FUNCTION}


def test_half_of_the_functions_have_fewer_than_10_lines() -> None:
    assert statistics.median(functions().values()) < MEDIAN_OF_FUNCTIONS


def test_every_module_is_named_for_what_it_holds() -> None:
    names = {part.removesuffix(".py") for file in PACKAGE.rglob("*") for part in file.relative_to(PACKAGE).parts}
    assert not {name for name in names if NAMES_THAT_SAY_NOTHING & set(name.split("_"))}
