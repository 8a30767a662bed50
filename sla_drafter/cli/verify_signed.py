"""`verify --against SHEET`: is a file one of those that were signed off?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli.findings_alike import findings_texts
from sla_drafter.cli.findings_text import of
from sla_drafter.cli.status import CLEAN, FOUND, Refused
from sla_drafter.cli.visible import visible
from sla_drafter.findings import FileFindings

if TYPE_CHECKING:
    from sla_drafter.builder.sign_off import Recognised

ENDING = ".json"
_SHEET = ".sign-off"


def refuse_paper(against: Path, files: Sequence[Path]) -> None:
    """Refuse a paper to hold files against, with what would be right: the sheet for programs, or both papers."""
    from sla_drafter.readers.to_lint import is_paper

    if not is_paper(against):
        return
    if against.stem.endswith(_SHEET):
        right = against.with_suffix(ENDING)
        lost = (
            "" if right.is_file() else f" There is no {right.name} beside it now: ask for it where the sheet is from."
        )
        raise Refused(
            f"{against} is the sign-off sheet for people. Use the one for programs, which sign-off writes beside it: "
            f"--against {right}{lost}"
        )
    raise Refused(
        f"{against} is a paper; --against takes an agreement file (.yaml) or the sheet of a sign-off "
        f"({_SHEET}{ENDING}). To hold a file against a paper, name the paper first: "
        f"sla-drafter verify {against} {files[0]}"
    )


def verify_signed(files: Sequence[Path], against: Path, shape: str) -> int:
    """Print for each file whether it was signed off, and give the exit status. Raises `Unreadable`."""
    from sla_drafter.builder.sign_off import recognised

    sheet, found = recognised(files, against)
    lost = [one for one in found if one.findings]
    if shape == "json":
        click.echo(_json(found))
    else:
        signed = f"signed off on {visible(sheet.on)} by rules {visible(sheet.rules)}"
        not_so = f"{len(lost)} of {of(len(found), 'file')} not signed off"
        said = not_so if lost else "Every file is one that was signed off"
        click.echo("\n".join((f"Held against {visible(str(against))}, {signed}:", *map(_line, found), "", f"{said}.")))
    return FOUND if lost else CLEAN


def _line(one: Recognised) -> str:
    if one.findings:
        return "\n\n".join(findings_texts(one.findings))
    renamed = "" if one.signed_as == one.path.name else f" as {visible(one.signed_as)}"
    return f"  {visible(str(one.path))}  signed off{renamed}, SHA-256 {one.sha256}"


def _json(found: Sequence[Recognised]) -> str:
    from sla_drafter.writers.findings.json import write

    facts = [{"signed_off": not one.findings, "signed_as": one.signed_as, "sha256": one.sha256} for one in found]
    return write([FileFindings(one.path, one.findings) for one in found], facts).decode().rstrip()
