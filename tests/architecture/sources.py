"""The project's own source files, parsed, for the tests that read code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "sla_drafter"


def modules(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """The name and the tree of each module of the package, or of the named rooms only."""
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        if not rooms or name.removesuffix(".py").split("/")[0] in rooms:
            yield name, ast.parse(file.read_text(encoding="utf-8"), name)


def called(node: ast.Call) -> str:
    """The last name of what is called: `render` of `cover.render(…)`."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def imported(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Each imported module, and each name imported from one, with its line: `os`, `pathlib.Path`."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, node.lineno) for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from ((f"{module}.{alias.name}", node.lineno) for alias in names)
