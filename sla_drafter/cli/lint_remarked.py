"""`lint --to docx`: a copy of the Word file with each finding as a comment, with --fix its mend as a tracked change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli import clock
from sla_drafter.cli.findings_text import counts, of
from sla_drafter.cli.refusal import refusal_text
from sla_drafter.cli.status import Refused
from sla_drafter.cli.visible import visible

if TYPE_CHECKING:
    from sla_drafter.builder.linted import Linted

WORD = "docx"
_ENDING = f".{WORD}"


def check_copy(files: Sequence[Path], output: Path | None, shape: str) -> None:
    """Refuse a copy that cannot be: of no Word or agreement file, of several, without a name of its own."""
    from sla_drafter.readers.endings import AGREEMENTS

    known = (_ENDING, *AGREEMENTS)
    if len(files) != 1:
        raise Refused(f"--to docx comments one file at a time; these are {len(files)}. Name one of them.")
    (file,) = files
    if file.suffix.lower() not in known:
        raise Refused(
            f"--to docx comments Word files (.docx) and agreement files ({', '.join(AGREEMENTS)}); {file} is neither. "
            f"For its findings alone: sla-drafter lint {file}"
        )
    if output is None or output.suffix.lower() != _ENDING:
        found = f"{output} does not end in {_ENDING}." if output else "it has no name."
        raise Refused(f"--to docx writes a Word file; {found} Name it: -o {file.stem}_commented{_ENDING}")
    if shape != "text":
        raise Refused(f"--to docx writes comments, and --format {shape} a report. Ask for one of them at a time.")
    if output.exists() and file.exists() and output.samefile(file):
        raise Refused(f"{output} is read by this command and stays as it is. Name another file for the copy.")


def write_copy(linted: Linted, target: Path, *, changes: str, house: str | None, proposes: bool, force: bool) -> None:
    """Write the copy, and say what is in it; of a file that cannot be read, why there is none."""
    from sla_drafter.builder.remarked import remarked_file

    if linted.refused:
        click.echo(refusal_text(linted.refused))
        return
    copy = remarked_file(linted, target, changes=changes, on=clock.today(), house=house, proposes=proposes, force=force)
    changed = f" and {of(copy.changes, 'tracked change')}" if proposes else ""
    click.echo(
        f"{visible(str(target))} is written, with {of(len(copy.said), 'comment')}{changed}: {counts(copy.said)}."
    )
    if copy.has_facts:
        click.echo("In it, what the mends of facts change in the words of the paper is a tracked change.")
    private = len(linted.findings) - len(copy.said)
    if private:
        click.echo(f"{of(private, 'finding')} on private facts {'is' if private == 1 else 'are'} in no comment.")
