"""An article goes with another sound."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

RULE = Rule(
    code="STY-08",
    name="wrong_article",
    severity=Severity.INFO,
    checks="“An” stands before a vowel that is spoken, “a” before any other sound.",
    why="It is a slip, and mostly what is left of a word that was changed; the reader looks for it.",
    bad="The Provider gives an user access to a API within a hour, in an 4-hour window.",
    good="The Provider gives a user access to an API within an hour, in a 4-hour window.",
    source=(
        "Own rule, words whose letter misleads in data/article_sounds.yaml. Names of letters spoken in two ways "
        "(SLA, FAQ, SQL) and words with two customs (historic) pass."
    ),
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)

ARTICLE = compiled(r" (?P<article>an?) [“\"‘(]?(?P<word>\d+|[A-Za-z][\w-]*)")
MARK = compiled(r"(?:[\d)(.:;&/]|\b(?:option|clause|plan|item|part|case))\Z", re.IGNORECASE)
"""What stands before a letter that marks a part and is no article: clause 5.2 a, option a."""
LONGEST_MARK = 8
SPOKEN_WITH_VOWEL = compiled(r"8\d*|1[18](?:\d{3})*|[aefhilmnorsx]-.*")
LETTERS = {**dict.fromkeys("AEIO", "an"), **dict.fromkeys("BCDGJKPQTVWYZ", "a")}
"""The article of a name of letters; before the other letters it hangs on how the name is spoken."""


def find(paper: Paper) -> Iterator[Finding]:
    for line, found in paper.matches(ARTICLE):
        right = article_of(found["word"], paper.language)
        is_mark = MARK.search(line.words, max(0, found.start() - LONGEST_MARK), found.start())
        if not is_mark and right not in ("", found["article"]):
            message = f"“{found['article']}” does not go with the sound of “{found['word']}”."
            quote = found[0].lstrip()
            other = swap(paper, line, found.start("article"), quote, right + quote[len(found["article"]) :])
            said = mend(f"write “{right} {found['word']}”", other, is_safe=True)
            yield RULE.finding(message, clause=line.clause, quote=quote, mend=said)


def article_of(word: str, language: str) -> str:
    """The article of a word by its sound; empty where both are in use."""
    if word[0].isdigit() or word[1:2] == "-":
        return "an" if SPOKEN_WITH_VOWEL.fullmatch(word.lower()) else "a"
    if len(word) == 1 or word[1].isupper():
        return "" if word.startswith("EUR") or len(word) == 1 else LETTERS.get(word[0], "")
    for sound, article in (("either", ""), ("vowel", "an"), ("consonant", "a")):
        if wordlists.pattern("article_sounds", language, sound).match(word):
            return article
    return "an" if word[0].lower() in "aeiou" else "a"
