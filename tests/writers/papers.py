"""Any paper: documents made by chance, with words that look like markup, for the properties that every writer keeps."""

from __future__ import annotations

from datetime import UTC, datetime

import attrs
from hypothesis import strategies as st

from sla_drafter.document.nodes import (
    Blank,
    Block,
    Break,
    Cell,
    Comment,
    Definition,
    Deleted,
    Document,
    Emphasis,
    Figure,
    Image,
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
    Story,
    StoryKind,
    Strong,
    Table,
    Text,
    Use,
    Value,
)
from tests.writers.sample import SAMPLE, png

SIGNS = "\\`*_[]<>{}|&~$!#+-.=:()1a é\u00a0\"'/%@^;?\n"
words = st.text(st.sampled_from(SIGNS), max_size=12) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=8
)
_when = st.just(datetime(2027, 1, 5, 9, 30, tzinfo=UTC))
_leaves: st.SearchStrategy[Inline] = st.one_of(
    words.map(Text),
    words.map(lambda said: Value(said, "a.b", "text")),
    words.map(lambda said: Blank(said, "a.b")),
    words.map(lambda said: Definition(said, said)),
    words.map(lambda said: Use(said, said)),
    st.sampled_from([Reference("c1", "clause ", "1.1"), Reference("c1.i", "", "1.1(a)"), Reference("gone", "x", "")]),
    st.just(Break()),
)
_targets = st.sampled_from(["https://a.example/b_(c)*d?e=1&f=2", "javascript:x()", "mailto:a_b@c.example"])


def _around(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    lines = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        lines.map(Strong),
        lines.map(Emphasis),
        lines.map(Note),
        st.builds(Link, _targets, lines),
        st.builds(Inserted, words, _when, lines),
        st.builds(Deleted, words, _when, lines),
        st.builds(Comment, words, _when, words, lines),
    )


lines = st.lists(st.recursive(_leaves, _around, max_leaves=6), max_size=4).map(tuple)
_cells = st.lists(lines.map(Cell), max_size=3).map(tuple)
_flat: st.SearchStrategy[Block] = st.one_of(
    lines.map(Paragraph),
    st.builds(Table, _cells, st.lists(st.builds(Row, _cells), max_size=3).map(tuple), st.just(()) | lines, st.just(())),
    st.builds(Figure, st.just(Image(png(), "image/png")), words, lines),
)


def _holding(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    some = st.lists(inner, max_size=3).map(tuple)
    items = st.lists(st.builds(Item, some), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Items, items, st.booleans()),
        st.builds(Inserted, words, _when, some),
        st.builds(Deleted, words, _when, some),
        st.builds(Comment, words, _when, words, some),
    )


_blocks = st.lists(st.recursive(_flat, _holding, max_leaves=5), max_size=4).map(tuple)


def _paper(
    title: tuple[Inline, ...], before: tuple[Block, ...], one: tuple[Block, ...], two: tuple[Block, ...]
) -> Document:
    first = Section("c1", SectionKind.CLAUSE, title, one)
    second = Section("c2", SectionKind.CLAUSE, title, two)
    section = Section("s1", SectionKind.SECTION, title, (*before, first, *one, second))
    schedule = Section("s2", SectionKind.SCHEDULE, title, (*two, Section("p1", SectionKind.PART, title, one)))
    return attrs.evolve(
        SAMPLE,
        footer=title,
        stories=(Story(StoryKind.BODY, (*two, section, *before)), Story(StoryKind.SCHEDULES, (schedule,))),
    )


papers = st.builds(_paper, lines, _blocks, _blocks, _blocks)
