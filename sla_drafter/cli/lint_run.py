"""The run of `lint` over its files: with the cache of this person, and a bar at which a person sees how far it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from sla_drafter.cli import clock
from sla_drafter.cli.status import CLEAN, FOUND, WRONG
from sla_drafter.findings import Severity

if TYPE_CHECKING:
    from sla_drafter.builder.linted import Linted
    from sla_drafter.readers.lint_cache import Cache

_LONG = 20
"""Files from which on a run takes long enough for a bar."""


def found_in(
    files: Sequence[Path], changes: str, fail_on: str, *, cached: bool, house: str | None = None
) -> list[Linted]:
    """What is found in each file; `fail_on` is empty where the configuration of its house is asked."""
    from sla_drafter.builder.lint_files import How, linted_files

    todo = linted_files(files, How(changes, clock.today(), house=house), _cache() if cached else None)
    hidden = len(files) < _LONG or not sys.stderr.isatty()
    with click.progressbar(todo, len(files), "Linting", show_pos=True, file=sys.stderr, hidden=hidden) as bar:
        found = list(bar)
    return [evolve(one, fail_on=Severity(fail_on)) for one in found] if fail_on else found


def _cache() -> Cache:
    """The cache of this person, where programs of this system keep such things."""
    from sla_drafter.readers.lint_cache import Cache

    home = os.environ.get("XDG_CACHE_HOME", "")
    folder = Path(home) if Path(home).is_absolute() else Path.home() / ".cache"
    return Cache(folder / "sla_drafter" / "lint")


def status(linted: Linted) -> int:
    """The exit status of one file alone."""
    if linted.refused:
        return WRONG
    return FOUND if linted.failing else CLEAN
