"""Shapes of credit, leads, inquiries and recovery as they stand in a file, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from sla_drafter.model.credit_rules import ExcessRow, PointsRow
from sla_drafter.model.paths import value_at
from sla_drafter.model.scalars import Choice, Duration, Percent, Quantity, Target, Unit
from sla_drafter.readers.agreement_file.patch import patch
from tests.readers.agreement_file.sample import mistakes, printed, read

TEXT = """\
services: {line: {name: Line}}
roles: {ann: {title: Sales}, bo: {title: Sales}}
metrics:
  uptime:
    {target: at least 99.8%, minimum: at least 99.5%, formula: minute availability, counting: {error_share: 9%, run: 2}}
  latency: {formula: latency, target: at most 40 ms}
  cuts: {formula: outage count, target: at most 2 outages}
  leads: {formula: count, target: at least 250 leads}
  tries: {formula: mean, target: at least 6 attempts, floor: at least 4 attempts}
severities: {1: {response: 15 minutes}}
credits:
  ladders:
    uptime: [{below: 99.5%, days: 3}, {below: 95.0%, days: 15}]
    cuts: [{from: 0%, to: 100%, points: 2}]
    first_answer: {on: severities.1.response, bands: [{below: 100%, credit: 5%}]}
  steps:
    uptime: {block: 30 minutes, credit: 5%, count: each full, grace: 10 minutes, cap: 50%}
  excess:
    latency: [{over: 10%, credit: 10%}, {over: 25.5%, credit: 20%}]
  points: {table: [{points: 5, credit: 1%}, {points: 10, credit: 2%}], between: row at or below, repeat: 2}
  at_risk: {share: 12%, pool: 200%, allocations: {uptime: 40%, latency: 60%}, max_single: 60%}
  repetition: {multipliers: [1, 1.5, 2], count: in a row, reset_after: 1 month}
continuity: {line: {rto: 4 hours, rpo: 15 minutes, suspended: [latency]}}
leads: {metric: leads, members: {ann: 100, bo: 150}, segments: {buyers: {weight: 3, per_month: 250}}}
"""

WRONG = """\
services: {line: {name: Line}}
roles: {ann: {title: Sales}}
metrics: {uptime: {target: at least 99.8 percent, minimum: at least 5 ours, counting: {idle: free}}}
severities: {1: {restore: 4 hours}}
credits:
  ladders:
    uptime: [{below: 99.5%, days: 3, points: 2}]
    answer: {on: severities.1.response, bands: []}
    other: {on: severity 1, bands: []}
  steps: {uptme: {block: 30, count: full}}
  excess: {uptime: [{over: 10%, credit: 10%}, {over: 10%, credit: 5%}, {credit: 5%}, 7%, {over: ten, credt: 5%}]}
  points: {table: {points: 5}, between: next row}
  at_risk: {allocations: [40%]}
  repetition: {multipliers: [1, double]}
continuity: {lines: {rto: 4 hours, suspended: [uptime, latency]}}
leads: {members: {bo: many}}
"""


def test_each_shape_is_read_with_its_units() -> None:
    agreement = read(TEXT).agreement
    found = {path: value_at(agreement, path) for path in EXPECTED}
    assert found == EXPECTED


def percent(words: str) -> Percent:
    return Percent(Decimal(words))


EXPECTED = {
    "metrics.uptime.minimum": Target(Choice("comparator", "at_least"), percent("99.5")),
    "metrics.latency.target": Target(Choice("comparator", "at_most"), Duration(Decimal(40), Unit.MILLISECOND)),
    "metrics.cuts.target": Target(Choice("comparator", "at_most"), Quantity(Decimal(2), "outages")),
    "metrics.tries.floor": Target(Choice("comparator", "at_least"), Quantity(Decimal(4), "attempts")),
    "credits.ladders.uptime.99.5%.days": Decimal(3),
    "credits.ladders.uptime.99.5%.from": percent("95.0"),
    "credits.ladders.first_answer.on": "severities.1.response",
    "credits.steps.uptime.count": Choice("step_count", "each_full"),
    "credits.excess.latency.25.5%": ExcessRow("25.5%", percent("25.5"), percent("20")),
    "credits.excess.latency.25.5%.credit": percent("20"),
    "credits.points.table.10": PointsRow("10", Decimal(10), percent("2")),
    "credits.at_risk.allocations.latency": percent("60"),
    "credits.repetition.multipliers": (Decimal(1), Decimal("1.5"), Decimal(2)),
    "leads.members.bo": 150,
    "leads.segments.buyers.weight": Decimal(3),
    "continuity.line.suspended": ("latency",),
}


def test_every_mistake_in_them_is_said_at_once(golden: Callable[[str, str], None]) -> None:
    golden(printed(mistakes(WRONG)), "agreement_file/credit_rules.txt")


@pytest.mark.parametrize(
    ("path", "words", "line"),
    [
        ("credits.excess.latency.25.5%.credit", "21%", "{over: 25.5%, credit: 21%}"),
        ("credits.excess.latency.10%.over", "11%", "{over: 11%, credit: 10%}"),
        ("credits.points.table.5.credit", "1.5%", "{points: 5, credit: 1.5%}"),
        ("credits.ladders.uptime.95.0%.days", "14", "{below: 95.0%, days: 14}"),
        ("credits.at_risk.allocations.uptime", "45%", "{uptime: 45%, latency: 60%}"),
    ],
)
def test_one_figure_of_a_row_is_changed_where_it_stands(path: str, words: str, line: str) -> None:
    changed = patch(f"sla_drafter: 1\n{TEXT}", {path: words}, "agreement.yaml")
    assert line in changed
    assert len(changed.splitlines()) == len(TEXT.splitlines()) + 1
