"""Our work against its peers: `python -m tests.bench [rounds]` prints ratios of one run, everything in turn.

A time proves nothing on another machine, a ratio does. Each round does every work once, one after the other, so that a
busy minute disturbs all of them alike; what is compared is the median. Every round is the agreement of another
customer, so nobody gains from having seen the same paper before. A year of a million outages and one of a million cases
follow, once, each in a process whose time and memory are taken.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import TypeVar

from attrs import frozen

from sla_drafter.builder import Builder
from sla_drafter.builder.files import made_bytes
from sla_drafter.document.printed import passages
from tests.bench import linear, lint, long, typst_pdf, year
from tests.bench.measured import outages_file, plain_script, read_outages
from tests.bench.peers import docxtpl_render, letterhead
from tests.bench.stock_pdf import platypus_render

ROUNDS, LONG_ROUNDS = 15, 5
NAMES = ("Wexcombe", "Łódź", "Ångström", "Quai Voltaire", "Jægersborg")
One = TypeVar("One")
STARTER = "managed_database"


@frozen
class Comparison:
    """One line of the table: our work and what it is compared with."""

    title: str
    ours: str
    peer: str


COMPARISONS = (
    Comparison("facts to Word, structure linted", "facts to Word", "docxtpl"),
    Comparison("facts to Word, words linted too", "facts and words to Word", "docxtpl"),
    Comparison("document to Word", "document to Word", "docxtpl"),
    Comparison("document to tagged PDF/UA and PDF/A", "document to PDF", "platypus"),
    Comparison("the same beside typst, its compiler kept", "document to PDF", "typst"),
    Comparison("document in the customer's Word template", "in their template", "docxtpl on theirs"),
    Comparison("20,000 outages from CSV", "outages", "plain script"),
    Comparison("cold: sla-drafter --help", "help", "bare Python"),
)


def works(folder: Path, rounds: int) -> Mapping[str, Callable[[], object]]:
    """Every work of the benchmark by name, warmed up, for so many rounds; its files stand in a folder."""
    builders = customers(len(NAMES))
    drafts = [builder.build(layout=False) for builder in builders]
    document, house = drafts[0].document, builders[0].house
    template = letterhead(folder)
    theirs = [builder.in_house(template).build(layout=False) for builder in builders]
    stock = [platypus_render(draft.document, house) for draft in drafts]
    outages = outages_file(folder)
    found: dict[str, Callable[[], object]] = {
        "facts to Word": in_turn(builders, lambda one: made_bytes(one.build(layout=False, words=False), "docx")),
        "facts and words to Word": in_turn(builders, lambda one: made_bytes(one.build(layout=False), "docx")),
        "document to Word": in_turn(drafts, lambda one: made_bytes(one, "docx")),
        "document to PDF": in_turn(drafts, lambda one: made_bytes(one, "pdf", source=False)),
        "in their template": in_turn(theirs, lambda one: made_bytes(one, "docx")),
        "docxtpl": docxtpl_render(document, house),
        "docxtpl on theirs": docxtpl_render(theirs[0].document, theirs[0].house),
        "platypus": in_turn(stock, lambda one: one()),
        "outages": read_outages(outages),
        "plain script": plain_script(outages),
        "help": lambda: python("-m", "sla_drafter", "--help"),
        "bare Python": lambda: python("-c", "pass"),
    }
    if typst_pdf.is_installed():
        papers = [one.build(layout=False, words=False).document for one in customers(rounds + 1)]
        found["typst"] = typst_pdf.typst_render(papers, house)
    for work in found.values():
        work()
    words = sum(len(passage.words.split()) for passage in passages(document))
    print(f"{STARTER}: {len(drafts[0].clauses)} clauses, {words} words, {len(drafts)} customers in turn")
    return found


def customers(count: int) -> list[Builder]:
    """The agreement of the benchmark with so many customers: names, places and periods differ."""
    first = Builder.from_text(starter_text())
    return [
        first.set(
            {
                "parties.customer.name": f"{name} Freight {number} Ltd",
                "parties.customer.address": f"{number} Example Way, {name}",
                "term.effective": f"2027-0{number % 9 + 1}-01",
                "term.initial": f"{12 * number} months",
            }
        )
        for number, name in enumerate(islice(cycle(NAMES), count), 1)
    ]


def in_turn(many: Sequence[One], work: Callable[[One], object]) -> Callable[[], object]:
    """The work on one after the other of many, round and round."""
    waiting = cycle(many)
    return lambda: work(next(waiting))


def starter_text() -> str:
    """The agreement of the benchmark as it stands in its file."""
    return (files("sla_drafter.templates") / "starters" / f"{STARTER}.yaml").read_text(encoding="utf-8")


def python(*arguments: str) -> None:
    """One fresh process."""
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def times(todo: Mapping[str, Callable[[], object]], rounds: int) -> Mapping[str, float]:
    """The median time of every work in milliseconds, all of them done in turn.

    Each round has an order of its own: none always follows another that leaves the memory cold or threads behind.
    """
    taken: dict[str, list[float]] = {name: [] for name in todo}
    drawn = Random(ROUNDS)  # noqa: S311 - an order, and the same in each run
    for _ in range(rounds):
        for name, work in drawn.sample(list(todo.items()), len(todo)):
            start = time.perf_counter()
            work()
            taken[name].append(1000 * (time.perf_counter() - start))
    return {name: statistics.median(found) for name, found in taken.items()}


def main(rounds: int = ROUNDS) -> Mapping[str, float]:
    """Print the table, and give the ratios: how many times the peer's time is ours."""
    with tempfile.TemporaryDirectory() as folder:
        found = times(works(Path(folder), rounds), rounds)
    compared = [one for one in COMPARISONS if one.peer in found]
    ratios = {one.title: found[one.peer] / found[one.ours] for one in compared}
    print(f"{'':44}{'ours':>10}{'peer':>10}   median of {rounds}, ms")
    for one in compared:
        print(f"{one.title:44}{found[one.ours]:10.1f}{found[one.peer]:10.1f}   {ratios[one.title]:5.2f} x {one.peer}")
    for peer in {one.peer for one in COMPARISONS} - found.keys():
        print(f"{peer} is not installed: no ratio to it (sh tests/bench/run.sh installs it)")
    return ratios


if __name__ == "__main__":
    draft = Builder.from_text(starter_text()).draft(layout=False)
    long.main(draft, LONG_ROUNDS)
    lint.main(draft, ROUNDS)
    linear.main()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    with tempfile.TemporaryDirectory() as place:
        year.main(Path(place), starter_text())
