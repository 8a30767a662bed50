from __future__ import annotations

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.parties import Party
from sla_drafter.model.scalars import Choice
from sla_drafter.model.services import Service
from sla_drafter.model.sides import Sides, is_many_sided, playing, sides

TEAM = Choice("party_role", "team")
TWO = Agreement(parties=(Party("provider"), Party("customer")), services=(Service("database"),))
TEAMS = Agreement(
    parties=(Party("marketing", role=TEAM), Party("sales", role=TEAM), Party("care", role=TEAM)),
    services=(
        Service("leads", provider="marketing", customer="sales"),
        Service("handover", provider="sales", customer="care"),
    ),
)


def test_two_parties_are_the_sides_of_every_service() -> None:
    assert sides(TWO) == (Sides("database", "provider", "customer"),)
    assert not is_many_sided(TWO)


def test_teams_are_the_sides_that_a_service_names() -> None:
    assert sides(TEAMS) == (Sides("leads", "marketing", "sales"), Sides("handover", "sales", "care"))
    assert is_many_sided(TEAMS)


def test_a_role_is_played_by_those_who_say_so_and_by_those_whom_a_service_names() -> None:
    assert playing(TWO, "provider") == ("provider",)
    assert playing(TEAMS, "provider") == ("marketing", "sales")
    assert playing(TEAMS, "team") == ("marketing", "sales", "care")
    assert playing(TWO, "supplier") == ()


def test_a_side_that_nobody_names_is_open() -> None:
    nobody = Agreement(
        parties=(Party("a", role=TEAM), Party("b", role=TEAM)), services=(Service("work", provider="a"),)
    )
    assert sides(nobody) == (Sides("work", "a", None),)
