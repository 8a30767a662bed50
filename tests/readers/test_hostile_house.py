# ruff: noqa: E501 - markup is easier to read on one line
"""What a Word file must not bring into a house: each is refused by name, in a folder's template and in a file given itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.readers.house import load_house
from tests.readers.test_house import STYLE, png

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FIELD = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{0}</w:instrText></w:r><w:r><w:instrText>{1}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
Parts = dict[str, bytes]
Harm = Callable[[Parts], None]


def relation(kind: str, target: str, *, out: bool = False, part: str = "document") -> Harm:
    """A part that points to something."""

    def harm(parts: Parts) -> None:
        name = f"word/_rels/{part}.xml.rels"
        empty = (
            f'<Relationships xmlns="{OFFICE.replace("officeDocument/2006", "package/2006")}"></Relationships>'.encode()
        )
        mode = ' TargetMode="External"' if out else ""
        arrow = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
        parts[name] = parts.get(name, empty).replace(b"</Relationships>", arrow.encode())

    return harm


def paragraph(markup: str) -> Harm:
    def harm(parts: Parts) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + markup.encode())

    return harm


def with_macros(parts: Parts) -> None:
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )


def bomb(parts: Parts) -> None:
    parts["word/media/bomb.png"] = png(50_000, 50_000)
    relation("image", "media/bomb.png")(parts)


def drawing(parts: Parts) -> None:
    parts["word/media/logo.svg"] = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    relation("image", "media/logo.svg")(parts)


HARMS: dict[str, tuple[Harm, str]] = {
    "a picture from elsewhere": (relation("image", "https://example.com/beacon.png", out=True), "image https://example.com/beacon.png"),
    "a picture from the disk": (relation("image", "file:///etc/hostname", out=True), "image file:///etc/hostname"),
    "another template": (relation("attachedTemplate", "https://example.com/t.dotm", out=True, part="settings"), "attachedTemplate https://example.com/t.dotm"),
    "an object": (relation("oleObject", "embeddings/one.bin"), "oleObject embeddings/one.bin"),
    "a package": (relation("package", "embeddings/one.xlsx"), "package embeddings/one.xlsx"),
    "a program": (relation("vbaProject", "vbaProject.bin"), "vbaProject vbaProject.bin"),
    "a document with macros": (with_macros, "a document with macros"),
    "another text": (relation("aFChunk", "chunk.html"), "aFChunk chunk.html"),
    "a part of a document": (relation("subDocument", "sub.docx", out=True), "subDocument sub.docx"),
    "a link to the disk": (relation("hyperlink", "file:///etc/passwd", out=True), "hyperlink file:///etc/passwd"),
    "a field that reads": (paragraph(FIELD.format("INCLUDE", "TEXT /etc/passwd")), "the field INCLUDETEXT"),
    "a field that shows": (paragraph(FIELD.format("INCLUDEPICTURE", " http://example.com/x.png")), "the field INCLUDEPICTURE"),
    "a field that calls": (paragraph(FIELD.format("DDE", "AUTO cmd calc")), "the field DDEAUTO"),
    "a simple field": (paragraph('<w:p><w:fldSimple w:instr=" IMPORT x "/></w:p>'), "the field IMPORT"),
    "a field that leads to a program": (paragraph('<w:p><w:fldSimple w:instr=" HYPERLINK &quot;file:///c:/x.exe&quot; "/></w:p>'), 'the field HYPERLINK "file:///c:/x.exe"'),
    "a field that leads to a script": (paragraph(FIELD.format("HYPER", "LINK javascript:alert(1)")), "the field HYPERLINK javascript:alert(1)"),
    "a field that leads to a share": (paragraph(FIELD.format("HYPERLINK", r' \\l top "\\\\host\x" ')), "the field HYPERLINK"),
    "a field that leads to what another says": (paragraph(FIELD.format("HYPERLINK", "")), "the field HYPERLINK"),
    "a picture of too many pixels": (bomb, "bomb.png has 50,000 by 50,000 pixels"),
    "a picture that is a program": (drawing, "logo.svg is no PNG and no JPEG"),
}  # fmt: skip


def harmed(harm: Harm) -> bytes:
    held = io.BytesIO()
    made = docx.Document()
    made.add_paragraph("[[body]]")
    made.save(held)
    with zipfile.ZipFile(held) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    before = dict(parts)
    harm(parts)
    assert parts != before
    new = io.BytesIO()
    with zipfile.ZipFile(new, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return new.getvalue()


@pytest.mark.parametrize("case", HARMS)
def test_what_could_do_harm_is_refused_by_name(case: str, tmp_path: Path) -> None:
    harm, said = HARMS[case]
    (tmp_path / "template.docx").write_bytes(harmed(harm))
    (tmp_path / "style.yaml").write_text(STYLE, encoding="utf-8")
    for house in (tmp_path, tmp_path / "template.docx"):
        with pytest.raises(Unreadable) as refused:
            load_house(house)
        assert said in str(refused.value)
        assert "template.docx" in str(refused.value)


def test_the_same_file_without_harm_is_a_house(tmp_path: Path) -> None:
    (tmp_path / "template.docx").write_bytes(harmed(paragraph("<w:p/>")))
    assert load_house(tmp_path / "template.docx").template


@pytest.mark.parametrize(
    "link", ["https://example.com/", '"mailto:a@example.com" \\o "Write to us"', '\\l "annex" \\h']
)
def test_a_field_that_leads_to_a_page_or_a_place_is_kept(link: str, tmp_path: Path) -> None:
    (tmp_path / "template.docx").write_bytes(harmed(paragraph(FIELD.format("HYPERLINK ", link))))
    assert load_house(tmp_path / "template.docx").template
