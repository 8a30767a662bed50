from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Pdf
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from sla_drafter.errors import Unreadable
from sla_drafter.readers import pdf
from sla_drafter.readers.pdf import read_passages, read_source
from sla_drafter.readers.pdf_letters import Fonts, Letters
from sla_drafter.writers.pdf import write
from tests.writers.pdf.papers import plain
from tests.writers.sample import SAMPLE, SOURCE

OURS = write(SAMPLE, plain(), SOURCE)


def foreign(*pages: str) -> bytes:
    """A PDF as others make it, without a mark of ours."""
    data = BytesIO()
    canvas = Canvas(data, invariant=1)
    for words in pages:
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def test_a_file_of_somebody_else_is_read_page_by_page() -> None:
    found = read_passages(foreign("The Provider shall.", "Credits: 5 %"))
    assert [(passage.id, passage.words.strip()) for passage in found] == [
        ("", "The Provider shall."),
        ("", "Credits: 5 %"),
    ]


def test_a_file_without_a_source_carries_none() -> None:
    assert read_source(foreign("x")) is None


def test_our_own_file_is_read_clause_by_clause_in_order() -> None:
    assert [passage.id for passage in read_passages(OURS)] == [
        "", "overview", "parties", "purpose", "credits", "measurement", "credit_bands", "end", "",
        "services", "service_hours", "deliverables", "levels", "availability",
    ]  # fmt: skip


def test_a_note_is_read_where_its_mark_stands() -> None:
    (purpose,) = [passage for passage in read_passages(OURS) if passage.id == "purpose"]
    assert purpose.words.endswith("see the status page. The page is kept for information only.")


def test_words_changed_in_the_file_are_read_as_changed() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(OURS)))
    for page in writer.pages:
        content = page.get_contents()
        assert content is not None
        content.set_data(content.get_data().replace(b"planned maintenance", b"absence of staff"))
        page.replace_contents(content)
    data = BytesIO()
    writer.write(data)
    (changed,) = [passage for passage in read_passages(data.getvalue()) if passage.id == "measurement"]
    assert "absence of staff" in changed.words


def outcome(data: bytes) -> str:
    """What comes of reading these bytes: "read", or the codes of the refusal."""
    try:
        read_passages(data)
        read_source(data)
    except Unreadable as refusal:
        return " ".join(finding.rule for finding in refusal.findings)
    return "read"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", OURS[:2000]])
def test_a_file_that_is_no_pdf_is_refused(data: bytes) -> None:
    assert outcome(data) == "PDF-11"


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(OURS) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_damaged_file_raises_nothing_but_our_own_refusal(damage: list[tuple[int, int]]) -> None:
    damaged = bytearray(OURS)
    for at, value in damage:
        damaged[at] = value
    assert outcome(bytes(damaged)) in {"read", "PDF-11", "PDF-12"}


def test_a_locked_file_is_refused_with_the_way_out() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(foreign("secret"))))
    writer.encrypt("password", algorithm="RC4-128")
    data = BytesIO()
    writer.write(data)
    with pytest.raises(Unreadable, match=r"PDF-12 .* without a password"):
        read_passages(data.getvalue())


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LARGEST", 100)
    with pytest.raises(Unreadable, match="PDF-13"):
        read_passages(OURS)


def saved(file: Pdf) -> bytes:
    data = BytesIO()
    file.save(data)
    return data.getvalue()


def test_a_tree_that_holds_itself_is_refused() -> None:
    with Pdf.open(BytesIO(OURS)) as file:
        file.Root.StructTreeRoot.K.K.append(file.Root.StructTreeRoot.K)
        assert outcome(saved(file)) == "PDF-11"


def test_a_file_that_unpacks_to_far_more_than_a_paper_needs_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LARGEST_STREAM", 1_000_000)
    with Pdf.open(BytesIO(OURS)) as file:
        file.pages[0].Contents = file.make_stream(b" " * 2_000_000)
        assert outcome(saved(file)) == "PDF-11"


def test_words_that_no_element_has_are_read_last() -> None:
    with Pdf.open(BytesIO(OURS)) as file:
        kids = file.Root.StructTreeRoot.K.K
        del kids[len(kids) - 1]
        read = read_passages(saved(file))
    assert "services" not in [passage.id for passage in read]
    assert read[-1].id == ""
    assert "Service hours" in read[-1].words


def drawn_as(said: str) -> str:
    """What is read where the first words of a page are said to be others than those that are drawn."""
    with Pdf.open(BytesIO(OURS)) as file:
        content = file.pages[1].Contents.read_bytes()
        first = content.index(b"(Overview) Tj")
        last = first + len(b"(Overview) Tj")
        span = f"/Span <</ActualText ({said})>> BDC ".encode() + content[first:last] + b" EMC"
        file.pages[1].Contents = file.make_stream(content[:first] + span + content[last:])
        return next(passage.words for passage in read_passages(saved(file)) if passage.id == "overview")


def test_words_that_stand_for_what_is_drawn_are_read_where_they_have_its_letters() -> None:
    assert "weivrevO" in drawn_as("weivrevO")
    assert "Overview" in drawn_as("Overseen")


def test_a_code_that_a_font_does_not_explain_is_shown_as_unknown() -> None:
    assert Letters(1, {65: "A"}).words(b"AB") == "A\ufffd"
    assert Letters(2, {65: "fi"}).words(b"\x00A\x00B") == "fi\ufffd"


def test_every_font_of_ours_explains_its_letters() -> None:
    with Pdf.open(BytesIO(OURS)) as file:
        found = Fonts().of_page(file.pages[1].obj)
    assert found
    assert all(letters.table[ord("A")] == "A" for letters in found.values())
