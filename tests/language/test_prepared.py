from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from sla_drafter.language import prepared
from sla_drafter.language.prepared import Prepared


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module beside which Python keeps things; nothing else is kept meanwhile."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(prepared, "_ALL", [])
    file = tmp_path / "lengths.py"
    file.write_text("# a module\n", encoding="utf-8")
    return file


def of(module: Path) -> Prepared[str, int]:
    return Prepared("lengths", str(module))


def kept(module: Path) -> Path:
    (file,) = (module.parent / "__pycache__").iterdir()
    return file


def keep(module: Path, **made: int) -> None:
    one = of(module)
    for word, length in made.items():
        one.miss(word, lambda length=length: length)  # type: ignore[misc]
    prepared.keep()


def test_what_was_prepared_is_known_to_the_next_process(module: Path) -> None:
    assert of(module)["month"] is None
    keep(module, month=5)
    assert of(module)["month"] == 5
    keep(module, year=4)
    assert (of(module)["month"], of(module)["year"]) == (5, 4)


def test_it_is_prepared_anew_when_the_module_changes(module: Path) -> None:
    keep(module, month=5)
    module.write_text("# another module\n", encoding="utf-8")
    assert of(module)["month"] is None
    keep(module, year=4)
    assert of(module)["month"] is None
    os.utime(module, (1, 1))
    assert of(module)["year"] is None


def test_another_python_prepares_it_anew(module: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(module, month=5)
    monkeypatch.setattr(sys, "version", "4.0")
    assert of(module)["month"] is None


@pytest.mark.parametrize("broken", [b"", b"\x00", b"no marshal", b"\xe9\x02\x00\x00\x00", b"N"])
def test_what_cannot_be_read_is_prepared_anew(module: Path, broken: bytes) -> None:
    keep(module, month=5)
    whole = kept(module).read_bytes()
    for bytes_ in (broken, whole[: len(whole) // 2]):
        kept(module).write_bytes(bytes_)
        assert of(module)["month"] is None
    keep(module, month=5)
    assert kept(module).read_bytes() == whole


def test_what_two_processes_prepare_is_put_together(module: Path) -> None:
    one, other = of(module), of(module)
    one.miss("month", lambda: 5)
    other.miss("year", lambda: 4)
    prepared.keep()
    assert (of(module)["month"], of(module)["year"]) == (5, 4)


def test_what_nothing_was_made_of_is_not_kept(module: Path) -> None:
    one = of(module)
    one.miss("month", lambda: None)
    one.miss("year", lambda: 4)
    prepared.keep()
    assert b"month" not in kept(module).read_bytes()


def test_what_is_too_much_begins_anew(module: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(module, month=5, year=4)
    monkeypatch.setattr(prepared, "_MOST", 1)
    keep(module, day=3)
    assert (of(module)["month"], of(module)["day"]) == (None, 3)


def test_nothing_is_kept_where_python_keeps_nothing(module: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep(module, month=5)
    assert not (module.parent / "__pycache__").exists()


def test_where_nothing_can_be_written_nothing_is_made(module: Path) -> None:
    (module.parent / "__pycache__").write_text("no folder", encoding="utf-8")
    of(module).miss("month", lambda: pytest.fail("made for nothing"))
    prepared.keep()
    assert of(module)["month"] is None


def test_what_another_thread_misses_meanwhile_is_kept_the_next_time(module: Path) -> None:
    one = of(module)

    def month() -> int:
        one.miss("year", lambda: 4)
        return 5

    one.miss("month", month)
    prepared.keep()
    assert (of(module)["month"], of(module)["year"]) == (5, None)
    prepared.keep()
    assert (of(module)["month"], of(module)["year"]) == (5, 4)


def test_a_module_without_its_source_keeps_nothing(module: Path) -> None:
    module.unlink()
    keep(module, month=5)
    assert of(module)["month"] is None
