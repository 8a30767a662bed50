"""Which files `lint` judges, agreements and papers, and what is found in each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from sla_drafter.cli import clock
from sla_drafter.cli.status import CLEAN, FOUND, WRONG, Refused, failing, usual
from sla_drafter.errors import FindingsError
from sla_drafter.findings import FileFindings, Finding, Severity

if TYPE_CHECKING:
    from sla_drafter.builder import Draft

ENDINGS = (".yaml", ".yml")
PAPERS = (".docx", ".pdf", ".html", ".htm", ".md")
_AGREEMENT = re.compile(rb"^sla_drafter:.*^(?:kind|parties|services|metrics|extends):", re.MULTILINE | re.DOTALL)


@frozen
class Linted:
    """One file: what was found in it, and its draft, or the refusal of a file that cannot be read.

    `fail_on` is the mildest severity that fails it.
    """

    report: FileFindings
    draft: Draft | None = None
    refused: FindingsError | None = None
    fail_on: str = Severity.ERROR.value

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that make the command fail."""
        return failing(self.report.findings, self.fail_on)

    @property
    def status(self) -> int:
        """The exit status of this file alone."""
        if self.refused:
            return WRONG
        return FOUND if self.failing else CLEAN


def to_lint(files: Sequence[Path]) -> list[Path]:
    """The agreements and papers that are named, or that stand in a folder that is named, each once."""
    return list(dict.fromkeys(found for file in files for found in _found(file)))


def _found(file: Path) -> Iterator[Path]:
    if not file.is_dir():
        if not file.suffix and not file.exists():
            raise Refused(f"There is no file or folder {file}.")
        if file.suffix.lower() not in (*ENDINGS, *PAPERS):
            raise Refused(
                f"{file} cannot be linted: an agreement file ends in {' or '.join(ENDINGS)}, "
                f"a paper in {', '.join(PAPERS)}."
            )
        yield file
        return
    inside = sorted(path for path in file.rglob("*") if _is_linted(path, file))
    if not inside:
        raise Refused(
            f"There is no agreement file in {file}. An agreement file ends in {' or '.join(ENDINGS)} and begins with "
            f"the line  sla_drafter: 1. A paper ends in {', '.join(PAPERS[:2])}; name one that ends in "
            f"{', '.join(PAPERS[2:])} itself."
        )
    yield from inside


def _is_linted(path: Path, folder: Path) -> bool:
    """Whether a file of a folder is an agreement or a paper; what stands in hidden folders belongs to somebody else.

    Pages and Markdown are read when they are named: most of those in a folder are no agreements.
    """
    if any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts) or not path.is_file():
        return False
    return path.suffix.lower() in PAPERS[:2] or (path.suffix.lower() in ENDINGS and is_agreement(path))


def is_agreement(path: Path) -> bool:
    """Whether a file looks like an agreement."""
    try:
        return bool(_AGREEMENT.search(path.read_bytes()))
    except OSError as fault:
        raise Refused(f"{path} cannot be read: {fault.strerror}.") from fault


def linted(file: Path, changes: str, fail_on: str) -> Linted:
    """What is found in one file; `changes` says how the tracked changes of a Word file are read.

    `fail_on` is empty where the configuration of its house is asked.
    """
    try:
        return _paper(file, changes, fail_on) if file.suffix.lower() in PAPERS else _agreement(file, fail_on)
    except FindingsError as refused:
        return Linted(FileFindings(file, refused.findings, is_unreadable=True), refused=refused)


def _agreement(file: Path, fail_on: str) -> Linted:
    from sla_drafter.builder import Builder

    draft = Builder.from_file(file).configured().draft(on=clock.today())
    return Linted(FileFindings(file, draft.findings), draft, fail_on=fail_on or usual(draft.configuration))


def _paper(file: Path, changes: str, fail_on: str) -> Linted:
    from sla_drafter.lints.foreign import lint_foreign
    from sla_drafter.lints.known_rules import known_rules
    from sla_drafter.readers.configuration import configuration_near
    from sla_drafter.readers.foreign import Changes, read_document

    house = configuration_near(file, known_rules())
    found = lint_foreign(read_document(file, Changes(changes)), file, house)
    return Linted(FileFindings(file, found), fail_on=fail_on or usual(house))
