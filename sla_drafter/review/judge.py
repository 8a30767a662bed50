"""A file judged against the paper that it should be: its words, its values, its numbers, and what stands beside them.

The same functions judge a file right after it was written, and one that is verified years later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_drafter.document.beside import Beside
from sla_drafter.document.nodes import Document
from sla_drafter.document.printed import Passage
from sla_drafter.findings import Finding
from sla_drafter.review.beside import beside_differs
from sla_drafter.review.references import CrossReference, references_differ
from sla_drafter.review.values import values_missing
from sla_drafter.review.verify import differences
from sla_drafter.values import frozen


@frozen
class Seen:
    """What a reader saw in a file; only a Word file computes its cross-references anew, others have none here."""

    name: str
    passages: tuple[Passage, ...]
    beside: Beside
    references: Sequence[CrossReference] | None = None


def judged(document: Document, seen: Seen) -> Iterator[Finding]:
    """Everything in which a file is not the paper; the values of a clause that is missing are not said again.

    Where all words are there in their order, a value is looked for in all of them: another program that saved the file
    may have lost the marks at which clauses begin.
    """
    found = differences(document, {seen.name: seen.passages})
    missing = {finding.clause for finding in found if finding.name == "clause_missing"}
    yield from found
    read = seen.passages if found else [Passage("", passage.words) for passage in seen.passages]
    yield from (one for one in values_missing(document, read, seen.name) if one.clause not in missing)
    if seen.references is not None:
        yield from references_differ(document, seen.name, seen.references)
    yield from beside_differs(document, seen.name, seen.beside)
