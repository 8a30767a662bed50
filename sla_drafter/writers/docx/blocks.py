"""Blocks as WordprocessingML: sections, numbered clauses with their title in bold, lists, figures, tracked blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from attrs import Factory, evolve

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
from sla_drafter.values import define, frozen
from sla_drafter.writers.docx import styles
from sla_drafter.writers.docx.drawing import drawing
from sla_drafter.writers.docx.inlines import Inlines
from sla_drafter.writers.docx.ledger import Ledger
from sla_drafter.writers.docx.lists import Counting, ListStyle
from sla_drafter.writers.docx.markup import (
    anchor_name,
    bookmark_name,
    from_right,
    resuming_bookmark_name,
    story_bookmark_name,
)
from sla_drafter.writers.docx.tables import signature_table, table

_NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_TITLE_GAP = Text("\u2002")  # an en space between the title of a clause and its words
_TITLE_LOOKS = frozenset({styles.CLAUSE_TITLE})
_SECTION_STYLES = {
    SectionKind.SECTION: styles.SECTION,
    SectionKind.SCHEDULE: styles.SCHEDULE,
    SectionKind.PART: styles.PART,
}
_Plain = Paragraph | Items | Table | Figure | Inserted | Deleted | Comment
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
    """Where a block stands: the styles of its surroundings, its clause, depth in lists, list instance, open change.

    `leads` says that a table or a list follows, on whose first page the words or the last row then stand.
    """

    around: styles.Surroundings = styles.ELSEWHERE
    clause: str = ""
    depth: int = 0
    instance: int = 0
    change: Inserted | Deleted | None = None
    leads: bool = False


def _leads(blocks: Sequence[Block]) -> bool:
    """Whether a table or a list comes after a paragraph, or a table after a table, which stays below its heading."""
    match blocks:
        case (Paragraph(), Table() | Items(), *_) | (Table(), Table(), *_):
            return True
    return False


@define
class Blocks:
    """Writes blocks in order to `out`; `contents` are the lines of the contents list met on the way.

    `before_signatures` is the last clause of the body: nobody signs a page on which no words of the agreement stand.
    """

    house: House
    ledger: Ledger
    inlines: Inlines
    counting: Counting
    lists: Mapping[str, ListStyle]
    before_signatures: str = ""
    contents: list[ContentsLine] = Factory(list)
    out: list[str] = Factory(list)
    _first_schedule: bool = True
    _openings: dict[str, str] = Factory(dict)

    def story(self, story: Story) -> None:
        """Writes a story; a mark says where it begins, unless a section does."""
        if story.blocks and not isinstance(story.blocks[0], Section):
            self.out.append(self.ledger.marker(story_bookmark_name(story.kind.value)))
        self.write(story.blocks, Place())

    def write(self, blocks: Sequence[Block], place: Place) -> None:
        """Writes the blocks; signatures that follow one another stand side by side."""
        after_section, signatures = False, list[Signature]()
        for at, block in enumerate(blocks, 1):
            if isinstance(block, Section):
                self._section(block, place)
                after_section = True
                continue
            if after_section:
                self.out.append(self.ledger.marker(resuming_bookmark_name(place.clause) if place.clause else _MORE))
                after_section = False
            if isinstance(block, Signature):
                signatures.append(block)
                if at == len(blocks) or not isinstance(blocks[at], Signature):
                    self.out.append(signature_table(signatures, self.house, self.inlines, place.change))
                    self.paragraph(styles.TABLE_END, "", place)
                    signatures = []
            else:
                leads = _leads(blocks[at - 1 :])
                self._block(block, place if leads is place.leads else evolve(place, leads=leads))

    def _block(self, block: _Plain, place: Place) -> None:
        match block:
            case Paragraph():
                self._anchored(block, self._text_style(place), place)
            case Items():
                self._items(block, place)
            case Table():
                self._table(block, evolve(place, leads=False), leads=place.leads)
            case Figure():
                words = block.caption or (Text(block.alternative),)
                self.paragraph(place.around.caption, self._runs(words, place), place)
                shown = drawing(block, self.house, self.ledger)
                marked = shown if place.change is None else self.ledger.mark(place.change, shown)
                self.paragraph(styles.FIGURE, marked, place)
            case Inserted() | Deleted():
                self.write(block_children(block), evolve(place, change=block))
            case Comment():
                self._remarked(block, place)
            case _:
                assert_never(block)

    def _table(self, block: Table, place: Place, *, leads: bool) -> None:
        if block.caption or not (block.header or block.rows):
            self.paragraph(place.around.caption, self._runs(block.caption, place), place)
        if block.header or block.rows:
            self.out.append(table(block, self.house, self.inlines, self._indent(place), place.change, leads=leads))
            self.paragraph(styles.TABLE_END, "", place)

    def paragraph(self, style: str, inside: str, place: Place, in_list: str = "") -> None:
        """Writes a paragraph in a style; in a tracked block its end is marked as put in or taken out."""
        style = styles.LEADING[style] if place.leads else style
        opening = self._openings.get(style)
        if opening is None:
            opening = self._openings[style] = f'<w:p><w:pPr><w:pStyle w:val="{self._id(style)}"/>'
        in_list += from_right(inside)
        if place.change is not None:
            in_list += f"<w:rPr>{self.ledger.mark_of_whole(place.change)}</w:rPr>"
        self.out.append(f"{opening}{in_list}</w:pPr>{inside}</w:p>")

    def _runs(self, inlines: tuple[Inline, ...], place: Place) -> str:
        """The runs of a line, as a tracked change where the whole block is one."""
        if place.change is None:
            return self.inlines.runs(inlines)
        return self.inlines.runs((evolve(place.change, children=inlines),)) if inlines else ""

    def _id(self, style: str) -> str:
        return self.inlines.ids[style.lower()]

    def _indent(self, place: Place) -> int:
        """Where a table starts: inside a clause where the words of the clause do."""
        bound = self.lists.get(self._id(styles.CLAUSE))
        return bound.indent if bound is not None and place.around.indented else 0

    def _text_style(self, place: Place) -> str:
        return place.around.item_text[min(place.depth, styles.DEEPEST_ITEM) - 1] if place.depth else place.around.text

    def _anchored(self, paragraph: Paragraph, style: str, place: Place, before: str = "", in_list: str = "") -> None:
        inside = self._runs(paragraph.children, place)
        if paragraph.id and place.clause:
            inside = self.ledger.bookmarked(anchor_name(f"{place.clause}.{paragraph.id}"), inside)
        self.paragraph(style, before + inside, place, in_list)

    # --- sections ----------------------------------------------------------------------------------------------------

    def _section(self, section: Section, place: Place) -> None:
        if section.kind is SectionKind.CLAUSE:
            self._clause(section, place)
            return
        style = _SECTION_STYLES[section.kind]
        if section.kind is SectionKind.SCHEDULE and self._first_schedule:
            self._first_schedule, style = False, styles.FIRST_SCHEDULE
        title = self.ledger.bookmarked(bookmark_name(section.id), self._runs(section.title, place))
        self.paragraph(style, title, place, self._numbered(section, style))
        number = self.inlines.numbers.get(section.id)
        if number is not None and section.kind is not SectionKind.PART:
            words = words_of(inline for inline in section.title if not isinstance(inline, Note))
            self.contents.append(ContentsLine(number.printed, words, bookmark_name(section.id)))
        around = styles.IN_SECTION if section.kind is SectionKind.SECTION else styles.ELSEWHERE
        self.write(section.blocks, Place(around, section.id, 0, 0, place.change))

    def _clause(self, clause: Section, place: Place) -> None:
        """A numbered paragraph that begins with the title of the clause; its first words follow on the same line."""
        around = styles.IN_CLAUSE if clause.id in self.inlines.numbers else styles.IN_SECTION
        inside = Place(around, clause.id, change=place.change)
        marked = (evolve(place.change, children=clause.title),) if place.change else clause.title
        title = self.ledger.bookmarked(bookmark_name(clause.id), self.inlines.runs(marked, _TITLE_LOOKS))
        in_list = self._numbered(clause, styles.CLAUSE)
        if clause.blocks and isinstance(clause.blocks[0], Paragraph):
            gap = self._runs((_TITLE_GAP,), place)
            alone_before_signatures = clause.id == self.before_signatures and len(clause.blocks) == 1
            leads = alone_before_signatures or _leads(clause.blocks)
            leading = Place(around, clause.id, change=place.change, leads=leads)
            self._anchored(clause.blocks[0], styles.CLAUSE, leading, title + gap, in_list)
            self.write(clause.blocks[1:], inside)
        else:
            self.paragraph(styles.CLAUSE, title, inside, in_list)
            self.write(clause.blocks, inside)

    def _numbered(self, section: Section, style: str) -> str:
        """Nothing where the style's own list numbers the section; else that it has no number."""
        if section.id not in self.inlines.numbers:
            return _NO_LIST
        self.counting.count(self.lists.get(self._id(style), _NO_ITEM))
        return ""

    # --- lists -------------------------------------------------------------------------------------------------------

    def _items(self, items: Items, place: Place) -> None:
        style = place.around.of_item(place.depth, ordered=items.ordered)
        bound = self.lists.get(self._id(style), _NO_ITEM)
        instance, number = 0, ""
        if items.ordered:
            instance = self.counting.instance_for_new_list(bound, place.instance or bound.instance)
            if instance != bound.instance:
                number = f'<w:numPr><w:ilvl w:val="{bound.level}"/><w:numId w:val="{instance}"/></w:numPr>'
        inside = Place(place.around, place.clause, place.depth + 1, instance, place.change)
        for item in items.items:
            if items.ordered:
                self.counting.count(bound)
            self._item(item, style, number, inside)

    def _item(self, item: Item, style: str, number: str, place: Place) -> None:
        words, rest = "", item.blocks
        if rest and isinstance(rest[0], Paragraph):
            words, rest = self._runs(rest[0].children, place), rest[1:]
        if item.id and place.clause:
            words = self.ledger.bookmarked(anchor_name(f"{place.clause}.{item.id}"), words)
        self.paragraph(style, words, place, number)
        if rest:
            self.write(rest, place)

    # --- remarks -----------------------------------------------------------------------------------------------------

    def _remarked(self, comment: Comment, place: Place) -> None:
        """Blocks that a remark is about; its mark stands at the end of their last paragraph."""
        children = block_children(comment)
        if children:
            start, end = self.inlines.remark_range(comment)
            self.out.append(start)
            self.write(children, place)
            if not self.out[-1].endswith("</w:p>"):
                self.paragraph(styles.TABLE_END, "", place)
            self.out[-1] = f"{self.out[-1].removesuffix('</w:p>')}{end}</w:p>"
