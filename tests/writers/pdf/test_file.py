from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import attrs
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

from sla_drafter.document.nodes import (
    Blank,
    Block,
    Chart,
    Comment,
    Deleted,
    Document,
    Figure,
    Image,
    Inserted,
    Item,
    Items,
    Link,
    Paragraph,
    Text,
    Value,
)
from sla_drafter.document.number import numbers
from sla_drafter.document.walk import words_of
from sla_drafter.errors import NotWritten
from sla_drafter.readers.pdf import read_passages, read_source
from sla_drafter.writers.pdf import layout, write
from tests.writers.pdf.papers import body_of, plain
from tests.writers.sample import EVERY_SAMPLE, SAMPLE, SOURCE, WHEN, line, png

ROOT = Path(__file__).parents[3]
PRINT_HASH = """
import hashlib, sys
from sla_drafter.writers.pdf import write
from tests.writers.pdf.papers import plain
from tests.writers.sample import EVERY_SAMPLE, SOURCE
for document in EVERY_SAMPLE.values():
    print(hashlib.sha256(write(document, plain(), SOURCE)).hexdigest())
"""


def opened(document: Document, source: bytes | None = None) -> PdfReader:
    return PdfReader(BytesIO(write(document, plain(), source)))


def hashes(seed: str, zone: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", PRINT_HASH], env=environment, capture_output=True, text=True, check=True
    )
    return result.stdout


def test_the_same_paper_gives_the_same_bytes_in_another_process_and_time_zone() -> None:
    first = hashes("0", "UTC")
    assert len(first.split()) == len(EVERY_SAMPLE)
    assert hashes("1", "Asia/Tokyo") == first


def test_a_second_writing_in_one_process_gives_the_same_bytes() -> None:
    assert write(SAMPLE, plain(), SOURCE) == write(SAMPLE, plain(), SOURCE)


@pytest.mark.parametrize("name", EVERY_SAMPLE)
def test_every_font_is_embedded_and_says_its_letters(name: str) -> None:
    fonts = [
        font.get_object()
        for page in opened(EVERY_SAMPLE[name]).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] and "/ToUnicode" in font for font in fonts)
    assert {font["/BaseFont"].split("+")[1].split("-")[0] for font in fonts} == {"IBMPlexSerif"}


def test_an_outside_tool_finds_only_embedded_fonts(outside_tool: Callable[[str], Path], tmp_path: Path) -> None:
    file = tmp_path / "sample.pdf"
    file.write_bytes(write(SAMPLE, plain(), None))
    listed = subprocess.run([outside_tool("pdffonts"), file], capture_output=True, text=True, check=True).stdout
    rows = listed.splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_an_outside_tool_reads_the_same_words_in_the_same_order(
    outside_tool: Callable[[str], Path], tmp_path: Path
) -> None:
    document = attrs.evolve(SAMPLE, footer=(), page_of="", contents_title="", stories=SAMPLE.stories[2:])
    file = tmp_path / "schedules.pdf"
    file.write_bytes(write(document, plain(), None))
    command = [str(outside_tool("pdftotext")), "-raw", str(file), "-"]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ours = " ".join(passage.words for passage in read_passages(file.read_bytes())[1:])
    assert "".join(ours.split()) in "".join(found.split())


_BESIDE = """
from importlib import resources
from reportlab.pdfbase import pdfmetrics, ttfonts
from sla_drafter.writers.pdf import write
from tests.writers.pdf.papers import plain
from tests.writers.sample import SAMPLE
typeface = plain().typeface
with resources.as_file(resources.files(typeface.package) / "files" / typeface.faces["regular"]) as file:
    pdfmetrics.registerFont(ttfonts.TTFont("Mine", file))
assert write(SAMPLE, plain(), None).startswith(b"%PDF")
assert type(pdfmetrics.getFont("Mine")) is ttfonts.TTFont
"""


def test_a_script_may_use_the_same_typeface_with_the_pdf_library_itself() -> None:
    assert subprocess.run([sys.executable, "-c", _BESIDE], check=False).returncode == 0


def test_the_file_says_its_title_author_subject_and_language() -> None:
    reader = opened(SAMPLE)
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author, reader.metadata.subject) == (
        words_of(SAMPLE.title),
        SAMPLE.author,
        SAMPLE.subject,
    )
    assert str(reader.root_object["/Lang"]) == "en"
    preferences = reader.root_object["/ViewerPreferences"]
    assert isinstance(preferences, DictionaryObject)
    assert str(preferences["/DisplayDocTitle"]).lower() == "true"


def test_the_source_comes_back_byte_for_byte() -> None:
    assert read_source(write(SAMPLE, plain(), SOURCE)) == SOURCE
    assert read_source(write(SAMPLE, plain(), None)) is None


def outline(entries: list[object], depth: int = 0) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for entry in entries:
        if isinstance(entry, list):
            found += outline(entry, depth + 1)
        elif isinstance(entry, Destination):
            found.append((depth, str(entry.title)))
    return found


def test_the_bookmarks_are_the_sections_and_clauses_with_their_numbers() -> None:
    assert outline(list(opened(SAMPLE).outline)) == [
        (0, "1 Overview"),
        (1, "1.1 Parties"),
        (1, "1.2 Purpose & reach"),
        (0, "2 Service credits"),
        (1, "2.1 Measurement"),
        (1, "2.2 Credits"),
        (1, "2.3 End"),
        (0, "Schedule 1 Services"),
        (1, "Part 1 Service hours"),
        (1, "Part 2 Deliverables"),
        (0, "Schedule 2 Service levels"),
        (1, "Part 1 Availability"),
    ]


def test_every_section_clause_and_anchor_is_a_destination_on_the_page_that_the_layout_says() -> None:
    laid = layout(SAMPLE, plain())
    reader = PdfReader(BytesIO(laid.data))
    found = reader.named_destinations
    for name in numbers(SAMPLE):
        assert reader.get_destination_page_number(found[name]) == laid.pages.page_of[name] - 1, name


def link_targets(reader: PdfReader) -> list[tuple[int, str]]:
    """The page of each link, and the address or the name of the destination that it leads to."""
    spots = reader.named_destinations
    found = []
    for number, page in enumerate(reader.pages, 1):
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            if link["/Subtype"] != "/Link":
                continue
            if "/A" in link:
                found.append((number, str(link["/A"]["/URI"])))
            else:
                found.append((number, str(spots[_text(link["/Dest"])].title)))
    return found


def _text(name: object) -> str:
    return name.decode() if isinstance(name, bytes) else str(name)


def test_references_and_contents_are_links() -> None:
    found = link_targets(opened(SAMPLE))
    assert [target for page, target in found if page == 1] == ["overview", "credits", "services", "levels"]
    assert [target for page, target in found if page > 1] == [
        "levels",
        "services",
        "service_hours",
        "https://example.com/status?a=1&b=2",
        "measurement.exclusions",
        "measurement.customer_acts",
        "parties.address",
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "#parties", "HTTP:x", ""])
def test_a_link_with_another_scheme_is_printed_as_words_only(address: str) -> None:
    document = body_of(Paragraph((Link(address, line("see here")),)))
    assert [target for _, target in link_targets(opened(document))] == []
    assert (
        "see here"
        in read_passages(write(document, plain(), None))[0].words
        + read_passages(write(document, plain(), None))[-1].words
    )


def test_nothing_in_a_file_acts_by_itself() -> None:
    data = write(SAMPLE, plain(), SOURCE)
    assert not re.findall(rb"/(?:JavaScript|JS|Launch|OpenAction|AA|SubmitForm|ImportData)\b", data)


@pytest.mark.usefixtures("no_further_faces")
def test_letters_that_the_typeface_lacks_are_refused_all_at_once_with_their_names_and_places() -> None:
    document = body_of(
        Paragraph((Text("tick ☐ and "), Value("東京", "parties.customer.name"), Blank("[α]", "fee"))),
    )
    with pytest.raises(NotWritten) as refusal:
        write(attrs.evolve(document, banner="☠"), plain(), None)
    kanji = '"東" (CJK UNIFIED IDEOGRAPH-6771, U+6771), "京" (CJK UNIFIED IDEOGRAPH-4EAC, U+4EAC)'
    assert {(finding.field, finding.clause, finding.message) for finding in refusal.value.findings} == {
        ("", "", 'The typeface has no "☠" (SKULL AND CROSSBONES, U+2620).'),
        ("", "only", 'The typeface has no "☐" (BALLOT BOX, U+2610).'),
        ("parties.customer.name", "only", f"The typeface has no {kanji}."),
        ("fee", "only", 'The typeface has no "α" (GREEK SMALL LETTER ALPHA, U+03B1).'),
    }
    assert {finding.rule for finding in refusal.value.findings} == {"PDF-01"}


@pytest.mark.usefixtures("no_further_faces")
def test_words_that_are_printed_in_several_places_are_refused_once_where_they_were_typed() -> None:
    called_by = Value("東京東京 北海道", "metrics.a.service", "named")
    typed = Value("東京東京 北海道", "services.a.name")
    with pytest.raises(NotWritten) as refusal:
        write(body_of(Paragraph((called_by,)), Paragraph((typed, Text(", "), called_by))), plain(), None)
    (found,) = refusal.value.findings
    assert (found.field, found.quote) == ("services.a.name", "東")
    assert found.message.endswith(" and 2 more.")
    assert found.message.count("U+") == 3


@pytest.mark.parametrize(
    "block",
    [
        Comment("Cy", WHEN, "why ☐?", (Paragraph(line("x")),)),
        Inserted("☐", WHEN, (Paragraph(line("x")),)),
        Paragraph((Comment("Cy", WHEN, "why ☐?", line("x")),)),
        Paragraph((Deleted("☐", WHEN, line("x")),)),
        Figure(Chart(("☐",), ("1",), "h"), "A chart"),
        Figure(Chart(("Jan",), ("1",), "☐"), "A chart"),
        Items((Item((Inserted("☐", WHEN, (Paragraph(line("x")),)),)),)),
    ],
)
def test_a_letter_missing_beside_the_text_is_refused_too(block: Block) -> None:
    with pytest.raises(NotWritten, match=r"U\+2610"):
        write(body_of(block), plain(), None)


def test_a_picture_with_too_many_pixels_is_refused() -> None:
    with pytest.raises(NotWritten, match="6000 by 5000 pixels"):
        write(body_of(Figure(Image(png(6000, 5000), "image/png"), "A scan")), plain(), None)


@pytest.mark.parametrize(
    ("image", "fault"),
    [
        (Image(b"<svg/>", "image/svg+xml"), "image/svg\\+xml"),
        (Image(b"not a picture", "image/png"), "cannot be read"),
        (Image(png()[:50], "image/png"), "cannot be read"),
        (Image(png(), "image/jpeg"), "cannot be read"),
        (Image(png(40_000, 0), "image/png"), "cannot be read"),
    ],
)
def test_a_picture_that_cannot_be_printed_is_refused_by_its_words(image: Image, fault: str) -> None:
    document = body_of(Figure(image, "A diagram"))
    with pytest.raises(NotWritten, match=f"(?s)A diagram.*{fault}"):
        write(document, plain(), None)
