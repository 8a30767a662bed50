"""Files know the house they were drafted in: `verify` needs to be told only what no file can tell it."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from attrs import evolve

from sla_drafter.builder.files import made_bytes
from sla_drafter.builder.verified import Asked, VerifiedFile, verify
from sla_drafter.findings import Severity
from sla_drafter.readers.carried_house import CarriedHouse, house_told, told_house
from sla_drafter.readers.house import house_names, load_house
from tests.builder.tampering import in_part, in_word
from tests.promises.files import STARTER, starter

ENDINGS = ("docx", "pdf", "html", "md", "json")


def letterhead(folder: Path, *lines: str) -> Path:
    """A Word file of somebody's own."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Hall & Sons, 1 Mill Lane"
    for line in lines:
        made.add_paragraph(line)
    made.save(str(folder / "hall.docx"))
    return folder / "hall.docx"


def drafted(folder: Path, house: str | Path, *endings: str) -> list[Path]:
    draft = starter().in_house(house).draft(layout=False)
    paths = [folder / f"agreement.{ending}" for ending in endings]
    for path, ending in zip(paths, endings, strict=True):
        path.write_bytes(made_bytes(draft, ending))
    return paths


def held(folder: Path, paths: list[Path], house: str | None = None) -> tuple[VerifiedFile, ...]:
    """The files against what they carry and, the same, against the agreement."""
    file = folder / "agreement.yaml"
    file.write_text(STARTER, encoding="utf-8")
    return (*verify(paths, Asked(house=house)), *verify(paths, Asked(file, house)))


@pytest.mark.parametrize("house", house_names())
def test_a_file_in_a_house_that_everybody_has_is_as_drafted_without_naming_the_house(
    tmp_path: Path, house: str
) -> None:
    found = held(tmp_path, drafted(tmp_path, house, *ENDINGS))
    assert [(file.findings, file.same_bytes) for file in found] == [((), True)] * len(ENDINGS) * 2


def test_of_a_letterhead_of_ones_own_words_and_numbers_are_held_and_the_rest_is_said(tmp_path: Path) -> None:
    paths = drafted(tmp_path, letterhead(tmp_path), "docx", "pdf", "html")
    for file in held(tmp_path, paths):
        assert [(one.rule, one.severity) for one in file.findings] == [("DOC-18", Severity.WARNING)]
        assert "its looks, its header and its footer were not compared" in file.findings[0].message
        assert file.findings[0].mend
        assert file.findings[0].mend.words == "--house PATH of that house"
    found = held(tmp_path, paths, house=str(tmp_path / "hall.docx"))
    assert [(file.findings, file.same_bytes) for file in found] == [((), True)] * 6


def test_a_house_of_ones_own_that_counts_otherwise_is_counted_so(tmp_path: Path) -> None:
    draft = starter().in_house("letterhead").draft(layout=False)
    path = tmp_path / "agreement.html"
    path.write_bytes(made_bytes(evolve(draft, house=evolve(draft.house, is_shipped=False)), "html"))
    for file in held(tmp_path, [path]):
        assert [one.rule for one in file.findings] == ["DOC-18"]


def test_a_changed_word_is_found_whatever_the_house(tmp_path: Path) -> None:
    (path,) = drafted(tmp_path, letterhead(tmp_path), "docx")
    path.write_bytes(in_word("36 months", "63 months")(path.read_bytes()))
    for file in held(tmp_path, [path]):
        assert {one.rule for one in file.findings} >= {"DOC-02"}
        assert any("63 months" in one.message for one in file.findings)


def test_where_nobody_says_the_house_the_mend_asks_for_it(tmp_path: Path) -> None:
    draft = starter().in_house("letterhead").draft(layout=False)
    path = tmp_path / "agreement.docx"
    path.write_bytes(made_bytes(draft, "docx", source=False))
    (tmp_path / "agreement.yaml").write_text(STARTER, encoding="utf-8")
    (file,) = verify([path], Asked(tmp_path / "agreement.yaml"))
    numbered = [one for one in file.findings if one.rule in ("DOC-02", "DOC-06", "DOC-17")]
    assert numbered
    assert all(one.mend and "--house NAME|PATH" in one.mend.words for one in numbered)
    (file,) = verify([path], Asked(tmp_path / "agreement.yaml", house="letterhead"))
    assert (file.findings, file.same_bytes) == ((), True)


def test_a_whole_agreement_in_word_is_not_held_against_a_paper_without_its_words(tmp_path: Path) -> None:
    (path,) = drafted(tmp_path, letterhead(tmp_path, "Ours alone.", '{{p clause("parties") }}', "[[body]]"), "docx")
    for file in held(tmp_path, [path]):
        assert [(one.rule, one.severity) for one in file.findings] == [("DOC-21", Severity.ERROR)]
        assert file.findings[0].mend
        assert "--house PATH" in file.findings[0].mend.words


def test_a_file_tells_no_path_and_no_name_of_a_house_of_ones_own(tmp_path: Path) -> None:
    source = json.loads(starter().in_house(letterhead(tmp_path)).draft(layout=False).source)
    assert source["house"] == {"section": "1", "items": ["(a)", "(i)", "(i)"]}
    assert b"hall" not in starter().in_house(letterhead(tmp_path)).draft(layout=False).source.lower()


@pytest.mark.parametrize(
    "told",
    [
        None,
        "letterhead",
        {},
        {"section": "2", "items": ["(a)", "(i)", "(i)"]},
        {"section": "1", "items": ["(a)", "(i)", "../x"]},
        {"section": "1", "items": ["(a)", "(i)"]},
        {"section": ["1"], "items": ["(a)", "(i)", "(i)"]},
    ],
)
def test_what_a_file_tells_of_its_house_is_taken_as_nothing_when_it_can_be_none(told: object) -> None:
    assert house_told(told) is None


def test_what_is_told_of_a_house_is_read_as_it_was_told() -> None:
    house = load_house("letterhead")
    assert house_told(told_house(house)) == CarriedHouse("letterhead", house.numbering, is_whole=False)


def test_words_around_the_text_are_compared_although_words_of_the_text_differ(tmp_path: Path) -> None:
    (path,) = drafted(tmp_path, "plain", "docx")
    footed = in_part(r"word/header\d*\.xml", "</w:p>", "<w:r><w:t>Clause 7 does not apply.</w:t></w:r></w:p>")
    path.write_bytes(footed(in_word("36 months", "63 months")(path.read_bytes())))
    (file, _) = held(tmp_path, [path])
    said = " ".join(one.message for one in file.findings)
    assert {"DOC-02", "DOC-14"} <= {one.rule for one in file.findings}
    assert 'read "Clause 7 does not apply."' in said


def test_words_that_a_style_strikes_are_found_although_nobody_has_the_house(tmp_path: Path) -> None:
    (path,) = drafted(tmp_path, letterhead(tmp_path), "docx")
    struck = in_part(
        r"word/styles\.xml", '<w:name w:val="Clause"/>', '<w:name w:val="Clause"/><w:rPr><w:strike/></w:rPr>'
    )
    path.write_bytes(struck(path.read_bytes()))
    for file in held(tmp_path, [path]):
        assert {one.name for one in file.findings} == {"change_in_file"}
        assert "words are struck out in" in file.findings[-1].message


@pytest.mark.parametrize(
    ("ending", "old", "new"),
    [
        ("html", b'href="#exit_assistance"', b'href="#relief"'),
        ("html", b"means a measure", b"means no measure"),
        ("md", b"(#exit_assistance)", b"(#relief)"),
    ],
)
def test_links_and_tooltips_are_held_although_nobody_has_the_house(
    tmp_path: Path, ending: str, old: bytes, new: bytes
) -> None:
    (path,) = drafted(tmp_path, letterhead(tmp_path), ending)
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    for file in held(tmp_path, [path]):
        assert file.findings
        assert {one.severity for one in file.findings} == {Severity.ERROR}


def test_a_page_that_a_browser_saved_leads_to_itself(tmp_path: Path) -> None:
    (path,) = drafted(tmp_path, "plain", "html")
    path.write_bytes(path.read_bytes().replace(b'href="#', b'href="file:///D:/agreement.html#'))
    for file in held(tmp_path, [path]):
        assert [(one.rule, one.severity) for one in file.findings] == [("DOC-18", Severity.INFO)]
