"""Tracked changes read as shown, as accepted, as rejected: words, rows, joined paragraphs, numbers that follow."""

from __future__ import annotations

import attrs
import pytest

from sla_drafter.document.nodes import (
    Deleted,
    Document,
    Inserted,
    Items,
    Paragraph,
    Section,
    SectionKind,
    Story,
    StoryKind,
)
from sla_drafter.document.printed import passages
from sla_drafter.readers.docx import Changes, read_passages
from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx import write
from tests.writers.sample import REVIEWED, SAMPLE, WHEN, clause, item, line, paragraph

OLD = paragraph("The ", "term is ", "12 months.")
LIST = Items((item("first"), item("second")))


def document(*blocks: Paragraph | Items | Inserted | Deleted) -> Document:
    holder = Section("held", SectionKind.CLAUSE, line("Held"), blocks, "")
    section = Section(
        "section.held", SectionKind.SECTION, line("Section"), (holder, clause("after", "After", paragraph("x")))
    )
    return attrs.evolve(SAMPLE, stories=(Story(StoryKind.BODY, (section,)),))


def squeezed(paper: Document | bytes, changes: Changes = Changes.ALL) -> list[tuple[str, str]]:
    found = passages(paper) if isinstance(paper, Document) else read_passages(paper, changes)
    return [(passage.id, "".join(passage.words.split())) for passage in found]


def put_in(*blocks: Paragraph | Items) -> Inserted:
    return Inserted("Ada", WHEN, blocks)


def taken_out(*blocks: Paragraph | Items) -> Deleted:
    return Deleted("Ada", WHEN, blocks)


CASES = {
    "words": (
        document(paragraph("a ", Deleted("Ada", WHEN, line("old")), Inserted("Ada", WHEN, line("new")), " b")),
        document(paragraph("a ", "new", " b")),
        document(paragraph("a ", "old", " b")),
    ),
    "a paragraph put in": (document(OLD, put_in(paragraph("More."))), document(OLD, paragraph("More.")), document(OLD)),
    "a paragraph taken out": (
        document(OLD, taken_out(paragraph("More."))),
        document(OLD),
        document(OLD, paragraph("More.")),
    ),
    "a list put in before a list": (
        document(OLD, put_in(paragraph("Now:"), LIST), paragraph("Then:"), LIST),
        document(OLD, paragraph("Now:"), LIST, paragraph("Then:"), LIST),
        document(OLD, paragraph("Then:"), LIST),
    ),
    "a list for a list": (document(OLD, taken_out(LIST), put_in(LIST)), document(OLD, LIST), document(OLD, LIST)),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(case: str) -> None:
    shown, accepted, rejected = CASES[case]
    data = write(shown, load_house(), None)
    assert squeezed(data, Changes.ACCEPTED) == squeezed(accepted)
    assert squeezed(data, Changes.REJECTED) == squeezed(rejected)


def test_shown_changes_are_read_as_the_paper_prints_them() -> None:
    data = write(REVIEWED, load_house(), None)
    assert squeezed(data) == squeezed(REVIEWED)
    accepted = " ".join(words for _, words in squeezed(data, Changes.ACCEPTED))
    rejected = " ".join(words for _, words in squeezed(data, Changes.REJECTED))
    assert "Thetermis24monthsfromthefirstday." in accepted
    assert "Byfax." not in accepted
    assert "Post2" in accepted
    assert "Thetermis12monthsonlyfromthefirstday." in rejected
    assert "Byfax." in rejected
    assert "Post2" not in rejected
