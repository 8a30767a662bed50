"""What a time of a severity is called on paper: "Cases of Severity 1 (Critical) answered in time"."""

from __future__ import annotations

from sla_drafter.assembly.speller import Speller
from sla_drafter.model.metrics import Severity
from sla_drafter.model.paths import referent

_SAID = {"response": "severity_answered", "restore": "severity_restored"}


def time_of_severity(value: str, speller: Speller) -> str:
    """The words of a path such as `severities.1.response`."""
    collection, number, time = value.split(".")
    severity: Severity | None = referent(speller.agreement, collection, number)
    name = severity.name.words(speller.language) if severity and severity.name else None
    called = speller.words.message("severity_called", number=number, name=name) if name else number
    return speller.words.message(_SAID[time], severity=called)
