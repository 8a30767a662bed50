"""One call lints a file, a folder or a thousand files: on all cores, in a stable order, from the cache if it holds."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import threading
from datetime import date
from pathlib import Path

import pytest

from sla_drafter import Linted, SlaDrafterError, lint
from sla_drafter.builder import lint_files
from sla_drafter.builder.kept import dumps, loads
from sla_drafter.builder.lint_files import How, linted_files
from sla_drafter.builder.linted import lint_file
from sla_drafter.readers.lint_cache import MOST, Cache
from sla_drafter.readers.to_lint import to_lint
from tests.promises.files import STARTER
from tests.readers.docx.test_lines import file, p

DAY = date(2027, 1, 5)
HOUSES = Path(__file__).parents[2] / "templates" / "house"
HOW = How(on=DAY)
BAND = "{below: 99.9%, credit: 5%}"


def paper(at: int) -> bytes:
    return file(p("Support") + p(f"The Provider shall answer request {at} promptly."))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six papers, one of them cut off, an agreement with an error and a waiver, a file of somebody else's."""
    found = tmp_path / "theirs"
    (found / "deeper").mkdir(parents=True)
    for at in range(6):
        (found / f"{at}.docx").write_bytes(paper(at))
    (found / "deeper" / "cut.docx").write_bytes(paper(7)[:300])
    waiver = "private:\n  waivers:\n    - {rule: CON-10, reason: a secret, approver: a}\n"
    (found / "agreement.yaml").write_text(STARTER.replace(BAND, "{below: 99.7%, credit: 5%}") + waiver)
    (found / "notes.yaml").write_text("a: b\n")
    return found


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were judged anew, in this process."""
    seen: list[Path] = []

    def one(path: Path, **how: object) -> Linted:
        seen.append(path)
        return lint_file(path, **how)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(lint_files, "lint_file", one)
    return seen


def entries(cache: Cache) -> list[Path]:
    return sorted(cache.folder.glob("*/*"))


def test_a_python_user_lints_a_file_or_a_folder_with_one_call(folder: Path) -> None:
    (one,) = lint(folder / "0.docx")
    assert [finding.rule for finding in one.findings] == ["AMB-01"]
    found = lint(str(folder), on=DAY)
    names = ["0.docx", "1.docx", "2.docx", "3.docx", "4.docx", "5.docx", "agreement.yaml", "deeper/cut.docx"]
    assert [each.report.path.relative_to(folder).as_posix() for each in found] == names
    assert [each.refused is not None for each in found] == [False] * 7 + [True]
    assert [finding.rule for finding in found[6].failing] == ["CRE-04"]
    assert found[6].sketch is not None
    assert found[6].sketch.pages
    with pytest.raises(SlaDrafterError, match="no file or folder"):
        lint(folder / "nothing")


def test_several_processes_find_what_one_finds_in_the_same_order(folder: Path) -> None:
    assert lint(folder, on=DAY) == tuple(linted_files(to_lint([folder]), How(on=DAY, processes=1)))


def test_what_is_found_travels_as_json_and_comes_back_whole(folder: Path) -> None:
    for name in ("0.docx", "agreement.yaml", "deeper/cut.docx"):
        one = lint_file(folder / name, on=DAY)
        assert loads(dumps(one)) == one
        assert json.loads(dumps(one))


def test_what_has_not_changed_is_not_judged_again(folder: Path, cache: Cache, judged: list[Path]) -> None:
    files = to_lint([folder])
    how = How(on=DAY, processes=1)
    first = list(linted_files(files, how, cache))
    assert judged == list(files)
    judged.clear()
    assert list(linted_files(files, how, cache)) == first
    assert not judged
    (folder / "3.docx").write_bytes(paper(33))
    list(linted_files(files, how, cache))
    assert judged == [folder / "3.docx"]


OTHERS = (How("rejected", DAY, 1), How("accepted", date(2027, 1, 6), 1), How("accepted", DAY, 1, "corporate"))


@pytest.mark.parametrize("other", OTHERS)
def test_another_way_of_reading_or_another_day_is_judged_anew(
    other: How, folder: Path, cache: Cache, judged: list[Path]
) -> None:
    list(linted_files([folder / "0.docx"], How("accepted", DAY, 1), cache))
    list(linted_files([folder / "0.docx"], other, cache))
    assert len(judged) == 2


def test_another_version_of_an_installed_package_is_another_program(
    folder: Path, cache: Cache, judged: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "a_reader-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(site)

    def again() -> int:
        judged.clear()
        list(linted_files([folder / "0.docx"], How(on=DAY, processes=1), Cache(cache.folder)))
        return len(judged)

    assert (again(), again()) == (1, 0)
    (site / "a_reader-1.0.dist-info").rename(site / "a_reader-1.1.dist-info")
    assert (again(), again()) == (1, 0)


def test_in_a_house_of_ones_own_nothing_is_kept(folder: Path, cache: Cache, judged: list[Path]) -> None:
    shutil.copytree(HOUSES / "corporate", folder / "ours")
    for _ in range(2):
        list(linted_files([folder / "0.docx"], How(on=DAY, processes=1, house=str(folder / "ours")), cache))
    assert len(judged) == 2


def test_a_configuration_that_appears_or_changes_counts(folder: Path, cache: Cache, judged: list[Path]) -> None:
    how = How(on=DAY, processes=1)

    def found() -> Linted:
        (one,) = linted_files([folder / "0.docx"], how, cache)
        return one

    assert [finding.rule for finding in found().findings] == ["AMB-01"]
    (folder / "sla-drafter.toml").write_text('sla_drafter = 1\n[rules]\nAMB-01 = "off"\n')
    assert not found().findings
    (folder / "sla-drafter.toml").write_text('sla_drafter = 1\nfail_on = "info"\n')
    assert found().failing
    assert len(judged) == 3


def test_an_agreement_below_another_one_is_judged_anew_since_that_may_have_changed(
    folder: Path, cache: Cache, judged: list[Path]
) -> None:
    (folder / "child.yaml").write_text("sla_drafter: 1\nextends: agreement.yaml\n")
    for _ in range(2):
        list(linted_files([folder / "child.yaml"], How(on=DAY, processes=1), cache))
    assert len(judged) == 2


@pytest.mark.parametrize("damage", [b"", b"\n", b"nonsense", b'{"report": 1}'])
def test_a_damaged_entry_is_ignored_and_made_anew(
    damage: bytes, folder: Path, cache: Cache, judged: list[Path]
) -> None:
    how = How(on=DAY, processes=1)
    first = list(linted_files([folder / "0.docx"], how, cache))
    (entry,) = entries(cache)
    whole = entry.read_bytes()
    for bad in (damage, whole[:-1], whole.replace(b"AMB-01", b"AMB-99")):
        entry.write_bytes(bad)
        assert list(linted_files([folder / "0.docx"], how, cache)) == first
        assert entry.read_bytes() == whole
    assert len(judged) == 4


def test_the_cache_is_private_and_no_pickle(folder: Path, cache: Cache) -> None:
    list(linted_files([folder / "agreement.yaml"], How(on=DAY, processes=1), cache))
    (entry,) = entries(cache)
    assert entry.stat().st_mode & 0o077 == 0
    assert entry.parent.stat().st_mode & 0o077 == 0
    with pytest.raises(pickle.UnpicklingError):
        pickle.loads(entry.read_bytes())  # noqa: S301 - that it is none is what is tested


def test_several_programs_may_share_the_cache(folder: Path, cache: Cache) -> None:
    files = to_lint([folder])
    found: list[list[Linted]] = []

    def run() -> None:
        found.append(list(linted_files(files, How(on=DAY, processes=1), cache)))

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(one == found[0] for one in found)
    assert not list(cache.folder.glob("*/.new-*"))


def test_a_cache_that_cannot_be_written_keeps_nobody_from_linting(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    (found,) = linted_files([folder / "0.docx"], HOW, Cache(tmp_path / "taken"))
    assert found.findings


def test_the_oldest_entries_go(cache: Cache, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    assert MOST > 1000
    monkeypatch.setattr("sla_drafter.readers.lint_cache.MOST", 2)
    for at in range(4):
        list(linted_files([folder / f"{at}.docx"], How(on=DAY, processes=1), cache))
    assert len(entries(cache)) == 2


def _kill(path: Path, **how: object) -> Linted:
    if path.name == "2.docx":
        os._exit(9)  # as a process does that the system ends for its memory
    return lint_file(path, **how)  # type: ignore[arg-type]  # handed through


def test_a_file_that_ends_the_process_that_reads_it_takes_no_other_with_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lint_files, "lint_file", _kill)
    found = list(linted_files(to_lint([folder]), HOW))
    assert [one.report.path.name for one in found if one.refused] == ["2.docx", "cut.docx"]
    assert "ended the program" in found[2].findings[0].message


def test_a_thousand_files_are_linted_in_their_order_and_the_second_run_judges_none(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for at in range(1_000):
        (many / f"{at:04}.docx").write_bytes(b"" if at == 500 else paper(at))
    files = to_lint([many])
    found = list(linted_files(files, HOW, cache))
    assert [one.report.path for one in found] == [many / f"{at:04}.docx" for at in range(1_000)]
    assert [one.report.path.name for one in found if one.refused] == ["0500.docx"]
    assert all(one.findings for one in found)

    def never(path: Path, changes: str, on: date) -> Linted:
        raise AssertionError(f"{path} is judged again: {changes} {on}")

    monkeypatch.setattr(lint_files, "lint_file", never)
    monkeypatch.setattr(lint_files, "_WORTH_PROCESSES", 2_000)
    again = [one for one in files if one.name != "0500.docx"]
    assert [one.report for one in linted_files(again, HOW, cache)] == [one.report for one in found if not one.refused]
