from __future__ import annotations

from pathlib import Path

DECISIONS = Path(__file__).parents[2] / "docs" / "decisions"


def test_each_decision_has_a_number_of_its_own() -> None:
    pages = sorted(page.name for page in DECISIONS.glob("0*.md"))
    numbers = [page[:4] for page in pages]
    assert len(numbers) > 10
    assert numbers == sorted(set(numbers)), "the next free number is taken when a decision lands"
