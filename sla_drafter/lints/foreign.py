"""Lints a paper that somebody else wrote: text rules only, one grade milder than on our own drafts, and how sure.

A finding stands in a clause as the paper numbers it, in a paragraph, and on a page where the file has pages. In a file
without lines the place of a finding counts paragraphs instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePath

from attrs import evolve

from sla_drafter.document.foreign import Foreign, Mark
from sla_drafter.document.nodes import Block, Paragraph, Section, Table
from sla_drafter.document.walk import words_of
from sla_drafter.findings import Confidence, Finding, Mend, Place, Severity, worst_first
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.quoted import place_of
from sla_drafter.lints.register import Found, text_rules
from sla_drafter.model.configuration import USUAL, Configuration
from sla_drafter.values import frozen

MILDER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO, Severity.INFO: Severity.INFO}
"""The grade of a finding on somebody else's paper, by what it is on ours."""
_SHORTEST_LINE = 8
"""How many signs a line of a wrapped paragraph has at least: so far down are its words looked for."""


def lint_foreign(foreign: Foreign, file: PurePath, configuration: Configuration = USUAL) -> tuple[Finding, ...]:
    """Every finding of the text rules that know the language of the paper, as a house wants it judged, worst first."""
    judged = _Judged(foreign, file, Paper(foreign.document, foreign.marks, configuration))
    milder = (_graded(finding, rule) for rule in _rules(judged.paper) for finding in rule.find(judged.paper))
    found = (finding for one in milder if (finding := configuration.graded(one)))
    return worst_first((*_carried(foreign, file), *map(judged.placed, found)))


def _rules(paper: Paper) -> Iterator[Found]:
    return (file for file in text_rules() if file.RULE.speaks(paper.language))


def _graded(finding: Finding, file: Found) -> Finding:
    sure = file.RULE.sure if finding.confidence is Confidence.EXACT else finding.confidence
    return evolve(finding, severity=MILDER[finding.severity], confidence=sure)


@frozen
class _Judged:
    """A foreign paper that is judged, with what places its findings, each made once."""

    foreign: Foreign
    file: PurePath
    paper: Paper

    @cached_property
    def words(self) -> dict[str, str]:
        """The words of each heading, paragraph and row of a table, by its id."""
        found: dict[str, list[str]] = {}
        for line in self.paper.lines:
            found.setdefault(line.clause, []).append(line.words)
        return {clause: " | ".join(filter(None, words)) for clause, words in found.items()}

    @cached_property
    def within(self) -> dict[str, str]:
        """For each paragraph the heading right above it, with its number."""
        found: dict[str, str] = {}
        for name, section in self.paper.index.sections.items():
            title = " ".join(filter(None, (self.paper.marks[name].label, words_of(section.title))))
            inside = [name for block in section.blocks for name in _ids(block)]
            found |= dict.fromkeys((name, *inside), title)
        return found

    def placed(self, finding: Finding) -> Finding:
        """The finding with its place; ids of paragraphs mean nothing outside, so the clause is said in words only."""
        finding = self._swapped(finding)
        mark = self.paper.marks.get(finding.clause)
        if mark is None:
            return evolve(finding, clause="", places=(Place(self.file, 1, 1, ""),))
        place = self.place(finding.quote, mark, self.words.get(finding.clause, ""))
        return evolve(
            finding, clause="", clause_words=self.where(finding.clause, mark), page=mark.page, places=(place,)
        )

    def _swapped(self, finding: Finding) -> Finding:
        """The finding with the paragraphs of the words that could be others."""
        mend = finding.mend
        if mend is None or not mend.swaps:
            return finding
        marks = self.paper.marks
        swaps = tuple(
            evolve(swap, clause="", paragraph=marks[swap.clause].position, line=marks[swap.clause].line or 0)
            for swap in mend.swaps
            if swap.clause in marks
        )
        return evolve(finding, mend=evolve(mend, swaps=swaps))

    def where(self, paragraph: str, mark: Mark) -> str:
        """Where a paragraph stands: "clause 4.2(a), paragraph 17, page 3"; without a number below which heading."""
        number = f"clause {mark.number}" if mark.number[:1].isdigit() else mark.number
        page = f"page {mark.page}" if mark.page else ""
        parts = (number or self.within.get(paragraph, ""), f"paragraph {mark.position}", page)
        return ", ".join(filter(None, parts))

    def place(self, quote: str, mark: Mark, words: str) -> Place:
        """The line of a text file, else the paragraph, with the quoted words marked."""
        line, text = 0, words.replace("\n", " ")
        first = (mark.line or 0) - 1
        if 0 <= first < len(self.foreign.source):
            lines = self.foreign.source[first : first + 1 + len(words) // _SHORTEST_LINE]
            line, text = next((one for one in enumerate(lines) if quote and quote in one[1]), (0, lines[0]))
        at = place_of(text, quote) if quote else -1
        length = len(text) if at < 0 else len(quote)
        return Place(self.file, (mark.line or mark.position) + line, max(at, 0) + 1, text, length=max(length, 1))


def _ids(block: Block) -> Iterator[str]:
    match block:
        case Section(id=name) | Paragraph(id=name):
            yield name
        case Table(rows=rows):
            yield from (row.key for row in rows)
        case _:
            pass


def _carried(foreign: Foreign, file: PurePath) -> Iterator[Finding]:
    if foreign.is_ours:
        yield Finding(
            "DOC-20",
            "carries_its_source",
            Severity.INFO,
            "The file was drafted here and carries its facts; here only its words are judged.",
            places=(Place(file, 1, 1, ""),),
            mend=Mend(f"lint the facts too: sla-drafter extract {file.name} > agreement.yaml"),
        )
