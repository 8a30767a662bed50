"""Other words for some words of a paper, with the exact place at which they stand."""

from __future__ import annotations

from bisect import bisect_left

from sla_drafter.findings import Mend, Swap
from sla_drafter.language.kept import kept
from sla_drafter.language.quotes import spans
from sla_drafter.lints.paper import Line, Paper


def swap(paper: Paper, line: Line, start: int, words: str, instead: str) -> Swap:
    """Other words for those that begin at a sign of a line, as whole words; a capital at their beginning is kept."""
    begun, end = start, start + len(words)
    while _goes_on(line.words, begun):
        begun -= 1
    while _goes_on(line.words, end):
        end += 1
    right = line.words[begun:start] + as_begun(words, instead) + line.words[start + len(words) : end]
    return Swap(line.clause, line.words[begun:end], right, place_among(paper, line, begun, line.words[begun:end]))


def _goes_on(words: str, at: int) -> bool:
    """Whether a word or a figure stands on both sides of a place."""
    return 0 < at < len(words) and words[at - 1].isalnum() and words[at].isalnum()


def mend(said: str, *swaps: Swap, is_safe: bool = False) -> Mend:
    """A mend in words, with the swaps that a program can make."""
    return Mend(said, is_safe=is_safe, swaps=tuple(one for one in swaps if one.words != one.instead))


def as_begun(words: str, instead: str) -> str:
    """Words that begin with a capital where those do that they stand for."""
    is_capital = words[:1].isupper() and not words[1:2].isupper()
    return instead[:1].upper() + instead[1:] if is_capital else instead


def place_among(paper: Paper, line: Line, start: int, words: str) -> int:
    """How many places of the same words stand before this one, in its clause or paragraph."""
    count = 0
    for other in paper.lines_of[line.clause]:
        found = _starts(other.words, words)
        if other is line:
            return count + bisect_left(found, start)
        count += len(found)
    return count


@kept(256, huge=16)
def _starts(text: str, words: str) -> tuple[int, ...]:
    """Where the same words begin in a text; a fault that stands there many times asks each time."""
    return tuple(begun for begun, _ in spans(text, words))
