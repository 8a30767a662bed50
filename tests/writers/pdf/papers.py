"""Papers for the tests of the PDF writer: the plain house, and a paper that has one value in every kind of place."""

from __future__ import annotations

import functools

from sla_drafter.document.house import House
from sla_drafter.document.nodes import (
    Block,
    Cell,
    Cover,
    CoverParty,
    Document,
    Inserted,
    Item,
    Items,
    Note,
    Paragraph,
    Reference,
    Row,
    Section,
    SectionKind,
    Signature,
    Story,
    StoryKind,
    Table,
    Text,
    Value,
)
from sla_drafter.document.printed import Passage, passages
from sla_drafter.readers.house import load_house
from tests.writers.sample import WHEN, line


@functools.cache
def plain() -> House:
    """The plain house."""
    return load_house("plain")


def squeezed(found: tuple[Passage, ...]) -> list[tuple[str, str]]:
    """Passages without white space, for a comparison of words."""
    return [(passage.id, "".join(passage.words.split())) for passage in found]


def words_on_paper(document: Document) -> list[tuple[str, str]]:
    """What a reader of this paper should see, without white space; passages without a word are not seen."""
    return [(name, words) for name, words in squeezed(passages(document)) if words]


def paper_of(*values: str) -> Document:
    """A paper in which these values stand in a title, clause, item, note, table, signature, schedule and cover."""
    value = tuple(Value(words, f"values.{number}") for number, words in enumerate(values))
    first = value[:1]
    clauses = (
        Section(
            "sayings",
            SectionKind.CLAUSE,
            line("Sayings"),
            (
                Paragraph(value),
                Items((Item((Paragraph(first),), "said"), Item((Items((Item((Paragraph(value),)),)),)))),
                Paragraph((Text("see "), Reference("sayings.said", "clause ", "1.1(a)"), Note(value), Text(" end"))),
            ),
        ),
        Section(
            "grid",
            SectionKind.CLAUSE,
            value,
            (
                Table(
                    (Cell(line("Left")), Cell(first), Cell(line("Right"))),
                    (Row((Cell(value), Cell(value), Cell(first))), Row((Cell(first), Cell(()), Cell(value)))),
                    value,
                ),
                Inserted("Ada", WHEN, (Paragraph(value),)),
            ),
        ),
    )
    return Document(
        title=line("Values"),
        language="en",
        stories=(
            Story(StoryKind.BODY, (Section("body", SectionKind.SECTION, line("Body"), clauses),)),
            Story(StoryKind.SIGNATURES, (Signature(value, (("Name", value), ("Date", ()))),)),
            Story(StoryKind.SCHEDULES, (Section("annex", SectionKind.SCHEDULE, value, (Paragraph(first),)),)),
        ),
        cover=Cover(value, (CoverParty(value, line("Provider")),), (("Version", value),)),
        contents_title="Contents",
        footer=value,
        banner="Unfinished",
    )


def body_of(*blocks: Block) -> Document:
    """A paper with one clause that holds these blocks, and neither cover nor contents."""
    clause = Section("only", SectionKind.CLAUSE, line("Only"), blocks)
    section = Section("one", SectionKind.SECTION, line("One"), (clause,))
    return Document(line("One"), "en", (Story(StoryKind.BODY, (section,)),))
