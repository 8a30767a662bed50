"""The sums of a draft in a few lines: allowed downtime, the worked example with its clause, the dates not to miss."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from sla_drafter.cli.visible import visible

if TYPE_CHECKING:
    from sla_drafter.attainment.worked_example import WorkedExample
    from sla_drafter.builder import Draft
    from sla_drafter.model.metrics import Metric

LANGUAGE = "en"
_SHOWN = 30


def sums(draft: Draft) -> Iterator[str]:
    """The lines of a draft that has something to compute."""
    yield from _allowed(draft)
    yield from _example(draft)
    yield from _dates(draft)


def _allowed(draft: Draft) -> Iterator[str]:
    """Allowed downtime: Availability 99.9%: 43 min 12 s down allowed in a 30-day month."""
    from sla_drafter.attainment.worked_example import allowed
    from sla_drafter.language import formats

    for _, found in groupby(allowed(draft.agreement), key=lambda one: one.metric.id):
        windows = list(found)
        shown = [one for one in windows if one.days >= _SHOWN][:2] or windows[:2]
        lengths = [f"{formats.hms(one.downtime, LANGUAGE)}{{}} in a {_window(one.days, one.metric)}" for one in shown]
        said = ", ".join(text.format(" down allowed" if not place else "") for place, text in enumerate(lengths))
        target = formats.percent(shown[0].target.value, LANGUAGE)
        yield f"{_called(draft, windows[0].metric.id)} {target}: {said}."


def _window(days: int, metric: Metric) -> str:
    is_month = metric.window is not None and metric.window.kind.id.endswith("_month")
    return f"{days}-day {'month' if is_month else 'window'}"


def _example(draft: Draft) -> Iterator[str]:
    """The worked example: 3 h down in April 2027 = 99.583...% = 10% of GBP 12,000 = GBP 1,200.00."""
    from sla_drafter.attainment.earning import clause_of
    from sla_drafter.attainment.worked_example import worked_example
    from sla_drafter.document.number import numbers
    from sla_drafter.language import formats

    found = worked_example(draft.agreement)
    place = numbers(draft.document).get(clause_of(draft.agreement, found.metric.id)) if found else None
    if found is None or place is None:
        return
    earned, fee, due = found.earned, found.earned.fee, found.earned.credit
    if fee is None or due is None:
        return
    value = _value(draft, found)
    if earned.reported != earned.value:
        value += f", rounded {formats.cut_percent(earned.reported, LANGUAGE)}"
    percent = formats.cut_percent(earned.percent, LANGUAGE)
    base = formats.cut_money(fee.amount, fee.currency, LANGUAGE).replace("…", "...")
    capped = " within the cap" if due != earned.amount else ""
    credit = formats.money(due.amount, due.currency, LANGUAGE, minor_units=True)
    steps = [_measured(draft, found, value), f"{percent} of {base}", f"{credit}{capped}"]
    yield f"Worked example, clause {place.words}: {' = '.join(steps)}."


def _value(draft: Draft, found: WorkedExample) -> str:
    """The value of the example in the unit of its target: 99.583...%, 42 ms, 3 outages."""
    from sla_drafter.language import formats
    from sla_drafter.model.scalars import Duration, Quantity

    match found.measured:
        case Duration(amount=amount, unit=unit):
            return formats.duration(amount, unit.value.replace(" ", "_"), LANGUAGE)
        case Quantity(amount=amount, things=things):
            return f"{formats.number(amount, LANGUAGE)} {visible(things.words(draft.document.language) or '')}".rstrip()
        case _:
            return formats.cut_percent(found.earned.value, LANGUAGE).replace("…", "...")


def _measured(draft: Draft, found: WorkedExample, value: str) -> str:
    from sla_drafter.attainment.usual_month import month_of_days
    from sla_drafter.language import formats

    if found.outage is None:
        return f"{_called(draft, found.metric.id)} {value}"
    first = month_of_days(draft.agreement, found.days)
    when = f"{formats.month(first.month, LANGUAGE)} {first.year}" if first else f"a {_window(found.days, found.metric)}"
    return f"{formats.hms(found.outage, LANGUAGE)} down in {when} = {value}"


def _dates(draft: Draft) -> Iterator[str]:
    """The dates not to miss: review by 1 July 2028; last day to give notice 1 November 2028 (60 clear days)."""
    from sla_drafter.attainment.dates import last_day_to_stop_renewal, reviews
    from sla_drafter.language import formats

    review = next(iter(reviews(draft.agreement)), None)
    notice = last_day_to_stop_renewal(draft.agreement)
    said = [f"review by {formats.date(review, LANGUAGE)}"] if review else []
    if notice:
        said.append(f"last day to give notice {_of_what(draft)} {formats.date(notice, LANGUAGE)} ({_counting(draft)})")
    if said:
        yield f"Dates: {'; '.join(said)}."


def _of_what(draft: Draft) -> str:
    term = draft.agreement.term
    return "of renewal" if term and term.renewal and term.renewal.id == "option" else "of non-renewal"


def _counting(draft: Draft) -> str:
    from sla_drafter.language import formats

    term, time = draft.agreement.term, draft.agreement.time
    length = term.non_renewal_notice if term else None
    if length is None:
        return ""
    spoken = formats.duration(length.amount, length.unit.value.replace(" ", "_"), LANGUAGE)
    if time and time.notice_days and time.notice_days.id == "excluding_first":
        return f"{spoken}, the first not counted"
    amount, _, unit = spoken.partition(" ")
    return f"{amount} clear {unit}"


def _called(draft: Draft, metric: str) -> str:
    """What a metric is called, or its id."""
    name = next((one.name for one in draft.agreement.metrics if one.id == metric), None)
    return visible((name.words(draft.document.language) if name else None) or metric)
