"""Two independent checkers find nothing in what we print: veraPDF (Java) and page-validation (Rust).

Each is shown to see what is broken. `qpdf` looks at the bytes of the same papers, and their size is measured.
"""

from __future__ import annotations

import functools
import re
import subprocess
from collections.abc import Callable, Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import page
import pytest
from PIL import Image as Pictures

from sla_drafter.attainment.to_document import to_document
from sla_drafter.builder import Builder, Draft
from sla_drafter.document.nodes import Document, Figure, Image, Paragraph, Row, Table
from sla_drafter.readers.house import house_names, load_house
from sla_drafter.writers.pdf import write
from tests.attainment.months import agreed, at, down, month, of_outages
from tests.writers.pdf.checkers.breakages import BREAKAGES, broken
from tests.writers.pdf.checkers.verapdf import FLAVOURS, VeraPdf
from tests.writers.pdf.papers import body_of, plain
from tests.writers.pdf.world import OF_THE_WORLD
from tests.writers.sample import EVERY_SAMPLE, SAMPLE, SOURCE, cells, line, paragraph

pytestmark = pytest.mark.xdist_group("verapdf")  # one Java machine, not one for each worker

STARTERS = files("sla_drafter.templates") / "starters"
WORDS = files("sla_drafter.clause_library") / "words"
LARGEST = 150_000
NOT_ITS_LENGTH = "PDFA2A-STREAM-LENGTH-001"


def starters() -> Iterator[tuple[str, str]]:
    """Every starter with every language in which it has texts."""
    languages = sorted(entry.name.removesuffix(".yaml") for entry in WORDS.iterdir() if entry.name.endswith(".yaml"))
    for entry in sorted(STARTERS.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            text = entry.read_text(encoding="utf-8")
            own = re.findall(r"^language: (\w+)", text, re.MULTILINE) or ["en"]
            further = [language for language in languages if re.search(rf"[{{,\s]{language}: ", text)]
            yield from ((entry.name, language) for language in dict.fromkeys((*own, *further)))


EVERY_STARTER = tuple(starters())


@functools.cache
def draft(starter: str, language: str, house: str = "plain") -> Draft:
    builder = Builder.from_text((STARTERS / starter).read_text(encoding="utf-8"))
    return builder.in_language(language).in_house(house).draft(layout=False)


@pytest.fixture(scope="session")
def verapdf(outside_tool: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[VeraPdf]:
    running = VeraPdf(outside_tool, tmp_path_factory.mktemp("verapdf"))
    yield running
    running.close()


def clean(verapdf: VeraPdf, data: bytes, folder: Path) -> None:
    """Asserts that neither checker finds anything in a file, for either standard."""
    file = folder / "paper.pdf"
    file.write_bytes(data)
    for flavour in FLAVOURS:
        assert verapdf.broken_rules(flavour, file) == {}
        second = page.validate_pdf(str(file), profile=flavour)
        failures = {failure.rule_id: failure.message for failure in second.failures}
        if NOT_ITS_LENGTH in failures and lengths_are_right(data):
            del failures[NOT_ITS_LENGTH]
        assert failures == {}


def lengths_are_right(data: bytes) -> bool:
    """Whether every stream of a file is as long as it says, and then ends.

    page-validation doubts that of a stream whose last byte is a carriage return: it takes that for a part of the end.
    """
    starts = [(found.end(), int(found[1])) for found in re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", data)]
    assert starts
    return all(data[start + length :].startswith(b"\nendstream") for start, length in starts)


@pytest.mark.parametrize(("starter", "language"), EVERY_STARTER)
def test_every_starter_in_every_language_is_clean(
    starter: str, language: str, verapdf: VeraPdf, tmp_path: Path
) -> None:
    clean(verapdf, draft(starter, language).pdf, tmp_path)


@pytest.mark.parametrize("house", house_names())
def test_every_house_is_clean(house: str, verapdf: VeraPdf, tmp_path: Path) -> None:
    clean(verapdf, draft(*EVERY_STARTER[0], house).pdf, tmp_path)


@pytest.mark.parametrize(("starter", "language"), EVERY_STARTER)
def test_every_starter_is_small(starter: str, language: str) -> None:
    assert len(draft(starter, language).pdf) < LARGEST


def in_inks() -> bytes:
    """A picture in cyan, magenta, yellow and black, as printers have them."""
    made = BytesIO()
    Pictures.new("CMYK", (40, 30), (200, 30, 0, 10)).save(made, "JPEG")
    return made.getvalue()


def long_table() -> Document:
    rows = tuple(Row(cells(f"row {number}", "words " * 30)) for number in range(90))
    return body_of(Paragraph(line("As follows:")), Table(cells("A", "B"), (*rows, Row(())), line("Caption")))


def statement() -> Document:
    return to_document(month(agreed(), of_outages([down(at(3, 10), at(3, 12))])), {})


FURTHER: dict[str, Callable[[], Document]] = {
    **{name: functools.partial(EVERY_SAMPLE.__getitem__, name) for name in EVERY_SAMPLE},
    "statement": statement,
    "long table": long_table,
    "picture in inks": lambda: body_of(Figure(Image(in_inks(), "image/jpeg"), "A picture in four inks")),
    "brochure": lambda: draft(*EVERY_STARTER[0]).brochure.document,
    "letters of the world": lambda: body_of(Paragraph(line(OF_THE_WORLD)), paragraph(OF_THE_WORLD * 9)),
    "nothing": lambda: Document(line("Nothing"), "en", ()),
    "with dates and marks": lambda: (
        Builder.from_text((STARTERS / "managed_database.yaml").read_text(encoding="utf-8"))
        .with_dates()
        .draft(layout=False)
        .marked_unfinished()
        .document
    ),
}


@pytest.mark.parametrize("name", FURTHER)
def test_whatever_else_is_printed_is_clean(name: str, verapdf: VeraPdf, tmp_path: Path) -> None:
    clean(verapdf, write(FURTHER[name](), plain(), None), tmp_path)


def test_a_file_without_a_source_is_clean(verapdf: VeraPdf, tmp_path: Path) -> None:
    clean(verapdf, write(SAMPLE, plain(), SOURCE), tmp_path)
    clean(verapdf, write(SAMPLE, plain(), None), tmp_path)


@functools.cache
def good() -> bytes:
    return write(SAMPLE, load_house("plain"), SOURCE)


FOR_KEEPING = {"no colours", "attachment", "acts by itself"}
FOR_EVERYONE = {name for name in BREAKAGES if name not in FOR_KEEPING}
FOR_BOTH = {"no tree", "not marked", "no claim", "unknown role", "letters not embedded", "letters without meaning"}
SEEN = [("ua1", name) for name in BREAKAGES if name in FOR_EVERYONE] + [
    ("2a", name) for name in BREAKAGES if name in FOR_KEEPING | FOR_BOTH
]


@pytest.mark.parametrize(("flavour", "name"), SEEN)
def test_both_checkers_see_what_is_broken(flavour: str, name: str, verapdf: VeraPdf, tmp_path: Path) -> None:
    file = tmp_path / "broken.pdf"
    file.write_bytes(broken(good(), name))
    assert verapdf.broken_rules(flavour, file)
    assert not page.validate_pdf(str(file), profile=flavour).is_compliant


def test_a_stream_of_another_length_is_seen() -> None:
    assert lengths_are_right(good())
    assert not lengths_are_right(re.sub(rb"/Length (\d+)", lambda found: b"/Length 1%b" % found[1], good(), count=1))


def test_verapdf_says_of_a_file_that_is_no_pdf_that_it_is_none(verapdf: VeraPdf, tmp_path: Path) -> None:
    file = tmp_path / "no.pdf"
    file.write_bytes(b"no PDF at all")
    assert verapdf.broken_rules("2a", file)


@pytest.mark.parametrize(("starter", "language"), EVERY_STARTER)
def test_the_bytes_are_sound(starter: str, language: str, outside_tool: Callable[[str], Path], tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    data = draft(starter, language).pdf
    file.write_bytes(data)
    check = [str(outside_tool("qpdf")), "--check", str(file)]
    assert subprocess.run(check, check=False, capture_output=True).returncode == 0
    file.write_bytes(data[: len(data) // 2])
    assert subprocess.run(check, check=False, capture_output=True).returncode != 0
