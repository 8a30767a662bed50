from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter.builder import Builder
from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.errors import Unreadable
from sla_drafter.readers.agreement_file.save import save
from tests.cli.conftest import Typed
from tests.promises.files import STARTER

Shell = Callable[[str], Typed]
FIX = "sla-drafter lint agreement.yaml --fix"
UNSAID = "  due: 5 business days\n"
NOT_NEEDED = "{rule: CON-10, reason: r, approver: a, until: 2027-12-31}"


@pytest.fixture
def file(desk: Path) -> Path:
    """The starter with one fact left unsaid, for which its clause has a default, and a waiver that nobody needs."""
    found = desk / "agreement.yaml"
    assert STARTER.count(UNSAID) == 1
    text = STARTER.replace(UNSAID, "") + f"private:\n  waivers:\n    - {NOT_NEEDED}\n"
    found.write_text(text, encoding="utf-8", newline="")
    return found


def paper(file: Path) -> str:
    return fingerprint(Builder.from_file(file).draft(layout=False).document)


def test_safe_mends_are_applied_and_the_paper_stays_word_for_word(shell: Shell, file: Path) -> None:
    before, printed = file.read_text(encoding="utf-8"), paper(file)
    typed = shell(FIX)
    after = file.read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added == ["  due: 10 business days"]
    assert [line for line in after.splitlines() if line not in added] == before.splitlines()
    assert paper(file) == printed
    assert "agreement.yaml: 1 mend applied; the paper has the same words." in typed.output
    assert "CMP-50 default_used  reports.due: due: 10 business days" in typed.output
    assert "info CMP-50" not in typed.output


def test_what_somebody_has_to_decide_is_listed_and_left(shell: Shell, file: Path) -> None:
    typed = shell(FIX)
    assert "agreement.yaml: 1 mend not applied, since somebody has to decide:" in typed.output
    assert "DOC-01 waiver_unsound  private.waivers[1]: delete the waiver" in typed.output
    assert NOT_NEEDED in file.read_text(encoding="utf-8")
    once = file.read_bytes()
    assert "applied; the paper" not in shell(FIX).output
    assert file.read_bytes() == once


def test_a_safe_mend_that_is_held_back_is_no_decision(
    shell: Shell, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    monkeypatch.setattr("sla_drafter.builder.mended._is_same", lambda *_: False)
    typed = shell(FIX)
    assert "agreement.yaml: 1 safe mend not applied: the paper would change, or a rule find more:\n" in typed.output
    assert "agreement.yaml: 1 mend not applied, since somebody has to decide:\n" in typed.output
    assert file.read_bytes() == before


def test_a_mend_that_changes_the_deal_is_never_applied(shell: Shell, file: Path) -> None:
    file.write_text(STARTER.replace("{below: 99.9%, credit: 5%}", "{below: 99.7%, credit: 5%}"), encoding="utf-8")
    before = file.read_bytes()
    typed = shell(FIX)
    assert typed.status == 1
    assert file.read_bytes() == before


def test_line_ends_and_the_mark_of_the_file_stay(shell: Shell, file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    typed = shell(FIX)
    assert "1 mend applied" in typed.output
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") == text.count("\n") + 1


def test_a_report_for_programs_is_of_the_mended_file(shell: Shell, file: Path) -> None:
    typed = shell(f"{FIX} --format json -o report.json")
    tree = json.loads((file.parent / "report.json").read_text(encoding="utf-8"))
    assert "CMP-50" not in {one["rule"] for one in tree["files"][0]["findings"]}
    assert typed.status == 0


def test_without_fix_and_on_a_file_that_cannot_be_read_nothing_is_changed(shell: Shell, file: Path) -> None:
    before = file.read_bytes()
    shell("sla-drafter lint agreement.yaml")
    assert file.read_bytes() == before
    file.write_bytes(before + b"nonsense: yes\n")
    assert shell(FIX).status == 2
    assert file.read_bytes() == before + b"nonsense: yes\n"


def test_a_level_that_repeats_the_one_above_says_it_once(shell: Shell, file: Path) -> None:
    (file.parent / "corporate.yaml").write_text(STARTER, encoding="utf-8")
    head = "sla_drafter: 1\nextends: corporate.yaml\n"
    words = "parties:\n  provider:\n    address: 7 Example Quay, Bristol\n    notices: desk@corvane.example\n"
    file.write_text(head + words, encoding="utf-8")
    printed = paper(file)
    typed = shell(FIX)
    assert "CMP-26 level_repeats_parent  parties.provider.address" in typed.output
    assert file.read_text(encoding="utf-8") == head + words.replace("    address: 7 Example Quay, Bristol\n", "")
    assert paper(file) == printed


def test_a_file_that_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "agreement.yaml"
    file.write_bytes(b"somebody typed\n")
    with pytest.raises(Unreadable, match="not the file that was read any more"):
        save(file, "before\n", "after\n")
    assert file.read_bytes() == b"somebody typed\n"
    save(file, "somebody typed\n", "after\n")
    assert [one.name for one in tmp_path.iterdir()] == ["agreement.yaml"]
    assert file.read_bytes() == b"after\n"
