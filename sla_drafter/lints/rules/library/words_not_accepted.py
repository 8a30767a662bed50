"""Nobody has accepted the words of a clause as those of its version."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.shelf import Shelf, clause_file
from sla_drafter.lints.versions import VERSION, change

RULE = Rule(
    code="LIB-13",
    name="words_not_accepted",
    severity=Severity.INFO,
    checks="The fingerprints of each clause are those of its words in its version.",
    why="Without them nobody notices that a text changes under the same version.",
    bad="fingerprints: {}",
    good="sla-drafter clauses check --accept",
    source="Accepted text files: what is expected stands beside what is checked, and one flag accepts a change.",
    reads=Reads.LIBRARY,
)


def find(shelf: Shelf) -> Iterator[Finding]:
    for clause in shelf.clauses:
        if clause.fingerprints.get(VERSION) != clause.version or change(clause):
            yield RULE.finding(
                f"The words of {clause.id} {clause.version} are not accepted yet.",
                "fingerprints",
                clause=clause.id,
                places=(clause_file(clause),),
                mend="sla-drafter clauses check --accept",
            )
