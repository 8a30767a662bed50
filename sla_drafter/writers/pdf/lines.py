"""Breaks words into lines: at white space only, and inside a word only where it is wider than the line.

Nothing is hyphenated and nothing but white space is lost: the words of the file are the words of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import evolve

from sla_drafter.writers.pdf.looks import LINE_BREAK, Look, Run
from sla_drafter.writers.pdf.measure import width

Line = list[Run]
_SPACE = re.compile(r"([\t\n\v\f\r\x1c-\x1f \x85\u1680\u2000-\u2006\u2008-\u200a\u2029\u205f\u3000]+)")
_FIXED_SPACES = str.maketrans(dict.fromkeys("\u2007\u202f", "\u00a0"))
_GOOD_END = frozenset("/\\-_.,;:@&=?)")


def clean(words: str) -> str:
    """Words as they are set: spaces that do not break become the one that the typeface has."""
    return words if words.isascii() else words.translate(_FIXED_SPACES).replace(LINE_BREAK, " ")


def run_width(run: Run) -> float:
    """How wide a run is, in points."""
    return run[0].size * width(run[0].font, run[1])


def line_width(line: Iterable[Run]) -> float:
    """How wide what is seen of a line is, in points: a space at its end is there for those who hear it."""
    runs = list(line)
    ends = runs[-1:] if runs and runs[-1][1].endswith(" ") else []
    return sum(map(run_width, runs)) - sum(run_width((look, " ")) for look, _ in ends)


def break_lines(runs: Iterable[Run], measure: float, first: float | None = None) -> list[Line]:
    """The lines of these runs in a column of this measure; the first line may be shorter."""
    return _Column(measure, measure if first is None else first).fill(runs)


@lru_cache(maxsize=8192)
def _tokens(font: str, words: str) -> tuple[tuple[str, float], ...]:
    """Words and the white space between them, each word with its width at size 1, white space with none below it."""
    tokens = enumerate(_SPACE.split(words))
    return tuple((token, -1 if at % 2 else width(font, token)) for at, token in tokens if token)


class _Column:
    """A column that is being filled: the lines that are done, the line and the word at hand, the space between."""

    def __init__(self, measure: float, room: float) -> None:
        self.measure = max(measure, 1.0)
        self.room = room
        self.lines: list[Line] = []
        self.line: Line = []
        self.word: Line = []
        self.word_width = 0.0
        self.space: Run | None = None

    def fill(self, runs: Iterable[Run]) -> list[Line]:
        for look, words in runs:
            if words == LINE_BREAK:
                self._end_word()
                self._end_line((look, " "))
                continue
            for token, wide in _tokens(look.font, words):
                if wide < 0:
                    self._end_word()
                    self.space = self.space or (look, " ")
                else:
                    self.word.append((look, token))
                    self.word_width += look.size * wide
        self._end_word()
        if self.line or not self.lines:
            self._end_line()
        return self.lines

    def _end_line(self, space: Run | None = None) -> None:
        """Begins a new line; the space at which the old one ends stays a word's end for those who hear the paper."""
        if space and self.line:
            look, words = self.line[-1]
            if look.rule or look.link or look.shade:
                self.line.append((evolve(look, rule="", link="", shade=""), " "))
            else:
                self.line[-1] = (look, f"{words} ")
        self.lines.append(self.line)
        self.line, self.space, self.room = [], None, self.measure

    def _end_word(self) -> None:
        if not self.word:
            return
        space = self.space if self.line else None
        wanted = self.word_width + (run_width(space) if space else 0)
        if wanted > self.room and self.line:
            self._end_line(space)
            space, wanted = None, self.word_width
        if wanted > self.room:
            self._set_long_word()
        else:
            self._set(space, wanted)
        self.word, self.word_width, self.space = [], 0.0, None

    def _set(self, space: Run | None, wanted: float) -> None:
        for look, words in ((space,) if space else ()) + tuple(self.word):
            last = self.line[-1][0] if self.line else None
            if last is look or last == look:
                self.line[-1] = (look, self.line[-1][1] + words)
            else:
                self.line.append((look, words))
        self.room -= wanted

    def _set_long_word(self) -> None:
        for look, words in self.word:
            for part in _parts(look, words, self.measure):
                wide = look.size * width(look.font, part)
                if wide > self.room and self.line:
                    self._end_line()
                self.line.append((look, part))
                self.room -= wide


def _parts(look: Look, words: str, measure: float) -> Iterator[str]:
    """A word that is wider than the line, cut where an address may be cut, else where the line is full."""
    start, used, good = 0, 0.0, 0
    for end, letter in enumerate(words):
        wide = look.size * width(look.font, letter)
        while used + wide > measure and end > start:
            cut = good if good - start > (end - start) // 2 else end
            yield words[start:cut]
            start, used = cut, look.size * width(look.font, words[cut:end])
        used += wide
        if letter in _GOOD_END:
            good = end + 1
    yield words[start:]
