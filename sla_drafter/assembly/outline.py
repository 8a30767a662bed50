"""Which outline an agreement follows: that of the first of its kinds that has one."""

from __future__ import annotations

from sla_drafter.errors import ClauseFault
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.library import Library, Outline


def outline_of(agreement: Agreement, library: Library) -> Outline:
    """The outline of the first kind that has one."""
    for kind in agreement.kind:
        if kind.id in library.outlines:
            return library.outlines[kind.id]
    known = ", ".join(library.outlines)
    given = ", ".join(kind.id for kind in agreement.kind)
    message = f"There is no outline for {given}." if given else "The agreement does not say its kind."
    finding = Finding("LIB-03", "no_outline", Severity.ERROR, message, field="kind", mend=Mend(f"kind: one of {known}"))
    raise ClauseFault(message, (finding,))
