"""A whole agreement authored in Word: numbers as the file counts them, and proof that each clause stands there.

Where the template has numbered words of its own, or places clauses one by one, Word counts them in its own order.
Such a file is written twice: the first says which number each clause gets, the second has the references to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve

from sla_drafter.document.nodes import Document, Inline, Reference, Story, Text
from sla_drafter.document.number import Number, numbers
from sla_drafter.document.printed import Passage, passages
from sla_drafter.document.rewrite import rewrite_blocks
from sla_drafter.errors import NotWritten
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.review.beside import beside_differs
from sla_drafter.review.judge import Seen
from sla_drafter.review.verify import Told, differences_from, squeezed

WORD, DATA = "docx", ("json", "ics")
_SECTION = "section."
_MEND = Mend("Write the file again; a template may have no words inside of a clause.")
_Write = Callable[[Document, Mapping[str, Number] | None], bytes]
_ReadNumbers = Callable[[bytes], Mapping[str, str]]


def refuse_other_formats(endings: Iterable[str]) -> None:
    """Raises `NotWritten` for files that would lack the words that stand in the Word template alone."""
    others = [ending for ending in endings if ending not in (WORD, *DATA)]
    if others:
        message = f"The house is a whole agreement in Word: {', '.join(others)} would lack the words that stand in it."
        finding = Finding("HOU-12", "word_alone", Severity.ERROR, message, mend=Mend("--to docx"))
        raise NotWritten("Nothing was written.", [finding])


def whole_file(document: Document, write: _Write, read_numbers: _ReadNumbers) -> tuple[bytes, Document]:
    """The bytes of the file, and the paper with its references as they stand there."""
    drafted = numbers(document)
    told = read_numbers(write(document, None))
    counted = {name: evolve(number, words=told.get(name, number.words)) for name, number in drafted.items()}
    renumbered = _renumbered(document, drafted, counted)
    return write(renumbered, counted), renumbered


def _renumbered(document: Document, drafted: Mapping[str, Number], counted: Mapping[str, Number]) -> Document:
    def change(inline: Inline) -> Iterable[Inline]:
        if isinstance(inline, Reference) and inline.target in drafted and inline.number == drafted[inline.target].words:
            return (evolve(inline, number=counted[inline.target].words),)
        return (inline,)

    stories = tuple(Story(story.kind, rewrite_blocks(story.blocks, change)) for story in document.stories)
    return evolve(document, stories=stories)


def whole_differs(document: Document, written: Seen, found: Seen) -> Iterator[Finding]:
    """Everything in which a file is not the whole agreement: `written` is what a reader sees in what is written today.

    The paper holds the clauses alone; the words around them stand in the template, so a file is held against both.
    """
    yield from _clauses_differ(document, written)
    told = Told(written.passages, {"": "outside of the clauses", **{one.id: one.id for one in _named(written)}}, {})
    yield from differences_from(told, {found.name: found.passages})
    yield from _astray(found)
    known = written.beside.marks
    others = evolve(found.beside, marks=tuple(mark for mark in found.beside.marks if mark not in known))
    around = evolve(document, stories=(), footer=(Text(written.beside.foot),))
    yield from beside_differs(around, found.name, others)


def _named(seen: Seen) -> Iterator[Passage]:
    return (one for one in seen.passages if one.id)


def _clauses_differ(document: Document, found: Seen) -> Iterator[Finding]:
    """The clauses of the paper that are not in the file word for word."""
    counted = numbers(document)
    read: dict[str, str] = {}
    for one in found.passages:
        read[one.id] = read.get(one.id, "") + squeezed(one.words)
    for one in passages(document):
        if not one.id or one.id.startswith(_SECTION) or _words(one.words, one.id, counted) in read.get(one.id, ""):
            continue
        message = f"{found.name}: the words of {one.id} differ."
        yield Finding("DOC-02", "words_differ", Severity.ERROR, message, mend=_MEND)


def _astray(found: Seen) -> Iterator[Finding]:
    """The references that show another number than they lead to."""
    for reference in found.references or ():
        if reference.computed is None or squeezed(reference.computed) != squeezed(reference.printed):
            message = f"{found.name} shows {reference.printed!r}, but it leads to {reference.computed or 'nothing'!r}."
            yield Finding("DOC-06", "reference_differs", Severity.ERROR, message, mend=_MEND)


def _words(drafted: str, name: str, counted: Mapping[str, Number]) -> str:
    """The words of a passage without its number, which the file counts by itself."""
    number = squeezed(counted[name].printed) if name in counted else ""
    return squeezed(drafted).removeprefix(number)
