"""Every public function of the sums is called by the product, or its module says that worked examples alone call it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import sla_drafter

PACKAGE = Path(sla_drafter.__file__).parent
ROOM = PACKAGE / "attainment"
TEXTS = {file: file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")}
USED = Counter(word for text in TEXTS.values() for word in set(re.findall(r"\w+", text)))
"""In how many modules a word stands: a function whose name another module has too may still be dead."""
SAID = "Of the worked examples alone (tests/vectors): "


def unused(file: Path) -> set[str]:
    """The public functions of a module that no other module names, and that it does not call itself."""
    tree = ast.parse(TEXTS[file])
    text = TEXTS[file].replace(ast.get_docstring(tree, clean=False) or "", "", 1)
    functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef) if not node.name.startswith("_")]
    return {name for name in functions if USED[name] == 1 and len(re.findall(rf"\b{name}\b", text)) == 1}


@pytest.mark.parametrize("file", sorted(ROOM.glob("*.py")), ids=lambda file: file.stem)
def test_what_only_worked_examples_call_is_named(file: Path) -> None:
    said = (ast.get_docstring(ast.parse(TEXTS[file])) or "").partition(SAID)[2].partition(".")[0]
    named = set(re.findall(r"`(\w+)`", said))
    assert unused(file) <= named, "dead code: use it, delete it, or say that worked examples alone call it"
    elsewhere = rf"import .*\b(?:{'|'.join(named) or '-'})\b"
    users = [one.name for one, text in TEXTS.items() if re.search(rf"attainment\.{file.stem} {elsewhere}", text)]
    assert not users, "these are called by the product"
