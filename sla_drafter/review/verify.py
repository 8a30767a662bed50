"""Is this what was drafted? The words that a reader of a file sees, compared with the words of the paper.

White space does not count, every other letter does (after Unicode normalisation, NFC). When the words differ, each
difference is named: the clause, the words drafted and the words read, with their neighbours.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sla_drafter.document.nodes import Document
from sla_drafter.document.number import numbers
from sla_drafter.document.printed import Passage, passages
from sla_drafter.document.walk import sections_of, words_of
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.values import frozen

_NEIGHBOURS = 5
_LONGEST = 40
_NAMED = 6
_MEND = Mend("Write the file again from the agreement.")


@frozen
class Told:
    """The words that files are held against, how each clause is called, and where the words stand.

    `has` begins a quotation ("drafted"), `known` and `unknown` end a sentence ("which was drafted", "that was not").
    """

    passages: tuple[Passage, ...]
    names: Mapping[str, str]
    numbers: Mapping[str, str]
    has: str = "drafted"
    known: str = "was drafted"
    unknown: str = "was not drafted"

    @classmethod
    def by(cls, document: Document) -> Told:
        """The words of a paper."""
        counted = {name: number.words for name, number in numbers(document).items()}
        return cls(passages(document), clause_names(document), counted)

    @classmethod
    def in_file(cls, file: str, read: Sequence[Passage]) -> Told:
        """The words that were read in another file: a clause is called by its id."""
        names = {passage.id: passage.id or "outside of the clauses" for passage in read}
        return cls(
            tuple(read), {"": "outside of the clauses", **names}, {}, f"{file} has", f"{file} has", f"{file} has not"
        )


@frozen
class _Word:
    """One word and the clause that it stands in."""

    words: str
    clause: str


def differences(document: Document, files: Mapping[str, Sequence[Passage]]) -> tuple[Finding, ...]:
    """Every difference between the words of a paper and what readers saw in its files, by name of the file."""
    return differences_from(Told.by(document), files)


def differences_from(told: Told, files: Mapping[str, Sequence[Passage]]) -> tuple[Finding, ...]:
    """Every difference between words that were told and what readers saw in files, by name of the file."""
    return tuple(finding for file, read in files.items() for finding in _compared(told, tuple(read), file))


def clause_names(document: Document) -> Mapping[str, str]:
    """How a person names each clause: its number and its title; "" is the paper outside of the clauses."""
    counted = numbers(document)
    names = {"": "outside of the clauses"}
    for story in document.stories:
        for section in sections_of(story.blocks):
            number = counted.get(section.id)
            kind = "clause " if number and number.kind == "clause" else ""
            title = " ".join(words_of(section.title).split())
            names[section.id] = " ".join(filter(None, (f"{kind}{number.words}" if number else "", title)))
    return names


def squeezed(words: str) -> str:
    """The words without white space, in one normal form."""
    return "".join(unicodedata.normalize("NFC", words).split())


def _stream(read: Iterable[Passage]) -> str:
    return squeezed(" ".join(passage.words for passage in read))


def _compared(told: Told, read: Sequence[Passage], file: str) -> Iterator[Finding]:
    if _stream(told.passages) == _stream(read):
        return
    if not any(passage.id for passage in read):
        yield from _words_differ(_words(told.passages), _words(read), file, told)
        return
    ours, theirs = _by_clause(told.passages), _by_clause(read)
    found = [*_missing(ours, theirs, file, told), *_added(ours, theirs, file, told)]
    counted = _counted_otherwise(ours, theirs, told) if found else {}
    for clause in ours.keys() & theirs.keys() - counted.keys():
        one, two = _words((Passage(clause, ours[clause]),)), _words((Passage(clause, theirs[clause]),))
        found.extend(_words_differ(one, two, file, told))
    order = {clause: position for position, clause in enumerate((*ours, *theirs))}
    yield from sorted(found, key=lambda finding: order[finding.clause])
    if counted:
        yield _renumbered(counted, file, told)
    if not found:
        yield _moved(told, read, file)


def _counted_otherwise(ours: dict[str, str], theirs: dict[str, str], told: Told) -> dict[str, str]:
    """The clauses whose words are the same behind another number, with that number."""
    found = {}
    for clause in ours.keys() & theirs.keys() & told.numbers.keys():
        number, one, two = squeezed(told.numbers[clause]), squeezed(ours[clause]), squeezed(theirs[clause])
        words = one.removeprefix(number)
        shown = two.removesuffix(words)
        if shown not in (number, two) and any(map(str.isdigit, shown)) and len(shown) <= len(number) + 2:
            found[clause] = shown
    return found


def _renumbered(counted: Mapping[str, str], file: str, told: Told) -> Finding:
    """The clauses that are counted otherwise because others are missing or were added."""
    pairs = [f"{told.numbers[clause]} is read as {counted[clause]}" for clause in told.numbers if clause in counted]
    shown = ", ".join(pairs[:_NAMED]) + (f" and {len(pairs) - _NAMED} more" if len(pairs) > _NAMED else "")
    message = f"{file} counts other clauses than {told.known.removeprefix('was ')}, so numbers differ: {shown}."
    return _finding("DOC-17", "numbers_differ", message, "", {})


def _by_clause(read: Iterable[Passage]) -> dict[str, str]:
    """The words of each clause; what a clause says in several passages is put together."""
    found: dict[str, str] = {}
    for passage in read:
        found[passage.id] = f"{found[passage.id]} {passage.words}" if passage.id in found else passage.words
    return found


def _missing(ours: dict[str, str], theirs: dict[str, str], file: str, told: Told) -> Iterator[Finding]:
    for clause, words in ours.items():
        if clause not in theirs:
            message = f"{file} lacks {told.names[clause]}, which {told.known}: {_short(words)}"
            yield _finding("DOC-03", "clause_missing", message, clause, told.names)


def _added(ours: dict[str, str], theirs: dict[str, str], file: str, told: Told) -> Iterator[Finding]:
    for clause, words in theirs.items():
        if clause not in ours:
            message = f"{file} has a clause {clause!r} that {told.unknown}: {_short(words)}"
            yield _finding("DOC-04", "clause_added", message, clause, {})


def _moved(told: Told, read: Sequence[Passage], file: str) -> Finding:
    """The first clause that stands elsewhere: all words are there, their order is another."""
    ours, theirs = [passage.id for passage in told.passages], [passage.id for passage in read]
    pairs = ((one, two) for one, two in zip(ours, theirs, strict=False) if one != two)
    one, two = next(pairs, (ours[-1], theirs[-1]))
    drafted, found = told.names[one], told.names[two]
    message = f"{file} has every clause, but in another order: {drafted} {told.known} where {found} is read."
    return _finding("DOC-05", "clauses_moved", message, one, told.names)


def _finding(rule: str, name: str, message: str, clause: str, names: Mapping[str, str]) -> Finding:
    named = names.get(clause, "") if clause else ""
    return Finding(rule, name, Severity.ERROR, message, clause=clause, clause_words=named, mend=_MEND)


def _short(words: str) -> str:
    first = words.split()
    return f'"{" ".join(first[:_LONGEST])}{" …" if len(first) > _LONGEST else ""}"'


def _words(read: Iterable[Passage]) -> list[_Word]:
    return [_Word(word, passage.id) for passage in read for word in unicodedata.normalize("NFC", passage.words).split()]


def _words_differ(ours: list[_Word], theirs: list[_Word], file: str, told: Told) -> Iterator[Finding]:
    """Each run of words that was drafted otherwise than it is read; a run that differs in white space only is equal."""
    start = _same(ours, theirs)
    end = _same(ours[start:][::-1], theirs[start:][::-1])
    one, two = ([word.words for word in words[start : len(words) - end]] for words in (ours, theirs))
    for kind, first, last, begun, ended in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind == "equal" or "".join(one[first:last]) == "".join(two[begun:ended]):
            continue
        at = min(start + first, len(ours) - 1)
        clause = ours[at].clause if ours else ""
        drafted = _near([word.words for word in ours], start + first, start + last)
        read = _near([word.words for word in theirs], start + begun, start + ended)
        message = f"{file}, {told.names[clause]}: {told.has} {drafted}; read {read}"
        yield _finding("DOC-02", "words_differ", message, clause, told.names)


def _same(ours: Sequence[_Word], theirs: Sequence[_Word]) -> int:
    """How many words are the same from the start."""
    count = 0
    for one, two in zip(ours, theirs, strict=False):
        if one.words != two.words:
            break
        count += 1
    return count


def _near(words: Sequence[str], first: int, last: int) -> str:
    """A run of words with its neighbours, in quotation marks; a long run is cut in its middle."""
    run = list(words[first:last])
    if len(run) > _LONGEST:
        run = [*run[: _LONGEST // 2], "…", *run[-_LONGEST // 2 :]]
    before, after = words[max(0, first - _NEIGHBOURS) : first], words[last : last + _NEIGHBOURS]
    cut = ("…" if first > _NEIGHBOURS else "", "…" if last + _NEIGHBOURS < len(words) else "")
    return f'"{" ".join(filter(None, (cut[0], *before, *run, *after, cut[1])))}"'
