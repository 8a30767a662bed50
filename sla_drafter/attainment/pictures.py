"""The pictures of a statement: availability of each day, cases in time by severity, the months before.

A picture says nothing by colour alone, and its alternative text says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sla_drafter.attainment.attained import SEVERITIES, Attained
from sla_drafter.attainment.by_day import by_day
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.spoken import Spoken, text
from sla_drafter.attainment.statement import Statement
from sla_drafter.attainment.trace import cut
from sla_drafter.document.nodes import Chart, Figure
from sla_drafter.language.typography import parted
from sla_drafter.model.scalars import Percent

_PLACES = 3


def day_picture(statement: Statement, one: Attained, spoken: Spoken) -> Figure | None:
    """The availability of each day of a month; None for what is open or not measured in time."""
    if not one.found.is_time or one.open:
        return None
    days = [(day, share) for day, share in by_day(statement.agreement, one) if share is not None]
    if not days:
        return None
    lowest, on = min((share, day) for day, share in days)
    message, name, border = spoken.words.message, spoken.name(one.metric), _border(one)
    below = sum(border is not None and share * WHOLE < border for _, share in days)
    percent = spoken.percent(Fraction(cut(lowest * WHOLE, _PLACES)))
    said = message("by_day", below, metric=name, day=spoken.date(on), lowest=percent)
    period, target = spoken.month(statement.period.first), spoken.target(one)
    alternative = message("by_day_alternative", period=period, said=said, target=target)
    chart = _chart([(str(day.day), share) for day, share in days], one, spoken)
    return Figure(chart, alternative, text(said))


def severity_picture(statement: Statement, spoken: Spoken) -> Figure | None:
    """The share of cases in time of each severity; None where no case was judged for good."""
    points = [
        (spoken.severity(one.metric.removeprefix(f"{SEVERITIES}.")), one.value)
        for one in statement.attained
        if _is_severity(one.metric) and one.value is not None and not one.open
    ]
    if not points:
        return None
    said = spoken.words.message("by_severity", values=_values(points, spoken))
    return Figure(_points(points), spoken.words.message("by_severity_alternative", said=said), text(said))


def trend_pictures(statement: Statement, spoken: Spoken) -> Iterator[Figure]:
    """Each metric month by month, where the measurements hold more than one month."""
    if len(statement.history) < 2:
        return
    for one in statement.attained:
        points = [
            (f"{month.first:%Y-%m}", value.judged)
            for month, values in statement.history
            for value in values
            if value.metric == one.metric and value.judged is not None and not value.open
        ]
        if len(points) < 2 or not one.is_share:
            continue
        said = spoken.words.message("trend_of", metric=spoken.name(one.metric), values=_values(points, spoken))
        alternative = spoken.words.message("trend_alternative", said=said, target=spoken.target(one))
        yield Figure(_chart(points, one, spoken), alternative, text(said))


def _is_severity(metric: str) -> bool:
    """Whether a metric is all times of a severity together; one of its times alone is no bar of that picture."""
    return metric.startswith(f"{SEVERITIES}.") and metric.count(".") == 1


def _chart(points: Sequence[tuple[str, Fraction]], one: Attained, spoken: Spoken) -> Chart:
    """The points against the target of a metric."""
    border = _border(one)
    if border is None:
        return _points(points)
    words = spoken.words.message("target_line", target=spoken.target(one))
    return _points(points, _plain(border / WHOLE), words)


def _points(points: Sequence[tuple[str, Fraction]], target: str = "", target_words: str = "") -> Chart:
    labels, values = tuple(label for label, _ in points), tuple(_plain(share) for _, share in points)
    return Chart(labels, values, "%", target, target_words)


def _plain(share: Fraction) -> str:
    """A share in per cent, as short as it can be written with three decimals."""
    short = format(cut(share * WHOLE, _PLACES), "f").rstrip("0")
    return short.removesuffix(".")


def _border(one: Attained) -> Fraction | None:
    border = one.target.value if one.target else None
    return Fraction(border.value) if isinstance(border, Percent) else None


def _values(points: Sequence[tuple[str, Fraction]], spoken: Spoken) -> str:
    said = [
        spoken.words.message("point_value", point=label, value=spoken.percent(Fraction(cut(share * WHOLE, _PLACES))))
        for label, share in points
    ]
    return parted(said, spoken.language)
