"""Breaks words into lines: at white space, and inside a word where it is wider than the line.

In the narrow columns of tables a word is divided as its language divides it. Who hears the paper or copies from it gets
the whole word (`said`): nothing but white space is lost, and no hyphen is added to the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import evolve

from sla_drafter.language.patterns import compiled
from sla_drafter.writers.pdf.looks import LINE_BREAK, Look, Run
from sla_drafter.writers.pdf.measure import width

Line = list[Run]
_SPACE = compiled(r"([\t\n\v\f\r\x1c-\x1f \x85\u1680\u2000-\u2006\u2008-\u200a\u2029\u205f\u3000]+)")
_FIXED_SPACES = str.maketrans(dict.fromkeys("\u2007\u202f", "\u00a0"))
_GOOD_END = frozenset("/\\-_.,;:@&=?)")
Parts = Callable[[str], Sequence[str]]
HYPHEN = "\u00ad"
"""A hyphen that is there because a line ends: it is drawn, and is no letter of the word."""
_JOINTS = ("-", "/")
_LOOSE = 0.6  # of the measure: a line that would be left so empty is filled with a part of the next word
_NEVER = 1.0  # no line that has words on it is so empty


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


def break_lines(
    runs: Iterable[Run], measure: float, first: float | None = None, parts: Parts | None = None
) -> list[Line]:
    """The lines of these runs in a column of this measure; the first line may be shorter.

    `parts` says between which parts of a word a line may end; without it, it never does. A word that the column has
    room for is divided only where that saves a line.
    """
    runs, room = list(runs), measure if first is None else first
    lines = _Column(measure, room, parts, _LOOSE).fill(runs)
    if not any(map(is_divided, lines)):
        return lines
    whole = _Column(measure, room, parts, _NEVER).fill(runs)
    return lines if len(lines) < len(whole) else whole


def is_divided(line: Line) -> bool:
    """Whether a line ends inside of a word that goes on in the next."""
    return bool(line) and bool(line[-1][0].said) and line[-1][1].endswith((HYPHEN, *_JOINTS))


@lru_cache(maxsize=8192)
def _tokens(font: str, words: str) -> tuple[tuple[str, float], ...]:
    """Words and the white space between them, each word with its width at size 1, white space with none below it."""
    tokens = enumerate(_SPACE.split(words))
    return tuple((token, -1 if at % 2 else width(font, token)) for at, token in tokens if token)


class _Column:
    """A column that is being filled: the lines that are done, the line and the word at hand, the space between."""

    def __init__(self, measure: float, room: float, parts: Parts | None, loose: float) -> None:
        self.measure = max(measure, 1.0)
        self.loose = loose * self.measure
        self.parts = parts
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
            if look.rule or look.link or look.shade or look.said:
                self.line.append((evolve(look, rule="", link="", shade="", said=""), " "))
            else:
                self.line[-1] = (look, f"{words} ")
        self.lines.append(self.line)
        self.line, self.space, self.room = [], None, self.measure

    def _end_word(self) -> None:
        if not self.word:
            return
        space = self.space if self.line else None
        wanted = self.word_width + (run_width(space) if space else 0)
        if wanted > self.room and self.parts and len(self.word) == 1 and self._set_divided(space, *self.word[0]):
            self.word, self.word_width, self.space = [], 0.0, None
            return
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

    def _set_divided(self, space: Run | None, look: Look, word: str) -> bool:
        """Sets a word in parts, where it is wider than the column or would leave the line loose. Says whether it did.

        Nothing is set of a word with a part for which the column is too narrow.
        """
        parts = list(self.parts(word)) if self.parts else []
        if len(parts) < 2 or not (self.room > self.loose or self.word_width > self.measure):
            return False
        if max(_wide(look, _ended(part)) for part in parts) > self.measure:
            return False
        said = evolve(look, said=word)
        while parts:
            before = (run_width(space) if space else 0) if self.line else 0
            count = _fitting(look, parts, self.room - before)
            if count:
                words = "".join(parts[:count])
                is_whole = words == word
                del parts[:count]
                self.word = [(look if is_whole else said, _ended(words) if parts else words)]
                self._set(space, before + _wide(*self.word[0]))
            if parts:
                self._end_line(None if count else space)
            space = None
        return True

    def _set_long_word(self) -> None:
        for look, words in self.word:
            for part in _parts(look, words, self.measure):
                wide = look.size * width(look.font, part)
                if wide > self.room and self.line:
                    self._end_line()
                self.line.append((look, part))
                self.room -= wide


def _wide(look: Look, words: str) -> float:
    return look.size * width(look.font, words)


def _ended(words: str) -> str:
    """A part of a word with the sign at which its line ends."""
    return words if words.endswith(_JOINTS) else words + HYPHEN


def _fitting(look: Look, parts: Sequence[str], room: float) -> int:
    """How many parts of a word fit into this room; with a sign behind them where others follow."""
    words = "".join(parts)
    if _wide(look, words) <= room:
        return len(parts)
    counts = range(len(parts) - 1, 0, -1)
    return next((count for count in counts if _wide(look, _ended("".join(parts[:count]))) <= room), 0)


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
