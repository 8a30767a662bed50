from __future__ import annotations

from decimal import Decimal

from sla_drafter.assembly.packages import with_packages
from sla_drafter.builder import Builder
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.offer import Package
from sla_drafter.model.scalars import Percent, Target
from tests.promises.starters import builder_of


def taken(*packages: str) -> Builder:
    return builder_of("streaming_service").set({"packages_taken": f"[{', '.join(packages)}]"})


def target(builder: Builder, metric: str = "stream_availability") -> Decimal:
    agreement = builder.draft(layout=False).agreement
    (found,) = (one.target for one in agreement.metrics if one.id == metric)
    assert isinstance(found, Target)
    assert isinstance(found.value, Percent)
    return found.value.value


def test_without_a_package_the_targets_are_those_for_everybody() -> None:
    assert target(builder_of("streaming_service")) == Decimal("99.8")


def test_a_package_that_was_taken_replaces_target_and_bands() -> None:
    builder = taken("sport", "assured")
    assert target(builder) == Decimal("99.95")
    draft = builder.draft(layout=False)
    assert str(draft.credit("stream_availability", "99.9%")) == "GBP 6.00"
    everybody = builder_of("streaming_service").draft(layout=False)
    assert str(everybody.credit("stream_availability", "99.9%")) == "GBP 0.00"


def test_a_package_without_targets_changes_none() -> None:
    assert target(taken("plus")) == Decimal("99.8")


def test_packages_that_stand_on_one_another_in_a_circle_are_gone_through_once() -> None:
    circle = (Package("a", on_top_of="b"), Package("b", on_top_of="a"))
    agreement = Agreement(packages=circle, packages_taken=("a",))
    assert with_packages(agreement) == agreement
