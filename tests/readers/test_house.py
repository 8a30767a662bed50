from __future__ import annotations

import io
import zipfile
import zlib
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from sla_drafter.document.house import CoverLook, Design, SectionLook, TableLook, said_by
from sla_drafter.document.kinds import Numbering
from sla_drafter.document.walk import words_of
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding
from sla_drafter.readers.house import house_names, load_house
from tests.writers.sample import SAMPLE

PLAIN = Path(__file__).parents[2] / "templates" / "house" / "plain"
STYLE = (PLAIN / "style.yaml").read_text(encoding="utf-8")


def house_in(folder: Path, style: str, template: bytes | None = None) -> Path:
    (folder / "style.yaml").write_text(style, encoding="utf-8")
    (folder / "template.docx").write_bytes(template or (PLAIN / "template.docx").read_bytes())
    return folder


def findings(folder: Path, style: str, template: bytes | None = None) -> tuple[Finding, ...]:
    with pytest.raises(Unreadable) as refused:
        load_house(house_in(folder, style, template))
    return refused.value.findings


def names(found: tuple[Finding, ...]) -> list[tuple[str, str, int]]:
    return [(finding.name, finding.field, finding.places[0].line) for finding in found]


def template_with(part: str, data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(PLAIN / "template.docx") as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, data)
    return held.getvalue()


def test_the_plain_house_comes_with_the_package() -> None:
    house = load_house()
    assert house.name == "plain"
    assert "plain" in house_names()
    assert (house.paper.width, house.paper.height) == (Decimal("595.28"), Decimal("841.89"))
    assert house.sizes.text == Decimal("10.5")
    assert house.colours.heading == "24405C"
    assert house.typeface.faces["bold"] == "IBMPlexSerif-Bold.ttf"
    assert house.template[:2] == b"PK"
    assert hash(house) == hash(load_house("plain"))


def test_a_folder_is_a_house_too(tmp_path: Path) -> None:
    house = load_house(house_in(tmp_path, STYLE.replace("10.5 pt", "11pt").replace("20 mm", "2 cm")))
    assert house.name == tmp_path.name
    assert house.sizes.text == 11
    assert house.paper.top == Decimal("56.69")


def test_every_mistake_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    broken = (
        STYLE.replace("22 pt", "22").replace("rule: 9DAAB8", "rules: 9DAAB8").replace("leading: 1.2", "leading: [1]")
    )
    found = findings(tmp_path, broken)
    lines = {
        key: at
        for at, line in enumerate(broken.splitlines(), 1)
        for key in ("title", "leading", "rules")
        if key + ":" in line
    }
    assert sorted(names(found), key=lambda name: name[1]) == [
        ("missing_key", "colours.rule", lines["rules"] - 2),
        ("unknown_key", "colours.rules", lines["rules"]),
        ("wrong_value", "sizes.leading", lines["leading"]),
        ("wrong_value", "sizes.title", lines["title"]),
    ]
    unknown = next(finding for finding in found if finding.name == "unknown_key")
    assert unknown.mend is not None
    assert unknown.mend.words == "rule"
    assert unknown.places[0].text.strip() == "rules: 9DAAB8"


@pytest.mark.parametrize(
    ("style", "name"),
    [
        ("a: &anchor [1]", "not_yaml"),
        ("[" * 5000, "not_yaml"),
        ("a: b: c", "not_yaml"),
        ("- list", "wrong_value"),
        ("", "wrong_value"),
        ("# " + "x" * 70_000, "not_yaml"),
        (STYLE + "\ntemplate: other.docx\n", "duplicate_key"),
        (STYLE.replace("sla_drafter: 1", "sla_drafter: 2"), "wrong_value"),
        (STYLE.replace("template.docx", "../secret.docx"), "wrong_value"),
        (STYLE.replace("template.docx", "absent.docx"), "missing_file"),
        (STYLE.replace("word: Cambria", "word: 'Cambria; } body { color: red'"), "wrong_value"),
        (STYLE.replace("text: 1D2228", "text: red"), "wrong_value"),
    ],
)
def test_what_is_no_house_is_refused_by_name(tmp_path: Path, style: str, name: str) -> None:
    assert {finding.name for finding in findings(tmp_path, style)} == {name}


DRESSED = (
    STYLE
    + """
design: {cover: panel, sections: bar, tables: bands}
numbering: {section: "1.", items: [a., (i), (A)]}
letterhead: {name: "{author}", lines: ["Version {version}", Example Quay], logo: logo.png, logo_height: 12 mm}
running_head: "{title}"
"""
)


def test_a_house_may_have_a_design_a_numbering_scheme_and_a_letterhead(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(40, 20))
    house = load_house(house_in(tmp_path, DRESSED.replace("  banner: A32018", "  banner: A32018\n  accent: FF8800")))
    assert house.design == Design(CoverLook.PANEL, SectionLook.BAR, TableLook.BANDS)
    assert house.numbering == Numbering("1.", ("a.", "(i)", "(A)"))
    assert house.colours.accent == "FF8800"
    head = house.letterhead
    assert head is not None
    assert head.logo is not None
    assert (head.logo.media_type, head.logo_height) == ("image/png", Decimal("34.02"))
    assert [said_by(line, SAMPLE) for line in (head.name, *head.lines, house.running_head)] == [
        "Aldgate Data Services Ltd", "Version 0.3", "Example Quay", words_of(SAMPLE.title),
    ]  # fmt: skip


def test_a_name_that_looks_like_a_slot_is_printed_as_it_is() -> None:
    odd = evolve(SAMPLE, author="Acme {version} {title} {subject} Ltd")
    assert said_by("{author}, {version}, {unknown}", odd) == f"{odd.author}, {SAMPLE.version}, {{unknown}}"


def test_without_a_design_a_house_is_plain(tmp_path: Path) -> None:
    house = load_house(house_in(tmp_path, STYLE))
    assert (house.design, house.numbering, house.letterhead) == (Design(), Numbering(), None)
    assert house.colours.accent == house.colours.heading


@pytest.mark.parametrize(
    ("change", "field", "right"),
    [
        ("cover: panel|cover: huge", "design.cover", "one of ruled, centred, panel"),
        ("(i)|(x)", "numbering.items[2]", 'found "(x)"'),
        (", (A)]|]", "numbering.items", "a list of 3"),
        ('"1."|"§1"', "numbering.section", 'found "§1"'),
        ("{version}|{salary}", "letterhead.lines[1]", "one of author, title, version, subject"),
    ],
)
def test_a_mistake_in_the_design_is_told_with_what_would_be_right(
    tmp_path: Path, change: str, field: str, right: str
) -> None:
    (tmp_path / "logo.png").write_bytes(png(40, 20))
    old, _, new = change.partition("|")
    (found,) = findings(tmp_path, DRESSED.replace(old, new))
    assert (found.name, found.field) == ("wrong_value", field)
    assert right in found.message


def png(across: int, down: int) -> bytes:
    head = b"IHDR" + across.to_bytes(4) + down.to_bytes(4) + b"\x08\x02\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4) + head + zlib.crc32(head).to_bytes(4)


@pytest.mark.parametrize(
    ("logo", "fault"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG and no JPEG"),
        (b"GIF89a" + b"\0" * 40, "no PNG and no JPEG"),
        (png(50_000, 50_000), "50,000 by 50,000 pixels; at most 25,000,000"),
        (png(40, 20) + b"\0" * (5 << 20), "5 MB; at most 4 MB"),
    ],
)
def test_a_picture_is_judged_by_its_bytes_and_its_pixels(tmp_path: Path, logo: bytes, fault: str) -> None:
    (tmp_path / "logo.png").write_bytes(logo)
    (found,) = findings(tmp_path, DRESSED)
    assert "logo.png" in found.message
    assert fault in found.message


def test_a_house_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(Unreadable, match="Houses are: corporate, letterhead, plain;"):
        load_house("plane")


def test_a_template_with_a_program_or_a_remote_part_is_refused(tmp_path: Path) -> None:
    arrow = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" '
    office = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    remote = (
        f'{arrow}{office}attachedTemplate" Target="https://example.com/t.dotm" TargetMode="External"/></Relationships>'
    )
    found = findings(tmp_path, STYLE, template_with("word/_rels/settings.xml.rels", remote.encode()))
    assert "attachedTemplate" in found[0].message
    macro = f'{arrow}{office}vbaProject" Target="vbaProject.bin"/></Relationships>'
    assert (
        "vbaProject"
        in findings(tmp_path, STYLE, template_with("word/_rels/settings.xml.rels", macro.encode()))[0].message
    )


def test_a_template_with_a_field_that_reads_another_file_is_refused(tmp_path: Path) -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{at}"/></w:r>' for at in ("begin", "end"))
    split = "<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT /etc/passwd</w:instrText></w:r>"
    header = f'<w:hdr xmlns:w="{word}"><w:p>{begin}{split}{end}</w:p></w:hdr>'
    assert "INCLUDETEXT" in findings(tmp_path, STYLE, template_with("word/header1.xml", header.encode()))[0].message
