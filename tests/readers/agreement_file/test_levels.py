from __future__ import annotations

from pathlib import Path

import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.model.scalars import Choice, Prose
from sla_drafter.readers.agreement_file import Loaded, load, loads
from tests.readers.agreement_file.sample import AGREEMENT, CLAUSES

CHILD = """\
sla_drafter: 1
extends: ../corporate.yaml
title: SLA for one service
parties: {customer: {name: Nordwind GmbH}}
hours: {night: {week: Mon-Sun 00:00-06:00}}
services:
  database: {fee: GBP 9000 per month, hours: night, technologies: [MariaDB]}
maintenance: {emergency: removed}
meetings: removed
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corporate.yaml").write_text(AGREEMENT, encoding="utf-8")
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "agreement.yaml").write_text(CHILD, encoding="utf-8")
    return tmp_path


def child(folder: Path) -> Loaded:
    return load(folder / "team" / "agreement.yaml", CLAUSES)


def test_the_child_stands_over_the_parent_by_id(folder: Path) -> None:
    agreement = child(folder).agreement
    assert agreement.title == Prose((("", "SLA for one service"),))
    assert [party.name for party in agreement.parties] == [
        Prose((("", "Aldgate Data Services Ltd"),)),
        Prose((("", "Nordwind GmbH"),)),
    ]
    assert agreement.parties[1].notices == "contracts@halden.example"
    assert [hours.id for hours in agreement.hours] == ["always", "desk", "night"]
    assert agreement.services[0].technologies == (Prose((("", "MariaDB"),)),)
    assert agreement.law == Choice("law", "england_and_wales")


def test_what_was_removed_is_remembered(folder: Path) -> None:
    agreement = child(folder).agreement
    assert agreement.removed == ("maintenance.emergency", "meetings")
    assert agreement.meetings is None
    assert agreement.maintenance
    assert agreement.maintenance.planned
    assert agreement.maintenance.emergency is None


def test_the_parent_is_there_with_what_is_inherited(folder: Path) -> None:
    agreement = child(folder).agreement
    assert agreement.parent == load(folder / "corporate.yaml", CLAUSES).agreement
    assert {"law", "parties.customer.notices", "metrics.availability.target"} <= agreement.inherited
    assert not {"title", "parties.customer.name", "services.database.fee"} & agreement.inherited


def test_every_fact_knows_its_own_file(folder: Path) -> None:
    loaded = child(folder)
    own, above = loaded.place_of("parties.customer.name"), loaded.place_of("parent.law")
    assert own
    assert above
    assert (own.file.name, own.line) == ("agreement.yaml", 4)
    assert (above.file.name, above.line, above.text[:4]) == ("corporate.yaml", 6, "law:")


def test_a_value_that_is_inherited_is_set_in_the_child(folder: Path) -> None:
    after = child(folder).set({"parties.provider.name": "Other Ltd", "law": "germany"})
    assert after.agreement.law == Choice("law", "germany")
    assert after.agreement.parties[0].name == Prose((("", "Other Ltd"),))
    assert after.agreement.parent == child(folder).agreement.parent


def test_what_is_inherited_can_be_taken_away(folder: Path) -> None:
    after = child(folder).set({"audits": None, "title": None})
    assert after.agreement.audits is None
    assert set(after.agreement.removed) == {"maintenance.emergency", "meetings", "audits"}
    assert after.agreement.title == Prose((("", "Service Level Agreement for Managed PostgreSQL"),))


def test_there_may_be_several_levels(folder: Path) -> None:
    text = "sla_drafter: 1\nextends: agreement.yaml\nposition: customer\nmeetings: {every: 2 months}\n"
    lowest = loads(text, "lowest.yaml", CLAUSES, folder / "team").agreement
    assert lowest.position == Choice("position", "customer")
    assert lowest.parent
    assert lowest.parent.parent
    assert lowest.parent.removed == ("maintenance.emergency", "meetings")
    assert lowest.meetings


def refused(folder: Path, text: str, *, name: str = "agreement.yaml") -> str:
    file = folder / "team" / name
    file.write_text(f"sla_drafter: 1\n{text}", encoding="utf-8")
    with pytest.raises(Unreadable) as found:
        load(file, CLAUSES)
    return "\n".join(map(str, found.value.findings))


def test_files_that_extend_one_another_are_refused(folder: Path) -> None:
    message = refused(folder, "extends: agreement.yaml\n")
    assert "The files extend one another in a circle: agreement.yaml -> agreement.yaml." in message
    assert "agreement.yaml:2:10" in message


def test_a_file_that_is_not_there_is_named_with_the_nearest(folder: Path) -> None:
    message = refused(folder, "extends: ../corporat.yaml\n")
    assert "There is no file ../corporat.yaml. Did you mean corporate.yaml?" in message


def test_nothing_can_be_removed_that_is_not_there(folder: Path) -> None:
    message = refused(folder, "extends: ../corporate.yaml\nmeeting: removed\n")
    assert "the agreement above has no meeting. Did you mean meetings?" in message


def test_a_text_without_a_folder_extends_nothing() -> None:
    with pytest.raises(Unreadable, match="A text that is not a file cannot extend one"):
        loads(CHILD, "x.yaml", CLAUSES)


def test_a_mistake_of_the_parent_is_said_once_with_its_own_file(folder: Path) -> None:
    (folder / "corporate.yaml").write_text(AGREEMENT.replace("at least 99.9%", "at least 99,9%"), encoding="utf-8")
    with pytest.raises(Unreadable) as found:
        child(folder)
    files = [finding.places[0].file.name for finding in found.value.findings]
    assert files
    assert set(files) == {"corporate.yaml"}
    assert len({(finding.message, finding.places) for finding in found.value.findings}) == len(files)


def test_a_reference_into_what_was_removed_is_a_mistake(folder: Path) -> None:
    message = refused(folder, "extends: ../corporate.yaml\nroles: {duty_manager: removed}\n")
    assert "There is no role duty_manager." in message


def test_a_quoted_word_removes_nothing(folder: Path) -> None:
    file = folder / "team" / "agreement.yaml"
    file.write_text('sla_drafter: 1\nextends: ../corporate.yaml\ntitle: "removed"\n', encoding="utf-8")
    assert child(folder).agreement.title == Prose((("", "removed"),))


def test_a_file_that_is_missing_or_not_text_is_refused_with_its_place(folder: Path) -> None:
    with pytest.raises(Unreadable, match=r"There is no file .*agrement.yaml. Did you mean agreement.yaml\?"):
        load(folder / "team" / "agrement.yaml", CLAUSES)
    (folder / "latin.yaml").write_bytes("sla_drafter: 1\ntitle: Böse\n".encode("latin-1"))
    with pytest.raises(Unreadable, match="This character is not in UTF-8") as found:
        load(folder / "latin.yaml", CLAUSES)
    place = found.value.findings[0].places[0]
    assert (place.line, place.column, place.text) == (2, 9, "title: Böse")


def test_a_name_that_no_disk_can_hold_names_no_file(folder: Path) -> None:
    long = "a" * 5000
    assert f"There is no file {long}." in refused(folder, f"extends: {long}\n")
    with pytest.raises(Unreadable, match=r"There is no file a{5000}"):
        load(long, CLAUSES)


def test_a_file_that_may_not_be_read_is_refused_by_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path), mode)

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(Unreadable, match=r"agreement\.yaml cannot be read: Permission denied\. Give yourself"):
        child(folder)


def test_a_file_that_is_far_too_large_is_not_read_to_its_end(folder: Path) -> None:
    with (folder / "large.yaml").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(Unreadable, match="more than 4,000,000 bytes; no agreement has"):
        load(folder / "large.yaml", CLAUSES)
