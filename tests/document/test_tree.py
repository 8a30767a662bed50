from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import attrs
from attrs import evolve
from hypothesis import given, settings

from sla_drafter.document.fingerprint import LENGTH, fingerprint, fingerprint_of_lines
from sla_drafter.document.index import index, values_of
from sla_drafter.document.nodes import (
    Blank,
    Cell,
    Comment,
    Definition,
    Deleted,
    Document,
    Emphasis,
    Figure,
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
    Use,
    Value,
)
from sla_drafter.document.printed import Passage, passages
from sla_drafter.document.rewrite import rewrite_blocks, rewrite_line
from sla_drafter.document.walk import document_lines, inlines_of, words_of
from tests.writers.papers import papers
from tests.writers.sample import REVIEWED, SAMPLE, UNFINISHED

WHEN = datetime(2027, 1, 5, tzinfo=UTC)


def line(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def paper(*blocks: Paragraph | Items | Table | Section | Signature) -> Document:
    clause = Section("fees", SectionKind.CLAUSE, line("Fees"), blocks)
    section = Section("section.money", SectionKind.SECTION, line("Money"), (clause,))
    return Document(line("Paper"), "en", (Story(StoryKind.BODY, (section,)),))


# --- passages --------------------------------------------------------------------------------------------------------


def test_a_clause_is_read_as_its_number_title_and_words() -> None:
    assert passages(paper(Paragraph(line("They are due.")))) == (
        Passage("section.money", "1 Money"),
        Passage("fees", "1.1 Fees They are due."),
    )


def test_items_are_read_with_their_markers() -> None:
    inner = Items((Item((Paragraph(line("deep")),)),))
    outer = Items((Item((Paragraph(line("first")),)), Item((Paragraph(line("second")), inner))))
    bullets = Items((Item((Paragraph(line("point")),)),), ordered=False)
    assert passages(paper(outer, bullets))[1].words == "1.1 Fees (a) first (b) second (i) deep • point"


def test_an_item_that_begins_with_a_table_shows_its_marker_before_it() -> None:
    table = Table((Cell(line("Head")),), (Row((Cell(line("cell")),)),))
    assert passages(paper(Items((Item((table,)),))))[1].words == "1.1 Fees (a) Head cell"


def test_an_empty_item_still_shows_its_marker() -> None:
    assert passages(paper(Items((Item(()),))))[1].words == "1.1 Fees (a) "


def test_a_table_is_read_row_by_row_after_its_caption() -> None:
    rows = (Row((Cell(line("a")), Cell(line("b")))), Row((Cell(line("c")), Cell(line("d")))))
    table = Table((Cell(line("H")), Cell(line("I"))), rows, caption=line("Caption"))
    assert passages(paper(table))[1].words == "1.1 Fees Caption H I a b c d"


def test_a_place_to_sign_is_read_as_its_heading_and_labels() -> None:
    place = Signature(line("Signed for Aldgate"), (("Name", ()), ("Title", line("Director"))), "Aldgate")
    assert passages(paper(place))[1].words == "1.1 Fees Signed for Aldgate Name Title Director"


def test_words_behind_an_inner_section_are_a_passage_of_their_own() -> None:
    inner = Section("inner", SectionKind.PART, line("Inner"), (Paragraph(line("inside")),))
    found = passages(paper(Paragraph(line("before")), inner, Paragraph(line("after"))))
    assert [(one.id, one.words) for one in found[1:]] == [
        ("fees", "1.1 Fees before"),
        ("inner", "Inner inside"),
        ("fees", "after"),
    ]


def test_the_open_points_of_an_unfinished_paper_are_read_behind_the_cover() -> None:
    first, second = passages(UNFINISHED)[:2]
    assert first.words.startswith(words_of(UNFINISHED.cover.title if UNFINISHED.cover else ()))
    assert second.words.startswith(UNFINISHED.open_points_title)


@settings(max_examples=40)
@given(papers)
def test_no_word_of_a_paper_is_missing_from_its_passages(document: Document) -> None:
    read = " ".join(passage.words for passage in passages(document))
    assert all(words_of(one) in read for one in document_lines(document) if words_of(one))


# --- the index -------------------------------------------------------------------------------------------------------


def test_the_index_says_in_which_clause_each_name_stands() -> None:
    found = index(
        paper(
            Paragraph(
                line(
                    Definition("fee", "Fee"),
                    Strong(line(Use("fee", "Fee"), Emphasis(line(Use("fee", "Fees"))))),
                    Reference("parties", "clause ", "1.2"),
                    Value("10", "fees.amount", "number"),
                    Blank("___", "fees.period"),
                ),
                id="due",
            ),
            Items((Item((Paragraph(line("x"), id="inner"),), id="first"),)),
        )
    )
    assert found.definitions == {"fee": ("fees",)}
    assert found.uses == {"fee": ("fees", "fees")}
    assert found.references == {"parties": ("fees",)}
    assert found.values == {"fees.amount": ("fees",)}
    assert found.blanks == {"fees.period": ("fees",)}
    assert set(found.sections) == {"section.money", "fees"}
    assert found.anchors == {"fees.due", "fees.first", "fees.inner"}


def test_what_stands_on_the_cover_belongs_to_no_clause() -> None:
    assert "" in {clause for spots in index(SAMPLE).values.values() for clause in spots}


def test_every_computed_word_is_found_with_its_field() -> None:
    found = list(values_of(SAMPLE))
    assert {value.field for _, value in found} == set(index(SAMPLE).values)
    for field, clauses in index(SAMPLE).values.items():
        assert sorted(clause for clause, value in found if value.field == field) == sorted(clauses)


# --- changing a tree -------------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(papers)
def test_a_paper_in_which_nothing_changes_stays_equal(document: Document) -> None:
    for story in document.stories:
        assert rewrite_blocks(story.blocks, lambda inline: (inline,)) == story.blocks


def test_a_block_without_what_is_replaced_is_shared() -> None:
    plain, pointing = Paragraph((Text("The fee"),)), Paragraph((Text("See "), Reference("fees")))
    blocks = (plain, Items((Item((plain,)),), ordered=True), pointing)
    after = rewrite_blocks(blocks, lambda _: (Text("clause 4"),), frozenset((Reference,)))
    assert [new is old for new, old in zip(after, blocks, strict=True)] == [True, True, False]
    assert after[2] == Paragraph((Text("See "), Text("clause 4")))


@settings(max_examples=40)
@given(papers)
def test_every_text_of_a_paper_is_reached(document: Document) -> None:
    def emptied(inline: Inline) -> tuple[Inline, ...]:
        return () if isinstance(inline, Text) else (inline,)

    changed = evolve(
        document, stories=tuple(Story(one.kind, rewrite_blocks(one.blocks, emptied)) for one in document.stories)
    )
    left = {one.words for each in document_lines(changed) for one in inlines_of(each) if isinstance(one, Text)}
    assert left <= set(alternatives(changed))


def alternatives(node: object) -> Iterator[str]:
    """The words that stand for pictures and the labels of signature lines: texts that are no inlines of the tree."""
    if isinstance(node, Figure):
        yield node.alternative
    cls: type = type(node)
    if attrs.has(cls):
        yield from (found for one in attrs.fields(cls) for found in alternatives(getattr(node, one.name)))
    elif isinstance(node, tuple):
        yield from (found for one in node for found in alternatives(one))


def test_one_inline_may_become_none_or_several() -> None:
    def doubled(inline: Inline) -> tuple[Inline, ...]:
        match inline:
            case Text(words="two"):
                return (inline, inline)
            case Text(words="gone"):
                return ()
            case _:
                return (inline,)

    around = line(
        "gone", Strong(line("two", "gone")), Note(line("two")), Link("https://a.example", line("gone", "one"))
    )
    assert rewrite_line(around, doubled) == line(
        Strong(line("two", "two")), Note(line("two", "two")), Link("https://a.example", line("one"))
    )


def test_tracked_changes_and_comments_are_changed_inside_and_keep_their_author() -> None:
    def loud(inline: Inline) -> tuple[Inline, ...]:
        return (Text(inline.words.upper()),) if isinstance(inline, Text) else (inline,)

    before = (
        Inserted("a", WHEN, (Paragraph(line(Deleted("b", WHEN, line("word")))),)),
        Comment("c", WHEN, "remark", (Paragraph(line("word")),)),
    )
    after = rewrite_blocks(before, loud)
    assert after == (
        Inserted("a", WHEN, (Paragraph(line(Deleted("b", WHEN, line("WORD")))),)),
        Comment("c", WHEN, "remark", (Paragraph(line("WORD")),)),
    )


# --- the fingerprint -------------------------------------------------------------------------------------------------


def test_a_fingerprint_stands_for_the_words_and_not_for_their_origin() -> None:
    typed = paper(Paragraph(line("They are due in 30 days.")))
    computed = paper(Paragraph(line("They are due in ", Value("30 days", "fees.due", "duration"), ".")))
    other_fact = paper(Paragraph(line("They are due in ", Value("30 days", "fees.late", "text"), ".")))
    assert fingerprint(typed) == fingerprint(computed) == fingerprint(other_fact)


def test_another_word_gives_another_fingerprint() -> None:
    assert fingerprint(paper(Paragraph(line("due")))) != fingerprint(paper(Paragraph(line("Due"))))


def test_white_space_and_composition_of_letters_do_not_count() -> None:
    assert fingerprint_of_lines(["one  two\n", "", "é"]) == fingerprint_of_lines(["one two", "e\u0301"])


def test_the_border_between_lines_counts() -> None:
    assert fingerprint_of_lines(["onetwo"]) != fingerprint_of_lines(["one", "two"])


def test_looks_and_foot_of_a_paper_do_not_count() -> None:
    assert fingerprint(evolve(SAMPLE, footer=line("foot"), banner="draft", author="x")) == fingerprint(SAMPLE)


def test_a_fingerprint_is_short_and_hexadecimal() -> None:
    assert len(fingerprint(SAMPLE)) == LENGTH
    assert set(fingerprint(SAMPLE)) <= set("0123456789abcdef")
    assert fingerprint(REVIEWED) != fingerprint(SAMPLE)


def test_values_are_equal_when_a_reader_sees_the_same() -> None:
    assert Value("99.9%", "metrics.a.target", "border") == Value("99.9%", "metrics.b.target", "target")
    assert Value("99.9%", "metrics.a.target") != Value("99%", "metrics.a.target")
