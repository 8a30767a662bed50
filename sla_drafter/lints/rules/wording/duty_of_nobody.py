"""A duty names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="AMB-10",
    name="duty_of_nobody",
    severity=Severity.WARNING,
    checks="A duty in the passive says by whom it is done; a ban binds everybody.",
    why="Where nobody is named each side points to the other.",
    bad="Backups shall be taken every day.",
    good="The Provider shall take a backup every day.",
    source="Connecticut General Statutes 42-152(b)(4) asks for the active voice; narrowed to duties without a name.",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.MEDIUM,
)

PASSIVE = compiled(r"\b(?:shall|must|will) be (?:[a-z]+ly )?(?P<done>[a-z]{3,})\b(?! into account| to as\b)")

BAN = compiled(r"\b(?:no|none|neither)\b[^,;:]*\Z", re.IGNORECASE)
"""A subject of which nothing is done: no data will be used."""


def find(paper: Paper) -> Iterator[Finding]:
    for line, sentence in paper.sentences_holding(PASSIVE):
        found = PASSIVE.search(sentence)
        if not found or not is_work(found["done"]) or BAN.search(sentence, 0, found.start()):
            continue
        if " by " not in sentence[found.end() :]:
            message = f"“{found[0]}”: the sentence does not say by whom."
            mend = "name the party: “The Provider shall …”"
            yield RULE.finding(message, clause=line.clause, quote=found[0], mend=mend)


def is_work(participle: str) -> bool:
    """Whether a word after "shall be" names something that somebody has to do."""
    known = wordlists.listed("states")
    is_none = participle in known["states"] or participle in known["obvious"]
    return participle in known["work"] or (participle.endswith("ed") and not is_none)
