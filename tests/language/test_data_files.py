from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from sla_drafter.language.data_files import read_data, read_lists

ROOT = Path(__file__).parents[2] / "sla_drafter"
SHIPPED = [
    (room, file.relative_to(ROOT / room / "data").as_posix())
    for room in ("language", "lints")
    for file in sorted((ROOT / room / "data").rglob("*.yaml"))
]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of a package `listed`, of which Python keeps what it compiles."""
    package = ModuleType("listed")
    package.__path__ = [str(tmp_path)]
    monkeypatch.setitem(sys.modules, "listed", package)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def kept_beside(file: Path) -> list[Path]:
    return list((file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"))


@pytest.mark.parametrize(("room", "name"), SHIPPED)
def test_each_list_says_what_stands_in_its_file(room: str, name: str) -> None:
    written = (ROOT / room / "data" / name).read_text(encoding="utf-8")
    assert read_lists(f"sla_drafter.{room}", name) == yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506 - it makes text only


def test_what_a_file_says_is_kept_until_it_changes(data: Path) -> None:
    file = data / "words.yaml"
    file.write_text("en: {about: 12, no: yes}\n", encoding="utf-8")
    assert read_lists("listed", "words.yaml") == {"en": {"about": "12", "no": "yes"}}
    assert kept_beside(file)
    file.write_text("en: [“quoted”, 'it''s']\n", encoding="utf-8")
    os.utime(file, (1, 1))
    assert read_lists("listed", "words.yaml") == {"en": ["“quoted”", "it's"]}


def test_what_is_kept_is_read_without_a_reader_of_yaml(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (data / "words.yaml").write_text("[one, two]\n", encoding="utf-8")
    first = read_lists("listed", "words.yaml")
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert read_lists("listed", "words.yaml") == first == ["one", "two"]


def test_nothing_is_kept_where_python_keeps_nothing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    file = data / "words.yaml"
    file.write_text("[one]\n", encoding="utf-8")
    assert read_lists("listed", "words.yaml") == ["one"]
    assert not kept_beside(file)


def test_a_file_that_is_no_list_is_read_as_it_stands(data: Path) -> None:
    (data / "letters.bin").write_bytes(b"\x00\xff")
    assert read_data("listed", "letters.bin") == b"\x00\xff"
