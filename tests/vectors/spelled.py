"""How the worked examples spell a number that they show rounded."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sla_drafter.attainment.rounding import rounded

Case = dict[str, Any]


def shown(value: Fraction, places: int) -> str:
    """A number for display, half to even."""
    return format(rounded(value, places, "half_even"), "f")
