from __future__ import annotations

import ast

from tests.architecture.sources import called, imported, modules

DOORS = {"readers", "writers", "serve", "cli", "__main__"}
OUTSIDE = {"os", "io", "time", "locale", "tempfile", "shutil", "subprocess", "socket", "glob", "fileinput", "getpass"}
CLOCK = {"now", "utcnow", "today"}
# Composes what the doors do and hands their paths through; opens nothing itself.
HANDS_PATHS_THROUGH = {"builder", "batch"}


def room(name: str) -> str:
    """The room of a module: its top-level folder or file."""
    return name.removesuffix(".py").split("/")[0]


def test_only_the_doors_import_what_reaches_outside() -> None:
    assert not [
        f"{name}:{line} {module}"
        for name, tree in modules()
        for module, line in imported(tree)
        if room(name) not in DOORS
        and (
            module.split(".")[0] in OUTSIDE
            or (module in {"pathlib", "pathlib.Path"} and room(name) not in HANDS_PATHS_THROUGH)
        )
    ]


def test_only_the_doors_open_a_file_or_ask_the_clock() -> None:
    assert not [
        f"{name}:{node.lineno} {called(node)}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and room(name) not in DOORS
        and ((isinstance(node.func, ast.Name) and node.func.id == "open") or called(node) in CLOCK)
    ]
