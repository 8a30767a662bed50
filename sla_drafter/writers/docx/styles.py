"""The styles that a Word template needs, by the names that Word shows, and which one each thing is printed in.

Looks live in the template alone: the text of a document names styles and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve

from sla_drafter.values import frozen

SECTION, CLAUSE, SCHEDULE, FIRST_SCHEDULE, PART = "heading 1", "Clause", "Schedule", "Schedule First", "Part"
CONTENTS = "toc 1"
CAPTION, CLAUSE_CAPTION, FIGURE = "caption", "Clause Caption", "Figure"
TABLE, TABLE_HEAD, TABLE_TEXT, TABLE_END = "Agreement Table", "Table Head", "Table Text", "Table End"
TABLE_KEPT = "Table Text Kept"
SIGNATURES, SIGNATURE_HEADING, SIGNATURE_LINE = "Signature Table", "Signature Heading", "Signature Line"
NOTE, REMARK = "footnote text", "annotation text"
DEEPEST_ITEM = 3
_LEVELS = range(1, DEEPEST_ITEM + 1)


@frozen
class Surroundings:
    """The styles of what stands in a clause, or outside of one: text, items, their further paragraphs, bullets."""

    text: str
    item: tuple[str, ...]
    item_text: tuple[str, ...]
    bullet: tuple[str, ...]
    caption: str
    indented: bool

    def of_item(self, depth: int, *, ordered: bool) -> str:
        """The style of an item, depth counted from 0."""
        return (self.item if ordered else self.bullet)[min(depth, DEEPEST_ITEM - 1)]


def _levels(name: str) -> tuple[str, ...]:
    return tuple(f"{name} {level}" for level in _LEVELS)


IN_CLAUSE = Surroundings("Clause Text", _levels("Item"), _levels("Item Text"), _levels("Bullet"), CLAUSE_CAPTION, True)
ELSEWHERE = Surroundings(
    "Normal", _levels("Schedule Item"), _levels("Schedule Item Text"), _levels("Schedule Bullet"), CAPTION, False
)
IN_SECTION = evolve(IN_CLAUSE, item=ELSEWHERE.item, item_text=ELSEWHERE.item_text, bullet=ELSEWHERE.bullet)
"""Straight in a section: items count for themselves, because a list of clauses that misses a clause miscounts."""

LEADING = {"Normal": "Text Lead"} | {
    name: f"{name} Lead" for name in (CLAUSE, IN_CLAUSE.text, *IN_CLAUSE.item_text, *ELSEWHERE.item_text)
}
"""The style of what leads into a table or a list, or that nobody may sign without: it stays with what follows."""

# Character styles, in the order in which one of them is the style of a run that needs two.
BLANK, LINK, TERM, CLAUSE_TITLE, STRONG, EMPHASIS = (
    "Blank",
    "Hyperlink",
    "Defined Term",
    "Clause Title",
    "Strong",
    "Emphasis",
)
NOTE_MARK, REMARK_MARK = "footnote reference", "annotation reference"
_FIRST = (BLANK, LINK, TERM, CLAUSE_TITLE, STRONG, EMPHASIS)
_BESIDE = {TERM: "<w:b/>", CLAUSE_TITLE: "<w:b/>", STRONG: "<w:b/>", EMPHASIS: "<w:i/>"}

REQUIRED = (
    SECTION, CLAUSE, SCHEDULE, FIRST_SCHEDULE, PART, CONTENTS, CAPTION, FIGURE, TABLE, TABLE_HEAD, TABLE_TEXT,
    TABLE_KEPT, TABLE_END, SIGNATURES, SIGNATURE_HEADING, SIGNATURE_LINE, NOTE, REMARK, NOTE_MARK, REMARK_MARK, *_FIRST,
    *LEADING.values(),
    *(
        name
        for around in (IN_CLAUSE, ELSEWHERE)
        for name in (around.text, *around.item, *around.item_text, *around.bullet, around.caption)
    ),
)  # fmt: skip


class Looks:
    """Run properties for a set of character styles, spelled with the style ids of one template."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._ids = ids
        self.of = lru_cache(maxsize=64)(self._of)

    def _of(self, names: frozenset[str]) -> str:
        found = [name for name in _FIRST if name in names]
        if not found:
            return ""
        beside = sorted({_BESIDE[name] for name in found[1:] if name in _BESIDE})
        return f'<w:rStyle w:val="{self._ids[found[0].lower()]}"/>{"".join(beside)}'
