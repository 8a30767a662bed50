"""Is this what was drafted? Files read back and held against an agreement, against their own facts, or each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, field

from sla_drafter.builder.compose import Builder
from sla_drafter.builder.draft import Draft
from sla_drafter.builder.drafted_again import Drafts, Looks
from sla_drafter.builder.files import Printable, deviations, made_bytes, see
from sla_drafter.builder.opened import Asked, ReadFile, opened
from sla_drafter.document.beside import Beside
from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.document.index import values_of
from sla_drafter.document.nodes import Document
from sla_drafter.document.walk import words_of
from sla_drafter.errors import NotWritten, Unreadable
from sla_drafter.findings import Finding, Place
from sla_drafter.readers.agreement_file import written_facts
from sla_drafter.readers.carried import Carried
from sla_drafter.review.as_written import (
    BYTES_DIFFER,
    brochure_beside,
    bytes_differ,
    carried_print_differs,
    facts_damaged,
    house_elsewhere,
    house_may_differ,
    house_needed,
    is_other_paper,
    other_paper,
    other_print,
)
from sla_drafter.review.beside import (
    FILLED_IN,
    fingerprints_in,
    in_any_house,
    margins_differ,
    marks_differ,
    veils_differ,
)
from sla_drafter.review.sources import ClauseVersion, clauses_differ, facts_differ
from sla_drafter.review.verify import Told, differences_from
from sla_drafter.values import frozen

__all__ = ["Asked", "ReadFile", "VerifiedFile", "verify"]


@frozen(eq=False)
class VerifiedFile:
    """A file that was judged, with its bytes: what it was held against, its figures, and what deviates.

    `same_bytes` says whether it is byte for byte what is written today; None where the file deviates, so that its bytes
    were not held against anything, and where nothing could be written. `is_measure` is true for the first of files
    that carry no facts: the others are held against it, and it against nothing.
    """

    read: ReadFile = field(repr=False)
    against: str
    fingerprint: str
    clauses: int
    values: int
    same_bytes: bool | None
    findings: tuple[Finding, ...]
    is_measure: bool = False

    @property
    def path(self) -> Path:
        """Where it was read."""
        return self.read.path


def verify(paths: Sequence[Path], asked: Asked) -> tuple[VerifiedFile, ...]:
    """Each file with everything in which it is not what was drafted.

    Without an agreement a file is held against the facts that it carries, and one that carries none against the first
    of the others. Raises `Unreadable` for files that cannot be read, all at once, and where there is nothing to hold a
    file against.
    """
    files = opened(paths)
    drafts = Drafts(asked)
    if asked.against is None and not any(file.carried for file in files):
        return tuple(_beside_each_other(files))
    first = next((file for file in files if file.carried), files[0])
    return tuple(_verified(file, first, drafts) for file in files)


def _verified(file: ReadFile, first: ReadFile, drafts: Drafts) -> VerifiedFile:
    draft, looks = drafts.of(file, first), drafts.looks_of(file, first)
    paper: Printable = draft.brochure if file.is_brochure else draft
    against = str(drafts.asked.against or (first if file.carried is None else file).path)
    whose = "the facts that it carries" if against == str(file.path) else against
    if looks is Looks.ELSEWHERE and _is_inside_another(file):
        return _report(file, whose, paper.document, None, [house_needed(str(file.path))])
    if is_other_paper(paper.document, file.seen.passages):
        return _report(file, whose, None, None, [other_paper(str(file.path), words_of(paper.document.title))])
    judged = deviations(paper, file.ending, file.seen)
    found = [
        *(house_may_differ(judged) if looks is Looks.UNTOLD else judged),
        *_sources(file, first, draft, drafts.asked),
    ]
    written = _written(file, paper)
    if written is not None and written != file.data:
        found.extend(_drawn_otherwise(file, paper, written, looks, found))
    same = None if written is None or _deviates(found) else written == file.data
    return _report(file, whose, paper.document, same, found)


def _deviates(found: Sequence[Finding]) -> bool:
    return any(one.rule not in (BYTES_DIFFER, FILLED_IN) for one in found)


def _drawn_otherwise(
    file: ReadFile, paper: Printable, written: bytes, looks: Looks, known: Sequence[Finding]
) -> Iterator[Finding]:
    """What differs in a file beside its words from what is written today; at least that its bytes differ."""
    name, beside = str(file.path), file.seen.beside
    today = see(name, file.ending, written).beside
    held = (in_any_house(today), in_any_house(beside)) if looks is Looks.ELSEWHERE else (today, beside)
    around = tuple(_around(name, paper.document, *held))
    is_as_drafted = not known and not _deviates(around)
    yield from around
    if is_as_drafted:
        yield house_elsewhere(name) if looks is Looks.ELSEWHERE else bytes_differ(name, beside, today)


def _around(name: str, document: Document, today: Beside, found: Beside) -> Iterator[Finding]:
    yield from margins_differ(name, document.page_of, today, found)
    yield from veils_differ(document, name, today, found)


def _is_inside_another(file: ReadFile) -> bool:
    """Whether the clauses stand between the words of an agreement of one's own in Word."""
    told = file.carried.house if file.carried else None
    return file.ending == "docx" and told is not None and told.is_whole


def _report(
    file: ReadFile, against: str, document: Document | None, same: bool | None, found: Sequence[Finding]
) -> VerifiedFile:
    marks = fingerprints_in(file.seen.beside.foot)
    clauses = len({passage.id for passage in file.seen.passages} - {""})
    values = sum(1 for _ in values_of(document)) if document else 0
    placed = tuple(evolve(one, places=(Place(file.path, 1, 1, ""),)) for one in found)
    return VerifiedFile(file, against, marks[0] if marks else "", clauses, values, same, placed)


def _sources(file: ReadFile, first: ReadFile, draft: Draft, asked: Asked) -> Iterator[Finding]:
    """What the facts in a file say otherwise than the agreement, or than the first file that carries facts."""
    if file.carried is None:
        return
    name = str(file.path)
    if asked.against is not None:
        yield from _facts(file.carried, written_facts(draft.agreement), name, str(asked.against))
    elif first is not file and first.carried is not None and first.carried.agreement != file.carried.agreement:
        ours = Builder.from_text(first.carried.agreement, f"the facts of {first.path}").agreement
        yield from _facts(file.carried, written_facts(ours), name, str(first.path))
    right = fingerprint(draft.brochure.document if file.is_brochure else draft.document)
    yield from carried_print_differs(name, file.carried.fingerprint, right)
    today = [ClauseVersion(one.id, one.clause.version, one.fingerprint) for one in draft.clauses]
    yield from clauses_differ(today, _versions(file.carried), name)


def _facts(carried: Carried, ours: Mapping[str, str], file: str, whose: str) -> Iterator[Finding]:
    try:
        theirs = written_facts(Builder.from_text(carried.agreement, f"the facts of {file}").agreement)
    except Unreadable as damaged:
        yield facts_damaged(file, damaged.headline)
    else:
        yield from facts_differ(ours, theirs, file, whose)


def _versions(carried: Carried) -> Iterator[ClauseVersion]:
    for one in carried.envelope.get("clauses", ()):
        if isinstance(one, dict):
            yield ClauseVersion(*(str(one.get(name, "")) for name in ("id", "version", "fingerprint")))


def _written(file: ReadFile, paper: Printable) -> bytes | None:
    """What is written today in the house that is known; None where nothing can be."""
    try:
        return made_bytes(paper, file.ending, source=file.carried is not None)
    except NotWritten:
        return None


def _beside_each_other(files: Sequence[ReadFile]) -> Iterator[VerifiedFile]:
    """Files that carry no facts, all held against the first of them."""
    first, *others = files
    if not others:
        raise Unreadable(
            f"{first.path} carries no agreement facts, so there is nothing to hold it against. "
            "Name the agreement: --against agreement.yaml"
        )
    told = Told.in_file(str(first.path), first.seen.passages)
    own = marks_differ(told.names, str(first.path), others[0].seen.beside, first.seen.beside)
    yield evolve(_report(first, "", None, None, tuple(own)), is_measure=True)
    for file in others:
        yield _report(file, str(first.path), None, None, tuple(_beside(file, first, told)))


def _beside(file: ReadFile, first: ReadFile, told: Told) -> Iterator[Finding]:
    """In which a file is not the first one, where no facts say which of them is right."""
    name, measure = str(file.path), str(first.path)
    if file.is_brochure != first.is_brochure:
        yield brochure_beside(name, name if file.is_brochure else measure)
        return
    yield from differences_from(told, {name: file.seen.passages})
    yield from other_print(name, file.seen.beside, measure, first.seen.beside)
    yield from marks_differ(told.names, name, first.seen.beside, file.seen.beside)
