from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import attrs
import pytest

from sla_drafter.document.nodes import (
    Block,
    Break,
    Cell,
    Comment,
    Deleted,
    Document,
    Emphasis,
    Inline,
    Inserted,
    Item,
    Items,
    Link,
    Note,
    Paragraph,
    Reference,
    Row,
    Section,
    SectionKind,
    Signature,
    Story,
    StoryKind,
    Strong,
    Table,
    Text,
)
from sla_drafter.readers.pdf import read_passages
from sla_drafter.writers.pdf import layout, write
from tests.writers.pdf.papers import body_of, plain, squeezed, words_on_paper
from tests.writers.sample import SAMPLE, UNFINISHED, WHEN, cells, line, paragraph

NOTE = Note((Text("remark "), Note(line("remark on the remark")), Strong(line("bold"))))


def around(words: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every inline that holds others, around these words, and two deep."""
    for holder in (Strong, Emphasis, Note):
        yield holder(words)
    yield Link("https://example.com", words)
    for change in (Inserted, Deleted):
        yield change("Ada", WHEN, words)
    yield Comment("Cy", WHEN, "why?", words)


EVERY_INLINE = tuple(outer for inner in around(line("deep")) for outer in around((inner, Break(), Text("flat"))))
BLOCKS: dict[str, Block] = {
    "paragraph": Paragraph(EVERY_INLINE),
    "item": Items((Item((Paragraph(EVERY_INLINE),)), Item(()), Item((Table(cells("A"), (Row(cells("b")),)),)))),
    "bullets": Items((Item((Paragraph((NOTE,)),)),), ordered=False),
    "cells": Table((Cell(EVERY_INLINE),), (Row((Cell((NOTE, *EVERY_INLINE)),)),), (NOTE,)),
    "signature": Signature((NOTE,), (("Name", (NOTE,)),)),
    "empty table": Table((), ()),
    "empty paragraph": Paragraph(()),
}


def changed(block: Block) -> Iterator[Block]:
    yield block
    yield Inserted("Ada", WHEN, (block,))
    yield Comment("Cy", WHEN, "why?", (Deleted("Ada", WHEN, (block, block)),))


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_with_every_inline_is_read_as_it_is_printed(name: str) -> None:
    for block in changed(BLOCKS[name]):
        document = body_of(block)
        assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


LIST = Items((Item((paragraph("listed"),)),))


def sections(*kinds: SectionKind) -> Iterator[Section]:
    for number, kind in enumerate(kinds):
        yield Section(f"s{number}", kind, line(f"Title {number}"), (paragraph(f"words {number}"), LIST))


@pytest.mark.parametrize("outer", SectionKind)
@pytest.mark.parametrize("inner", SectionKind)
def test_a_section_of_any_kind_may_stand_in_any_other_and_in_a_change(outer: SectionKind, inner: SectionKind) -> None:
    nested: tuple[Block, ...] = (
        *sections(inner),
        Inserted("Ada", WHEN, (attrs.evolve(next(sections(inner)), id="put_in"),)),
    )
    story = Story(StoryKind.BODY, (Section("outer", outer, line("Outer"), nested),))
    document = Document(line("x"), "en", (story,))
    laid = layout(document, plain())
    assert {"outer", "s0", "put_in"} <= laid.pages.page_of.keys()
    assert squeezed(read_passages(laid.data)) == words_on_paper(document)


def test_a_section_goes_on_after_the_sections_in_it() -> None:
    blocks: tuple[Block, ...] = (paragraph("first"), *sections(SectionKind.CLAUSE), paragraph("last"))
    section = Section("outer", SectionKind.SECTION, line("Outer"), blocks)
    document = Document(line("x"), "en", (Story(StoryKind.BODY, (section,)),))
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


@pytest.mark.parametrize("kind", StoryKind)
def test_the_words_of_every_story_are_printed(kind: StoryKind) -> None:
    document = Document(line("x"), "en", (Story(kind, (paragraph("said here", NOTE),)),))
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)
    assert layout(document, plain()).pages.total == 1


def test_a_reference_to_nothing_is_printed_and_leads_nowhere() -> None:
    document = body_of(Paragraph((Reference("gone", "clause ", "9.9"),)))
    assert "clause 9.9" in read_passages(write(document, plain(), None))[-1].words


def test_two_clauses_with_one_id_are_both_printed() -> None:
    twin = Section("twin", SectionKind.CLAUSE, line("Twin"), (paragraph("once"),))
    section = Section("one", SectionKind.SECTION, line("One"), (twin, twin))
    data = write(Document(line("x"), "en", (Story(StoryKind.BODY, (section,)),)), plain(), None)
    assert "".join(passage.words for passage in read_passages(data)).count("once") == 2


def test_ids_of_any_letters_are_destinations() -> None:
    clauses = tuple(
        Section(name, SectionKind.CLAUSE, line(name), (Paragraph((Reference(name, "", "1"),)),))
        for name in ("credits.99.0%", "grüße (1)/2", "a b#c", "1")
    )
    section = Section("one", SectionKind.SECTION, line("One"), clauses)
    document = Document(line("x"), "en", (Story(StoryKind.BODY, (section,)),))
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


def test_contents_longer_than_a_page_go_on_over_the_page() -> None:
    many = tuple(
        Section(f"s{number}", SectionKind.SECTION, line("A section with a long title " * 4), ()) for number in range(60)
    )
    document = attrs.evolve(SAMPLE, stories=(Story(StoryKind.BODY, many),))
    laid = layout(document, plain())
    assert laid.pages.front > 1
    assert laid.pages.page_of["s0"] == laid.pages.front + 1
    assert squeezed(read_passages(laid.data)) == words_on_paper(document)


def test_open_points_without_a_cover_come_first() -> None:
    document = attrs.evolve(UNFINISHED, cover=None, contents_title="")
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)


def test_who_changed_what_and_when_is_printed_below_the_clause_and_not_read_as_text() -> None:
    day = datetime(2027, 3, 4, tzinfo=WHEN.tzinfo)
    document = body_of(Paragraph((Deleted("Dee", day, line("old")), Comment("Eve", day, "Why now?", line("new")))))
    data = write(document, plain(), None)
    assert squeezed(read_passages(data)) == words_on_paper(document)
    printed = " ".join(page_text(data).split())
    assert "− Dee, 2027-03-04" in printed
    assert "Eve, 2027-03-04: Why now?" in printed


def page_text(data: bytes) -> str:
    from io import BytesIO

    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_loose_blocks_between_sections_are_read_in_their_place() -> None:
    signature = Signature(line("Signed"), (("Name", ()),))
    blocks: tuple[Block, ...] = (
        paragraph("before"), signature, *sections(SectionKind.SECTION), paragraph("after"), signature, paragraph("end")
    )  # fmt: skip
    document = Document(line("x"), "en", (Story(StoryKind.BODY, blocks),))
    assert squeezed(read_passages(write(document, plain(), None))) == words_on_paper(document)
