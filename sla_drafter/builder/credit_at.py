"""What one value earns, in words: asked as it would be written in the agreement, answered as on a statement."""

from __future__ import annotations

from fractions import Fraction

from sla_drafter.attainment.promised import earned
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language import formats
from sla_drafter.language.distance import nearest
from sla_drafter.model.agreement import Agreement
from sla_drafter.readers.agreement_file.figures import percent
from sla_drafter.readers.agreement_file.refused import Refused


def credit_words(agreement: Agreement, metric: str, value: str, language: str) -> str:
    """The credit that a value of a metric earns: an amount where a monthly fee is agreed, else a percentage."""
    try:
        found = earned(agreement, metric, Fraction(percent(value.strip()).value))
    except (Impossible, Refused) as fault:
        raise Unreadable(
            f"no credit can be computed for {metric} at {value}", [_finding(agreement, metric, fault)]
        ) from fault
    if found.credit is None:
        return formats.cut_percent(found.percent, language)
    return formats.money(found.credit.amount, found.credit.currency, language, minor_units=True)


def _finding(agreement: Agreement, metric: str, fault: Exception) -> Finding:
    ladders = [ladder.id for ladder in agreement.credits.ladders] if agreement.credits else []
    if metric in ladders:
        return Finding("FILE-03", "wrong_value", Severity.ERROR, str(fault), mend=Mend("99.42%"))
    near = nearest(metric, ladders) or ladders
    mend = Mend(f"one of: {', '.join(near)}") if near else Mend("credits: {ladders: {…}}   (as agreed)")
    message = f"There is no credit ladder for {metric}."
    return Finding("FILE-04", "unknown_id", Severity.ERROR, message, field=f"credits.ladders.{metric}", mend=mend)
