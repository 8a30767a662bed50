"""The nouns of paper before ink: a small closed tree without looks and without typed numbers.

A `Document` holds stories (body, signatures, schedules; a foreign file also headers, footers, notes, text boxes), a
story holds blocks, a block holds inlines. A node kind exists only when every writer prints it. Numbers of clauses are
not stored: `document.number` computes them, and a `Reference` carries the words that were computed.
"""

from __future__ import annotations

from datetime import date, datetime

import attrs

from sla_drafter.document.kinds import USUAL, Chart, Image, Numbering, SectionKind, StoryKind
from sla_drafter.values import frozen

__all__ = ["Chart", "Image", "Numbering", "SectionKind", "StoryKind"]  # they are nouns of the tree too

# --- inlines ---------------------------------------------------------------------------------------------------------


@frozen
class Text:
    """Words as they stand in a clause."""

    words: str


@frozen
class Value:
    """Words computed from a fact; `field` is the path of the fact and `form` the filter that spelled it.

    Field and form take no part in equality: two values are equal when a reader sees the same words.
    """

    words: str
    field: str = attrs.field(eq=False)
    form: str = attrs.field(default="text", eq=False)


@frozen
class Blank:
    """A fact that is not there yet: printed as a blank that nobody can overlook; `field` is its path."""

    words: str
    field: str = attrs.field(eq=False)


@frozen
class Strong:
    """Words in bold."""

    children: tuple[Inline, ...]


@frozen
class Emphasis:
    """Words in italics."""

    children: tuple[Inline, ...]


@frozen
class Link:
    """Words that lead to an address (https or mailto)."""

    target: str
    children: tuple[Inline, ...]


@frozen
class Definition:
    """The place where a term gets its meaning."""

    term: str
    words: str


@frozen
class Use:
    """A defined term where it is used."""

    term: str
    words: str


@frozen
class Reference:
    """A cross-reference: the id it points to, the words before the number, and the number, both computed.

    Printed words are `before + number` ("clause 5.2": before "clause ", number "5.2").
    """

    target: str
    before: str = ""
    number: str = ""

    @property
    def words(self) -> str:
        """What a reader sees."""
        return f"{self.before}{self.number}"


@frozen
class Note:
    """A remark set apart from the sentence it belongs to (a footnote)."""

    children: tuple[Inline, ...]


@frozen
class Break:
    """A new line inside a paragraph (an address)."""


@frozen
class Inserted:
    """Words or blocks that somebody put in, with author and date: a tracked change."""

    author: str
    on: datetime
    children: tuple[Inline, ...] | tuple[Block, ...]


@frozen
class Deleted:
    """Words or blocks that somebody took out, with author and date: a tracked change."""

    author: str
    on: datetime
    children: tuple[Inline, ...] | tuple[Block, ...]


@frozen
class Comment:
    """A remark of a reviewer on the words or blocks that it holds."""

    author: str
    on: datetime
    remark: str
    children: tuple[Inline, ...] | tuple[Block, ...]


Inline = (
    Text | Value | Blank | Strong | Emphasis | Link | Definition | Use | Reference | Note | Break | Inserted | Deleted
    | Comment
)  # fmt: skip

# --- blocks ----------------------------------------------------------------------------------------------------------


@frozen
class Paragraph:
    """A paragraph; `id` is an anchor that a reference can point to."""

    children: tuple[Inline, ...]
    id: str = ""


@frozen
class Item:
    """One item of a list; `id` is an anchor that a reference can point to."""

    blocks: tuple[Block, ...]
    id: str = ""


@frozen
class Items:
    """A list: lettered (a), (b) inside a clause when ordered, else with bullets."""

    items: tuple[Item, ...]
    ordered: bool = True


@frozen
class Cell:
    """One cell of a table."""

    children: tuple[Inline, ...]


@frozen
class Row:
    """One row of a table; `key` is the path of the thing the row is about, so that rows are matched by meaning."""

    cells: tuple[Cell, ...]
    key: str = ""


@frozen
class Table:
    """A table with one header row. `widths` are shares of the line in whole per cent, empty for equal columns."""

    header: tuple[Cell, ...]
    rows: tuple[Row, ...]
    caption: tuple[Inline, ...] = ()
    widths: tuple[int, ...] = ()


@frozen
class Figure:
    """A chart or a picture, with the words that say the same to somebody who cannot see it."""

    content: Chart | Image
    alternative: str
    caption: tuple[Inline, ...] = ()


@frozen
class Signature:
    """A place to sign: for whom, and the labelled lines to fill in (signature, name, title, date).

    `party` are the words of the party, `heading` the line above. In one not `signed` the first line names a record.
    """

    heading: tuple[Inline, ...]
    lines: tuple[tuple[str, tuple[Inline, ...]], ...]
    party: str = ""
    signed: bool = True


@frozen
class Section:
    """A titled part of the paper: a section, a clause, a schedule or a part of a schedule.

    A clause is a numbered paragraph that begins with its title. `version` says which text of the library it is.
    """

    id: str
    kind: SectionKind
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    version: str = ""


Block = Section | Paragraph | Items | Table | Figure | Signature | Inserted | Deleted | Comment

# --- the whole -------------------------------------------------------------------------------------------------------


@frozen
class Story:
    """One stream of text."""

    kind: StoryKind
    blocks: tuple[Block, ...]


@frozen
class CoverParty:
    """One party as the cover names it: its name and what it is called in the agreement."""

    name: tuple[Inline, ...]
    role: tuple[Inline, ...]


@frozen
class Cover:
    """The facts of the title page, set by each house in its own way; `lines` are labelled facts ("Version", "0.3")."""

    title: tuple[Inline, ...]
    parties: tuple[CoverParty, ...] = ()
    lines: tuple[tuple[str, tuple[Inline, ...]], ...] = ()


@frozen
class Document:
    """A whole paper: its title and language, the cover, the stories, and what the foot of every page says.

    `contents_title` heads the contents; empty for a paper without. `banner` is on every page of an unfinished paper,
    `footer` at the foot of each page, `page_of` the pattern of its number with `{page}` and `{pages}`. `author` and
    `subject` are properties of the file; `dated` is the date of the text, never of the day it is printed. The text of a
    `brief` paper begins on the page of its title.
    """

    title: tuple[Inline, ...]
    language: str
    stories: tuple[Story, ...]
    cover: Cover | None = None
    contents_title: str = ""
    schedule_word: str = "Schedule"
    part_word: str = "Part"
    skip_words: str = "Skip to the text"
    banner: str = ""
    open_points: tuple[tuple[Inline, ...], ...] = ()
    open_points_title: str = ""
    footer: tuple[Inline, ...] = ()
    page_of: str = "{page} / {pages}"
    author: str = ""
    subject: str = ""
    version: str = ""
    dated: date | None = None
    numbering: Numbering = USUAL
    brief: bool = False

    def story(self, kind: StoryKind) -> tuple[Block, ...]:
        """The blocks of one story; empty when the paper has no such story."""
        return tuple(block for story in self.stories if story.kind is kind for block in story.blocks)
