"""What one value earns, in words: asked as it would be written in the agreement, answered as on a statement."""

from __future__ import annotations

from fractions import Fraction

from sla_drafter.attainment.earning import credited
from sla_drafter.attainment.instants import LENGTHS
from sla_drafter.attainment.promised import earned
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language import formats
from sla_drafter.language.distance import nearest
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Duration, Quantity
from sla_drafter.readers.agreement_file.figures import number, percent
from sla_drafter.readers.agreement_file.lengths import duration
from sla_drafter.readers.agreement_file.refused import Refused


def credit_words(agreement: Agreement, metric: str, value: str, language: str) -> str:
    """The credit that a value of a metric earns: an amount where a monthly fee is agreed, else a percentage."""
    try:
        found = earned(agreement, metric, _figure(agreement, metric, value.strip()))
    except (Impossible, Refused) as fault:
        raise Unreadable(
            f"no credit can be computed for {metric} at {value}", [_finding(agreement, metric, fault)]
        ) from fault
    if found.credit is None:
        return formats.cut_percent(found.percent, language)
    return formats.money(found.credit.amount, found.credit.currency, language, minor_units=True)


def _figure(agreement: Agreement, metric: str, words: str) -> Fraction:
    """The value in the unit of its metric: per cent, or what its target is in."""
    found: Metric | None = referent(agreement, "metrics", metric)
    border = found.target.value if found and found.target else None
    match border:
        case Duration():
            length = duration(words)
            if length.unit not in LENGTHS:
                raise Refused(f'"{words}" needs a calendar to be compared. Write hours, minutes or ms.')
            return Fraction(length.amount) * LENGTHS[length.unit]
        case Quantity(things=things):
            called = (name for _, name in things.by_language if words.endswith(name))
            return Fraction(number(words.removesuffix(next(called, "")).strip()))
        case _:
            return Fraction(percent(words).value)


def _finding(agreement: Agreement, metric: str, fault: Exception) -> Finding:
    known = credited(agreement)
    if metric in known:
        return Finding("FILE-03", "wrong_value", Severity.ERROR, str(fault), mend=Mend("99.42%"))
    near = nearest(metric, known) or known
    mend = Mend(f"one of: {', '.join(near)}") if near else Mend("credits: {ladders: {…}}   (as agreed)")
    message = f"There is no credit for {metric}."
    return Finding("FILE-04", "unknown_id", Severity.ERROR, message, field=f"credits.ladders.{metric}", mend=mend)
