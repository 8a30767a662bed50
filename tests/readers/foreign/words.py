"""The words of a foreign paper as a reader of the file sees them, for comparing with what other programs read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sla_drafter.document.foreign import Foreign
from sla_drafter.document.kinds import StoryKind
from sla_drafter.document.nodes import Block, Paragraph, Section
from sla_drafter.document.walk import lines_of, words_of

WORD = re.compile(r"\w+")


def printed(paper: Foreign, *stories: StoryKind) -> str:
    """Every line with its number, of these stories or of all."""
    wanted = [story for story in paper.document.stories if not stories or story.kind in stories]
    return "\n".join(line for story in wanted for line in _lines(paper, story.blocks))


def _lines(paper: Foreign, blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section):
            yield f"{paper.marks[block.id].label} {words_of(block.title)}".strip()
            yield from _lines(paper, block.blocks)
        elif isinstance(block, Paragraph):
            yield f"{paper.marks[block.id].label} {words_of(block.children)}".strip()
        else:
            yield from map(words_of, lines_of(block))


def share_found(expected: str, found: str) -> float:
    """The share of the expected words that were found, each as often as it is there."""
    there, here = Counter(WORD.findall(expected)), Counter(WORD.findall(found))
    return 1 - (there - here).total() / there.total()
