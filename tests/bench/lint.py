"""Linting five pages: our text rules against contract-lint, proselint and write-good, all rules on, everything in turn.

The text is the body of an agreement in Markdown. Its parties are called otherwise every time, which changes nearly
every sentence: nobody gains from having seen it before. Taken is the time of the processor, and of the rounds the
median. A peer that is not installed is left out, and the table says so.
"""

from __future__ import annotations

import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from importlib import import_module
from importlib.util import find_spec
from itertools import count
from pathlib import Path, PurePath
from shutil import which

from attrs import evolve, frozen

from sla_drafter.builder.draft import Draft
from sla_drafter.document.nodes import StoryKind
from sla_drafter.lints.foreign import lint_foreign
from sla_drafter.readers.foreign import read_bytes
from sla_drafter.writers.markdown import write

Work = Callable[[str], float]
"""Lints a text and gives the milliseconds of the processor that it took."""
OURS, CLI = "sla-drafter", "contract_lint_cli"
BARE = "bare Python"
"""A process that does nothing, without what an environment loads into each: what a time means on this machine."""
FIRST = "contract-lint"
PEERS = (FIRST, "proselint", "write-good")
WRITE_GOOD = Path(sys.prefix) / "bench" / "node_modules" / "write-good"
_PAPER = Path("paper.md")
_NAMES = re.compile(r"\b(?:Provider|Customer|Service Credits?|Service|Month|agreement)\b")


@frozen
class Target:
    """What our time is to keep to: so many milliseconds on a quiet machine, so many times that of contract-lint."""

    title: str
    milliseconds: int
    times: int | None = None


TARGETS = (Target("five pages, warm", 25, 5), Target("five pages, whole process", 200))


def main(draft: Draft, rounds: int) -> Mapping[str, Mapping[str, float]]:
    """Print the time of each linter on the same text, and how many times that of contract-lint it is."""
    text = five_pages(draft)
    print(f"{'lint':44}{'ms':>10}   median of {rounds}; {len(text.split()):,} words of Markdown")
    found = {}
    with ExitStack() as ended:
        folder = Path(ended.enter_context(tempfile.TemporaryDirectory()))
        for target, works in zip(TARGETS, (warm(ended), whole_process(folder)), strict=True):
            found[target.title] = _times(works, text, rounds)
            _print(target, found[target.title])
    for name in PEERS:
        if name not in found[TARGETS[0].title]:
            print(f"{name} is not installed: no ratio to it (sh tests/bench/run.sh installs it)")
    return found


def _print(target: Target, times: Mapping[str, float]) -> None:
    for name, taken in times.items():
        ratio = f"   {taken / times[FIRST]:5.2f} x {FIRST}" if FIRST in times else ""
        times_most = f", {target.times} x {FIRST}" if target.times else ""
        most = f"  (at most {target.milliseconds} ms{times_most})" if name == OURS else ""
        print(f"{target.title + ': ' + name:44}{taken:10.1f}{ratio}{most}")


def five_pages(draft: Draft) -> str:
    """The body of a draft as Markdown, without its facts."""
    document = draft.document
    body = tuple(story for story in document.stories if story.kind is StoryKind.BODY)
    return write(evolve(document, stories=body), draft.house, None).decode()


def renamed(text: str) -> Iterator[str]:
    """The text again and again, its parties and things called otherwise each time."""
    for number in count():
        ending = "".join(chr(ord("a") + number // 26**place % 26) for place in range(3))
        yield _NAMES.sub(rf"\g<0>{ending}", text)


def _times(works: Mapping[str, Work], text: str, rounds: int) -> dict[str, float]:
    """The median time of each linter, all of them in turn on the same texts, after one that warms them up."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _, one in zip(range(rounds + 1), renamed(text), strict=False):
        for name, work in works.items():
            taken[name].append(work(one))
    return {name: statistics.median(times[1:]) for name, times in taken.items()}


def warm(ended: ExitStack) -> dict[str, Work]:
    """Linters that are loaded, by name; a process that one of them needs ends with the rest."""
    works = {OURS: _timed(lambda text: lint_foreign(read_bytes(text.encode(), _PAPER), PurePath(_PAPER)))}
    if find_spec(CLI):
        works[FIRST] = _timed(_contract_lint())
    if find_spec("proselint"):
        works["proselint"] = _timed(_proselint())
    if which("node") and WRITE_GOOD.is_dir():
        works["write-good"] = _write_good(ended)
    return works


def _timed(lint: Callable[[str], object]) -> Work:
    def work(text: str) -> float:
        start = time.process_time()
        lint(text)
        return 1000 * (time.process_time() - start)

    return work


def _contract_lint() -> Callable[[str], object]:
    linter = import_module(CLI)
    settings = linter._default_config()
    return lambda text: linter.lint(linter.analyze(text, "md"), settings)


def _proselint() -> Callable[[str], object]:
    import_module("proselint.registry").CheckRegistry().register_many(
        import_module("proselint.checks").__register__,
    )
    tools, settings = import_module("proselint.tools"), import_module("proselint.config").DEFAULT
    every = {**settings, "max_errors": sys.maxsize}
    return lambda text: tools.LintFile("paper.md", text).lint(every)


_NODE = """
const lint = require(process.argv[1]);
require('readline').createInterface({input: process.stdin}).on('line', line => {
  const before = process.cpuUsage();
  lint(JSON.parse(line));
  const {user, system} = process.cpuUsage(before);
  console.log((user + system) / 1000);
});
"""


def _write_good(ended: ExitStack) -> Work:
    """A process that lints each text that it is told, and answers with its milliseconds of the processor."""
    command, pipe = ("node", "-e", _NODE, str(WRITE_GOOD)), subprocess.PIPE
    node = ended.enter_context(subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1))

    def work(text: str) -> float:
        assert node.stdin
        assert node.stdout
        node.stdin.write(json.dumps(text) + "\n")
        return float(node.stdout.readline())

    return work


def whole_process(folder: Path) -> dict[str, Work]:
    """Linters that begin as a process of their own each time, by name; their code is compiled, as pip leaves it."""
    file = folder / _PAPER
    works = {
        OURS: _process(file, "-m", "sla_drafter", "lint", "--no-cache"),
        BARE: _process(file, "-S", "-c", "pass"),
    }
    if find_spec(CLI):
        works[FIRST] = _process(file, "-m", CLI, "lint")
    if find_spec("proselint"):
        works["proselint"] = _process(file, "-m", "proselint", "check")
    return works


def _process(file: Path, *arguments: str) -> Work:
    """A fresh Python that lints a file; it ends with 0 or, for what it found, with 1."""

    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(file.parent / "compiled")}

    def work(text: str) -> float:
        file.write_text(text, encoding="utf-8")
        before = _of_children()
        command = [sys.executable, *arguments, str(file)]
        done = subprocess.run(command, check=False, capture_output=True, env={**os.environ, **compiled})
        if done.returncode not in (0, 1):
            raise RuntimeError(f"{arguments} ended with {done.returncode}: {done.stderr.decode()}")
        return 1000 * (_of_children() - before)

    return work


def _of_children() -> float:
    """Seconds of the processor that the processes started here have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
