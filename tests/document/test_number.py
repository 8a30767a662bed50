from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.document.kinds import Numbering
from sla_drafter.document.nodes import (
    Block,
    Document,
    Item,
    Items,
    Paragraph,
    Section,
    SectionKind,
    Story,
    StoryKind,
    Text,
)
from sla_drafter.document.number import Number, letters, marker, numbers, roman
from sla_drafter.document.printed import passages


def item(words: str, anchor: str = "", *under: Block) -> Item:
    return Item((Paragraph((Text(words),)), *under), anchor)


def section(kind: SectionKind, name: str, *blocks: Block) -> Section:
    return Section(name, kind, (Text(name),), blocks)


def clause(name: str, *blocks: Block) -> Section:
    return section(SectionKind.CLAUSE, name, *blocks)


LIST = Items(
    (
        item("first", "one"),
        item("second", "two", Items((item("deep", "deep"), item("deeper", "deeper")))),
    )
)
BODY = (
    section(SectionKind.SECTION, "section.overview", clause("parties"), clause("goals", LIST)),
    section(
        SectionKind.SECTION,
        "section.credits",
        Paragraph((Text("not a clause"),)),
        clause("ladder", Paragraph((Text("words"),), "rule"), Items((item("bullet", "point"),), ordered=False)),
    ),
)
SCHEDULES = (
    section(SectionKind.SCHEDULE, "schedule.a", section(SectionKind.PART, "goals.schedule")),
    section(
        SectionKind.SCHEDULE,
        "schedule.b",
        section(SectionKind.PART, "ladder.schedule"),
        section(SectionKind.PART, "parties.schedule"),
    ),
)
PAPER = Document((Text("Paper"),), "en", (Story(StoryKind.BODY, BODY), Story(StoryKind.SCHEDULES, SCHEDULES)))


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("section.overview", Number("section", "1")),
        ("section.credits", Number("section", "2")),
        ("parties", Number("clause", "1.1")),
        ("goals", Number("clause", "1.2")),
        ("ladder", Number("clause", "2.1")),
        ("goals.one", Number("clause", "1.2(a)")),
        ("goals.two", Number("clause", "1.2(b)")),
        ("goals.deep", Number("clause", "1.2(b)(i)")),
        ("goals.deeper", Number("clause", "1.2(b)(ii)")),
        ("ladder.rule", Number("clause", "2.1")),
        ("ladder.point", Number("clause", "2.1")),
        ("schedule.a", Number("schedule", "Schedule 1")),
        ("schedule.b", Number("schedule", "Schedule 2")),
        ("goals.schedule", Number("part", "Part 1")),
        ("ladder.schedule", Number("part", "Part 1")),
        ("parties.schedule", Number("part", "Part 2")),
    ],
)
def test_a_number_comes_from_the_order(name: str, number: Number) -> None:
    assert numbers(PAPER)[name] == number


def test_nothing_else_has_a_number() -> None:
    assert len(numbers(PAPER)) == 16


def test_schedules_are_named_in_the_words_of_the_paper() -> None:
    german = evolve(PAPER, schedule_word="Anlage", part_word="Teil")
    assert [numbers(german)[name].words for name in ("schedule.b", "parties.schedule")] == ["Anlage 2", "Teil 2"]


def test_a_clause_that_goes_moves_the_numbers_of_those_behind_it() -> None:
    first = evolve(BODY[0], blocks=BODY[0].blocks[1:])
    shorter = evolve(PAPER, stories=(Story(StoryKind.BODY, (first, BODY[1])),))
    assert numbers(shorter)["goals.two"].words == "1.1(b)"


@pytest.mark.parametrize(("position", "label"), [(0, "a"), (25, "z"), (26, "aa"), (27, "bb"), (51, "zz"), (52, "aaa")])
def test_letters_go_on_as_in_word(position: int, label: str) -> None:
    assert letters(position) == label


@pytest.mark.parametrize(
    ("number", "label"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (49, "xlix"), (99, "xcix")]
)
def test_items_of_items_have_roman_numbers(number: int, label: str) -> None:
    assert roman(number) == label
    assert marker(number - 1, 1) == f"({label})"


@given(st.integers(min_value=0, max_value=120), st.integers(min_value=0, max_value=120))
def test_no_two_items_of_a_list_have_the_same_marker(one: int, other: int) -> None:
    assert (marker(one, 0) == marker(other, 0)) == (one == other)
    assert (marker(one, 1) == marker(other, 1)) == (one == other)


@pytest.mark.parametrize(
    ("items", "labels"),
    [
        (("(a)", "(i)", "(A)"), ["(c)", "(iii)", "(C)", "(C)"]),
        (("a)", "1.", "I"), ["c)", "3.", "III", "III"]),
        (("[1]", "A.", "(I)"), ["[3]", "C.", "(III)", "(III)"]),
    ],
)
def test_a_numbering_scheme_spells_the_labels_of_items(items: tuple[str, str, str], labels: list[str]) -> None:
    scheme = Numbering(items=items)
    assert [marker(2, depth, scheme) for depth in range(4)] == labels


def test_a_reference_leaves_out_the_point_that_the_heading_and_the_item_have() -> None:
    scheme = Numbering("1.", ("a.", "1.", "(i)"))
    found = numbers(evolve(PAPER, numbering=scheme))
    assert found["section.overview"] == Number("section", "1", "1.")
    assert found["goals.two"].words == "1.2b"
    assert found["goals.deep"].words == "1.2b1"
    assert passages(evolve(PAPER, numbering=scheme))[0].words.startswith("1. ")


@pytest.mark.parametrize("wrong", [("§ 1", ("a", "a", "a")), ("1", ("(x)", "a", "a")), ("1", ("", "a", "a"))])
def test_what_is_no_example_of_a_number_is_refused(wrong: tuple[str, tuple[str, str, str]]) -> None:
    with pytest.raises(ValueError, match="no examples of numbers"):
        Numbering(*wrong)
