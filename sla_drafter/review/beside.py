"""Is there anything in a file that was not drafted beside its words: another foot, a change, a remark, hidden words?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from attrs import evolve

from sla_drafter.document.beside import Beside, Margin, Mark, MarkKind, beside_of
from sla_drafter.document.fingerprint import LENGTH
from sla_drafter.document.nodes import Document
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.review.verify import clause_names, squeezed

_FINGERPRINT = compiled(rf"(?<![0-9a-f])[0-9a-f]{{{LENGTH}}}(?![0-9a-f])")
_LONGEST = 160
_NAMED = 6
FILLED_IN = "DOC-23"
_SHOWN = "shown as nothing"
_TAKING = (MarkKind.DELETED, MarkKind.HIDDEN, MarkKind.PROGRAM, MarkKind.MISLEADING)
_RULES: Mapping[MarkKind, tuple[str, str, str, str]] = {
    MarkKind.INSERTED: ("DOC-10", "change_in_file", "tracked words were put in", "Reject the change, or agree it."),
    MarkKind.DELETED: ("DOC-10", "change_in_file", "words are struck out", "Reject the change, or agree it."),
    MarkKind.HIDDEN: ("DOC-11", "words_hidden", "words are hidden", "Write the file again from the agreement."),
    MarkKind.REMARK: ("DOC-12", "remark_in_file", "there is a remark", "Settle the remark and take it out."),
    MarkKind.MISLEADING: (
        "DOC-22",
        "link_misleads",
        "a link is spelled as another address",
        "Write the file again from the agreement.",
    ),
    MarkKind.PROGRAM: ("DOC-13", "program_in_file", "there is a program", "Write the file again from the agreement."),
}


def beside_differs(document: Document, file: str, found: Beside) -> Iterator[Finding]:
    """What a file has beside its words and a paper has not; a paper that was made with changes may show changes."""
    expected = beside_of(document)
    if expected.foot and _in_a_row(expected.foot) not in _in_a_row(found.foot):
        yield _foot(file, expected.foot, found.foot)
    if not expected.marks:
        names = clause_names(document)
        yield from (_marked(file, mark, names) for mark in _joined(found.marks))


def margins_differ(file: str, page_of: str, expected: Beside, found: Beside) -> Iterator[Finding]:
    """Every place around the text that says other words than those of the file that is written today.

    `page_of` is the pattern of the page number: the number of pages may be another one.
    """
    ours, theirs = _by_words(page_of, expected.margins), _by_words(page_of, found.margins)
    drafted: dict[str, list[str]] = {}
    for (sort, _), margin in ours.items():
        drafted.setdefault(sort, []).extend(filter(None, [margin.words]))
    named: dict[str, list[Finding]] = {}
    for (sort, words), margin in theirs.items():
        if margin.filled and (sort, squeezed(margin.blank)) in ours:
            yield _filled_in(file, margin)
        elif (sort, words) not in ours:
            other = _margin(file, margin.place, " / ".join(drafted.get(sort, ())), margin.words)
            named.setdefault(margin.kind, []).append(other)
    read = {sort for sort, _ in theirs}
    for (sort, words), margin in ours.items():
        if words and sort not in read:
            named.setdefault(margin.kind, []).append(_margin(file, margin.place, margin.words, ""))
    for alike in named.values():
        yield from _first(file, alike, "what was drafted differs")


def veils_differ(document: Document, file: str, expected: Beside, found: Beside) -> Iterator[Finding]:
    """The words that the looks of a file hide or strike, and that are not so in the file that is written today."""
    if found.looks == expected.looks and found.veiled == expected.veiled:
        return
    names = clause_names(document)
    meant: dict[tuple[MarkKind, str], str] = {}
    for mark in expected.veiled:
        meant[mark.kind, mark.clause] = meant.get((mark.kind, mark.clause), "") + squeezed(mark.words)
    told = {(mark.kind, mark.clause, squeezed(mark.words)) for mark in found.marks}
    new = [
        mark
        for mark in found.veiled
        if squeezed(mark.words) not in meant.get((mark.kind, mark.clause), "")
        and (mark.kind, mark.clause, squeezed(mark.words)) not in told
    ]
    for kind in MarkKind:
        named = [_marked(file, mark, names) for mark in _joined(mark for mark in new if mark.kind is kind)]
        yield from _first(file, named, _RULES[kind][2])


def _first(file: str, named: Sequence[Finding], said: str) -> Iterator[Finding]:
    """The first of many findings, and how many more there are."""
    yield from named[:_NAMED]
    for first in named[_NAMED : _NAMED + 1]:
        others = len(named) - _NAMED
        places = "1 other place" if others == 1 else f"{others} other places"
        yield evolve(first, message=f"{file}: {said} in {places}.", clause="", clause_words="")


def marks_differ(names: Mapping[str, str], file: str, expected: Beside, found: Beside) -> Iterator[Finding]:
    """What takes words or meaning from a file and not from another one: words struck out or hidden, programs."""
    meant: dict[MarkKind, str] = {}
    for mark in _taking(expected):
        meant[mark.kind] = meant.get(mark.kind, "") + squeezed(mark.words)
    new = (mark for mark in _taking(found) if squeezed(mark.words) not in meant.get(mark.kind, ""))
    yield from (_marked(file, mark, names) for mark in _joined(new))


def _taking(found: Beside) -> Iterator[Mark]:
    yield from (mark for mark in found.marks if mark.kind in _TAKING)
    yield from in_any_house(found).veiled


def in_any_house(found: Beside) -> Beside:
    """What of a file is the same in every house, so that it needs no house to be compared."""
    struck = tuple(mark for mark in found.veiled if mark.kind is MarkKind.DELETED)
    return evolve(found, margins=tuple(margin for margin in found.margins if margin.is_text), veiled=struck)


def _by_words(page_of: str, margins: Iterable[Margin]) -> Mapping[tuple[str, str], Margin]:
    """The first place of each sort that says the same, page numbers and the dots of a table of contents apart."""
    number = re.escape(squeezed(page_of)).replace(r"\{page\}", r"\d+").replace(r"\{pages\}", r"\d+")
    found: dict[tuple[str, str], Margin] = {}
    for margin in margins:
        words = re.sub(f"{number}$", "", squeezed(margin.words))
        found.setdefault((margin.sort, "" if set(words) <= {"."} else words), margin)
    return found


def _margin(file: str, place: str, expected: str, found: str) -> Finding:
    message = f'{file}, {place}: drafted "{expected[:_LONGEST]}"; read "{found[:_LONGEST]}"'
    mend = Mend("Write the file again, or give --house NAME if it was drafted in another house style.")
    return Finding("DOC-14", "foot_differs", Severity.ERROR, message, mend=mend)


def _filled_in(file: str, margin: Margin) -> Finding:
    """Somebody signed, or typed into a place that is there for it: no word of the agreement is another."""
    message = f'{file}, {margin.place} ({margin.blank.removesuffix(_SHOWN).strip()}) is filled in: "{margin.filled}"'
    mend = Mend("Nothing is to mend: keep the file as it is, and check a digital signature in a PDF program.")
    return Finding(FILLED_IN, "field_filled_in", Severity.INFO, message[: _LONGEST * 3], mend=mend)


def _joined(marks: Iterable[Mark]) -> Iterator[Mark]:
    """One mark for what a program wrote as several: runs that follow each other, of one kind, clause and author."""
    for _, run in groupby(marks, key=lambda mark: (mark.kind, mark.clause, mark.author)):
        first, *others = run
        yield evolve(first, words=" ".join((first.words, *(other.words for other in others))))


def fingerprints_in(words: str) -> tuple[str, ...]:
    """The fingerprints that stand in words, each once."""
    return tuple(dict.fromkeys(_FINGERPRINT.findall(words)))


def _in_a_row(foot: str) -> str:
    """The words of a foot without the signs between them: where a long one goes over two lines, a sign is left out."""
    return squeezed(foot).replace("\N{MIDDLE DOT}", "")


def _foot(file: str, expected: str, found: str) -> Finding:
    """The foot of the pages says title, version and fingerprint; the fingerprint is named where it is another one."""
    ours, theirs = fingerprints_in(expected), fingerprints_in(found)
    if ours != theirs[:1]:
        message = (
            f"{file} says at the foot of its pages that its fingerprint is {', '.join(theirs) or 'none'}; "
            f"that of the words drafted is {', '.join(ours)}."
        )
        mend = Mend("Write the file again from the agreement, or give the agreement that it was drafted from.")
        return Finding("DOC-09", "fingerprint_differs", Severity.ERROR, message, mend=mend)
    message = f'{file}, at the foot of its pages: drafted "{expected}"; read "{found[:_LONGEST]}"'
    return Finding("DOC-14", "foot_differs", Severity.ERROR, message, mend=Mend("Write the file again."))


def _marked(file: str, mark: Mark, names: Mapping[str, str]) -> Finding:
    rule, name, said, mend = _RULES[mark.kind]
    named = names.get(mark.clause, mark.clause)
    by = f" by {mark.author}" if mark.author else ""
    words = " ".join(mark.words.split())
    short = f"{words[:_LONGEST]} …" if len(words) > _LONGEST else words
    message = f'{file}, {named}: {said}{by}: "{short}"'
    clause = mark.clause if mark.clause in names else ""
    clause_words = named if clause else ""
    return Finding(rule, name, Severity.ERROR, message, clause=clause, clause_words=clause_words, mend=Mend(mend))
