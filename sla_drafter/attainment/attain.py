"""Every metric of an agreement in one period: its value, what was excused, whether its target was met.

A metric is judged in its own window, the one that holds the last day of the period. Where nothing was measured the
value is None, and the agreement alone says whether that counts as down or as met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import evolve

from sla_drafter.attainment.attain_cases import of_cases
from sla_drafter.attainment.attain_formula import Measuring, found_by_formula, read_by
from sla_drafter.attainment.attain_promises import case_promises
from sla_drafter.attainment.attained import Attained, Proof, meets
from sla_drafter.attainment.pipeline import reported
from sla_drafter.attainment.promised import QUANTA
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.spans import length
from sla_drafter.attainment.suspended import kept_cases, kinds_of, suspended, with_evidence
from sla_drafter.attainment.windows import Period, window_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Span
from sla_drafter.model.metrics import Metric
from sla_drafter.model.record import ALL_USED, LeftOut, Measurements
from sla_drafter.model.scalars import Choice, Target, Window
from sla_drafter.values import frozen

TICKETS = "tickets"
DOWN, MET = "down", "met"
MONTH = Window(Choice("window", "calendar_month"))
AT_LEAST = Choice("comparator", "at_least")


@frozen
class Judge:
    """How a value is judged: its target, the step to which it is rounded before, and the rule for time without data."""

    target: Target | None
    quantum: Fraction | None = None
    no_data: str = ""


def attained(agreement: Agreement, measurements: Measurements, period: Period) -> tuple[Attained, ...]:
    """The value of every metric and of every severity with a promised share, in the order of the agreement."""
    metrics = (
        _open(of_metric(agreement, metric, measurements, period), missing_of(agreement, measurements, metric.id))
        for metric in agreement.metrics
    )
    cases = _cases(agreement, measurements, period)
    return (*metrics, *(_open(one, measurements.left_out((TICKETS,))) for one in cases))


def left_out_of(agreement: Agreement, measurements: Measurements) -> LeftOut:
    """What is missing of the rows that the metrics and severities of an agreement are computed from, each once."""
    kinds = {kind for metric in agreement.metrics for kind in _read(agreement, metric, measurements)}
    if any(case_promises(agreement)):
        kinds.add(TICKETS)
    return measurements.left_out(kinds) if kinds else ALL_USED


def missing_of(agreement: Agreement, measurements: Measurements, name: str) -> LeftOut:
    """What is missing of the rows that one metric, or a severity by its path, is computed from."""
    metric = next((one for one in agreement.metrics if one.id == name), None)
    return measurements.left_out(_read(agreement, metric, measurements) if metric else (TICKETS,))


def _read(agreement: Agreement, metric: Metric, measurements: Measurements) -> tuple[str, ...]:
    """The kinds of rows that decide on a metric: those that it is computed from, and those that may suspend it."""
    return (*read_by(metric, measurements), *kinds_of(agreement, metric))


def _open(one: Attained, left_out: LeftOut) -> Attained:
    """A metric that is open while rows of it cannot be used; without a row that can, it has no value at all."""
    if not any(left_out):
        return one
    known = bool(one.found.evidence)
    value, judged = (one.value, one.judged) if known else (None, None)
    return evolve(one, value=value, judged=judged, met=None, by_rule="", left_out=left_out)


def windows_of(agreement: Agreement, period: Period) -> tuple[Period, ...]:
    """The windows in which the metrics and the severities of an agreement are judged; the period itself is one."""
    rules = agreement.severity_clock
    named = (*(metric.window for metric in agreement.metrics), rules.window if rules else None)
    return (period, *(window_of(window or MONTH, period.last) for window in named))


def of_metric(agreement: Agreement, metric: Metric, measurements: Measurements, period: Period) -> Attained:
    """One metric in the window that holds the last day of a period."""
    window = window_of(metric.window or MONTH, period.last)
    span = window.span(zone_of(agreement))
    until = Span(span.start, min(span.end, period.span(zone_of(agreement)).end))
    held = suspended(agreement, metric, measurements, span)
    measuring = Measuring(agreement, metric, measurements, span, until, held)
    found = found_by_formula(measuring)
    # Where nothing counts since the level does not hold, the rule for missing data has nothing to say.
    silent = bool(measuring.dropped) or (bool(held.by) and length(held.time) >= until.length)
    rule = metric.no_data.id if metric.no_data and not silent else ""
    judge = Judge(metric.target, quantum_of(agreement, metric.id), rule)
    empty = Attained(metric.id, metric.service or "", window, metric.target, found, None, None, None)
    return _judged(evolve(empty, minimum=metric.minimum), judge, period)


def _cases(agreement: Agreement, measurements: Measurements, period: Period) -> Iterator[Attained]:
    """The promised shares of cases, each in the window in which compliance is measured."""
    rules = agreement.severity_clock
    window = window_of((rules.window if rules else None) or MONTH, period.last)
    span = window.span(zone_of(agreement))
    cases, proofs = kept_cases(agreement, measurements.tickets, measurements, span)
    gone = _by_severity(measurements, proofs)
    for promise in case_promises(agreement):
        share = promise.times.compliance
        target = Target(AT_LEAST, share) if share else None
        ruled = agreement if promise.by_clock else evolve(agreement, severity_clock=None)
        found = of_cases(ruled, promise.times, span, cases)
        found = with_evidence(found, gone.get(promise.times.id, ()))
        empty = Attained(promise.metric, "", window, target, found, None, None, None)
        yield _judged(empty, Judge(target), period)


def _by_severity(measurements: Measurements, proofs: Sequence[Proof]) -> Mapping[str, list[Proof]]:
    """The evidence of cases by their severity."""
    severity = dict(zip(measurements.tickets.ids, measurements.tickets.severities, strict=True)) if proofs else {}
    found: dict[str, list[Proof]] = {}
    for proof in proofs:
        found.setdefault(severity[proof.about], []).append(proof)
    return found


def quantum_of(agreement: Agreement, metric: str) -> Fraction | None:
    """The step, in per cent, to which a value is rounded before it is compared; None when it is not rounded."""
    ladders = agreement.credits.ladders if agreement.credits else ()
    own = next((ladder.quantum for ladder in ladders if ladder.about == metric and ladder.quantum), None)
    rule = agreement.time.value_rounding if agreement.time else None
    return Fraction(own.value) if own else QUANTA.get(rule.id) if rule else None


def _judged(empty: Attained, judge: Judge, period: Period) -> Attained:
    value, by_rule, met = empty.found.value, "", empty.found.met
    if value is None and judge.no_data in (DOWN, MET):
        value, by_rule = (Fraction(0), DOWN) if judge.no_data == DOWN and empty.is_share else (None, judge.no_data)
        met = judge.no_data == MET or (None if empty.is_share else False)
    rounded = value
    if value is not None and judge.quantum is not None and empty.is_share:
        rounded = reported(value * WHOLE, judge.quantum) / WHOLE
    complete = empty.window.end <= period.end
    judged = evolve(empty, value=value, judged=rounded, met=met, complete=complete, by_rule=by_rule)
    if met is None and rounded is not None and judge.target is not None:
        return evolve(judged, met=meets(rounded, judge.target))
    return judged
