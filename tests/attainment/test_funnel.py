from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.funnel import LeadGoal, lead_goal
from sla_drafter.attainment.refusal import Impossible


def test_rounding_customers_first_asks_for_more_leads() -> None:
    assert lead_goal(Fraction(500_000), Fraction(12_000), Fraction(3)) == LeadGoal(42, 1389, 1400)


@given(st.integers(1, 10**7), st.integers(1, 10**5), st.integers(1, 100))
def test_the_leads_bring_the_revenue_and_one_less_does_not(revenue: int, deal: int, won: int) -> None:
    goal = lead_goal(Fraction(revenue), Fraction(deal), Fraction(won))
    brought = Fraction(won, 100) * deal
    assert (goal.leads - 1) * brought < revenue <= goal.leads * brought
    assert goal.leads <= goal.leads_for_whole_customers


@pytest.mark.parametrize("won", [0, 101])
def test_an_impossible_share_of_leads_is_refused(won: int) -> None:
    with pytest.raises(Impossible, match="The share"):
        lead_goal(Fraction(1), Fraction(1), Fraction(won))
