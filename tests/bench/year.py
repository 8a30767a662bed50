"""A year and a month of measurements through the command `credits`, each in a process of its own: time and memory.

The peer is a plain script with polars that comes to the same value in floating point: it reads the same file, joins
overlapping outages and adds up, checks no row, keeps no evidence and writes no step. Its time is that of a process too.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from attrs import frozen

from tests.bench.polars_script import FLOATING

YEAR, MONTH = 1_000_000, 10_000
_FIRST = datetime(2027, 4, 1, tzinfo=UTC)
_TAKEN = "2028-04-02"

# Started from a small process: to the system, the peak of a process begins with the size of the one that started it.
WATCH = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
taken = time.perf_counter() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(taken, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""


@frozen
class Used:
    """What a process used: seconds from start to end, seconds of the processor, and its peak of memory in MB."""

    title: str
    seconds: float
    processor: float
    megabytes: float


def main(folder: Path, agreement: str, *, year: int = YEAR, month: int = MONTH) -> tuple[Used, ...]:
    """Print what each process used, and how many times the time of polars ours is."""
    deal = folder / "agreement.yaml"
    deal.write_text(agreement, encoding="utf-8")
    found = tuple(_measured(folder, deal, year, month))
    print(f"{'':44}{'seconds':>10}{'processor':>11}{'peak MB':>9}")
    for one in found:
        print(f"{one.title:44}{one.seconds:10.2f}{one.processor:11.2f}{one.megabytes:9.0f}")
    for ours, polars in pairwise(found):
        if polars.title.startswith("polars"):
            print(f"{ours.title}: {ours.seconds / polars.seconds:.1f} times the time of polars")
    return found


def _measured(folder: Path, deal: Path, year: int, month: int) -> Iterator[Used]:
    cases = write_file(folder / "tickets.csv", tickets(year))
    yield used(f"credits: a year of {year:,} cases", _credits(deal, cases, "2028-03"))
    for rows, days, last in ((year, 365, "2028-03"), (month, 30, "2027-04")):
        down = write_file(folder / f"outages{rows}.csv", outages(rows, days))
        span = "year" if days > 31 else "month"
        yield used(f"credits: a {span} of {rows:,} outages", _credits(deal, down, last))
        if importlib.util.find_spec("polars"):
            yield used(f"polars: a {span} of {rows:,} outages", ("-c", FLOATING, str(down)))
        else:
            print("polars is not installed: no ratio to a sum in floating point")


def used(title: str, arguments: Sequence[str]) -> Used:
    """What a fresh Python process used; one that fails stops the benchmark."""
    watched = [sys.executable, "-S", "-c", WATCH, sys.executable, *arguments]
    said = subprocess.run(watched, check=True, capture_output=True, text=True).stdout.split()
    seconds, processor, peak = map(float, said)
    return Used(title, seconds, processor, peak / (1024 * 1024 if sys.platform == "darwin" else 1024))


def _credits(deal: Path, measured: Path, month: str) -> tuple[str, ...]:
    return ("-m", "sla_drafter", "credits", str(deal), str(measured), "--period", month, "--on", _TAKEN)


def write_file(path: Path, lines: Iterator[str]) -> Path:
    """A file of lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines)
    return path


def outages(rows: int, days: int) -> Iterator[str]:
    """Outages one after the other, each half as long as it is to the next; every five-hundredth overlaps."""
    step = timedelta(days=days) / rows
    yield "start,end,service,incident\n"
    for number in range(rows):
        start = _FIRST + number * step
        end = start + (step * 1.5 if number % 500 == 0 else step / 2)
        yield f"{start:%Y-%m-%dT%H:%M:%SZ},{end:%Y-%m-%dT%H:%M:%SZ},database,INC-{number // 10}\n"


def tickets(rows: int) -> Iterator[str]:
    """Cases of three severities in turn, answered within 20 minutes and restored within half a day."""
    step = timedelta(days=365) / rows
    yield "id,severity,opened,answered,restored\n"
    for number in range(rows):
        opened = _FIRST + number * step
        answered = opened + timedelta(seconds=number * 7919 % 1200)
        restored = answered + timedelta(seconds=number * 104_729 % 43_200)
        times = ",".join(f"{when:%Y-%m-%dT%H:%M:%SZ}" for when in (opened, answered, restored))
        yield f"T-{number},{1 + number % 3},{times}\n"
