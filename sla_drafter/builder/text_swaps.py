"""Where the words of swaps stand in the source of a Markdown file, and what its paragraphs then show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sla_drafter.findings import Swap
from sla_drafter.language.patterns import compiled
from sla_drafter.language.quotes import spans
from sla_drafter.lints.paper import Paper
from sla_drafter.values import frozen

_KEPT = compiled(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|`[^`]*`", re.DOTALL)
"""What is shown and is no text of an author: slots and statements of a clause, and code."""
_LINE_END = compiled(r"\r\n?|\n")
_UNSEEN = compiled(r"<[^>]*>|\]\([^)]*\)", re.DOTALL)
"""What is not shown: tags, and where a link leads."""


@frozen
class Source:
    """The text of a file and the paper that is read from it."""

    text: str
    paper: Paper

    def swapped(self, swaps: Sequence[Swap]) -> str | None:
        """The text with other words; None where some of the words have no place of their own in it."""
        places = [(place, swap.instead) for swap in swaps if isinstance(place := self._place(swap), tuple)]
        if len(places) < len(swaps):
            return None
        text, last = self.text, len(self.text)
        for (start, end), instead in sorted(places, reverse=True):
            if end > last:
                return None
            text, last = text[:start] + instead + text[end:], start
        return text

    def unplaced(self, swap: Swap) -> str:
        """Why the words have no place of their own in the text; "" where they have one."""
        place = self._place(swap)
        return place if isinstance(place, str) else ""

    def _place(self, swap: Swap) -> tuple[int, int] | str:
        """From where to where the words stand, or why that is not known.

        They stand there where they are as often as in the paragraphs that are shown.
        """
        if not swap.line:
            return "the line in which its words stand is not known"
        begin, end = self._lines_of(swap.line)
        segment = self.text[begin:end]
        found = [one for one in spans(segment, swap.words) if not _touches(_UNSEEN, segment, one)]
        before, shown = 0, 0
        for clause, mark in self.paper.marks.items():
            if mark.line == swap.line:
                count = sum(len(spans(line.words, swap.words)) for line in self.paper.lines_of.get(clause, ()))
                before += count if mark.position < swap.paragraph else 0
                shown += count
        if len(found) < shown:
            return "signs of Markdown stand among its words"
        if len(found) > shown or before + swap.nth >= shown:
            return "its words stand in what is not shown as well"
        first, last = found[before + swap.nth]
        if _touches(_KEPT, segment, (first, last)):
            return "code and the slots of a clause stay as they are"
        return begin + first, begin + last

    def _lines_of(self, line: int) -> tuple[int, int]:
        """Where the paragraphs begin and end that begin in a line, up to the line in which the next one begins."""
        starts = [0, *(found.end() for found in _LINE_END.finditer(self.text)), len(self.text)]
        later = [mark.line for mark in self.paper.marks.values() if mark.line and mark.line > line]
        return starts[max(line, 1) - 1], starts[min(later) - 1] if later else len(self.text)


def _touches(pattern: re.Pattern[str], text: str, place: tuple[int, int]) -> bool:
    """Whether a place of a text lies in what a pattern finds, or holds a part of it."""
    return any(found.start() < place[1] and place[0] < found.end() for found in pattern.finditer(text))


def shown(paper: Paper, swaps: Sequence[Swap] = ()) -> list[str]:
    """What each line of a paper shows once the swaps are made, with one space for each white space."""
    said: list[str] = []
    for clause, lines in paper.lines_of.items():
        mark = paper.marks.get(clause)
        mine = [swap for swap in swaps if mark and swap.paragraph == mark.position]
        seen: Counter[str] = Counter()
        for line in lines:
            places = []
            for words in {swap.words for swap in mine}:
                found = spans(line.words, words)
                numbered = {swap.nth - seen[words]: swap.instead for swap in mine if swap.words == words}
                places += [(place, numbered[at]) for at, place in enumerate(found) if at in numbered]
                seen[words] += len(found)
            text = line.words
            for (start, end), instead in sorted(places, reverse=True):
                text = text[:start] + instead + text[end:]
            said.append(" ".join(text.split()))
    return said
