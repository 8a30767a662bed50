"""Blocks as WordprocessingML: sections, numbered clauses with their title in bold, lists, figures, tracked blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from attrs import define, evolve, frozen

from sla_drafter.document.house import House
from sla_drafter.document.nodes import (
    Block,
    Comment,
    Deleted,
    Figure,
    Inline,
    Inserted,
    Item,
    Items,
    Note,
    Paragraph,
    Section,
    SectionKind,
    Signature,
    Story,
    Table,
    Text,
)
from sla_drafter.document.walk import block_children, words_of
from sla_drafter.writers.docx import styles
from sla_drafter.writers.docx.drawing import drawing
from sla_drafter.writers.docx.inlines import Inlines
from sla_drafter.writers.docx.ledger import Ledger
from sla_drafter.writers.docx.lists import Counting, ListStyle
from sla_drafter.writers.docx.markup import bookmark_name, resuming_bookmark_name, story_bookmark_name
from sla_drafter.writers.docx.tables import signature_table, table

_NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_TITLE_GAP = "\u2002"  # an en space between the title of a clause and its words
_MORE = story_bookmark_name("more")
_NO_ITEM = ListStyle(0, -1, 0)


@frozen
class ContentsLine:
    """One line of the contents list: number, title, and the bookmark it leads to."""

    number: str
    title: str
    bookmark: str


@frozen
class Place:
    """Where a block stands: the styles of its surroundings, its clause, depth in lists, list instance, open change."""

    around: styles.Surroundings = styles.ELSEWHERE
    clause: str = ""
    depth: int = 0
    instance: int = 0
    change: Inserted | Deleted | None = None


@define
class Blocks:
    """Writes blocks in order; `contents` are the lines of the contents list met on the way."""

    house: House
    ledger: Ledger
    inlines: Inlines
    counting: Counting
    lists: dict[str, ListStyle]
    contents: list[ContentsLine]
    _first_schedule: bool = True

    def story(self, story: Story) -> Iterator[str]:
        """The markup of a story; a mark says where it begins, unless a section does."""
        if story.blocks and not isinstance(story.blocks[0], Section):
            yield self.ledger.marker(story_bookmark_name(story.kind.value))
        yield from self.write(story.blocks, Place())

    def write(self, blocks: Iterable[Block], place: Place) -> Iterator[str]:
        """The markup of the blocks; signatures that follow one another stand side by side."""
        after_section = False
        for kind, group in groupby(blocks, key=type):
            if after_section and kind is not Section:
                yield self.ledger.marker(resuming_bookmark_name(place.clause) if place.clause else _MORE)
            after_section = kind is Section
            if kind is Signature:
                found = [block for block in group if isinstance(block, Signature)]
                yield signature_table(found, self.house, self.inlines, place.change)
                yield self.paragraph(styles.TABLE_END, "", place)
            else:
                for block in group:
                    yield from self._block(block, place)

    def _block(self, block: Block, place: Place) -> Iterator[str]:
        match block:
            case Section():
                yield from self._section(block, place)
            case Paragraph():
                yield self._anchored(block, self._text_style(place), place)
            case Items():
                yield from self._items(block, place)
            case Table():
                if block.caption:
                    yield self.paragraph(place.around.caption, self.inlines.runs(block.caption), place)
                yield table(block, self.house, self.inlines, place.around, place.change)
                yield self.paragraph(styles.TABLE_END, "", place)
            case Figure():
                words = block.caption or (Text(block.alternative),)
                yield self.paragraph(place.around.caption, self.inlines.runs(words), place)
                yield self.paragraph(styles.FIGURE, drawing(block, self.house, self.ledger), place)
            case Signature():
                yield signature_table([block], self.house, self.inlines, place.change)
            case Inserted() | Deleted():
                yield from self.write(block_children(block), evolve(place, change=block))
            case Comment():
                yield from self._remarked(block, place)
            case _:
                assert_never(block)

    def paragraph(self, style: str, inside: str, place: Place, *, in_list: str = "") -> str:
        """A paragraph in a style; inside a tracked block its end and its words are marked as put in or taken out."""
        mark = ""
        if place.change is not None:
            mark = f"<w:rPr>{self.ledger.mark_of_whole(place.change)}</w:rPr>"
        return f'<w:p><w:pPr><w:pStyle w:val="{self._id(style)}"/>{in_list}{mark}</w:pPr>{inside}</w:p>'

    def _runs(self, inlines: tuple[Inline, ...], place: Place) -> str:
        """The runs of a line, as a tracked change where the whole block is one."""
        if place.change is None:
            return self.inlines.runs(inlines)
        return self.inlines.runs((evolve(place.change, children=inlines),)) if inlines else ""

    def _id(self, style: str) -> str:
        return self.inlines.ids[style.lower()]

    def _text_style(self, place: Place) -> str:
        return place.around.item_text[min(place.depth, styles.DEEPEST_ITEM) - 1] if place.depth else place.around.text

    def _anchored(self, paragraph: Paragraph, style: str, place: Place, before: str = "", in_list: str = "") -> str:
        inside = self._runs(paragraph.children, place)
        if paragraph.id and place.clause:
            inside = self.ledger.bookmarked(bookmark_name(f"{place.clause}.{paragraph.id}"), inside)
        return self.paragraph(style, before + inside, place, in_list=in_list)

    # --- sections ----------------------------------------------------------------------------------------------------

    def _section(self, section: Section, place: Place) -> Iterator[str]:
        if section.kind is SectionKind.CLAUSE:
            yield from self._clause(section, place)
            return
        style = {SectionKind.SECTION: styles.SECTION, SectionKind.PART: styles.PART}.get(section.kind, styles.SCHEDULE)
        if section.kind is SectionKind.SCHEDULE and self._first_schedule:
            self._first_schedule, style = False, styles.FIRST_SCHEDULE
        title = self.ledger.bookmarked(bookmark_name(section.id), self._runs(section.title, place))
        yield self.paragraph(style, title, place, in_list=self._numbered(section, style))
        number = self.inlines.numbers.get(section.id)
        if number is not None and section.kind is not SectionKind.PART:
            words = words_of(inline for inline in section.title if not isinstance(inline, Note))
            self.contents.append(ContentsLine(number.words, words, bookmark_name(section.id)))
        around = styles.IN_SECTION if section.kind is SectionKind.SECTION else styles.ELSEWHERE
        yield from self.write(section.blocks, Place(around=around, clause=section.id, change=place.change))

    def _clause(self, clause: Section, place: Place) -> Iterator[str]:
        """A numbered paragraph that begins with the title of the clause; its first words follow on the same line."""
        around = styles.IN_CLAUSE if clause.id in self.inlines.numbers else styles.IN_SECTION
        inside = Place(around=around, clause=clause.id, change=place.change)
        marked = (evolve(place.change, children=clause.title),) if place.change else clause.title
        titled = self.inlines.runs(marked, frozenset({styles.CLAUSE_TITLE}))
        title = self.ledger.bookmarked(bookmark_name(clause.id), titled)
        in_list = self._numbered(clause, styles.CLAUSE)
        if clause.blocks and isinstance(clause.blocks[0], Paragraph):
            gap = self._runs((Text(_TITLE_GAP),), place)
            yield self._anchored(clause.blocks[0], styles.CLAUSE, inside, title + gap, in_list)
            yield from self.write(clause.blocks[1:], inside)
        else:
            yield self.paragraph(styles.CLAUSE, title, inside, in_list=in_list)
            yield from self.write(clause.blocks, inside)

    def _numbered(self, section: Section, style: str) -> str:
        """Nothing where the style's own list numbers the section; else that it has no number."""
        if section.id not in self.inlines.numbers:
            return _NO_LIST
        self.counting.count(self.lists.get(self._id(style), _NO_ITEM))
        return ""

    # --- lists -------------------------------------------------------------------------------------------------------

    def _items(self, items: Items, place: Place) -> Iterator[str]:
        style = place.around.of_item(place.depth, ordered=items.ordered)
        bound = self.lists.get(self._id(style), _NO_ITEM)
        own = place.instance or bound.instance
        instance = self.counting.instance_for_new_list(bound, own) if items.ordered else bound.instance
        number = (
            f'<w:numPr><w:ilvl w:val="{bound.level}"/><w:numId w:val="{instance}"/></w:numPr>'
            if instance != bound.instance
            else ""
        )
        inside = evolve(place, depth=place.depth + 1, instance=instance if items.ordered else 0)
        for item in items.items:
            if items.ordered:
                self.counting.count(bound)
            yield from self._item(item, style, number, inside)

    def _item(self, item: Item, style: str, number: str, place: Place) -> Iterator[str]:
        match item.blocks:
            case (Paragraph(children=line), *rest):
                words = self._runs(line, place)
            case rest:
                words = ""
        if item.id and place.clause:
            words = self.ledger.bookmarked(bookmark_name(f"{place.clause}.{item.id}"), words)
        yield self.paragraph(style, words, place, in_list=number)
        yield from self.write(rest, place)

    # --- remarks -----------------------------------------------------------------------------------------------------

    def _remarked(self, comment: Comment, place: Place) -> Iterator[str]:
        """Blocks that a remark is about; its mark stands at the end of their last paragraph."""
        start, end = self.inlines.remark_range(comment)
        found = list(self.write(block_children(comment), place))
        if found:
            yield start
            yield from found[:-1]
            yield f"{found[-1].removesuffix('</w:p>')}{end}</w:p>"
