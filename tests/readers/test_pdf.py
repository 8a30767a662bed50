from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from sla_drafter.errors import Unreadable
from sla_drafter.readers import pdf
from sla_drafter.readers.pdf import read_passages, read_source
from sla_drafter.readers.pdf_letters import Letters, letters_of
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


def test_words_that_stand_in_each_other_are_read_once() -> None:
    heard = pdf._Hearing()
    heard.elsewhere = {"a": ["one ", pdf._Elsewhere("b")], "b": ["two ", pdf._Elsewhere("a")]}
    heard.found = [("x", [pdf._Elsewhere("a")])]
    assert [passage.words for passage in heard.passages()] == ["one two"]


def test_a_code_that_a_font_does_not_explain_is_shown_as_unknown() -> None:
    assert Letters(1, {65: "A"}).words(b"AB") == "A\ufffd"
    assert Letters(2, {65: "fi"}).words(b"\x00A\x00B") == "fi\ufffd"


def test_every_font_of_ours_explains_its_letters() -> None:
    found = letters_of(PdfReader(BytesIO(OURS)).pages[1])
    assert found
    assert all(letters.table[ord("A")] == "A" for letters in found.values())
