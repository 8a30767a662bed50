"""Which files `lint` judges, and what is found in each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from sla_drafter.cli import clock
from sla_drafter.cli.status import CLEAN, FOUND, WRONG, Refused, failing
from sla_drafter.errors import FindingsError
from sla_drafter.findings import FileFindings

if TYPE_CHECKING:
    from sla_drafter.builder import Draft

ENDINGS = (".yaml", ".yml")
_AGREEMENT = re.compile(rb"^sla_drafter:.*^(?:kind|parties|services|metrics|extends):", re.MULTILINE | re.DOTALL)


@frozen
class Linted:
    """One file: what was found in it, and its draft, or the refusal of a file that cannot be read."""

    report: FileFindings
    draft: Draft | None = None
    refused: FindingsError | None = None

    def status(self, fail_on: str) -> int:
        """The exit status of this file alone."""
        if self.refused:
            return WRONG
        return FOUND if failing(self.report.findings, fail_on) else CLEAN


def agreements(files: Sequence[Path]) -> list[Path]:
    """The agreement files that are named, or that stand in a folder that is named, each once."""
    return list(dict.fromkeys(found for file in files for found in _found(file)))


def _found(file: Path) -> Iterator[Path]:
    if not file.is_dir():
        if not file.suffix and not file.exists():
            raise Refused(f"There is no file or folder {file}.")
        if file.suffix.lower() not in ENDINGS:
            raise Refused(
                f"{file} cannot be linted: an agreement file ends in {' or '.join(ENDINGS)}. "
                "The facts of a file drafted here come back with sla-drafter extract."
            )
        yield file
        return
    inside = sorted(path for path in file.rglob("*") if path.suffix.lower() in ENDINGS and _is_agreement(path, file))
    if not inside:
        raise Refused(
            f"There is no agreement file in {file}. An agreement file ends in {' or '.join(ENDINGS)} and begins with "
            "the line  sla_drafter: 1"
        )
    yield from inside


def _is_agreement(path: Path, folder: Path) -> bool:
    """Whether a file looks like an agreement; what stands in hidden folders belongs to somebody else."""
    if any(part.startswith(".") for part in path.relative_to(folder).parts) or not path.is_file():
        return False
    try:
        return bool(_AGREEMENT.search(path.read_bytes()))
    except OSError as fault:
        raise Refused(f"{path} cannot be read: {fault.strerror}.") from fault


def linted(file: Path) -> Linted:
    """What is found in one agreement file."""
    from sla_drafter.builder import Builder

    try:
        draft = Builder.from_file(file).draft(on=clock.today())
    except FindingsError as refused:
        return Linted(FileFindings(file, refused.findings, is_unreadable=True), refused=refused)
    return Linted(FileFindings(file, draft.findings), draft)
