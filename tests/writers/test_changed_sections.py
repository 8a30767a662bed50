from __future__ import annotations

import re
from datetime import UTC, datetime
from importlib import import_module

import pytest
from attrs import evolve

from sla_drafter.builder.files import FORMATS
from sla_drafter.document.nodes import (
    Block,
    Comment,
    Deleted,
    Document,
    Inserted,
    Paragraph,
    Section,
    SectionKind,
    Story,
    StoryKind,
    Text,
)
from sla_drafter.document.number import numbers
from sla_drafter.document.printed import passages
from sla_drafter.readers.house import load_house
from sla_drafter.review.verify import differences

WHEN = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)


def paragraph(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def clause(name: str, *more: Block) -> Section:
    return Section(name, SectionKind.CLAUSE, (Text(f"Clause {name}."),), (paragraph(f"The words of {name}."), *more))


CHANGED = Section(
    "s",
    SectionKind.SECTION,
    (Text("Section"),),
    (
        clause("kept"),
        Inserted("Ada", WHEN, (clause("put_in"), paragraph("Words between."), clause("put_in_too"))),
        Deleted("Ada", WHEN, (clause("taken_out"),)),
        Comment("Bo", WHEN, "why?", (clause("remarked"),)),
        paragraph("Words at the end."),
    ),
)
WHOLE = Section("t", SectionKind.SECTION, (Text("Whole section"),), (clause("inner"),))
DOCUMENT = Document((Text("Paper"),), "en", (Story(StoryKind.BODY, (CHANGED, Inserted("Ada", WHEN, (WHOLE,)))),))


def test_a_clause_that_is_put_in_counts_and_one_that_is_taken_out_does_not() -> None:
    assert {name: number.words for name, number in numbers(DOCUMENT).items()} == {
        "s": "1",
        "kept": "1.1",
        "put_in": "1.2",
        "put_in_too": "1.3",
        "remarked": "1.4",
        "t": "2",
        "inner": "2.1",
    }


def test_a_changed_clause_is_a_passage_of_its_own_with_its_number() -> None:
    words = [(passage.id, passage.words.partition(" The")[0]) for passage in passages(DOCUMENT)]
    assert words == [
        ("s", "1 Section"),
        ("kept", "1.1 Clause kept."),
        ("put_in", "1.2 Clause put_in."),
        ("s", "Words between."),
        ("put_in_too", "1.3 Clause put_in_too."),
        ("taken_out", "Clause taken_out."),
        ("remarked", "1.4 Clause remarked."),
        ("s", "Words at the end."),
        ("t", "2 Whole section"),
        ("inner", "2.1 Clause inner."),
    ]


def test_the_contents_of_the_page_and_of_the_text_list_a_section_that_stands_in_a_change() -> None:
    document = evolve(DOCUMENT, contents_title="Contents")
    page = import_module("sla_drafter.writers.html").write(document, load_house(), None).decode()
    listed = page.partition('<nav class="contents"')[2].partition("</nav>")[0]
    assert re.findall(r'<li><a href="#(\w+)"><span class="number">(\d)</span> ([^<]+)</a>', listed) == [
        ("s", "1", "Section"),
        ("t", "2", "Whole section"),
    ]
    text = import_module("sla_drafter.writers.markdown").write(document, load_house(), None).decode()
    assert "- [1 Section](#s)\n- [2 Whole section](#t)\n" in text


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_with_changed_clauses_reads_back_as_drafted(ending: str) -> None:
    made = FORMATS[ending]
    data = import_module(made.writer).write(DOCUMENT, load_house(), None)
    assert not differences(DOCUMENT, {ending: import_module(made.reader).read_passages(data)})
