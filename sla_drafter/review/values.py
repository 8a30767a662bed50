"""Does every computed word of a paper stand in the file, as often as it was drafted and in its own clause?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sla_drafter.document.index import clause_lines
from sla_drafter.document.nodes import Document, Value
from sla_drafter.document.printed import Passage, passages
from sla_drafter.document.walk import cover_lines, inlines_of
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.review.verify import clause_names, squeezed


def values_missing(document: Document, read: Sequence[Passage], file: str = "the file") -> tuple[Finding, ...]:
    """The values that a file does not have where they were drafted; without ids of clauses, anywhere in the file."""
    known = any(passage.id for passage in read)
    ours, theirs = _streams(passages(document), known), _streams(read, known)
    names = clause_names(document)
    found: list[Finding] = []
    for clause, words, field in dict.fromkeys(_values(document)):
        place = clause if known else ""
        lacking = ours.get(place, "").count(squeezed(words)) - theirs.get(place, "").count(squeezed(words))
        if lacking > 0:
            found.append(_finding(file, clause, words, field, names))
    return tuple(found)


def _values(document: Document) -> Iterator[tuple[str, str, str]]:
    lines = [("", line) for line in cover_lines(document)]
    lines += [found for story in document.stories for found in clause_lines(story.blocks)]
    for clause, line in lines:
        for inline in inlines_of(line):
            if isinstance(inline, Value) and squeezed(inline.words):
                yield clause, inline.words, inline.field


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
