"""The goal of a sales and marketing agreement: how many customers and leads a revenue goal asks for.

Of the worked examples alone (tests/vectors): `lead_goal`.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from sla_drafter.attainment.refusal import percentage, positive
from sla_drafter.values import frozen

_WHOLE = Fraction(100)


@frozen
class LeadGoal:
    """Customers and leads for a revenue goal, rounded up once at the end, and the leads for whole customers."""

    customers: int
    leads: int
    leads_for_whole_customers: int


def lead_goal(revenue: Fraction, average_deal: Fraction, leads_won: Fraction) -> LeadGoal:
    """How many leads bring a revenue; `leads_won` is the percentage of leads that become customers.

    Rounding customers up before dividing asks for more leads, so the agreement says which of the two is the goal.
    Source: guides to marketing agreements.
    """
    customers = positive("The revenue goal", revenue) / positive("The average deal", average_deal)
    won = positive("The share of leads that become customers", percentage("The share", leads_won)) / _WHOLE
    return LeadGoal(ceil(customers), ceil(customers / won), ceil(ceil(customers) / won))
