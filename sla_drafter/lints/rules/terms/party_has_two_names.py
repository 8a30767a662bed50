"""One party has two names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import spelled, wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="TRM-05",
    name="party_has_two_names",
    severity=Severity.WARNING,
    checks="Each role has one name: Customer or Client, Provider or Supplier, as the paper calls it most.",
    why="Where two words stand for one party, somebody will say that they stand for two.",
    bad="The Customer shall pay. The Client may end the service.",
    good="The Customer shall pay. The Customer may end the service.",
    source="Own list (data/parties.yaml); a paper that defines both names passes.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

FEWEST = 3


def find(paper: Paper) -> Iterator[Finding]:
    defined = typed(paper).definitions
    for row in wordlists.listed("parties")[paper.language]:
        counted = {name: count(paper, name) for name in row}
        usual = max(counted, key=lambda name: counted[name])
        for name, times in counted.items():
            if name != usual and times and counted[usual] >= FEWEST and name not in defined and name not in usual:
                line = next(one for one in paper.prose if pattern(name).search(one.words))
                yield RULE.finding(
                    f"The {usual} is called “{name}” too ({spelled.counted(times, 'time')}).",
                    clause=line.clause,
                    quote=name,
                    mend=f"write “{usual}”",
                )


def count(paper: Paper, name: str) -> int:
    """How often a name stands in the prose as it is written; a part of a longer word or name is not counted."""
    return sum(len(pattern(name).findall(line.words)) for line in paper.prose)


def pattern(name: str) -> re.Pattern[str]:
    """A name as a whole word, not as the first of two with capitals."""
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])(?! [A-ZÀ-Þ])")
