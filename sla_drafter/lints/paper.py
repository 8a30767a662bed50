"""A paper as text rules see it: its lines, each with the clause it stands in, its sentences and its names."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeVar, assert_never

from attrs import field

from sla_drafter.document.foreign import Mark
from sla_drafter.document.index import Index, index, values_of
from sla_drafter.document.nodes import (
    Block,
    Comment,
    Definition,
    Deleted,
    Document,
    Figure,
    Inline,
    Inserted,
    Items,
    Paragraph,
    Section,
    SectionKind,
    Signature,
    StoryKind,
    Table,
    Value,
)
from sla_drafter.document.number import Number, numbers
from sla_drafter.document.walk import block_children, inlines_of, lines_of, sections_of, words_of
from sla_drafter.language.dates import has_year
from sla_drafter.language.needles import small
from sla_drafter.language.phrases import Found, PhraseIndex
from sla_drafter.language.readability import PROFILES, Profile, Reading, measure
from sla_drafter.language.searched import Searched, Sought
from sla_drafter.language.sentences import sentences
from sla_drafter.model.configuration import USUAL, Configuration
from sla_drafter.values import frozen

T = TypeVar("T")


class Part(enum.Enum):
    """What a line of a paper is."""

    TITLE = "title"
    PROSE = "prose"
    TABLE = "table"
    SIGNATURE = "signature"


@frozen
class Line:
    """One line of a paper: in which story and clause it stands, what it is, and how deep in lists."""

    story: StoryKind
    clause: str
    part: Part
    inlines: tuple[Inline, ...]
    depth: int = 0

    @cached_property
    def words(self) -> str:
        """What a reader sees; each rule asks for it."""
        return words_of(self.inlines)

    @cached_property
    def small(self) -> str:
        """The same in small letters, sign for sign: read without regard to capitals it would take thrice the time."""
        return small(self.words)


@frozen(eq=False)
class Paper:
    """A document with everything that text rules ask of it, each made once.

    `marks` say where each paragraph of a foreign file stands; there a line's clause is its paragraph.
    `configuration` is how a house wants it judged.
    """

    document: Document
    marks: Mapping[str, Mark] = field(factory=dict, hash=False)
    configuration: Configuration = USUAL

    @property
    def is_foreign(self) -> bool:
        """Whether somebody else wrote the paper: its terms and references are words like all others."""
        return bool(self.marks)

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.document.language

    @cached_property
    def index(self) -> Index:
        """Which terms, values and references stand where."""
        return index(self.document)

    @cached_property
    def numbers(self) -> Mapping[str, Number]:
        """The number of each section, clause, schedule and part."""
        return numbers(self.document)

    @cached_property
    def schedule_of(self) -> Mapping[str, str]:
        """The schedule that each part stands in, as it is printed: "Schedule 2"."""
        return {
            part.id: self.numbers[schedule.id].words
            for schedule in sections_of(self.document.story(StoryKind.SCHEDULES))
            if schedule.kind is SectionKind.SCHEDULE
            for part in sections_of(schedule.blocks)
        }

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in reading order."""
        return tuple(line for story in self.document.stories for line in self._lines(story.blocks, story.kind, "", 0))

    @cached_property
    def lines_of(self) -> Mapping[str, tuple[Line, ...]]:
        """The lines of each clause, or of each paragraph of a foreign paper, in reading order."""
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.clause, []).append(line)
        return {clause: tuple(lines) for clause, lines in found.items()}

    @cached_property
    def dated(self) -> tuple[Line, ...]:
        """The lines in which a date with its year may stand; most papers have few of them."""
        return tuple(line for line in self.lines if has_year(line.words))

    @cached_property
    def prose(self) -> tuple[Line, ...]:
        """The lines of paragraphs and lists; titles, tables and signatures are not among them."""
        return tuple(line for line in self.lines if line.part is Part.PROSE)

    @cached_property
    def sayings(self) -> tuple[Line, ...]:
        """The prose, and in a draft of ours the cells of its tables: the sentences of its author stand there."""
        parts = (Part.PROSE,) if self.is_foreign else (Part.PROSE, Part.TABLE)
        return tuple(line for line in self.lines if line.part in parts)

    @cached_property
    def definitions(self) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        """Each defined term: its words, and the clauses that define it, once for each definition."""
        found: dict[str, tuple[str, tuple[str, ...]]] = {}
        defining = frozenset(chain.from_iterable(self.index.definitions.values()))
        for line in self.lines if defining else ():
            for inline in inlines_of(line.inlines) if line.clause in defining else ():
                if isinstance(inline, Definition):
                    words, clauses = found.get(inline.term, (inline.words, ()))
                    found[inline.term] = (words, (*clauses, line.clause))
        return found

    @cached_property
    def values_in(self) -> Mapping[str, tuple[Value, ...]]:
        """The computed words of each clause or part of a schedule."""
        found: dict[str, list[Value]] = {}
        for clause, value in values_of(self.document):
            found.setdefault(clause, []).append(value)
        return {clause: tuple(values) for clause, values in found.items()}

    @cached_property
    def empty_tables(self) -> tuple[str, ...]:
        """The clauses and schedule parts that hold a table without rows."""
        return tuple(
            section.id
            for story in self.document.stories
            for section in sections_of(story.blocks)
            for block in section.blocks
            if isinstance(block, Table) and not block.rows
        )

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The prose of the body: what is read from the first section to the signatures."""
        return tuple(line for line in self.prose if line.story is StoryKind.BODY)

    def holding(self, *sought: Sought) -> Iterator[Line]:
        """The lines of prose in which one of these may stand: all that hold one, and few that do not."""
        return (line for line in self.lines_holding(*sought) if line.part is Part.PROSE)

    def sentences_holding(self, sought: Sought) -> Iterator[tuple[Line, str]]:
        """The sentences of those lines, each with its line."""
        return ((line, one) for line in self.holding(sought) for one in self.sentences_of(line))

    def found(self, phrases: PhraseIndex[T]) -> Iterator[tuple[Line, Found[T]]]:
        """Every use of a phrase in the prose, with its line."""
        return ((line, one) for line in self.holding(phrases) for one in phrases.find(line.words))

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[Line, re.Match[str]]]:
        """Every place of the prose that a pattern matches, with its line."""
        return ((line, one) for line in self.holding(pattern) for one in pattern.finditer(line.words))

    def lines_holding(self, *sought: Sought) -> Iterator[Line]:
        """The lines of any kind in which one of these may stand."""
        return (self.lines[at] for at in self.places_holding(*sought))

    def places_holding(self, *sought: Sought) -> Sequence[int]:
        """The places of those lines among all lines."""
        return self._searched.places(*sought)

    @cached_property
    def _searched(self) -> Searched:
        return Searched(tuple(line.words for line in self.lines))

    @cached_property
    def sentences(self) -> tuple[tuple[Line, str], ...]:
        """Every sentence of the prose with the line it stands in."""
        return tuple((line, one) for line in self.prose for one in self.sentences_of(line))

    def sentences_of(self, line: Line) -> tuple[str, ...]:
        """The sentences of one line."""
        return sentences(line.words, self.language, self.configuration.abbreviations)

    @cached_property
    def profile(self) -> Profile:
        """How readability is counted, and what is asked of it."""
        return PROFILES[self.configuration.profile]

    @cached_property
    def reading(self) -> Reading | None:
        """What was counted in the body; None when it has no words."""
        terms = [words for words, _ in self.definitions.values()]
        lines = (line.words for line in self.body)
        return measure(lines, self.profile, self.language, terms, self.configuration.abbreviations)

    def _lines(self, blocks: tuple[Block, ...], story: StoryKind, clause: str, depth: int) -> Iterator[Line]:
        for block in blocks:
            match block:
                case Section():
                    yield Line(story, block.id, Part.TITLE, block.title)
                    yield from self._lines(block.blocks, story, block.id, 0)
                case Paragraph():
                    clause = block.id if self.is_foreign else clause
                    yield Line(story, clause, Part.PROSE, block.children, depth)
                case Items():
                    for item in block.items:
                        yield from self._lines(item.blocks, story, clause, depth + 1)
                case Table() if self.is_foreign:
                    yield from (Line(story, clause, Part.TABLE, cell.children) for cell in block.header)
                    for row in block.rows:
                        yield from (Line(story, row.key, Part.TABLE, cell.children) for cell in row.cells)
                case Table() | Figure():
                    yield from (Line(story, clause, Part.TABLE, line) for line in lines_of(block))
                case Signature():
                    yield from (Line(story, clause, Part.SIGNATURE, line) for line in lines_of(block))
                case Inserted() | Deleted() | Comment():
                    yield from self._lines(block_children(block), story, clause, depth)
                case _:
                    assert_never(block)
