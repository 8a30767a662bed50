"""Finds words again in a Word file that was read: by the paragraph or the clause they stand in, sign by sign.

Comments and tracked changes are for the main text alone. What stands in a note is marked where the note is called, what
stands in a text box at the paragraph that holds the box, what stands in a header or footer at the beginning.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from lxml import etree

from sla_drafter.document.kinds import StoryKind
from sla_drafter.document.spots import Point, Sought, Spot
from sla_drafter.language.quotes import single_spaced, spans
from sla_drafter.readers.changes import Changes
from sla_drafter.readers.docx import begun_by, long_ids
from sla_drafter.readers.docx.lines import Line
from sla_drafter.readers.docx.package import Package, W, open_package, refusal
from sla_drafter.readers.foreign.word import is_seen, read_lines
from sla_drafter.values import frozen

_CLOSED = {f"{W}txbxContent", "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
"""What a comment cannot stand in: a text box, and one of two pictures of the same thing."""
_TYPES = "[Content_Types].xml"
_MARGINS = {StoryKind.HEADER: "in the header", StoryKind.FOOTER: "in the footer"}
_NOTES = {"foot": "footnote", "endn": "endnote"}


def spots(data: bytes, sought: Sequence[Sought], changes: Changes = Changes.ACCEPTED) -> tuple[Spot, ...]:
    """The spot of each of these words, in their order."""
    return _File.of(open_package(data), changes).spots(sought)


def exact_spots(data: bytes, sought: Sequence[Sought], changes: Changes = Changes.ACCEPTED) -> tuple[Spot | None, ...]:
    """The spot of each of these words where exactly they stand in the main text; None where they do not."""
    file = _File.of(open_package(data), changes)
    return tuple(map(file.exact, sought))


def main_part(data: bytes) -> str:
    """The name of the part that holds the main text."""
    return open_package(data).document


@frozen
class _Seen:
    """A line that is counted, with what it belongs to: a story, a note, a clause of ours."""

    line: Line
    story: StoryKind
    note: str
    clause: str


@frozen(eq=False)
class _File:
    """A Word file with its lines and its elements, each with its number."""

    seen: tuple[_Seen, ...]
    numbers: dict[etree._Element, int]
    calls: dict[str, int]
    start: Point

    @classmethod
    def of(cls, package: Package, changes: Changes) -> _File:
        if _TYPES not in package.parts:
            raise refusal([f"there is no {_TYPES} in it, so no program that shows comments opens it"])
        elements = list(package.parsed(package.document).iter("*"))
        numbers = {element: at for at, element in enumerate(elements)}
        calls = {
            f"{str(element.tag).removeprefix(W)[:4]}{element.get(f'{W}id')}": at
            for element, at in numbers.items()
            if element.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}
        }
        start = next(
            (at for element, at in numbers.items() if element.tag == f"{W}p" and _closed(element) is None), None
        )
        if start is None:
            raise refusal(["there is no paragraph in its text that could carry a comment"])
        return cls(tuple(_seen(package, changes)), numbers, calls, (start, 0))

    def spots(self, sought: Sequence[Sought]) -> tuple[Spot, ...]:
        return tuple(map(self._spot, sought))

    def _spot(self, sought: Sought) -> Spot:
        lines = self._where(sought)
        found = [(one, span) for one in lines for span in spans(one.line.words, sought.quote)]
        if found:
            one, (start, end) = found[min(sought.nth, len(found) - 1)]
            return self._placed(one, start, end)
        if across := self._across(lines, sought.quote):
            return across
        if lines:
            return self._placed(lines[0], 0, len(lines[0].line.words))
        return Spot(self.start, self.start)

    def exact(self, sought: Sought) -> Spot | None:
        """The spot of words that stand where they are sought, in the open text of one paragraph; None for others."""
        found = [(one, span) for one in self._where(sought) for span in spans(one.line.words, sought.quote)]
        if sought.nth >= len(found):
            return None
        one, (start, end) = found[sought.nth]
        words, at = single_spaced(one.line.words[start:end])
        first, last = sought.part or (0, len(words))
        is_open = one.story is StoryKind.BODY and not one.note and not one.line.contents
        if not is_open or words != " ".join(sought.quote.split()) or first >= last:
            return None
        points = list(self._points(one.line, start + at[first], start + at[last - 1] + 1))
        return Spot(points[0][0], points[-1][1]) if points else None

    def _where(self, sought: Sought) -> list[_Seen]:
        """The lines in which words are looked for; of a table, the rest of its row and what follows in it."""
        if sought.clause:
            return [one for one in self.seen if one.clause == sought.clause]
        if not 0 < sought.paragraph <= len(self.seen):
            return []
        first, *rest = self.seen[sought.paragraph - 1 :]
        found = [first]
        for one in rest:
            if one.line.cell is None or one.story is not first.story:
                break
            found.append(one)
        return found

    def _across(self, lines: list[_Seen], quote: str) -> Spot | None:
        """Words that begin in one paragraph and end in another of the same cell, as a sentence with a list in it."""
        in_text = (one.line for one in lines if one.story is StoryKind.BODY)
        for _, group in groupby(in_text, key=lambda line: line.cell):
            found = list(group)
            starts = list(accumulate((len(line.words) + 1 for line in found), initial=0))
            for start, end in spans("\n".join(line.words for line in found), quote):
                first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
                begun = list(self._points(found[first], start - starts[first], len(found[first].words)))
                ended = list(self._points(found[last], 0, end - starts[last]))
                if begun and ended:
                    return Spot(begun[0][0], ended[-1][1])
        return None

    def _placed(self, one: _Seen, start: int, end: int) -> Spot:
        if one.story in _MARGINS:
            return Spot(self.start, self.start, _MARGINS[one.story])
        if one.note:
            at = self.calls.get(one.note)
            points = (self.start, self.start) if at is None else ((at, 0), (at, 1))
            return Spot(*points, f"in {_NOTES[one.note[:4]]} {one.note[4:]}")
        paragraph = one.line.paragraph
        holder = None if paragraph is None else _closed(paragraph)
        if holder is not None:
            at = self.numbers[holder]
            return Spot((at, 0), (at, 0), "in a text box")
        return self._marked(one.line, start, end)

    def _marked(self, line: Line, start: int, end: int) -> Spot:
        """The signs of a line; of a line without words its paragraph."""
        points = list(self._points(line, start, end))
        if points:
            return Spot(points[0][0], points[-1][1])
        at = self.start[0] if line.paragraph is None else self.numbers[line.paragraph]
        return Spot((at, 0), (at, 0))

    def _points(self, line: Line, start: int, end: int) -> Iterator[tuple[Point, Point]]:
        """For each element of the words from start to end, from where to where it is meant."""
        before = 0
        for element, words in line.sources:
            first, last = max(start - before, 0), min(end - before, len(words))
            if first < last and _closed(element) is None:
                yield (self.numbers[element], first), (self.numbers[element], last)
            before += len(words)


def _seen(package: Package, changes: Changes) -> Iterator[_Seen]:
    names, clause = long_ids(package), ""
    for line, story, note in read_lines(package, changes):
        begun = [name for mark in line.bookmarks if (name := begun_by(mark, names)) is not None]
        clause = begun[-1] if begun else clause
        if is_seen(line):
            yield _Seen(line, story, note, clause if story is StoryKind.BODY else "")


def _closed(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph around a text box in which a paragraph stands, the outermost one; None for one in the open."""
    around = [element for element in paragraph.iterancestors() if element.tag in _CLOSED]
    holders = (element for element in around[-1].iterancestors(f"{W}p")) if around else iter(())
    return next(holders, paragraph if around else None)
