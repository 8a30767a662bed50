"""The words of a clause changed, and its version does not say how much."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.shelf import Shelf, clause_file
from sla_drafter.lints.versions import VERSION, change, numbers

RULE = Rule(
    code="LIB-12",
    name="changed_without_version",
    severity=Severity.ERROR,
    checks=(
        "Words that differ from those that were accepted have a new version: major where slots, references, figures, "
        "duties or rights differ, minor where other words do, patch where punctuation or spelling does."
    ),
    why="Drafts name clauses by version; whoever approved 1.0.0 has to be told that it says something else now.",
    bad="version: 1.0.0, and “may” has become “shall”",
    good="version: 2.0.0, then sla-drafter clauses check --accept",
    source="Versions by meaning; the grades are defined in sla_drafter/lints/versions.py.",
    reads=Reads.LIBRARY,
)


def find(shelf: Shelf) -> Iterator[Finding]:
    for clause in shelf.clauses:
        changed, accepted = change(clause), clause.fingerprints.get(VERSION, "")
        if changed is None:
            continue
        needed = changed.grade.next_version(accepted)
        if numbers(clause.version) < numbers(needed):
            yield RULE.finding(
                f"{clause.id}: {', '.join(changed.texts)} changed since version {accepted}: "
                f"a {changed.grade.name.lower()} change.",
                "version",
                clause=clause.id,
                places=(clause_file(clause),),
                mend=f"version: {needed}   (then sla-drafter clauses check --accept)",
            )
