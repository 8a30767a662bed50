"""A long aside stands between the beginning of a sentence and its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.language.sentences import words_in
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="RDB-08",
    name="interrupted_sentence",
    severity=Severity.WARNING,
    checks="No aside between commas has more than 15 words: a relative clause, an exception, a condition.",
    why="No other trait of legal texts costs readers more: they have lost the subject when the verb comes.",
    bad=(
        "The Provider, which may, where the Customer has not told it of the work by noon of the day before it begins, "
        "refuse the work, shall answer."
    ),
    good="The Provider shall answer. It may refuse work of which it was not told by noon of the day before.",
    source="Martínez, Mollica and Gibson 2022, Cognition 224:105070. Own list of openings (data/asides.yaml).",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

MOST = 15
FEWEST_AFTER = 2
COMMA = compiled(r",\s+")


def find(paper: Paper) -> Iterator[Finding]:
    opens, leads = beginnings(paper.language)
    for line, sentence in paper.sentences:
        lead = leads.match(sentence) if "," in sentence else None
        aside = longest_aside(sentence[lead.end() :] if lead else sentence, opens)
        if aside:
            yield RULE.finding(
                f"An aside of {words_in(aside)} words interrupts the sentence: “{' '.join(aside.split()[:5])} …”.",
                clause=line.clause,
                quote=aside,
                mend="say the aside in a sentence of its own",
            )


def longest_aside(sentence: str, opens: re.Pattern[str]) -> str:
    """The longest part between two commas that opens like an aside and is too long; empty where there is none."""
    parts = COMMA.split(sentence)
    inside = [part for part in parts[1:-1] if opens.match(part) and words_in(part) > MOST]
    return max(inside, key=len) if inside and words_in(parts[-1]) >= FEWEST_AFTER else ""


@cache
def beginnings(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How an aside begins in a language, and what leads into a sentence: "However, if …" interrupts nothing."""
    told = wordlists.listed("asides")[language]
    opens, leads = ("|".join(told[key]) for key in ("opens", "leads"))
    return compiled(rf"(?:{opens})\b", re.IGNORECASE), compiled(rf"(?:{leads}),\s+", re.IGNORECASE)
