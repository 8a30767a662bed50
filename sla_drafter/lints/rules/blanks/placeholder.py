"""Something is left to be filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.blanks import blanks_in, left_to_fill
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.places_to_fill import boxes, to_sign
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="FIL-01",
    name="placeholder",
    severity=Severity.ERROR,
    checks=(
        "No blank, bracket or “to be confirmed” is left to be filled in; lines to sign and boxes to tick are no blanks."
    ),
    why="What is signed with a blank in it is filled in by a court.",
    bad=(
        "within [•] days\nEUR [*] per month\ninnerhalb von [Anzahl einsetzen] Tagen\n"
        "dans un délai de [à compléter] jours\nen un plazo de [PLAZO] días"
    ),
    good="within 10 days",
    source="Own list of signs and words (data/blanks.yaml); in a draft of this library an open point is CMP-33.",
    reads=Reads.FOREIGN,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for (clause, words), count in Counter(blanks(paper)).items():
        often = f" ({spelled.counted(count, 'place')})" if count > 1 else ""
        message = f"“{words}” is not filled in{often}."
        yield RULE.finding(message, clause=clause, quote=words, mend="fill it in, or delete the sentence")


def blanks(paper: Paper) -> Iterator[tuple[str, str]]:
    """Every blank, with the clause it stands in: boxes to tick, lines to sign and marks of footnotes are none."""
    signing = to_sign(paper.lines, paper.language)
    notes = {line.words.split(maxsplit=1)[0] for line in paper.lines if line.words.startswith("[*")}
    for at in paper.places_holding(left_to_fill(paper.language)):
        line = paper.lines[at]
        ticked = boxes(line.words, paper.language)
        for blank in blanks_in(line.words, paper.language):
            is_note = blank[0] in notes and blank[0] != line.words
            if blank.start() not in ticked and not is_note and not signing.holds(at, blank):
                yield line.clause, blank[0]
