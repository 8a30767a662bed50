"""Leads a fault in the words of a paper back to the fact that the user wrote: there it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from sla_drafter.findings import Finding
from sla_drafter.lints.paper import Paper


def traced(findings: Iterable[Finding], paper: Paper) -> Iterator[Finding]:
    """The findings of a rule on words, each with the fact that says the quoted words; one fact is at fault once."""
    said: set[tuple[str, str]] = set()
    for finding in findings:
        one = finding if finding.field else evolve(finding, field=_field(finding, paper))
        if one.field and one.quote:
            if (one.field, one.quote) in said:
                continue  # a fact that is printed twice
            said.add((one.field, one.quote))
        yield one


def _field(finding: Finding, paper: Paper) -> str:
    """The path of the fact in the clause of a finding that says what is quoted; empty for the words of the clause."""
    quoted = finding.quote.rstrip(".;:")  # the point of a sentence may be the clause's
    values = paper.values_in.get(finding.clause, ()) if quoted else ()
    return next((value.field for value in values if quoted in value.words), "")
