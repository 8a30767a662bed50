"""Are the facts and clauses that a file carries those of the agreement? Facts are compared as they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.values import frozen

Facts = Mapping[str, str]
"""The facts of an agreement, each as it is written in a file, by its path."""


@frozen
class ClauseVersion:
    """Which text of the library a clause was drafted from."""

    id: str
    version: str
    fingerprint: str


def facts_differ(ours: Facts, theirs: Facts, file: str, whose: str) -> Iterator[Finding]:
    """The facts that a file carries otherwise than they stand elsewhere; `whose` says where ("the agreement")."""
    for path in sorted(ours.keys() | theirs.keys()):
        one, two = ours.get(path), theirs.get(path)
        if one == two:
            continue
        carried = f"carries {two}" if two is not None else "carries nothing"
        right = f"has {one}" if one is not None else "has nothing"
        message = f"{file} {carried} as {path}; {whose} {right}."
        mend = Mend("Write the file again from the agreement.")
        yield Finding("DOC-15", "facts_differ", Severity.ERROR, message, field=path, mend=mend)


def clauses_differ(ours: Iterable[ClauseVersion], theirs: Iterable[ClauseVersion], file: str) -> Iterator[Finding]:
    """The clauses that a file was drafted with and that the library has in other words today."""
    known = {clause.id: clause for clause in ours}
    for clause in theirs:
        today = known.get(clause.id)
        if today is not None and today.fingerprint != clause.fingerprint:
            message = (
                f"{file} was drafted with {clause.id} {clause.version} ({clause.fingerprint}); "
                f"this library has {today.version} ({today.fingerprint})."
            )
            mend = Mend("Verify it with the version of sla-drafter that drafted it, or draft it again.")
            yield Finding("DOC-16", "clause_text_differs", Severity.WARNING, message, clause=clause.id, mend=mend)
