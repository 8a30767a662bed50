"""The cap of credits is below the largest of them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import spelled
from sla_drafter.lints.credit_tables import credit_tables
from sla_drafter.lints.paper import Paper, Part
from sla_drafter.lints.promised import SHARE, Passage, passages, value_of, word
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-04",
    name="credit_cap_below_table",
    severity=Severity.WARNING,
    checks="The largest credit of a table is not above the cap of all credits.",
    why="The row was promised and is never paid; whoever reads the table relies on it.",
    bad=(
        "| Monthly uptime | Service credit |\n"
        "|---|---|\n"
        "| below 99.0% | 10% |\n"
        "| below 95.0% | 50% |\n"
        "Service credits shall not exceed 30% of the monthly fee."
    ),
    good=(
        "| Monthly uptime | Service credit |\n"
        "|---|---|\n"
        "| below 99.0% | 10% |\n"
        "| below 95.0% | 30% |\n"
        "Service credits shall not exceed 30% of the monthly fee."
    ),
    source="Own reading of tables; of several caps the largest counts. From data it is CRE-06.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

BEHIND = 80
"""How many signs behind the word for a cap its share stands."""


def find(paper: Paper) -> Iterator[Finding]:
    tables = credit_tables(paper)
    caps = [one for passage in passages(paper) for one in capped(passage, paper.language)] if tables else []
    if not caps:
        return
    cap, clause, words = max(caps)
    for table in tables:
        top = max(table, key=lambda band: band.credit)
        if top.credit > cap:
            yield RULE.finding(
                f"“{top.words}” earns {spelled.share(top.credit)}, and credits end at {spelled.share(cap)}.",
                clause=clause,
                quote=words,
                mend="raise the cap, or lower the row",
            )


def capped(passage: Passage, language: str) -> Iterator[tuple[Fraction, str, str]]:
    """The shares at which a passage, not a table, says that credits end, with its clause and the words that say so."""
    if passage.part is Part.TABLE or "%" not in passage.words or not word(language, "credit").search(passage.words):
        return
    for found in word(language, "cap").finditer(passage.words):
        share = SHARE.search(passage.words, found.end(), found.end() + BEHIND)
        if share:
            yield value_of(share["share"]), passage.clause, found[0]
