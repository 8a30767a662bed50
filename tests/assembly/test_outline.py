from __future__ import annotations

import pytest

from sla_drafter.assembly.outline import SUBJECTS, outline_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.choices import KINDS
from sla_drafter.model.library import Outline
from sla_drafter.model.scalars import Choice
from tests.library.texts import LIBRARY


def composed(*kinds: str) -> Outline:
    return outline_of(Agreement(kind=tuple(Choice("kind", kind) for kind in kinds)), LIBRARY)


def clauses(outline: Outline) -> list[str]:
    return [clause for section in outline.sections for clause in section.clauses]


def test_the_relation_gives_the_outline_wherever_it_stands_among_the_kinds() -> None:
    assert composed("support", "customer_based") == composed("customer_based", "support")
    assert composed("customer_based", "support").kind == "customer_based"
    assert composed("support") == LIBRARY.outlines["support"]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("relation", [kind for kind in KINDS if kind not in SUBJECTS])
def test_a_relation_takes_in_what_a_subject_adds_and_keeps_its_own_order(relation: str, subject: str) -> None:
    both, alone = composed(relation, subject), LIBRARY.outlines[relation]
    assert set(clauses(both)) == set(clauses(alone)) | set(clauses(LIBRARY.outlines[subject]))
    assert len(clauses(both)) == len(set(clauses(both)))
    assert [one for one in clauses(both) if one in clauses(alone)] == clauses(alone)
    parts = [clause for schedule in both.schedules for clause in schedule.clauses]
    assert len(parts) == len(set(parts))


def test_a_clause_that_is_taken_in_stands_where_it_stands_in_its_subject_and_brings_its_budget() -> None:
    both = composed("internal", "sales_marketing")
    (metrics,) = (section for section in both.sections if section.id == "metrics")
    (alone,) = (section for section in LIBRARY.outlines["internal"].sections if section.id == "metrics")
    added = set(metrics.clauses) - set(alone.clauses)
    assert {"lead_volume", "lead_quality_gate", "lead_followup"} <= added
    assert metrics.budget == alone.budget + sum(LIBRARY.clauses[one].budget for one in added)
