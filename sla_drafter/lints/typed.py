"""One index over the words of a foreign paper: its numbers, references, attachments, definitions and uses, as typed.

Rules on terms and references are set algebra over it, whatever the language. It is made once for each paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sla_drafter.language.patterns import compiled
from sla_drafter.lints.defining import Defined, definitions_in, known_terms, uses_in, uses_of
from sla_drafter.lints.paper import Paper, Part
from sla_drafter.lints.pointing import Pointing, attached, attachments, references
from sla_drafter.lints.undefined import undefined_terms, written_as_terms
from sla_drafter.lints.variants import variants_of
from sla_drafter.values import frozen

__all__ = ["Defined", "Pointing", "Typed", "typed"]

_WORD = compiled(r"\w")


@frozen
class Typed:
    """What a paper defines, names and points to."""

    numbers: frozenset[str]
    inside: Mapping[str, str]
    references: tuple[Pointing, ...]
    attachments: tuple[Pointing, ...]
    attached: frozenset[str]
    definitions: Mapping[str, tuple[Defined, ...]]
    uses: Counter[str]
    undefined: Mapping[str, tuple[str, ...]]
    variants: Mapping[str, tuple[str, tuple[str, ...]]]
    headings: Mapping[str, str]

    def leads_somewhere(self, number: str) -> bool:
        """Whether a number is one of the paper, the beginning of one, or a letter inside of a paragraph."""
        base, bracket, rest = number.partition("(")
        return number in self.numbers or bool(bracket and f"({rest}" in self.inside.get(base, ""))


@lru_cache(maxsize=4)
def typed(paper: Paper) -> Typed:
    """The index of a paper, made in one pass over its lines for each of its parts."""
    lines, language = paper.lines, paper.language
    definitions = definitions_in(lines, language)
    used = uses_in(paper, known_terms(definitions, language))
    written = written_as_terms(paper, used)
    variants = variants_of(written, definitions, language)
    return Typed(
        frozenset(_numbers(paper)),
        _inside(paper),
        tuple(references(paper)),
        tuple(attachments(paper)),
        frozenset(attached(paper)),
        definitions,
        uses_of(lines, used, definitions, language),
        undefined_terms({term: clauses for term, clauses in written.items() if term not in variants}, language),
        variants,
        dict(_headings(paper)),
    )


def _numbers(paper: Paper) -> Iterator[str]:
    """Every number of the paper, and what it is a part of: 4.2(a) makes 4.2 and 4 numbers too."""
    for mark in paper.marks.values():
        number = mark.number.rpartition(" ")[2].replace(" ", "").lstrip("§")
        number = number.removesuffix(".0")
        while number:
            yield number
            number = number.rpartition("(" if number.endswith(")") else ".")[0]


def _headings(paper: Paper) -> Iterator[tuple[str, str]]:
    """The heading of each number that has one."""
    for line in paper.lines:
        mark = paper.marks.get(line.clause)
        if line.part is Part.TITLE and mark and mark.number:
            yield mark.number.rpartition(" ")[2].lstrip("§"), line.words


def _inside(paper: Paper) -> Mapping[str, str]:
    """The words of each numbered paragraph, in which (a) and (b) may stand."""
    words = {line.clause: line.words for line in paper.lines if _WORD.search(line.words)}
    return {mark.number: words.get(name, "") for name, mark in paper.marks.items() if mark.number}
