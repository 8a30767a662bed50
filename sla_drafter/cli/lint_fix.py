"""`lint --fix`: the safe mends are applied to agreement files and Markdown, the others are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli import clock
from sla_drafter.cli.findings_text import of
from sla_drafter.cli.visible import visible
from sla_drafter.errors import FindingsError

if TYPE_CHECKING:
    from sla_drafter.builder.mended_text import Change
    from sla_drafter.findings import Finding

_MARKDOWN = ".md"


def fix(files: Iterable[Path], *, quietly: bool, copies: bool = False) -> None:
    """Mend what can be mended safely, and say what was done: on standard error where a program reads the report.

    Word, PDF and HTML files stay as they are. `copies` says that a Word copy takes up what they need.
    """
    from sla_drafter.readers.endings import AGREEMENTS

    others = []
    for file in files:
        ending = file.suffix.lower()
        if ending in AGREEMENTS or ending == _MARKDOWN:
            for line in _fixed(file, copies=copies) if ending in AGREEMENTS else _fixed_text(file):
                click.echo(line, err=quietly)
        else:
            others.append(file)
    if others and not copies:
        click.echo(_untouched(others), err=quietly)


def _untouched(files: Sequence[Path]) -> str:
    """What is said of files in which nothing is mended."""
    first = visible(str(files[0])) if len(files) == 1 else f"{len(files)} Word, PDF and HTML files"
    stay = "stays as it is" if len(files) == 1 else "stay as they are"
    word = next((file for file in files if file.suffix.lower() == ".docx"), None)
    offer = f" Mends as tracked changes in a copy: sla-drafter lint {word} --fix --to docx -o COPY.docx" if word else ""
    return f"{first} {stay}: --fix mends agreement files and Markdown.{offer}"


def _fixed_text(file: Path) -> Iterator[str]:
    """What was mended in one Markdown file; one that cannot be read is left as it is, and the report says why."""
    from sla_drafter.builder.mended_text import mended_text
    from sla_drafter.readers.agreement_file.save import save

    try:
        done = mended_text(file)
    except FindingsError:
        return
    name = visible(str(file))
    if done.is_ours:
        yield f"{name} stays as it is: it was drafted here, so its agreement is mended and it is drafted again."
    if done.applied:
        save(file, done.before, done.after)
        yield f"{name}: {of(len(done.applied), 'mend')} applied; every other word is as it was."
        yield from map(change_line, done.applied)
    if done.held:
        yield f"{name}: {of(len(done.held), 'safe mend')} not applied:"
        yield from map(change_line, done.held)
    if done.to_decide:
        yield f"{name}: {of(len(done.to_decide), 'mend')} not applied, since somebody has to decide:"
        yield from map(change_line, done.to_decide)


def change_line(change: Change) -> str:
    """One mend: its rule, the line in which it stands, the old and the new words, and why it was held back."""
    found, swap = change.finding, change.swap
    line = f"line {swap.line}: " if swap.line else ""
    held = f", held back: {change.held}" if change.held else ""
    return f"  {found.rule} {found.name}  {line}{visible(f'“{swap.words}” → “{swap.instead}”')}{held}"


def _fixed(file: Path, *, copies: bool) -> Iterator[str]:
    """What was mended in one file; one that cannot be read is left as it is, and the report says why."""
    from sla_drafter.builder import Builder
    from sla_drafter.builder.mended import mended
    from sla_drafter.readers.agreement_file.save import save

    try:
        builder = Builder.from_file(file).configured()
        done = mended(builder, clock.today())
    except FindingsError:
        return
    name = visible(str(file))
    if done.applied:
        save(file, builder.loaded.text, done.builder.loaded.text)
        yield f"{name}: {of(len(done.applied), 'mend')} applied; the paper has the same words."
        yield from map(_line, done.applied)
    if done.held:
        yield f"{name}: {of(len(done.held), 'safe mend')} not applied: the paper would change, or a rule find more:"
        yield from map(_line, done.held)
    if done.to_decide:
        there = " to the file" if copies else ""
        yield f"{name}: {of(len(done.to_decide), 'mend')} not applied{there}, since somebody has to decide:"
        yield from map(_line, done.to_decide)


def _line(finding: Finding) -> str:
    mend = finding.mend.words if finding.mend else ""
    return f"  {finding.rule} {finding.name}  {visible(finding.field)}: {visible(mend)}"
