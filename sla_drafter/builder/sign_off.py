"""Signs a draft off: at its strictest, with its files or those that are given, on one sheet; and knows them again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from attrs import evolve, field

from sla_drafter.builder.bare import BarePaper
from sla_drafter.builder.brochure import is_brochure
from sla_drafter.builder.compose import Builder
from sla_drafter.builder.draft import Draft
from sla_drafter.builder.files import made_files, placed_files, proven
from sla_drafter.builder.places import placed
from sla_drafter.builder.verified import Asked, VerifiedFile, verify
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Severity, worst_first
from sla_drafter.readers.carried import LARGEST
from sla_drafter.readers.house import load_house
from sla_drafter.readers.sign_off_sheet import Sheet, read_sheet
from sla_drafter.review.given import file_not_as_drafted, named_twice, unfinished_file
from sla_drafter.review.sign_off import Judged, SignOff, judge, signed_files
from sla_drafter.review.sign_off_document import sign_off_document
from sla_drafter.review.sign_off_tree import sign_off_tree
from sla_drafter.review.signed import not_signed_off, signed_as
from sla_drafter.values import frozen

PAPERS = ("docx", "pdf")
SHEET = ".sign-off"


@frozen(eq=False)
class Gate:
    """A draft before the gate, on a day: `given` are the bytes of files that exist already, as they were judged.

    Where none are given, files are drafted.
    """

    draft: Draft
    judged: Judged
    on: date
    agreement: Path
    given: Mapping[Path, bytes] = field(factory=dict, repr=False)

    @property
    def is_open(self) -> bool:
        """Whether nothing stands in the way of a sign-off."""
        return not self.judged.blocking

    def write(
        self, folder: Path, endings: Sequence[str], *, force: bool = False
    ) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Write the files of the draft, unless some were given, and the sheet; all of them or none.

        Gives the files that are signed off, then the three of the sheet. Raises `NotWritten`.
        """
        stem = self.agreement.stem
        made = {} if self.given else self._drafted([folder / f"{stem}.{ending}" for ending in endings])
        files = made or self.given
        named = signed_files({path.name: data for path, data in files.items()})
        signed = SignOff(self.draft, self.judged, self.draft.pages, self.on, self.agreement.name, named)
        sheet = BarePaper(sign_off_document(signed), load_house())
        papers = proven(sheet, [folder / f"{stem}{SHEET}.{ending}" for ending in PAPERS], source=False)
        tree = json.dumps(sign_off_tree(signed), ensure_ascii=False, indent=1)
        papers[folder / f"{stem}{SHEET}.json"] = f"{tree}\n".encode()
        placed_files({**made, **papers}, force=force)
        return tuple(files), tuple(papers)

    def _drafted(self, paths: Sequence[Path]) -> dict[Path, bytes]:
        short = self.draft.brochure if any(map(is_brochure, paths)) else None
        return made_files(self.draft, paths, source=True, brochure=short)


def gate(builder: Builder, agreement: Path, on: date, *, given: Sequence[Path] = (), house: str | None = None) -> Gate:
    """The draft judged at its strictest: every rule, and the files that are given as `verify` sees them.

    A file is signed off only if it is byte for byte what is drafted today: words that are covered or hidden by looks
    are in no other way seen for certain. What `verify` grades as a warning blocks too, and nobody can waive it.
    """
    draft = builder.draft(layout=False).judged(on=on, brochure=any(map(is_brochure, given)))
    judged = judge(draft, draft.findings, on)
    files = verify(given, Asked(agreement, house, builder.language or None, on)) if given else ()
    of_files = (*named_twice(given), *(one for file in files for one in _of_given(file, agreement)))
    blocking = worst_first((*placed(judged.blocking, draft.loaded), *of_files))
    return Gate(draft, evolve(judged, blocking=blocking), on, agreement, {one.path: one.read.data for one in files})


def _of_given(file: VerifiedFile, agreement: Path) -> Iterator[Finding]:
    """What keeps a file that is given from being signed off."""
    if file.read.is_unfinished:
        yield unfinished_file(file.path, agreement)
    blocking = [one for one in file.findings if one.severity is not Severity.INFO]
    yield from blocking
    if not file.same_bytes and not any(one.severity is Severity.ERROR for one in blocking):
        yield file_not_as_drafted(file.path, agreement)


@frozen
class Recognised:
    """A file held against a sheet: its SHA-256, and the name under which it was signed off or a finding."""

    path: Path
    sha256: str
    signed_as: str
    findings: tuple[Finding, ...]


def recognised(paths: Sequence[Path], sheet: Path) -> tuple[Sheet, tuple[Recognised, ...]]:
    """The sheet, and for each file whether it is one of those signed off. Raises `Unreadable`."""
    known = read_sheet(sheet)
    return known, tuple(_recognised(path, known) for path in paths)


def _recognised(path: Path, sheet: Sheet) -> Recognised:
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{path} is larger than {LARGEST // 1024 // 1024} MB; no agreement of ours is.")
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as fault:
        raise Unreadable(f"{path} cannot be read: {fault.strerror}.") from fault
    found = signed_as(sheet, sha256)
    return Recognised(
        path, sha256, found.name if found else "", () if found else (not_signed_off(path, sha256, sheet),)
    )
