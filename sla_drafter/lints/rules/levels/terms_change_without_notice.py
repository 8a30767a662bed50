"""One side may change what is agreed, and names no time of notice."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.wordlists import pattern

RULE = Rule(
    code="SLA-19",
    name="terms_change_without_notice",
    severity=Severity.WARNING,
    checks="Where one side alone may change the agreement, its terms or levels, the paper names a time of notice.",
    why="A promise that its maker may lower tomorrow is none; whoever relies on it needs time to leave.",
    bad=(
        "We may modify this SLA at any time by posting a new version.\n"
        "Der Anbieter behält sich vor, diese Vereinbarung jederzeit zu ändern.\n"
        "Le prestataire se réserve le droit de modifier les présentes conditions à tout moment.\n"
        "El proveedor podrá modificar este acuerdo en cualquier momento."
    ),
    good="The Provider may modify this SLA on 60 days’ notice; the Customer may then terminate within 30 days.",
    source=(
        "Public agreements that give sixty to ninety days and an exit. Own lists (data/changes_of_terms.yaml). The "
        "time may stand anywhere in the paragraph. From data it is REM-07."
    ),
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    may_change, together, noticed = (pattern("changes_of_terms", paper.language, key) for key in _KEYS)
    for line, sentence in paper.sentences_holding(may_change):
        found = may_change.search(sentence)
        if found and not together.search(sentence) and not noticed.search(line.words):
            yield RULE.finding(
                f"“{found[0]}”: one side may change what is agreed, and no time of notice is named.",
                clause=line.clause,
                quote=found[0],
                mend="name a time of notice, and a way out for whoever does not agree",
            )


_KEYS = ("may_change", "together", "noticed")
