from __future__ import annotations

import json
import os
import stat
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.errors import NotWritten
from sla_drafter.writers.files import RECORD, read_record, refusals, write_files

OLD = {"a.docx": b"old a", "a.pdf": b"old pdf"}
NEW = {"a.docx": b"new a", "a.pdf": b"new pdf", "a.md": b"new md"}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def names_of(refused: NotWritten) -> list[str]:
    return [finding.name for finding in refused.findings]


def test_files_are_written_into_a_folder_that_is_made_for_them(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "deep"
    assert write_files(folder, NEW) == tuple(folder / name for name in NEW)
    assert {name: data for name, data in contents(folder).items() if name != RECORD} == NEW
    assert set(contents(folder)) == {*NEW, RECORD}


def test_what_was_written_here_is_overwritten(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    write_files(tmp_path, NEW)
    assert (tmp_path / "a.docx").read_bytes() == b"new a"
    write_files(tmp_path, OLD)
    assert (tmp_path / "a.docx").read_bytes() == b"old a"


def test_a_file_that_somebody_edited_is_kept_and_named(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    (tmp_path / "a.docx").write_bytes(b"old a with a change")
    before = contents(tmp_path)
    with pytest.raises(NotWritten) as refused:
        write_files(tmp_path, NEW)
    (finding,) = refused.value.findings
    assert finding.name == "file_edited"
    assert f"Somebody changed {tmp_path / 'a.docx'} since it was written" in finding.message
    assert finding.mend
    assert "--force" in finding.mend.words
    assert contents(tmp_path) == before


def test_a_file_of_somebody_else_is_kept_and_all_reasons_are_said_at_once(tmp_path: Path) -> None:
    for name in OLD:
        (tmp_path / name).write_bytes(b"theirs")
    before = contents(tmp_path)
    with pytest.raises(NotWritten) as refused:
        write_files(tmp_path, NEW)
    assert names_of(refused.value) == ["file_not_ours", "file_not_ours"]
    assert contents(tmp_path) == before


def test_force_overwrites_both(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.docx": b"ours"})
    (tmp_path / "a.docx").write_bytes(b"edited")
    (tmp_path / "a.pdf").write_bytes(b"theirs")
    write_files(tmp_path, NEW, force=True)
    assert {name: contents(tmp_path)[name] for name in NEW} == NEW
    write_files(tmp_path, OLD)


def test_a_file_that_has_the_new_bytes_already_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"new a")
    write_files(tmp_path, NEW)
    assert (tmp_path / "a.docx").read_bytes() == b"new a"


@pytest.mark.parametrize(
    "record", ["", "{", "[]", '{"schema": 2, "files": {}}', '{"schema": 1, "files": 0}', "[" * 9999]
)
def test_a_record_that_cannot_be_understood_protects_every_file(tmp_path: Path, record: str) -> None:
    write_files(tmp_path, OLD)
    (tmp_path / RECORD).write_text(record)
    assert [finding.name for finding in refusals(tmp_path, NEW)] == ["file_not_ours", "file_not_ours"]


def test_the_record_says_what_was_written_and_nothing_else(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    write_files(tmp_path, {"a.docx": b"secret words"})
    record = json.loads((tmp_path / RECORD).read_text())
    assert set(record) == {"schema", "files"}
    assert {name: len(hashes) for name, hashes in record["files"].items()} == {"a.docx": 2, "a.pdf": 1}
    assert b"secret" not in (tmp_path / RECORD).read_bytes()


@pytest.mark.parametrize("name", ["../a.md", "a/b.md", "/a.md", ".a.md", "a\nb.md", "CON.md", "", RECORD, "a" * 101])
def test_a_name_that_could_leave_the_folder_or_hide_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotWritten) as refused:
        write_files(tmp_path / "out", {name: b"x"}, force=True)
    assert names_of(refused.value) == ["file_name_unsafe"]
    assert not list(tmp_path.iterdir())


def test_two_names_that_are_one_on_some_disks_are_refused(tmp_path: Path) -> None:
    assert [finding.name for finding in refusals(tmp_path, {"A.md": b"1", "a.md": b"2"})] == ["file_name_unsafe"]


def test_a_link_is_not_followed_even_with_force(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"outside")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.md").symlink_to(outside)
    with pytest.raises(NotWritten) as refused:
        write_files(folder, {"a.md": b"x"}, force=True)
    assert names_of(refused.value) == ["target_is_a_link"]
    assert outside.read_bytes() == b"outside"


def test_a_folder_where_a_file_should_be_and_a_file_where_the_folder_should_be_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    assert [finding.name for finding in refusals(tmp_path, {"a.md": b""}, force=True)] == ["place_not_writable"]
    (tmp_path / "b").write_bytes(b"")
    assert [finding.name for finding in refusals(tmp_path / "b", {"a.md": b""})] == ["place_not_writable"]
    with pytest.raises(NotWritten, match="cannot be written"):
        write_files(tmp_path / "b" / "c", {"a.md": b""})


def test_a_folder_that_cannot_be_made_is_named_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "out"))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(NotWritten) as refused:
        write_files(tmp_path / "out", NEW)
    assert "Permission denied" in refused.value.findings[0].message
    assert refused.value.findings[0].places[0].file == tmp_path / "out"


@pytest.mark.parametrize("kind", ["replace", "fsync"])
@pytest.mark.parametrize("fails_at", [1, 2, 3, 4])
@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_when_any_step_fails_the_folder_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, fails_at: int, fault: BaseException
) -> None:
    write_files(tmp_path, OLD)
    before = contents(tmp_path)
    real: Any = getattr(os, kind)
    calls = 0

    def failing(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise fault
        return real(*arguments)

    monkeypatch.setattr(os, kind, failing)
    with pytest.raises(NotWritten if isinstance(fault, OSError) else KeyboardInterrupt):
        write_files(tmp_path, NEW)
    assert calls >= fails_at
    assert contents(tmp_path) == before
    write_files(tmp_path, NEW)


def test_an_old_file_that_cannot_be_brought_back_is_kept_and_its_place_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, OLD)
    real = os.replace
    calls = 0

    def failing(source: Path, target: Path) -> None:
        nonlocal calls
        calls += 1
        if calls > 2:
            raise PermissionError(13, "Permission denied")
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(NotWritten) as refused:
        write_files(tmp_path, NEW)
    assert names_of(refused.value) == ["place_not_writable", "not_undone", "not_undone"]
    kept = list(tmp_path.rglob("old-a.docx"))
    assert [file.read_bytes() for file in kept] == [b"old a"]
    assert str(kept[0]) in str(refused.value)


def test_a_crash_between_two_names_leaves_a_record_that_knows_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, OLD)
    with monkeypatch.context() as patched:
        patched.setattr("sla_drafter.writers.files._Moves.take_back", lambda _: ())
        real = os.replace
        calls = iter(range(10))

        def crashing(source: Path, target: Path) -> None:
            if next(calls) == 2:
                raise KeyboardInterrupt
            real(source, target)

        patched.setattr(os, "replace", crashing)
        with pytest.raises(KeyboardInterrupt):
            write_files(tmp_path, NEW)
    assert (contents(tmp_path)["a.docx"], contents(tmp_path)["a.pdf"]) == (b"new a", b"old pdf")
    assert not refusals(tmp_path, NEW)


def test_a_file_keeps_the_rights_that_it_has(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    (tmp_path / "a.pdf").chmod(0o640)
    write_files(tmp_path, NEW)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


@given(
    st.dictionaries(st.text(max_size=12) | st.sampled_from(["a.md", "b.md", "A.md"]), st.binary(max_size=5), max_size=4)
)
def test_whatever_the_names_all_files_are_written_or_none(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "out"
        try:
            written = write_files(folder, files)
        except NotWritten:
            assert not folder.exists()
        else:
            assert {path.name: path.read_bytes() for path in written} == files
            assert set(read_record(folder)) == set(files)
        assert [path.name for path in Path(name).iterdir()] in ([], ["out"])
