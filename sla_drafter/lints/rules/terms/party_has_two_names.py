"""One party has two names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.lints import spelled, wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.run_in import heading_end
from sla_drafter.lints.typed import typed

NAME_GOES_ON = compiled(r" [A-ZÀ-Þ]")
RULE = Rule(
    code="TRM-05",
    name="party_has_two_names",
    severity=Severity.WARNING,
    checks="Each role has one name: Customer or Client, Provider or Supplier, as the paper calls it most.",
    why="Where two words stand for one party, somebody will say that they stand for two.",
    bad="The Customer shall pay. The Customer shall report. The Customer may ask. The Client may leave.",
    good="The Customer shall pay. The Customer shall report. The Customer may ask. The Customer may leave.",
    source="Own list (data/parties.yaml); a paper that defines both names passes.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

FEWEST = 3


def find(paper: Paper) -> Iterator[Finding]:
    defined = typed(paper).definitions
    uses = list(named(paper))
    counted = Counter(name for name, _, _ in uses)
    for row in wordlists.listed("parties")[paper.language]:
        usual = max(row, key=lambda name: counted[name])
        for name in row:
            if name != usual and counted[name] and counted[usual] >= FEWEST and name not in defined:
                clause, words = next((clause, words) for one, clause, words in uses if one == name)
                yield RULE.finding(
                    f"The {usual} is called “{name}” too ({spelled.counted(counted[name], 'time')}).",
                    clause=clause,
                    quote=words,
                    mend=f"write “{usual}”",
                )


def named(paper: Paper) -> Iterator[tuple[str, str, str]]:
    """Every name of a role with a capital: the name, where it stands, its words; the first of two names is none."""
    rows = wordlists.listed("parties")[paper.language]
    names = PhraseIndex.of({name: name for row in rows for name in row}, inflected=paper.language)
    for line in paper.holding(names):
        begin = heading_end(line.words, paper.language)
        for use in names.find(line.words):
            if use.start >= begin and use.words[0].isupper() and not NAME_GOES_ON.match(line.words, use.end):
                yield use.payload, line.clause, use.words
