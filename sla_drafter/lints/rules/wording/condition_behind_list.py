"""A condition stands behind a list, and belongs to all of it or to its last member."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.values import frozen

RULE = Rule(
    code="AMB-09",
    name="condition_behind_list",
    severity=Severity.INFO,
    checks="No condition (“that …”, “which …”) stands behind a list where it may belong to each member or to the last.",
    why="Courts read it in both ways, of the last member alone or of each: which exclusion has a limit is then open.",
    bad="failures, changes or delays that the Customer has caused",
    good="the following that the Customer has caused: failures, changes and delays",
    source=(
        "Lockhart v. United States, 577 U.S. 347 (2016) for the last member; Facebook v. Duguid, 592 U.S. 395 (2021) "
        "for all of them. Own lists (data/relative_links.yaml)."
    ),
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.LOW,
)

MOST_WORDS, FARTHEST = 4, 160
"""Words of a member of a list, and signs of a list before its condition."""
BRACKETS = frozenset("()[]")


@frozen
class Words:
    """How a language joins a list and begins a condition, and where what looks so is none."""

    link: re.Pattern[str]
    join: re.Pattern[str]
    verbs: frozenset[str]
    no_noun: frozenset[str]


def find(paper: Paper) -> Iterator[Finding]:
    known = known_words(paper.language)
    for line, sentence in paper.sentences_holding(known.link):
        for link in known.link.finditer(sentence) if ", " in sentence else ():
            members = list_in(sentence[max(0, link.start() - FARTHEST) : link.start()].removesuffix(","), known)
            if members:
                yield RULE.finding(
                    f"Does “{link['word']} …” belong to all of “{members}” or to the last?",
                    clause=line.clause,
                    quote=members,
                    mend="put the condition before the list, or the last member into a sentence of its own",
                )


def list_in(words: str, known: Words) -> str:
    """The list of three members of a few words that a text ends with, from the word before its first comma."""
    joins = list(known.join.finditer(words))
    first, _, middle = (words[: joins[-1].start()] if joins else "").rpartition(", ")
    last = words[joins[-1].end() :] if joins else ""
    before = first.rpartition(", ")[2].split()
    if not before or shares_noun(middle, last) or not all(is_member(member, known) for member in (middle, last)):
        return ""
    is_verb = before[-1].lower() in known.no_noun or (len(before) > 1 and before[-2].lower() in known.verbs)
    return "" if is_verb or last.split()[-1].lower() in known.no_noun else words[len(first) - len(before[-1]) :]


def shares_noun(middle: str, last: str) -> bool:
    """Whether the members have one noun, that of the last: "insolvency, receivership or bankruptcy proceedings"."""
    return len(middle.split()) == 1 < len(last.split()) and last.endswith("s") and not middle.endswith("s")


def is_member(words: str, known: Words) -> bool:
    """Whether words are a member of a list: a few, with no verb, no bracket and no list or part of its own."""
    said = words.lower().split()
    is_plain = known.no_noun.isdisjoint(said) and known.verbs.isdisjoint(said) and BRACKETS.isdisjoint(words)
    return 0 < len(said) <= MOST_WORDS and is_plain


@cache
def known_words(language: str) -> Words:
    """The words of a language, from its list."""
    told = wordlists.listed("relative_links")[language]
    return Words(
        compiled(rf" (?P<word>{'|'.join(told['links'])}) (?=\w)(?!(?:{'|'.join(told['points'])})\b)"),
        compiled(rf",? (?:{'|'.join(told['joins'])}) "),
        frozenset(told["verbs"]),
        frozenset(told["no_noun"]),
    )
