from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from sla_drafter.attainment.windows import month_of
from sla_drafter.builder.credits import compute_credits
from sla_drafter.builder.site import ComputedSite, compute_site
from sla_drafter.errors import NotWritten
from sla_drafter.readers.house import load_house
from tests.promises.files import unpacked

CLI = Path(__file__).parents[1] / "cli"
MARCH = month_of(datetime.date(2027, 3, 1))
DAY = datetime.date(2027, 4, 5)
MARK = "PLANTED"
PRIVATE = f"""
private:
  waivers:
    - {{rule: {MARK}-rule, where: {MARK}-where, reason: {MARK}-reason, approver: {MARK}-approver, until: 2027-12-31}}
  left_out: {{meetings: {MARK}-left-out}}
  margin: 37.31731%
  upstream: {{hosting: {{document: {MARK}-upstream, availability: 99.73173%, restore: 47131931 minutes}}}}
  history: {{availability: {{periods: 47192347, met: 47192341}}}}
  notes: [{MARK}-notes]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An agreement with private facts, and the measurements of a month in two folders of the same file names."""
    text = (CLI / "agreement.yaml").read_text(encoding="utf-8")
    (tmp_path / "agreement.yaml").write_text(text + PRIVATE, encoding="utf-8")
    shutil.copytree(CLI / "measured", tmp_path / "secret-folder" / "measured")
    return tmp_path


def computed(desk: Path) -> ComputedSite:
    return compute_site(desk / "agreement.yaml", [desk / "secret-folder" / "measured"], MARCH, on=DAY)


def files(desk: Path) -> Mapping[str, bytes]:
    return computed(desk).files(load_house("plain"))


def test_the_site_holds_its_pages_and_every_statement_in_every_format(desk: Path) -> None:
    months = ("2027-01", "2027-02", "2027-03")
    statements = {f"statement-{month}.{ending}" for month in months for ending in ("pdf", "html", "json", "csv")}
    assert set(files(desk)) == {"index.html", *(f"{month}.html" for month in months), *statements}


def test_the_latest_statement_is_the_one_of_the_command(desk: Path) -> None:
    alone = compute_credits(desk / "agreement.yaml", [desk / "secret-folder" / "measured"], MARCH, on=DAY)
    latest = computed(desk).latest
    assert latest.tree() == alone.tree()
    assert latest.csv() == alone.csv()


def test_nothing_private_and_no_folder_of_ours_is_in_any_byte(desk: Path) -> None:
    for name, data in files(desk).items():
        found = unpacked(name.rpartition(".")[2], data)
        for words in (MARK, "37.31731", "99.73173", "47131931", "47192347", "secret-folder", str(desk)):
            assert words.encode() not in found, name
            assert words.encode("utf-16-be") not in found, name
        assert b"2027" in found, name


def test_two_files_of_one_name_are_told_apart_without_our_folders(desk: Path) -> None:
    twin = desk / "secret-folder" / "older"
    shutil.copytree(desk / "secret-folder" / "measured", twin)
    (twin / "outages.csv").write_text("start,end,service\n2027-02-03T10:00:00Z,2027-02-03T11:00:00Z,database\n")
    for each in ("maintenance.csv", "observations.csv", "tickets.csv"):
        (twin / each).unlink()
    both = [desk / "secret-folder" / "measured", twin]
    found = compute_site(desk / "agreement.yaml", both, MARCH, on=DAY).files(load_house("plain"))
    assert b"older/outages.csv" in found["2027-02.html"]
    assert not [name for name, data in found.items() if str(desk).encode() in data]


def wrong_row(desk: Path) -> None:
    with (desk / "secret-folder" / "measured" / "outages.csv").open("a", encoding="utf-8") as file:
        file.write("2027-03-09T12:00:00Z,2027-03-09T11:00:00Z,database,,\n")


def test_what_is_not_final_is_said_to_the_customer(desk: Path) -> None:
    wrong_row(desk)
    site = computed(desk)
    assert site.left_out == 1
    pages = site.files(load_house("plain"))
    for name in ("index.html", "2027-03.html", "2027-01.html", "statement-2027-03.html"):
        assert b"Not final: 1 row could not be used" in pages[name], name


def test_a_wrong_row_that_no_service_level_reads_is_said_to_the_customer(desk: Path) -> None:
    (desk / "secret-folder" / "measured" / "requests.csv").write_text(
        "start,end,service,requests,errors\n2027-03-09T12:00:00Z,2027-03-09T13:00:00Z,database,1,2\n", encoding="utf-8"
    )
    index = computed(desk).files(load_house("plain"))["index.html"]
    assert b"1 row of the measurements had a mistake and was left out." in index
    assert b"Not final" not in index


def test_a_site_that_is_not_final_is_written_only_as_such(desk: Path) -> None:
    wrong_row(desk)
    site, folder = computed(desk), desk / "out"
    with pytest.raises(NotWritten, match="the statement is not final"):
        site.write(folder)
    assert not folder.exists()
    assert site.write(folder, unfinished=True)
    with pytest.raises(NotWritten, match="the statement is not final"):
        site.latest.write(desk / "statement.pdf")
    assert not (desk / "statement.pdf").exists()


def test_a_page_that_somebody_edited_is_not_written_over(desk: Path) -> None:
    site, folder = computed(desk), desk / "out"
    written = site.write(folder)
    assert {path.name for path in written} == set(files(desk))
    assert site.write(folder) == written
    page = folder / "2027-03.html"
    page.write_bytes(page.read_bytes() + b"<!-- mine -->")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(NotWritten):
        site.write(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
