"""A paper whose lists are hard to number: two lists in one clause, lists in lists, lists in schedules, words after."""

from __future__ import annotations

import attrs

from sla_drafter.document.nodes import Document, Items, Reference, Section, SectionKind, Story, StoryKind
from tests.writers.sample import SAMPLE, clause, item, line, paragraph


def two_lists(name: str) -> tuple[Items, ...]:
    """Two lists with lists inside, the second of them with an item that can be pointed to."""
    deep = Items((item("deep one", under=Items((item("deeper one"), item("deeper two")))), item("deep two")))
    again = Items((item("deep again"), item("and again", id=f"{name}_deep")))
    bullets = Items((item("bullet", under=Items((item("numbered below a bullet"),))), item("bullet")), ordered=False)
    return (
        Items((item("first", under=deep), item("second"))),
        Items((item("new first"), item("new second", id=f"{name}_second", under=again), item("new third"))),
        bullets,
    )


_FIRST = Section(
    "first",
    SectionKind.SECTION,
    line("First"),
    (
        clause("one", "One", paragraph("Words."), *two_lists("one")),
        clause("two", "Two", paragraph("Words."), Items((item("starts again"), item("goes on")))),
        paragraph("Words of the section after its clauses."),
        clause("three", "Three", Items((item("a list at once"),)), *two_lists("three")),
    ),
)
_SECOND = Section(
    "section.second",
    SectionKind.SECTION,
    line("Second"),
    (
        Items((item("a list right in a section"),)),
        clause(
            "pointing",
            "Pointing",
            paragraph(
                "See ",
                Reference("one.one_second", "clause ", "1.1(b)"),
                ", ",
                Reference("one.one_deep", "clause ", "1.1(b)(ii)"),
                " and ",
                Reference("three.three_deep", "clause ", "1.3(b)(ii)"),
                ".",
            ),
        ),
    ),
)
_SCHEDULES = tuple(
    Section(
        f"schedule_{name}",
        SectionKind.SCHEDULE,
        line(f"Schedule {name}"),
        (
            *two_lists(f"schedule_{name}"),
            Section(
                f"part_{name}_a_that_has_a_long_name.schedule",
                SectionKind.PART,
                line("Part a"),
                (paragraph("Text."), *two_lists("part")),
            ),
            Section(f"part_{name}_b.schedule", SectionKind.PART, line("Part b"), two_lists("part")),
            paragraph("Words of the schedule after its parts."),
        ),
    )
    for name in ("x", "y")
)
LISTS: Document = attrs.evolve(
    SAMPLE,
    stories=(
        Story(StoryKind.BODY, (_FIRST, _SECOND, paragraph("Words after all sections."))),
        Story(StoryKind.SCHEDULES, _SCHEDULES),
    ),
)
