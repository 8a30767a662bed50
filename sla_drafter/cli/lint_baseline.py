"""The baseline of `lint`: read, compared with, written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from sla_drafter.cli.output import put
from sla_drafter.cli.status import Refused

if TYPE_CHECKING:
    from sla_drafter.builder.linted import Linted


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
    return [evolve(one, report=known.compared(one.report)) for one in files]


def write_baseline(target: Path, files: Sequence[Linted]) -> None:
    """Write what was found as a baseline; a file that cannot be read cannot be one."""
    from sla_drafter.lints.baseline import Baseline

    for one in files:
        if one.refused:
            raise Refused(f"No baseline was written: {one.report.path} cannot be read.")
    put(target, Baseline.of([one.report for one in files]).dumps())
