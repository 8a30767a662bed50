"""Lints agreements and papers, one or thousands: on all cores, each once, and nothing again that has not changed.

What is found in a file travels between processes, and rests in the cache, as JSON.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sla_drafter.builder.linted import Linted, lint_file
from sla_drafter.findings import FileFindings, Finding, Mend, Place, Severity
from sla_drafter.readers.to_lint import to_lint
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from sla_drafter.readers.lint_cache import Cache

_WORTH_PROCESSES = 4
"""Files from which on further processes are worth their start."""


def lint(
    *paths: str | Path, changes: str = "accepted", on: date | None = None, house: str | None = None
) -> tuple[Linted, ...]:
    """What is wrong with agreement files and with anybody's papers; of a folder, with those in it and below.

    The files come in the order in which they are named, those of a folder by name. `changes` says whether the tracked
    changes of Word files are read as accepted or rejected, `on` is the day on which dates are judged, `house` the house
    style in which pages are counted. A file that cannot be read stands among the others and says why. Raises
    `SlaDrafterError` where there is nothing to lint, and `Unreadable` for a house that cannot be read.
    """
    if house:
        from sla_drafter.readers.house import load_house

        load_house(house)
    return tuple(linted_files(to_lint([Path(path) for path in paths]), How(changes, on, house=house)))


@frozen
class How:
    """How files are linted: the view of tracked changes, the day, the processes (None for all cores), the house."""

    changes: str = "accepted"
    on: date | None = None
    processes: int | None = None
    house: str | None = None

    @property
    def can_be_kept(self) -> bool:
        """Whether what is found holds for the next run too: a house of one's own may change in between."""
        if self.house is None:
            return True
        from sla_drafter.readers.house import house_names

        return self.house in house_names()

    def one(self, file: Path) -> Linted:
        """What is found in one file."""
        return lint_file(file, changes=self.changes, on=self.on, house=self.house)

    def packed(self, file: Path) -> str:
        """The same as JSON, from another process."""
        from sla_drafter.builder.kept import dumps

        return dumps(self.one(file))

    @property
    def words(self) -> str:
        """What besides a file decides what is found in it."""
        return f"{self.changes} {self.on or ''} {self.house or ''}"


def linted_files(files: Sequence[Path], how: How, cache: Cache | None = None) -> Iterator[Linted]:
    """What is found in each of these files, in their order, as soon as it is known."""
    cache = cache if how.can_be_kept else None
    known = {file: found for file in files if cache and (found := _known(file, how, cache))}
    todo = [file for file in files if file not in known]
    fresh = _in_processes(todo, how) if len(todo) >= _WORTH_PROCESSES and how.processes != 1 else map(how.one, todo)
    for file in files:
        if file in known:
            yield known[file]
            continue
        found = next(fresh)
        if cache:
            _keep(file, how, cache, found)
        yield found
    if cache and todo:
        cache.tidy()


def _keep(file: Path, how: How, cache: Cache, found: Linted) -> None:
    from sla_drafter.builder.kept import dumps

    cache.put(file, how.words, dumps(found))


def _known(file: Path, how: How, cache: Cache) -> Linted | None:
    from sla_drafter.builder.kept import loads

    text = cache.get(file, how.words)
    return loads(text) if text else None


def _in_processes(files: Sequence[Path], how: How) -> Iterator[Linted]:
    """What is found in each file, worked on by all cores.

    When one file ends the process that reads it, each file after it gets a process of its own, so that no other file is
    lost with it.
    """
    from concurrent.futures.process import BrokenProcessPool

    from sla_drafter.builder.kept import loads

    done = 0
    with _pool(how.processes) as pool:
        for one in [pool.submit(how.packed, file) for file in files]:
            try:
                found = loads(one.result())
            except BrokenProcessPool:
                break
            done += 1
            yield found
    yield from (_alone(file, how) for file in files[done:])


def _alone(file: Path, how: How) -> Linted:
    from concurrent.futures.process import BrokenProcessPool

    from sla_drafter.builder.kept import loads

    with _pool(1) as pool:
        try:
            return loads(pool.submit(how.packed, file).result())
        except BrokenProcessPool:
            message = "Reading it ended the program: it is damaged, or takes more memory than there is."
            mend = Mend("Open it in its own program, save it anew, and give that file.")
            places = (Place(file, 1, 1, ""),)
            finding = Finding("DOC-08", "file_unreadable", Severity.ERROR, message, places=places, mend=mend)
            report = FileFindings(file, (finding,), is_unreadable=True)
            return Linted(report, headline=f"{file} cannot be read")


def _pool(processes: int | None) -> ProcessPoolExecutor:
    """Processes that begin with everything that is loaded here, where the system can do that safely."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    how = get_context("fork" if sys.platform == "linux" else None)
    return ProcessPoolExecutor(processes, mp_context=how, initializer=_keep_prepared)


def _keep_prepared() -> None:
    """Lets a further process keep what it prepared: Python does not ask such a process what it does at its end."""
    from multiprocessing.util import Finalize

    from sla_drafter.language.prepared import keep

    Finalize(None, keep, exitpriority=0)
