from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import ROOT, called

SHIPPED = ("sla_drafter", "clause_library", "templates", "docs", "tests")
TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".sh", ".json", ".html", ".css", ".cfg", ".ini", ".xml", ""}
# Spelled in two halves, so that this file does not find itself.
ONE_MACHINE = ("/wo" + "rk/", "/tm" + "p/", "/ro" + "ot/", "/ho" + "me/")
NEVER_RUN = {"skip", "skipif", "xfail", "importorskip"}


def text_files() -> Iterator[Path]:
    """Every text file of the project: at the top, and below the folders it ships or tests with."""
    yield from (file for file in ROOT.iterdir() if file.is_file() and file.suffix in TEXT and file.name != ".git")
    for folder in SHIPPED:
        yield from (
            file
            for file in (ROOT / folder).rglob("*")
            if file.is_file() and file.suffix in TEXT and "__pycache__" not in file.parts
        )


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert not [
        f"{file.relative_to(ROOT)}: {folder}"
        for file in text_files()
        for folder in ONE_MACHINE
        if folder in file.read_text(encoding="utf-8")
    ]


def test_only_a_missing_outside_tool_skips_a_test() -> None:
    skipping = {
        f"{file.relative_to(ROOT).as_posix()}"
        for file in (ROOT / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Call) and called(node) in NEVER_RUN)
        or (isinstance(node, ast.Attribute) and node.attr in NEVER_RUN)
    }
    assert skipping == {"tests/conftest.py"}
