from __future__ import annotations

from decimal import Decimal

import pytest

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.change import paths_like, with_fact
from sla_drafter.model.paths import facts_of, value_at
from sla_drafter.model.scalars import Duration, Unit
from tests.model.everything import TURNS, everything

DAYS = Duration(Decimal(5), Unit.BUSINESS_DAY)


@pytest.mark.parametrize("turn", range(TURNS))
def test_a_fact_that_is_put_where_it_was_changes_nothing(turn: int) -> None:
    agreement = everything(turn)
    by_id = [fact for fact in facts_of(agreement) if "[" not in fact.path and "%" not in fact.path]
    assert len(by_id) > 100
    assert not [fact.path for fact in by_id if with_fact(agreement, fact.path, fact.value) != agreement]


@pytest.mark.parametrize(
    "path",
    ["reports.due", "termination.exit.period", "maintenance.planned.notice", "clauses.benchmarking.every"],
)
def test_what_is_missing_on_the_way_is_made(path: str) -> None:
    assert value_at(with_fact(Agreement(), path, DAYS), path) == DAYS


def test_everything_else_stays_as_it_is() -> None:
    agreement = everything(0)
    before = {fact.path: fact.value for fact in facts_of(agreement)}
    after = {fact.path: fact.value for fact in facts_of(with_fact(agreement, "metrics.availability.name", None))}
    assert before.keys() - after.keys() == {"metrics.availability.name"}
    assert all(before[path] == value for path, value in after.items())


def test_a_star_stands_for_every_id_that_there_is() -> None:
    agreement = everything(0)
    assert list(paths_like(agreement, "metrics.*.no_data")) == [
        f"metrics.{one.id}.no_data" for one in agreement.metrics
    ]
    assert list(paths_like(agreement, "services.*.dependencies.*.excused")) == [
        f"services.{service.id}.dependencies.{one.id}.excused"
        for service in agreement.services
        for one in service.dependencies
    ]
    assert list(paths_like(Agreement(), "metrics.*.no_data")) == []
    assert list(paths_like(Agreement(), "reports.due")) == ["reports.due"]
