"""The files of a draft: each format's writer, and its reader that proves what was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol

from sla_drafter.builder.brochure import is_brochure
from sla_drafter.builder.whole import WORD, refuse_other_formats, whole_differs, whole_file
from sla_drafter.document.calendar import Calendar
from sla_drafter.document.house import House
from sla_drafter.document.nodes import Document
from sla_drafter.document.printed import Passage
from sla_drafter.errors import NotWritten
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from sla_drafter.document.beside import Beside
    from sla_drafter.review.judge import Seen


class Printable(Protocol):
    """What can be written: a paper with its house, the source that its files carry, its PDF and its key dates."""

    @property
    def document(self) -> Document: ...
    @property
    def house(self) -> House: ...
    @property
    def source(self) -> bytes: ...
    @property
    def pdf(self) -> bytes: ...
    @property
    def calendar(self) -> Calendar: ...


@frozen
class Format:
    """One kind of file: the modules of its writer and its readers, by name, so that each is imported when used.

    `beside` is the reader of what stands beside the words: the foot of the pages, changes, remarks, hidden words.
    """

    writer: str
    reader: str
    beside: str


FORMATS: Mapping[str, Format] = {
    "docx": Format("sla_drafter.writers.docx", "sla_drafter.readers.docx", "sla_drafter.readers.docx.beside"),
    "pdf": Format("sla_drafter.writers.pdf", "sla_drafter.readers.pdf", "sla_drafter.readers.pdf_beside"),
    "html": Format("sla_drafter.writers.html", "sla_drafter.readers.html", "sla_drafter.readers.html_beside"),
    "md": Format("sla_drafter.writers.markdown", "sla_drafter.readers.markdown", "sla_drafter.readers.markdown_beside"),
    "json": Format("sla_drafter.writers.json", "sla_drafter.readers.draft_json", "sla_drafter.readers.draft_json"),
}

CALENDAR = "ics"
"""The ending of a calendar: it holds the key dates of a draft and none of its words."""


def written_files(
    draft: Printable, paths: Sequence[Path], *, force: bool, source: bool, brochure: Printable | None = None
) -> tuple[Path, ...]:
    """Make, prove and place the files of a draft, and of its brochure where there is one."""
    return placed_files(made_files(draft, paths, source=source, brochure=brochure), force=force)


def made_files(
    draft: Printable, paths: Sequence[Path], *, source: bool, brochure: Printable | None = None
) -> dict[Path, bytes]:
    """The bytes of the files of a draft, and of its brochure where there is one, read back and compared with it."""
    refused = [_unknown(path) for path in paths if _ending(path) not in (*FORMATS, CALENDAR)]
    if refused:
        raise NotWritten("Nothing was written.", refused)
    short = [path for path in paths if brochure and is_brochure(path)]
    made = proven(draft, [path for path in paths if _ending(path) != CALENDAR and path not in short], source=source)
    if brochure:
        made |= proven(brochure, short, source=source)
    return made | {path: calendar_bytes(draft, path) for path in paths if _ending(path) == CALENDAR}


def placed_files(made: Mapping[Path, bytes], *, force: bool) -> tuple[Path, ...]:
    """Put files into their places: those of all of them are known good before one is changed."""
    from sla_drafter.writers.files import refusals, write_files

    by_folder: dict[Path, dict[str, bytes]] = {}
    for path, data in made.items():
        by_folder.setdefault(path.parent, {})[path.name] = data
    refused = [one for folder, files in by_folder.items() for one in refusals(folder, files, force)]
    if refused:
        raise NotWritten("Nothing was written.", refused)
    return tuple(one for folder, files in by_folder.items() for one in write_files(folder, files, force=force))


def _made(draft: Printable, ending: str, *, source: bool) -> bytes:
    """The bytes of a draft in one format; when it has none, the formats that can be had without it are named."""
    try:
        return made_bytes(draft, ending, source=source)
    except NotWritten as refused:
        others = ",".join(other for other in FORMATS if other != ending)
        message = f"Nothing was written: the {ending.upper()} cannot be made. The other formats can: --to {others}"
        raise NotWritten(message, refused.findings) from refused


def made_bytes(draft: Printable, ending: str, *, source: bool = True) -> bytes:
    """The bytes of a draft in one format."""
    if ending == "pdf" and source:
        return draft.pdf
    if ending == WORD and draft.house.is_whole:
        return _whole(draft, source=source)[0]
    write: Callable[..., bytes] = import_module(FORMATS[ending].writer).write
    return write(draft.document, draft.house, draft.source if source else None)


def _whole(draft: Printable, *, source: bool) -> tuple[bytes, Document]:
    """The Word file of a house that is an agreement of its own, and the paper as it is numbered there."""
    from sla_drafter.readers.docx import read_numbers
    from sla_drafter.writers.docx import write

    house, carried = draft.house, draft.source if source else None
    if not house.renumbers:
        return write(draft.document, house, carried), draft.document
    return whole_file(draft.document, lambda paper, counted: write(paper, house, carried, counted), read_numbers)


def proven(draft: Printable, paths: Sequence[Path], *, source: bool) -> dict[Path, bytes]:
    """The bytes of a draft for each path, read back and compared with it."""
    if draft.house.is_whole:
        refuse_other_formats(map(_ending, paths))
    made = {path: _made(draft, _ending(path), source=source) for path in paths}
    _prove(draft, made)
    return made


def calendar_bytes(draft: Printable, path: Path) -> bytes:
    """The bytes of the calendar of key dates, read back and compared; a draft without a date has none."""
    from sla_drafter.readers.ics import read_calendar
    from sla_drafter.writers.ics import write

    calendar = draft.calendar
    if not calendar.events:
        message = f"{path}: the agreement has no date that could be in a calendar."
        mend = Mend("term: {effective: 2027-01-01, initial: 24 months}   (as agreed)")
        raise NotWritten("Nothing was written.", [Finding("OUT-07", "no_date", Severity.ERROR, message, mend=mend)])
    data = write(calendar)
    if read_calendar(data) != calendar:
        message = f"{path}: the dates of the calendar are not those of the draft."
        mend = Mend("Write the file again from the agreement.")
        raise NotWritten(
            "Nothing was written.", [Finding("DOC-02", "words_differ", Severity.ERROR, message, mend=mend)]
        )
    return data


def read_back(ending: str, data: bytes) -> tuple[Passage, ...]:
    """What a reader of the file sees, passage by passage."""
    read: Callable[[bytes], tuple[Passage, ...]] = import_module(FORMATS[ending].reader).read_passages
    return read(data)


def see(name: str, ending: str, data: bytes) -> Seen:
    """What a reader of a file sees: its words, what stands beside them, and the numbers that Word will compute."""
    from sla_drafter.review.judge import Seen

    beside: Callable[[bytes], Beside] = import_module(FORMATS[ending].beside).read_beside
    references = None
    if ending == "docx":
        from sla_drafter.readers.docx import read_references

        references = read_references(data)
    return Seen(name, read_back(ending, data), beside(data), references)


def deviations(draft: Printable, ending: str, seen: Seen) -> Iterator[Finding]:
    """Everything in which a file is not the draft: judged alike right after it was written and when it is verified."""
    from sla_drafter.review.judge import judged

    if ending == WORD and draft.house.is_whole:
        data, paper = _whole(draft, source=False)
        yield from whole_differs(paper, see(seen.name, WORD, data), seen)
    else:
        yield from judged(draft.document, seen)


def _prove(draft: Printable, made: Mapping[Path, bytes]) -> None:
    """Read every file back and judge it against the paper."""
    seen = ((_ending(path), see(str(path), _ending(path), data)) for path, data in made.items())
    found = [finding for ending, one in seen for finding in deviations(draft, ending, one)]
    if found:
        raise NotWritten("Nothing was written: what was read back is not what was drafted.", found)


def _ending(path: PurePath) -> str:
    return path.suffix.removeprefix(".").lower()


def _unknown(path: Path) -> Finding:
    known = ", ".join((*FORMATS, CALENDAR))
    message = f"{path}: nobody writes files that end in {path.suffix or 'nothing'}."
    return Finding("OUT-01", "unknown_format", Severity.ERROR, message, mend=Mend(f"one of {known}"))
