"""The baseline of `lint`: read, compared with, written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click
from attrs import evolve

from sla_drafter.cli.findings_text import of
from sla_drafter.cli.output import put
from sla_drafter.cli.status import Refused
from sla_drafter.cli.visible import visible

if TYPE_CHECKING:
    from sla_drafter.builder.linted import Linted
    from sla_drafter.findings import FileFindings
    from sla_drafter.lints.baseline import Baseline


def compared(files: Sequence[Linted], baseline: Path | None) -> list[Linted]:
    """The files with what the baseline knows marked as known; without a baseline as they are."""
    if baseline is None:
        return list(files)
    from sla_drafter.lints.baseline import loads

    try:
        known = loads(baseline.read_text(encoding="utf-8"), str(baseline))
    except FileNotFoundError as fault:
        hint = f"Write it first: sla-drafter lint FILE --write-baseline {baseline}"
        raise Refused(f"There is no baseline {baseline}. {hint}") from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise Refused(
            f"{baseline} cannot be read: {getattr(fault, 'strerror', '') or 'it is no UTF-8 text'}."
        ) from fault
    return [evolve(one, report=_marked(one.report, baseline, known, is_alone=len(files) == 1)) for one in files]


def _marked(file: FileFindings, baseline: Path, known: Baseline, *, is_alone: bool) -> FileFindings:
    """A file compared with what is known of it; of one that goes by another name, or by none, that is said."""
    path, typed = seen_from(baseline, Path(file.path)), file.path.as_posix()
    name = known.known_as(path, typed, is_alone=is_alone)
    if name not in (path, typed):
        how = f"is compared with {name} in" if name else "is not in"
        click.echo(f"{visible(typed)} {how} the baseline {visible(str(baseline))}.", err=True)
    return known.compared(file, name)


def seen_from(baseline: Path, file: Path) -> str:
    """The path of a file from the folder of a baseline, whoever stands where; the whole path from another drive."""
    home = baseline.resolve().parent if baseline.is_file() or not baseline.exists() else Path.cwd()
    try:
        return PurePath(os.path.relpath(file.resolve(), home)).as_posix()
    except ValueError:
        return file.resolve().as_posix()


def write_baseline(target: Path, files: Sequence[Linted]) -> None:
    """Write what was found as a baseline; a file that cannot be read cannot be one."""
    from sla_drafter.lints.baseline import Baseline

    for one in files:
        if one.refused:
            raise Refused(f"No baseline was written: {one.report.path} cannot be read.")
    known = {seen_from(target, Path(one.report.path)): one.report for one in files}
    put(target, Baseline.of(known).dumps())
    number = of(sum(len(one.findings) for one in known.values()), "finding")
    click.echo(f"{visible(str(target))} is written: it knows {number}.", err=True)
