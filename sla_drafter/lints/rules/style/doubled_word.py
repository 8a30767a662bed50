"""A word stands twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

RULE = Rule(
    code="STY-07",
    name="doubled_word",
    severity=Severity.INFO,
    checks="No word stands twice in a row.",
    why="It is a slip, and it may hide a word that was meant: “the the” for “to the”.",
    bad="The Provider shall tell the the Customer.",
    good="The Provider shall tell the Customer.",
    source="Own rule; what may stand twice is in data/doubled_words.yaml, and a second word with a capital is a name.",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)

COLUMN = "|"
"""What parts the columns of a table that was typed as text: there two words meet that do not belong together."""
ENDS = '.,;:!?)”»"'


def find(paper: Paper) -> Iterator[Finding]:
    may = frozenset(wordlists.listed("doubled_words")[paper.language])
    letters = frozenset(wordlists.listed("doubled_words")["letters"][paper.language])
    for line in paper.sayings:
        for (first, twice), starts in slips_in(line.words, may, letters).items():
            once = (swap(paper, line, start, twice, first) for start in starts)
            yield RULE.finding(
                f"“{first}” stands twice in a row.",
                clause=line.clause,
                quote=twice,
                mend=mend(f"write “{first}” once, or the word that was meant", *once, is_safe=True),
            )


def slips_in(words: str, may: frozenset[str], letters: frozenset[str]) -> dict[tuple[str, str], list[int]]:
    """The slips of a paragraph, each once: the word, the two as they stand there, and all the places."""
    slips: dict[tuple[str, str], list[int]] = {}
    seen = 0
    for first, second in pairs_in(words):
        word = second.rstrip(ENDS)
        if first.casefold() != word.casefold() or not is_slip(first, word, letters) or word.casefold() in may:
            continue
        places = slips.setdefault((first, f"{first} {word}"), [])
        start = words.find(f"{first} {word}", seen)
        if start >= 0:
            places.append(start)
            seen = start + 1
    return slips


def pairs_in(words: str) -> Iterator[tuple[str, str]]:
    """The neighbours of a paragraph, where any word begins with the one before it; few paragraphs have such words."""
    bare = words.casefold().split()
    if COLUMN not in words and any(map(str.startswith, bare[1:], bare)):
        yield from pairwise(words.split())


def is_slip(first: str, second: str, letters: frozenset[str]) -> bool:
    """Whether two equal words are no letters of a list, no figures and no name: a second word with a capital is one."""
    if len(first) == 1:
        return first == second and first in letters
    return first.isalpha() and (second.islower() or first.isupper())
