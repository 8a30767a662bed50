"""Where findings stand in the agreement file; what a script set stands in none and is shown as it was set."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from sla_drafter.findings import Finding, worst_first
from sla_drafter.lints.engine import with_places
from sla_drafter.readers.agreement_file import Loaded


def placed(findings: Iterable[Finding], loaded: Loaded) -> tuple[Finding, ...]:
    """The findings with their places, worst first; one that has a place already keeps it."""
    return worst_first(finding if finding.places else _placed(finding, loaded) for finding in findings)


def _placed(finding: Finding, loaded: Loaded) -> Finding:
    """Only what the file says has a place in it, on either side of a contradiction."""
    given = loaded.given_at(finding.field)
    here = evolve(finding, also=tuple("" if loaded.given_at(path) else path for path in finding.also))
    (found,) = with_places([evolve(here, field="") if given else here], loaded.place_of)
    shown = "" if finding.field.startswith("private") else given
    return evolve(found, field=finding.field, also=finding.also, given=shown)
