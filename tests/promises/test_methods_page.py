"""The page about the methods shows what Python prints: its examples are one session, run from top to bottom."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "methods.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PARTS = re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:-1]


def test_every_example_of_the_page_prints_what_it_shows() -> None:
    parser, known = doctest.DocTestParser(), dict[str, Any]()
    said: list[str] = []
    runner = doctest.DocTestRunner()
    for found in EXAMPLES.finditer(TEXT):
        line = TEXT.count("\n", 0, found.start()) + 1
        example = parser.get_doctest(found[1], known, PAGE.name, str(PAGE), line)
        runner.run(example, out=said.append, clear_globs=False)
        known.update(example.globs)
    assert not said, "".join(said)
    assert runner.tries > len(PARTS)


@pytest.mark.parametrize("part", PARTS, ids=[part.partition("\n")[0] for part in PARTS])
def test_every_method_has_an_example(part: str) -> None:
    assert EXAMPLES.search(part)
