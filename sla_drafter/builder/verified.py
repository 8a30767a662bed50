"""Is this what was drafted? Files read back and held against an agreement, against their own facts, or each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from attrs import define, evolve, field, frozen

from sla_drafter.builder.brochure import is_brochure
from sla_drafter.builder.compose import Builder
from sla_drafter.builder.draft import Draft
from sla_drafter.builder.files import Printable, deviations, made_bytes, see
from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.document.index import values_of
from sla_drafter.document.nodes import Document
from sla_drafter.errors import NotWritten, Unreadable
from sla_drafter.findings import Finding, Mend, Place, Severity
from sla_drafter.readers.agreement_file import written_facts
from sla_drafter.readers.carried import Carried, read_bytes, read_carried
from sla_drafter.review.beside import fingerprints_in, margins_differ
from sla_drafter.review.judge import Seen
from sla_drafter.review.sources import ClauseVersion, clauses_differ, facts_differ
from sla_drafter.review.verify import Told, differences_from

UNFINISHED = ".UNFINISHED"


@frozen(eq=False)
class ReadFile:
    """A file as it was read: what a reader sees in it, and the facts that it carries."""

    path: Path
    data: bytes
    seen: Seen
    carried: Carried | None

    @property
    def is_brochure(self) -> bool:
        """Whether it is a brochure, as the facts in it or its name say."""
        return self.carried.envelope.get("paper") == "brochure" if self.carried else is_brochure(self.path)

    @property
    def is_unfinished(self) -> bool:
        """Whether it is a copy for discussion, as the facts in it or its name say."""
        marked = bool(self.carried and self.carried.envelope.get("unfinished"))
        return marked or self.path.stem.endswith(UNFINISHED)

    @property
    def ending(self) -> str:
        """The kind of file: docx, pdf, html, md, json."""
        return _ending(self.path)


@frozen(eq=False)
class VerifiedFile:
    """A file that was judged, with its bytes: what it was held against, its figures, and what deviates.

    `same_bytes` says whether it is byte for byte what is written today; None where the file deviates, so that its bytes
    were not held against anything, and where nothing could be written.
    """

    read: ReadFile = field(repr=False)
    against: str
    fingerprint: str
    clauses: int
    values: int
    same_bytes: bool | None
    findings: tuple[Finding, ...]

    @property
    def path(self) -> Path:
        """Where it was read."""
        return self.read.path


@frozen(eq=False)
class Asked:
    """What to hold files against: an agreement file if one is named, the house and language they were drafted in."""

    against: Path | None = None
    house: str | None = None
    language: str | None = None
    on: date | None = None


def verify(paths: Sequence[Path], asked: Asked) -> tuple[VerifiedFile, ...]:
    """Each file with everything in which it is not what was drafted.

    Without an agreement a file is held against the facts that it carries, and one that carries none against the first
    of the others. Raises `Unreadable` for files that cannot be read, all at once, and where there is nothing to hold a
    file against.
    """
    files = _read(paths)
    drafts = _Drafts(asked)
    if asked.against is None and not any(file.carried for file in files):
        return tuple(_beside_each_other(files))
    first = next((file for file in files if file.carried), files[0])
    return tuple(_verified(file, first, drafts) for file in files)


def _ending(path: Path) -> str:
    ending = path.suffix.removeprefix(".").lower()
    return "html" if ending == "htm" else ending


def _read(paths: Sequence[Path]) -> tuple[ReadFile, ...]:
    found: list[ReadFile] = []
    refused: list[Finding] = []
    for path in paths:
        try:
            found.append(_opened(path))
        except Unreadable as fault:
            refused.extend(fault.findings or (_no_file(path, fault.headline),))
    if refused:
        raise Unreadable("Nothing was verified: not every file can be read", refused)
    return tuple(found)


def _no_file(path: Path, message: str) -> Finding:
    mend = Mend("Give a file that was drafted here.")
    return Finding("DOC-08", "file_unreadable", Severity.ERROR, message, places=(Place(path, 1, 1, ""),), mend=mend)


def _opened(path: Path) -> ReadFile:
    data = read_bytes(path)
    try:
        return ReadFile(path, data, see(str(path), _ending(path), data), read_carried(path, data))
    except Unreadable as fault:
        placed = [evolve(one, places=(Place(path, 1, 1, ""),)) for one in fault.findings]
        raise Unreadable(fault.headline, placed) from fault


@define(eq=False)
class _Drafts:
    """The drafts that files are held against, each made once."""

    asked: Asked
    _made: dict[tuple[str, str, bool, bool], Draft] = field(factory=dict)

    def of(self, file: ReadFile, source: ReadFile) -> Draft:
        """The draft that a file should be: of the agreement, or of the facts that it or another file carries."""
        carried = file.carried or source.carried
        envelope = carried.envelope if carried else {}
        text = carried.agreement if carried and self.asked.against is None else ""
        language = self.asked.language or (carried.language if carried else "")
        unfinished = bool(envelope.get("unfinished")) or file.is_unfinished
        wanted = (text, language, bool(envelope.get("with_dates")), unfinished)
        if wanted not in self._made:
            self._made[wanted] = self._draft(*wanted, file.path)
        return self._made[wanted]

    def _draft(self, text: str, language: str, with_dates: bool, unfinished: bool, path: Path) -> Draft:
        builder = (
            Builder.from_text(text, f"the facts of {path}")
            if self.asked.against is None
            else Builder.from_file(self.asked.against)
        )
        builder = builder.in_language(language) if language else builder
        builder = builder.with_dates() if with_dates else builder
        builder = builder.in_house(self.asked.house) if self.asked.house else builder
        draft = builder.draft(on=self.asked.on, layout=False)
        return draft.marked_unfinished() if unfinished else draft


def _verified(file: ReadFile, first: ReadFile, drafts: _Drafts) -> VerifiedFile:
    draft = drafts.of(file, first)
    paper: Printable = draft.brochure if file.is_brochure else draft
    found = [*deviations(paper, file.ending, file.seen), *_sources(file, first, draft, drafts.asked)]
    written = None if found else _written(file, paper)
    same = None if written is None else written == file.data
    if written is not None and not same:
        today = see(str(file.path), file.ending, written).beside
        found.extend(margins_differ(str(file.path), paper.document.page_of, today, file.seen.beside))
        same = None if found else same
        found = found or [_bytes_differ(file, written)]
    against = str(drafts.asked.against or (first if file.carried is None else file).path)
    own = against == str(file.path)
    return _report(file, "the facts that it carries" if own else against, paper.document, same, found)


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
    if file.carried.fingerprint != right:
        message = (
            f"{name} carries the fingerprint {file.carried.fingerprint or 'none'} in its facts; "
            f"that of the words drafted is {right}."
        )
        mend = Mend("Write the file again from the agreement.")
        yield Finding("DOC-09", "fingerprint_differs", Severity.ERROR, message, mend=mend)
    today = [ClauseVersion(one.id, one.clause.version, one.fingerprint) for one in draft.clauses]
    yield from clauses_differ(today, _versions(file.carried), name)


def _facts(carried: Carried, ours: Mapping[str, str], file: str, whose: str) -> Iterator[Finding]:
    try:
        theirs = written_facts(Builder.from_text(carried.agreement, f"the facts of {file}").agreement)
    except Unreadable as damaged:
        message = f"The facts that {file} carries were changed and are no agreement any more: {damaged.headline}."
        mend = Mend("Write the file again from the agreement.")
        yield Finding("DOC-19", "facts_damaged", Severity.ERROR, message, mend=mend)
    else:
        yield from facts_differ(ours, theirs, file, whose)


def _versions(carried: Carried) -> Iterator[ClauseVersion]:
    for one in carried.envelope.get("clauses", ()):
        if isinstance(one, dict):
            yield ClauseVersion(*(str(one.get(name, "")) for name in ("id", "version", "fingerprint")))


def _written(file: ReadFile, paper: Printable) -> bytes | None:
    """What is written today in the house that was asked for; None where nothing can be."""
    try:
        return made_bytes(paper, file.ending, source=file.carried is not None)
    except NotWritten:
        return None


def _bytes_differ(file: ReadFile, written: bytes) -> Finding:
    """The words are those drafted, the bytes are not; a page or PDF that is drawn otherwise may cover or hide words."""
    drawn = see(str(file.path), file.ending, written).beside.looks != file.seen.beside.looks
    hides = " It is drawn otherwise, which can cover or hide words: look at it." if drawn else ""
    message = (
        f"{file.path}: every word is as drafted, but the file is not byte for byte what is written here. Another "
        f"program saved it, it has another house style, or another version of sla-drafter wrote it.{hides}"
    )
    mend = Mend("--house NAME if it was drafted in another house style")
    return Finding("DOC-18", "bytes_differ", Severity.WARNING if drawn else Severity.INFO, message, mend=mend)


def _beside_each_other(files: Sequence[ReadFile]) -> Iterator[VerifiedFile]:
    """Files that carry no facts, all held against the first of them."""
    first, *others = files
    if not others:
        raise Unreadable(
            f"{first.path} carries no agreement facts, so there is nothing to hold it against. "
            "Name the agreement: --against agreement.yaml"
        )
    told = Told.in_file(str(first.path), first.seen.passages)
    yield _report(first, str(others[0].path), None, None, ())
    for file in others:
        found = differences_from(told, {str(file.path): file.seen.passages})
        yield _report(file, str(first.path), None, None, (*found, *_other_print(first, file)))


def _other_print(first: ReadFile, file: ReadFile) -> Iterator[Finding]:
    one, two = (fingerprints_in(each.seen.beside.foot) for each in (first, file))
    if one != two:
        message = (
            f"{file.path} says that its fingerprint is {', '.join(two) or 'none'}; that of {first.path} is "
            f"{', '.join(one) or 'none'}."
        )
        mend = Mend("--against the agreement says which of them is right")
        yield Finding("DOC-09", "fingerprint_differs", Severity.ERROR, message, mend=mend)
