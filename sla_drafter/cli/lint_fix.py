"""`lint --fix`: the safe mends are applied to agreement files, the others are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli import clock
from sla_drafter.cli.findings_text import of
from sla_drafter.cli.visible import visible
from sla_drafter.errors import FindingsError

if TYPE_CHECKING:
    from sla_drafter.findings import Finding


def fix(files: Iterable[Path], *, quietly: bool) -> None:
    """Mend what can be mended safely, and say what was done: on standard error where a program reads the report."""
    from sla_drafter.readers.to_lint import AGREEMENTS

    for file in files:
        if file.suffix.lower() in AGREEMENTS:
            for line in _fixed(file):
                click.echo(line, err=quietly)


def _fixed(file: Path) -> Iterator[str]:
    """What was mended in one file; one that cannot be read is left as it is, and the report says why."""
    from sla_drafter.builder import Builder
    from sla_drafter.builder.mended import mended
    from sla_drafter.readers.agreement_file.save import save

    try:
        builder = Builder.from_file(file).configured()
        done = mended(builder, clock.today())
    except FindingsError:
        return
    if done.applied:
        save(file, builder.loaded.text, done.builder.loaded.text)
        yield f"{visible(str(file))}: {of(len(done.applied), 'mend')} applied; the paper has the same words."
        yield from map(_line, done.applied)
    if done.to_decide:
        yield f"{visible(str(file))}: {of(len(done.to_decide), 'mend')} not applied, since somebody has to decide:"
        yield from map(_line, done.to_decide)


def _line(finding: Finding) -> str:
    mend = finding.mend.words if finding.mend else ""
    return f"  {finding.rule} {finding.name}  {visible(finding.field)}: {visible(mend)}"
