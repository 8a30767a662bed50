"""A sector asks for something that the agreement does not say."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CMP-28",
    name="sector_incomplete",
    severity=Severity.ERROR,
    checks=(
        "Each clause and each fact that the profile of a stated sector names is there; for a critical "
        "function also its further clauses."
    ),
    why=("A supervised customer has to show that its contracts say these things; a gap is found by the supervisor."),
    bad="sectors: [dora]   (no data_location)",
    good=("services: {database: {sites: [London], data_location: the United Kingdom, critical_function: yes}}"),
    source="Profiles in clause_library/sectors, each with its source; nobody has reviewed them.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    stated = tuple(fact.path for fact in context.facts)
    critical = any(service.critical_function for service in context.agreement.services)
    for chosen in context.agreement.sectors:
        sector = context.draft.library.sectors[chosen.id]
        wanted = (*sector.clauses, *(sector.critical_clauses if critical else ()))
        for clause in wanted:
            if not context.covers(clause):
                yield RULE.finding(
                    f"{sector.names['en']} asks for the clause {clause}.",
                    f"clauses.{clause}.include",
                    mend=f"state its facts, or clauses: {{{clause}: yes}}",
                )
        for pattern in sector.facts:
            if not any(fnmatchcase(path, f"{pattern}*") for path in stated):
                yield RULE.finding(f"{sector.names['en']} asks for {pattern}.", pattern, mend=f"state {pattern}")
