"""Our work against its peers: `python -m tests.bench [rounds]` prints ratios of one run, everything in turn.

A time proves nothing on another machine, a ratio does. Each round does every work once, one after the other, so that a
busy minute disturbs all of them alike; what is compared is the median. A year of a million outages and one of a million
cases follow, once, each in a process whose time and memory are taken.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path

from attrs import frozen

from sla_drafter.builder import Builder
from sla_drafter.builder.files import made_bytes
from sla_drafter.document.printed import passages
from tests.bench import long, year
from tests.bench.measured import outages_file, plain_script, read_outages
from tests.bench.peers import docxtpl_render, platypus_render

ROUNDS, LONG_ROUNDS = 15, 5
STARTER = "managed_database"


@frozen
class Comparison:
    """One line of the table: our work and what it is compared with."""

    title: str
    ours: str
    peer: str


COMPARISONS = (
    Comparison("facts to Word (select, fill, lint, write)", "facts to Word", "docxtpl"),
    Comparison("document to Word", "document to Word", "docxtpl"),
    Comparison("document to PDF (layout)", "document to PDF", "platypus"),
    Comparison("20,000 outages from CSV", "outages", "plain script"),
    Comparison("cold: sla-drafter --help", "help", "bare Python"),
)


def works(folder: Path) -> Mapping[str, Callable[[], object]]:
    """Every work of the benchmark by name, warmed up; its files stand in a folder."""
    builder = Builder.from_text(starter_text())
    draft = builder.build(layout=False)
    outages = outages_file(folder)
    found: Mapping[str, Callable[[], object]] = {
        "facts to Word": lambda: made_bytes(builder.build(layout=False), "docx"),
        "document to Word": lambda: made_bytes(draft, "docx"),
        "document to PDF": lambda: made_bytes(draft, "pdf", source=False),
        "docxtpl": docxtpl_render(draft.document, builder.house),
        "platypus": platypus_render(draft.document),
        "outages": read_outages(outages),
        "plain script": plain_script(outages),
        "help": lambda: python("-m", "sla_drafter", "--help"),
        "bare Python": lambda: python("-c", "pass"),
    }
    for work in found.values():
        work()
    words = sum(len(passage.words.split()) for passage in passages(draft.document))
    print(f"{STARTER}: {len(draft.clauses)} clauses, {words} words")
    return found


def starter_text() -> str:
    """The agreement of the benchmark as it stands in its file."""
    return (files("sla_drafter.templates") / "starters" / f"{STARTER}.yaml").read_text(encoding="utf-8")


def python(*arguments: str) -> None:
    """One fresh process."""
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def times(todo: Mapping[str, Callable[[], object]], rounds: int) -> Mapping[str, float]:
    """The median time of every work in milliseconds, all of them done in turn."""
    taken: dict[str, list[float]] = {name: [] for name in todo}
    for _ in range(rounds):
        for name, work in todo.items():
            start = time.perf_counter()
            work()
            taken[name].append(1000 * (time.perf_counter() - start))
    return {name: statistics.median(found) for name, found in taken.items()}


def main(rounds: int = ROUNDS) -> Mapping[str, float]:
    """Print the table, and give the ratios: how many times the peer's time is ours."""
    with tempfile.TemporaryDirectory() as folder:
        found = times(works(Path(folder)), rounds)
    ratios = {one.title: found[one.peer] / found[one.ours] for one in COMPARISONS}
    print(f"{'':44}{'ours':>10}{'peer':>10}   median of {rounds}, ms")
    for one in COMPARISONS:
        print(f"{one.title:44}{found[one.ours]:10.1f}{found[one.peer]:10.1f}   {ratios[one.title]:5.2f} x {one.peer}")
    return ratios


if __name__ == "__main__":
    long.main(Builder.from_text(starter_text()).draft(layout=False), LONG_ROUNDS)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    with tempfile.TemporaryDirectory() as place:
        year.main(Path(place), starter_text())
