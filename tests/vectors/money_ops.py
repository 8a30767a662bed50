"""How an operation of the worked examples on money and credits is answered by the public functions.

Each function takes the inputs of a case by their names and returns the fields that the case expects. A decimal or a
fraction is text; what a case shows rounded for display is rounded here, half to even, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from sla_drafter.attainment import fees, money, pool, repetition, shapes
from sla_drafter.attainment.limits import Limits, Minimum, Miss, counted, settle
from sla_drafter.attainment.pipeline import Line, LineCredit, credit_of_line, credit_of_period
from sla_drafter.attainment.shapes import Row, Tiers
from tests.vectors.chance_ops import CHANCE_OPS
from tests.vectors.spelled import Case, shown

Rows = Sequence[Mapping[str, str]]

DOLLARS = "USD"


def paid(amount: Fraction, currency: str = DOLLARS, mode: str = "half_up") -> str:
    """An amount rounded once."""
    return format(money.round_once(amount, currency, mode).amount, "f")


def below(rows: Rows, gives: str) -> Tiers:
    """Rows of "below" that give a percentage, days or points."""
    return Tiers(tuple(Row(Fraction(row["below"]), Fraction(row[gives])) for row in rows))


def number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def earned(shape: shapes.Shape, value: Fraction, fee: str, cap_pct: str | None = None, **more: Any) -> LineCredit:
    """What one metric earns in the pipeline."""
    return credit_of_line(Line("metric", value, shape, Fraction(fee), cap=number(cap_pct), **more))


def credit_tiered(
    *,
    tiers: Rows,
    fee: str,
    value: str | None = None,
    value_pct: str | None = None,
    cap_pct: str | None = None,
    round_places: int | None = None,
    currency: str = DOLLARS,
) -> Case:
    measured = Fraction(value_pct or "0") if value is None else Fraction(value) * 100
    quantum = None if round_places is None else Fraction(1, 10**round_places)
    found = earned(below(tiers, "credit_pct"), measured, fee, cap_pct, quantum=quantum)
    return {
        "credit_pct": shown(found.percent, 2),
        "compared_value_pct": shown(found.trace[0].after or Fraction(0), 6),
        "credit": paid(found.amount, currency),
    }


def credit_days(*, value_pct: str, tiers: Rows, monthly_fee: str, days_in_month: int, currency: str = DOLLARS) -> Case:
    days, value = below(tiers, "days"), Fraction(value_pct)
    found = earned(shapes.DaysOfService(days, days_in_month), value, monthly_fee)
    return {"days": int(days.credit(value)), "money": paid(found.amount, currency)}


def credit_blocks(
    *,
    pct_per_block: str,
    block_minutes: str,
    downtime_minutes: str,
    steps: str,
    fee: str,
    grace_minutes: str = "0",
    cap_pct: str = "100",
    currency: str = DOLLARS,
) -> Case:
    size, each, free, cap = map(Fraction, (block_minutes, pct_per_block, grace_minutes, cap_pct))
    shape, downtime = shapes.Blocks(size, each, steps, free, cap), Fraction(downtime_minutes)
    found = earned(shape, downtime, fee)
    return {
        "blocks": shown(shape.blocks(downtime), 4),
        "credit_pct": shown(found.percent, 4),
        "credit": paid(found.amount, currency),
    }


def credit_daily(
    *,
    units: str,
    fee: str,
    days_in_period: str,
    cap_days: str | None = None,
    cap_pct: str | None = None,
    currency: str = DOLLARS,
) -> Case:
    shape = shapes.Daily(int(days_in_period), number(cap_days))
    found = earned(shape, Fraction(units), fee, cap_pct)
    return {"days": shown(shape.days(Fraction(units)), 2), "credit": paid(found.amount, currency)}


def credit_shortfall(
    *,
    target_pct: str,
    value_pct: str,
    step_pct: str,
    pct_per_step: str,
    steps: str,
    fee: str,
    cap_pct: str = "100",
    currency: str = DOLLARS,
) -> Case:
    target, value = Fraction(target_pct), Fraction(value_pct)
    shape = shapes.StepsUnder(target, Fraction(step_pct), Fraction(pct_per_step), steps, Fraction(cap_pct))
    found = earned(shape, value, fee)
    return {
        "shortfall_pct": shown(shapes.Shortfall(target).credit(value), 6),
        "steps": shown(shape.steps(value), 4),
        "credit_pct": shown(found.percent, 4),
        "credit": paid(found.amount, currency),
    }


def credit_proportional(
    *, outage_minutes: str, scheduled_minutes: str, fee: str, affected_ratio: str = "1", currency: str = DOLLARS
) -> Case:
    shape = shapes.Proportional(Fraction(scheduled_minutes), Fraction(affected_ratio))
    found = earned(shape, Fraction(outage_minutes), fee)
    ratio = found.percent / 100
    return {
        "ratio": str(ratio),
        "ratio_6dp": shown(ratio, 6),
        "ratio_9dp": shown(ratio, 9),
        "credit": paid(found.amount, currency),
    }


def credit_excess(
    *, target: str, value: str, table: Rows, fee: str, cap_pct: str | None = None, currency: str = DOLLARS
) -> Case:
    rows = tuple(Row(Fraction(row["from"]), Fraction(row["credit_pct"])) for row in table)
    shape = shapes.ExcessTable(Fraction(target), rows)
    found = earned(shape, Fraction(value), fee, cap_pct)
    return {
        "excess_pct": shown(shape.excess(Fraction(value)), 6),
        "credit_pct": shown(found.percent, 2),
        "credit": paid(found.amount, currency),
    }


def credit_pool(*, charges: str, at_risk_pct: str, failures: Rows, currency: str = DOLLARS) -> Case:
    misses = [
        pool.Allocation(
            each["metric"],
            Fraction(each["allocation_pct"]),
            Fraction(each.get("pool_pct", "100")),
            Fraction(each.get("multiplier", "1")),
        )
        for each in failures
    ]
    found = pool.pool_credit(Fraction(charges), Fraction(at_risk_pct), misses)
    return {
        "at_risk_amount": paid(found.at_risk, currency),
        "lines": [paid(amount, currency) for _, amount in found.lines],
        "sum_before_cap": paid(found.before_cap, currency),
        "credit": paid(found.credit, currency),
    }


def credit_points(*, values_pct: Sequence[str], bands: Rows, repeat_multiplier: str = "1") -> Case:
    table = below(bands, "points")
    each = [table.credit(Fraction(value)) for value in values_pct]
    points = [int(found) for found in repetition.repeated_points(each, Fraction(repeat_multiplier))]
    return {"points": points, "total": sum(points)}


def credit_points_shortfall(*, target_pct: str, value_pct: str, fee: str, currency: str = DOLLARS) -> Case:
    found = earned(shapes.Shortfall(Fraction(target_pct)), Fraction(value_pct), fee)
    return {"credit_pct": shown(found.percent, 2), "credit": paid(found.amount, currency)}


def credit_points_table(*, points: str, table: Rows) -> Case:
    rows = tuple(Row(Fraction(row["points"]), Fraction(row["pct"])) for row in table)
    readings = shapes.PointsTable(rows).readings(Fraction(points))
    return {reading: None if found is None else shown(found, 2) for reading, found in readings.items()}


def credit_sequence(
    *,
    target_pct: str,
    base_credit_pct: str,
    periods: Rows,
    multipliers: Sequence[str] = (),
    at_risk_pct: str = "100",
    earn_back_run: int | None = None,
    earn_back_target_pct: str | None = None,
    currency: str = DOLLARS,
) -> Case:
    flat = Tiers((Row(Fraction(target_pct), Fraction(base_credit_pct)),))
    level = Fraction(earn_back_target_pct or target_pct)
    values = [(Fraction(each["value_pct"]), Fraction(each["fee"])) for each in periods]
    found = repetition.credit_sequence(
        [repetition.Outcome(flat.credit(value), fee, runs=value >= level) for value, fee in values],
        multipliers=tuple(map(Fraction, multipliers)),
        at_risk=Fraction(at_risk_pct),
        earn_back=repetition.EarnBack(earn_back_run) if earn_back_run else None,
    )
    given = [{"credit": paid(each.credit, currency), "earned_back": paid(each.earned_back, currency)} for each in found]
    return {"periods": given, "net": paid(repetition.net(found), currency)}


def margin_share(*, margin_pct: str, credits_pct: Sequence[str]) -> Case:
    shares = (fees.share_of_margin(Fraction(each), Fraction(margin_pct)) for each in credits_pct)
    return {"share_of_margin_pct": [shown(each, 2) for each in shares]}


def credit_same_incident(*, misses: Rows, currency: str = DOLLARS) -> Case:
    found = [Miss(each["metric"], Fraction(each["fee"]) * Fraction(each["credit_pct"]) / 100, "one") for each in misses]
    highest = counted(found, "highest_only")
    return {
        "cumulative": paid(sum(counted(found, "cumulative"), Fraction(0)), currency),
        "highest_only": paid(sum(highest, Fraction(0)), currency),
        "highest_metric": found[highest.index(max(highest))].metric,
    }


def credit_minimum(*, amount: str, rule: str, threshold: str, currency: str = DOLLARS) -> Case:
    return {"credit": paid(Minimum(rule, Fraction(threshold)).applied(Fraction(amount)), currency)}


def money_round(*, amount: str, currency: str, mode: str) -> Case:
    return {"amount": paid(Fraction(amount), currency, mode)}


def money_round_lines(*, lines: Sequence[str], currency: str, mode: str) -> Case:
    amounts = tuple(map(Fraction, lines))
    return {
        "sum_of_rounded_lines": format(money.sum_of_rounded(amounts, currency, mode).amount, "f"),
        "rounded_sum": format(money.rounded_sum(amounts, currency, mode).amount, "f"),
    }


def fee_base(*, annual_fee: str, year: int, month: int, currency: str = DOLLARS) -> Case:
    return {
        "twelfth": paid(fees.twelfth(Fraction(annual_fee)), currency),
        "daily_actual": paid(fees.daily_actual(Fraction(annual_fee), year, month), currency),
    }


def fee_part_month(
    *,
    monthly_fee: str,
    year: int,
    month: int,
    first_day: int,
    credit_pct: str,
    last_day: int | None = None,
    currency: str = DOLLARS,
) -> Case:
    part = fees.part_of_month(Fraction(monthly_fee), year, month, first_day, last_day)
    return {
        "applicable_days": part.days,
        "fee_base": paid(part.fee, currency),
        "credit": paid(part.fee * Fraction(credit_pct) / 100, currency),
    }


def missed(each: Mapping[str, str]) -> Line:
    """A miss whose percentage is known: a table of one row, and a value under it."""
    return Line(
        each["metric"],
        Fraction(0),
        Tiers((Row(Fraction(1), Fraction(each["credit_pct"])),)),
        Fraction(each["fee"]),
        multiplier=Fraction(each.get("multiplier", "1")),
        cap=number(each.get("cap_pct")),
        incident=each.get("incident", ""),
    )


def credit_pipeline(
    *,
    misses: Rows,
    same_incident: str = "cumulative",
    period_cap: str | None = None,
    annual_remaining: str | None = None,
    minimum: Mapping[str, str] | None = None,
    mode: str = "half_up",
    currency: str = DOLLARS,
) -> Case:
    small = Minimum(minimum["rule"], Fraction(minimum["threshold"])) if minimum else None
    limits = Limits(currency, same_incident, number(period_cap), number(annual_remaining), small, mode)
    found = credit_of_period([missed(each) for each in misses], limits)
    return {
        "after_incident_rule": paid(found.after_incident_rule, currency),
        "after_period_cap": paid(found.after_period_cap, currency),
        "credit": format(found.credit.amount, "f"),
    }


def credit_apply(*, credit: str, invoices: Sequence[str], at_end: str | None = None, currency: str = DOLLARS) -> Case:
    found = settle(Fraction(credit), tuple(map(Fraction, invoices)), at_end)
    return {
        "applied": [paid(each, currency) for each in found.applied],
        "left": paid(found.left, currency),
        "paid_out": paid(found.paid_out, currency),
    }


OPS: Mapping[str, Callable[..., Case]] = {
    "credit_tiered": credit_tiered,
    "credit_days": credit_days,
    "credit_blocks": credit_blocks,
    "credit_daily": credit_daily,
    "credit_shortfall": credit_shortfall,
    "credit_proportional": credit_proportional,
    "credit_excess": credit_excess,
    "credit_pool": credit_pool,
    "credit_points": credit_points,
    "credit_points_shortfall": credit_points_shortfall,
    "credit_points_table": credit_points_table,
    "credit_sequence": credit_sequence,
    "margin_share": margin_share,
    "credit_same_incident": credit_same_incident,
    "credit_minimum": credit_minimum,
    "money_round": money_round,
    "money_round_lines": money_round_lines,
    "fee_base": fee_base,
    "fee_part_month": fee_part_month,
    "credit_pipeline": credit_pipeline,
    "credit_apply": credit_apply,
    **CHANCE_OPS,
}
