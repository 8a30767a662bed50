from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from sla_drafter.language import patterns
from sla_drafter.language.patterns import compiled
from sla_drafter.language.prepared import Prepared
from tests.language.compiled_by_all import every_pattern

ROOT = Path(__file__).parents[2]
TEXTS = ["The Provider shall answer within 4 hours.", "§ 3.1 (a) “Service” 99,9 %\n", "Ǆ ſ ı İ µ", ""]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Prepared[tuple[str | bytes, int], patterns._Told]:
    """Where nothing was kept before and nothing ever will be."""
    empty: Prepared[tuple[str | bytes, int], patterns._Told] = Prepared(__name__, "nowhere.py")
    monkeypatch.setattr(patterns, "_KEPT", empty)
    monkeypatch.setattr(patterns, "_OURS", {})
    return empty


def test_each_of_our_patterns_is_kept_and_is_the_pattern_that_python_compiles() -> None:
    found = every_pattern()
    assert len(found) > 600
    for pattern, flags in found:
        new = re.compile(pattern, flags)
        told = patterns._told(new, flags)
        assert told, f"{pattern!r} falls back"
        kept = patterns._made(pattern, told)
        assert (kept, kept.groups, kept.groupindex) == (new, new.groups, new.groupindex)


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [
        (r"(?P<number>\d+)(?:\.(?P<part>\d+))?\s?(?P<unit>hours?|days?)", re.IGNORECASE),
        (r"(?i:clause)\s(?P<id>[\w.]+)(?<!\.)", 0),
        (r"(?s)\A.*?(?P<a>x)?(?(a)y|z)|(?P=a)", re.MULTILINE),
        ("[\\w]++(?>ab|a)c", re.ASCII),
        ("", 0),
    ],
)
def test_a_kept_pattern_finds_what_the_other_finds(pattern: str, flags: int) -> None:
    new = re.compile(pattern, flags)
    told = patterns._told(new, flags)
    assert told
    kept = patterns._made(pattern, told)
    for text in TEXTS:
        assert [one.groupdict() for one in kept.finditer(text)] == [one.groupdict() for one in new.finditer(text)]
        assert [one.span() for one in kept.finditer(text)] == [one.span() for one in new.finditer(text)]


def test_a_pattern_of_bytes_is_kept_too() -> None:
    told = patterns._told(re.compile(rb"<html[\s>]", re.IGNORECASE), int(re.IGNORECASE))
    assert told
    assert patterns._made(rb"<html[\s>]", told).search(b"<!doctype html><HTML>")


def test_with_another_python_a_pattern_is_compiled_as_ever(
    store: Prepared[tuple[str | bytes, int], patterns._Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(patterns, "import_module", none)
    assert compiled(r"\d+") == re.compile(r"\d+")
    assert len(store._missing) == 1
    assert patterns._told(re.compile(r"\d+"), 0) is None


def test_what_python_does_not_take_back_is_compiled_as_ever(
    store: Prepared[tuple[str | bytes, int], patterns._Told],
) -> None:
    store._known[r"\d+", 0] = 32, b"\x63\x00\x00\x00" * 3, 0, {}, (None,)
    assert compiled(r"\d+") == re.compile(r"\d+")


def test_a_pattern_that_would_be_another_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = import_module("re._compiler")
    assert patterns._told(re.compile(r"\d+"), 0)
    right, other = compiler._code, import_module("re._parser").parse(r"\w+")
    monkeypatch.setattr(compiler, "_code", lambda _, flags: right(other, flags))
    assert patterns._told(re.compile(r"\d+"), 0) is None


def test_a_wrong_pattern_is_refused_as_python_refuses_it() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled(r"(\d+")


SORTED = """
from tests.language.compiled_by_all import every_pattern
print(*sorted(map(repr, every_pattern())), sep="\\n")
"""


def test_no_pattern_depends_on_the_order_of_a_set() -> None:
    """Else each process would keep another pattern."""
    seeds = (
        {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPYCACHEPREFIX": "", "PYTHONDONTWRITEBYTECODE": "1"}
        for seed in "12"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", SORTED], capture_output=True, text=True, check=True, env=environment, cwd=ROOT
        ).stdout
        for environment in seeds
    )
    assert first == second


COUNTED = """
import sys
from sla_drafter import cli
from sla_drafter.language import needles, patterns
try:
    cli.run()
except SystemExit as end:
    assert end.code in (0, 1), end.code
    print("prepared:", len(patterns._KEPT._missing) + len(needles._KEPT._missing), file=sys.stderr)
"""


def test_the_next_process_prepares_nothing_again(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("# Agreement\n\nThe Provider shall answer within about 4 (five) hours.\n", encoding="utf-8")
    command = "lint", "--no-cache", str(paper)
    first, second = (done(tmp_path, *command) for _ in range(2))
    assert first.stdout == second.stdout
    assert "NUM-01" in first.stdout
    assert counted(first) > 100
    assert counted(second) == 0


def test_what_further_processes_prepare_is_kept_too(tmp_path: Path) -> None:
    papers = [tmp_path / f"{number}.md" for number in range(4)]
    for paper in papers:
        paper.write_text("# Agreement\n\nThe Provider shall answer within about 4 (five) hours.\n", encoding="utf-8")
    done(tmp_path, "lint", "--no-cache", *map(str, papers))
    assert counted(done(tmp_path, "lint", "--no-cache", str(papers[0]))) == 0


def test_no_word_of_a_user_is_kept(tmp_path: Path) -> None:
    starter = ROOT / "templates" / "starters" / "it_support_desk.yaml"
    paper, agreement, settings = (tmp_path / name for name in ("paper.md", "agreement.yaml", "sla-drafter.toml"))
    paper.write_text(
        "# Quixotry\n\n“Quixotry” means the Quixotry of Quixotry Ltd. The Quixotry shall answer (Quix. 3).\n",
        encoding="utf-8",
    )
    words = starter.read_text(encoding="utf-8")
    agreement.write_text(re.sub(r"(?m)^    name: .*", "    name: Quixotry Ltd", words), encoding="utf-8")
    settings.write_text('sla_drafter = 1\n[words]\nabbreviations = ["Quix."]\nterms = ["Quixotry"]\n', encoding="utf-8")
    for command in ("lint", paper), ("lint", agreement), ("draft", agreement, "-o", tmp_path / "drafted"):
        assert counted(done(tmp_path, *map(str, command)))
    files = list((tmp_path / "compiled").rglob("*.opt-prepared.pyc"))
    assert {file.name.partition(".")[0] for file in files} == {"patterns", "needles"}
    assert not [file for file in files if b"uix" in file.read_bytes().lower()]


def done(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """The command in a process that keeps what it prepares below a folder, and says how much that is."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    command = sys.executable, "-c", COUNTED, *command
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def counted(done: subprocess.CompletedProcess[str]) -> int:
    return int(done.stderr.rpartition("prepared: ")[2])
