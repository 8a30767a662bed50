"""Letters stand for words that nobody says."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import spelled
from sla_drafter.lints.acronyms import known_to_all, letters_in, said_in_full
from sla_drafter.lints.paper import Paper, Part
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="TRM-11",
    name="acronym_unexpanded",
    severity=Severity.INFO,
    checks="Letters that stand for words, two to six capitals, are said in full once: in brackets or in a definition.",
    why="MTTR is the mean time to repair, to respond, to recover or to resolve: four promises under four letters.",
    bad="The MTTR is at most 4 hours. (said in full nowhere)",
    good="The mean time to restore (MTTR) is at most 4 hours.",
    source="Own rule; what is known by its letters alone passes (data/acronyms.yaml). A house adds its own as terms.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    lines = [line for line in paper.lines if line.part in (Part.PROSE, Part.TABLE)]
    used: dict[str, list[str]] = {}
    for line in lines:
        for letters in letters_in(line.words):
            used.setdefault(letters, []).append(line.clause)
    known = known_to_all(paper) if used else frozenset()
    asked = {letters: clauses for letters, clauses in used.items() if letters.upper() not in known}
    in_full = said_in_full((line.words for line in paper.lines), frozenset(asked))
    for letters, clauses in asked.items():
        if letters not in in_full:
            often = spelled.counted(len(clauses), "time")
            yield RULE.finding(
                f"“{letters}” is said in full nowhere (used {often}).",
                clause=clauses[0],
                quote=letters,
                mend=f"say it in full where it stands first, with ({letters}) behind it",
            )
