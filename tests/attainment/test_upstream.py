from __future__ import annotations

from fractions import Fraction

import pytest

from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.upstream import Ceiling, ceiling, upstream_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Metric
from tests.attainment.record import agreement


def metric(agreed: Agreement, name: str) -> Metric:
    return next(one for one in agreed.metrics if one.id == name)


def found(**parts: str) -> Ceiling | None:
    """The ceiling of the availability with upstream facts: `hosting__availability` is one of hosting."""
    patch = {f"private.upstream.{name.replace('__', '.')}": words for name, words in parts.items()}
    agreed = agreement(patch)
    return ceiling(agreed, metric(agreed, "availability"))


def test_parts_in_series_are_multiplied_with_their_bounds_beside_the_product() -> None:
    limit = found(hosting__availability="99.9%", network__availability="99.99%")
    assert limit is not None
    assert limit.together == Fraction("99.890010")
    assert (limit.worst, limit.best, limit.lowest) == (Fraction("99.89"), Fraction("99.9"), Fraction("99.9"))
    assert not limit.allows(Fraction("99.9"))
    assert limit.allows(Fraction("99.89"))


def test_three_parts_have_the_bounds_of_frechet() -> None:
    limit = found(hosting__availability="99.9%", network__availability="99.9%", power__availability="99.9%")
    assert limit is not None
    assert (limit.worst, limit.best) == (Fraction("99.7"), Fraction("99.9"))
    assert limit.together == Fraction("99.7002999")


def test_copies_stand_side_by_side_and_one_of_them_has_to_work() -> None:
    limit = found(hosting__availability="99%", hosting__copies="2")
    assert limit is not None
    assert limit.together == limit.lowest == Fraction("99.99")
    two = found(hosting__availability="99%", hosting__copies="2", hosting__needed="2")
    assert two is not None
    assert two.together == Fraction("98.01")


def test_without_a_level_nothing_is_said() -> None:
    assert found() is None
    assert found(hosting__document="Contract 7") is None


@pytest.mark.parametrize(
    ("parts", "figure"),
    [
        ({"hosting__copies": "0"}, "private.upstream.hosting.copies is 0"),
        ({"hosting__needed": "2"}, "private.upstream.hosting.needed is 2. It is from 1 to 1"),
        ({"hosting__copies": "2", "hosting__needed": "0"}, "private.upstream.hosting.needed is 0"),
    ],
)
def test_copies_that_cannot_be_are_refused_with_their_path(parts: dict[str, str], figure: str) -> None:
    with pytest.raises(Impossible, match=figure):
        found(hosting__availability="99.9%", **parts)


def test_a_part_carries_the_services_that_depend_on_it_or_that_it_names_or_all() -> None:
    second = {"name": "Search", "dependencies": {"crawler": {"name": "crawler", "owner": "provider", "excused": "no"}}}
    agreed = agreement(
        {
            "services.search": second,
            "private.upstream": {
                "hosting": {"availability": "99.9%"},
                "crawler": {"availability": "99%"},
                "carrier": {"availability": "99.99%", "service": "search"},
                "power": {"availability": "99.99%"},
            },
        }
    )
    assert [part.id for part in upstream_of(agreed, "database")] == ["hosting", "power"]
    assert [part.id for part in upstream_of(agreed, "search")] == ["crawler", "carrier", "power"]


def test_what_the_agreement_excuses_carries_nothing() -> None:
    excused = {"services.database.dependencies.hosting.excused": "yes", "private.upstream.hosting.availability": "90%"}
    assert upstream_of(agreement(excused), "database") == ()


def test_only_an_availability_has_a_ceiling() -> None:
    agreed = agreement({"private.upstream.power.availability": "99%"})
    assert ceiling(agreed, metric(agreed, "query_time")) is None
