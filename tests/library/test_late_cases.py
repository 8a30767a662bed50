"""How many late cases never miss a share: the schedule prints the number that the sum uses, in every language."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from sla_drafter.assembly.draft import Draft
from sla_drafter.attainment.attain_cases import forgiven_of
from sla_drafter.builder import Builder
from sla_drafter.document.nodes import StoryKind, Table
from sla_drafter.document.walk import document_lines, sections_of, words_of

HEAD = {
    "en": "or late at most",
    "de": "oder verspätet höchstens",
    "fr": "ou en retard, au plus",
    "es": "o fuera de plazo como máximo",
}
SAID = {
    "en": "even if the Severity had no other Case",
    "de": "verfehlen den Anteil nie, auch ohne andere",
    "fr": "même sans aucun autre",
    "es": "aunque la Gravedad no haya tenido otras",
}


def drafted(language: str, facts: dict[str, Any]) -> Draft:
    text = (files("sla_drafter.templates") / "starters" / "billing_system.yaml").read_text(encoding="utf-8")
    return Builder.from_text(text).set({"language": language, **facts}).draft(layout=False)


def column(draft: Draft, head: str) -> list[str]:
    """What stands under a heading in the table of the times of each severity."""
    schedules = sections_of(draft.document.story(StoryKind.SCHEDULES))
    part = next(section for section in schedules if section.id == "severity.schedule")
    table = [block for block in part.blocks if isinstance(block, Table)][-1]
    heads = [words_of(cell.children) for cell in table.header]
    if head not in heads:
        return []
    place = heads.index(head)
    return [words_of(row.cells[place].children) for row in table.rows]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_the_schedule_prints_how_many_late_cases_the_sum_forgives(language: str) -> None:
    draft = drafted(language, {"severities.3.allowed_misses": "2"})
    forgiven = [str(forgiven_of(draft.agreement, one)) for one in draft.agreement.severities]
    assert column(draft, HEAD[language]) == forgiven == ["0", "1", "2"]
    assert any(SAID[language] in words_of(line) for line in document_lines(draft.document))


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_where_no_late_case_is_forgiven_nothing_is_said_of_it(language: str) -> None:
    draft = drafted(language, {"severity_clock.allowed_misses": "0"})
    assert column(draft, HEAD[language]) == []
    assert not any(SAID[language] in words_of(line) for line in document_lines(draft.document))
