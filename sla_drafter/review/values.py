"""Does every computed word of a paper stand in the file, as often as it was drafted and in its own clause?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sla_drafter.document.index import values_of
from sla_drafter.document.nodes import Document
from sla_drafter.document.printed import Passage, passages
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.review.verify import clause_names, squeezed


def values_missing(document: Document, read: Sequence[Passage], file: str = "the file") -> tuple[Finding, ...]:
    """The values that a file does not have where they were drafted; without ids of clauses, anywhere in the file."""
    known = any(passage.id for passage in read)
    ours, theirs = _streams(passages(document), known), _streams(read, known)
    if ours == theirs:
        return ()
    names = clause_names(document)
    found: list[Finding] = []
    values = ((clause, value.words, value.field) for clause, value in values_of(document))
    for clause, words, field in dict.fromkeys(values):
        place, sought = clause if known else "", squeezed(words)
        if sought and ours.get(place, "").count(sought) > theirs.get(place, "").count(sought):
            found.append(_finding(file, clause, words, field, names))
    return tuple(found)


def _streams(read: Sequence[Passage], known: bool) -> Mapping[str, str]:
    streams: dict[str, str] = {}
    for passage in read:
        name = passage.id if known else ""
        streams[name] = streams.get(name, "") + squeezed(passage.words)
    return streams


def _finding(file: str, clause: str, words: str, field: str, names: Mapping[str, str]) -> Finding:
    message = f'{file}, {names[clause]}: the value "{words}" is not there as often as it was drafted.'
    mend = Mend("Write the file again from the agreement.")
    named = names[clause] if clause else ""
    return Finding(
        "DOC-07", "value_missing", Severity.ERROR, message, field=field, clause=clause, clause_words=named, mend=mend
    )
